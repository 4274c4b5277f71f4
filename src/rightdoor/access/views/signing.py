"""Pages of sign-in that the library leaves to us."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from rightdoor.access.middleware import open_to_all


@open_to_all
def locked_out(
    request: HttpRequest, credentials: dict[str, Any] | None = None, *args: Any, **kwargs: Any
) -> HttpResponse:
    """Say that there were too many tries and when to try again."""
    return render(request, "429.html", status=429)


@require_safe
def no_password(request: HttpRequest) -> HttpResponse:
    """Tell somebody who signs in through the council that there is no password to change."""
    return render(request, "account/password_set.html")
