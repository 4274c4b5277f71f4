"""The one page of this room: every component in every state."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from rightdoor.ui.gallery import everything


def gallery(request: HttpRequest) -> HttpResponse:
    """Components in all their states; ``?dir=rtl`` right to left, ``?state=mistakes`` a form sent wrongly."""
    direction = "rtl" if request.GET.get("dir") == "rtl" else "ltr"
    shown = {**everything(), "page_dir": direction}
    if request.GET.get("state") == "mistakes":
        page = {"form": shown["wrong"], "title": "Components: mistakes", "back_href": "/components/"}
        return render(request, "ui/form.html", {**shown, **page}, status=422)
    return render(request, "ui/gallery.html", shown)
