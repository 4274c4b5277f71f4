"""Pages for everybody."""

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from rightdoor.access.middleware import open_to_all
from rightdoor.access.partnership import pack, words_to_read
from rightdoor.directory.forms.finding import FindHelp
from rightdoor.ui.brand import stylesheet
from rightdoor.ui.prose import prose, title_of
from rightdoor.ui.speaking import gettext, in_language, reading


@open_to_all
@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """Ask what would help, and say how to ask for it; practitioners go on to their day."""
    if request.user.is_authenticated:
        return redirect("web:today")
    told, code = words_to_read("front-page")
    words = _without_emergency(told)
    # The partnership's own heading where it has one in the reader's language; else the house's.
    title = title_of(words) if code == reading().code else gettext("Help for you and your family")
    shown = in_language(prose(words, heading=False), code)
    form = FindHelp()
    context = {"title": title, "words": shown, "form": form, "questions": [form["words"], form["postcode"]]}
    return render(request, "web/front.html", context)


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
    words, code = words_to_read("sharing")
    return render(request, "web/privacy.html", {"words": in_language(prose(words, heading=False), code)})


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
