"""Pages for everybody."""

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from rightdoor.access.middleware import open_to_all
from rightdoor.access.partnership import pack
from rightdoor.ui.brand import stylesheet
from rightdoor.ui.prose import prose, title_of


@open_to_all
@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """Say what this is and how to ask for help; practitioners go on to their day."""
    if request.user.is_authenticated:
        return redirect("web:today")
    words = _without_emergency(pack().words("front-page"))
    return render(request, "web/front.html", {"title": title_of(words), "words": prose(words, heading=False)})


def _without_emergency(words: str) -> str:
    # The page says it in a box of its own, in the words the pack gives for it.
    return "\n\n".join(part for part in words.split("\n\n") if "999" not in part)


@open_to_all
@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """Say how far this site can be used by everybody, and whom to tell where it cannot."""
    return render(request, "web/accessibility.html")


@open_to_all
@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """Say what happens with what people tell us."""
    words = pack().words("sharing")
    return render(request, "web/privacy.html", {"words": prose(words, heading=False)})


@open_to_all
@require_safe
@cache_control(public=True, max_age=3600)
def brand(request: HttpRequest) -> HttpResponse:
    """Give the partnership's colour as a stylesheet."""
    return HttpResponse(stylesheet(pack().partnership.colour), content_type="text/css; charset=utf-8")


@open_to_all
@require_safe
def health(request: HttpRequest) -> JsonResponse:
    """Say to machines whether requests can be answered."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return JsonResponse({"ok": False, "database": "not reached"}, status=503)
    return JsonResponse({"ok": True, "pack": f"{settings.PACK} {pack().version}"})
