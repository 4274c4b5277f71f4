"""The one page of this room: every component in every state."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from rightdoor.ui.gallery import everything


def gallery(request: HttpRequest) -> HttpResponse:
    """Components in all their states; ``?dir=rtl`` shows them from right to left."""
    direction = "rtl" if request.GET.get("dir") == "rtl" else "ltr"
    return render(request, "ui/gallery.html", {**everything(), "page_dir": direction})
