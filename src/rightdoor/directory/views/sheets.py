"""Tip sheets and rights: the list, one sheet in three ways, and for staff what must be read again."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET, require_safe

from rightdoor.access.middleware import open_to_all, signed_in
from rightdoor.access.partnership import pack
from rightdoor.directory.forms.sheets import FindSheet
from rightdoor.directory.presenters import sheets as present
from rightdoor.directory.presenters.information import desk_parts
from rightdoor.engines.packs import Sheet
from rightdoor.ui.leaving import LEAVE_FOR
from rightdoor.ui.speaking import reading


@open_to_all
@require_safe
def sheets(request: HttpRequest) -> HttpResponse:
    """List the sheets, by a child's age and by worry where somebody asks for it."""
    form, view = FindSheet(request.GET, issues=pack().issues), _view(request)
    asked = form.cleaned_data if form.is_valid() else {}
    found = present.chosen(pack().sheets, asked.get("age", ""), asked.get("worry", ""))
    context = {
        "filters": form,
        "groups": present.groups(found, pack().issues, _language(), view),
        "narrowed": any(asked.values()),
        "quick_exit": LEAVE_FOR,
    }
    return render(request, "directory/sheets.html", context)


@open_to_all
@require_safe
def easy_read(request: HttpRequest) -> HttpResponse:
    """List what can be read with pictures."""
    start = present.words_of(_sheet("find-help"), _language())
    context = {
        "groups": present.groups(pack().sheets, pack().issues, _language(), present.EASY),
        "start": present.points_of(start),
        "start_language": start.language,
        "quick_exit": LEAVE_FOR,
    }
    return render(request, "directory/easy_read.html", context)


@open_to_all
@require_safe
def sheet(request: HttpRequest, sheet_id: str) -> HttpResponse:
    """Show one sheet: whole, in large print, or in easy words with pictures."""
    found, view = _sheet(sheet_id), _view(request)
    told = present.words_of(found, _language())
    context = {
        "sheet": found,
        "told": told,
        "title": told.title,
        "ages": present.ages_of(found),
        "parts": present.sections_of(told, found),
        "points": present.points_of(told),
        "ways": present.ways(found.id, view),
        "help_near": present.help_near(found, pack().issues),
        "agreed": present.age_of_words(found, localdate()),
        "body_classes": "app-large" if view == present.LARGE else "",
        "quick_exit": LEAVE_FOR,
    }
    name = "sheet_easy" if view == present.EASY else "sheet"
    return render(request, f"directory/{name}.html", context)


@require_GET
def review(request: HttpRequest) -> HttpResponse:
    """Show staff which sheets must be read again."""
    rows = present.review_rows(pack().sheets, localdate())
    parts = desk_parts(signed_in(request), "sheets")
    return render(request, "directory/sheets_review.html", {"rows": rows, "sections": parts})


def _sheet(sheet_id: str) -> Sheet:
    try:
        return pack().sheet(sheet_id)
    except KeyError:
        raise Http404 from None


def _view(request: HttpRequest) -> str:
    asked = request.GET.get("view", "")
    return asked if asked in present.VIEWS else ""


def _language() -> str:
    """Give the language of the page where it is not English."""
    return "" if reading().is_english else reading().code
