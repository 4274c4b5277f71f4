"""Pages of access that belong to nobody else: too many tries."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from rightdoor.access.middleware import open_to_all


@open_to_all
def locked_out(
    request: HttpRequest, credentials: dict[str, Any] | None = None, *args: Any, **kwargs: Any
) -> HttpResponse:
    """Say that there were too many tries and when to try again."""
    return render(request, "ui/429.html", {}, status=429)
