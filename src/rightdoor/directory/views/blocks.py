"""Lists of help for other people's pages: plain, in a frame, without cookies, scripts not needed."""

from typing import Any

from csp.decorators import csp_replace
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from rightdoor.access.middleware import open_to_all
from rightdoor.access.partnership import pack
from rightdoor.directory import queries
from rightdoor.directory.forms.finding import FindHelp
from rightdoor.directory.presenters import finding as present
from rightdoor.directory.queries import finding as asked
from rightdoor.engines.finding import NEAR, Answer, Query
from rightdoor.engines.packs.nearby import whereabouts
from rightdoor.ui.speaking import gettext

MOST = 10
# Any site may show these pages in a frame, and no others.
ANYWHERE: Any = {"frame-ancestors": ["*"]}


@open_to_all
@require_safe
def blocks(request: HttpRequest) -> HttpResponse:
    """Show which lists there are, and the line that puts each on a page."""
    example = next(iter(pack().atlas.postcodes), "")
    near = reverse("open:block-near", kwargs={"postcode": example.replace(" ", "")}) if example else ""
    lines = [
        ["A box to look for help", _line(reverse("open:block-search"), "Find help", 420)],
        *([["Help near a postcode: put yours in its place", _line(near, "Help near here")]] if near else []),
        *([issue.name, _line(_list(issue.id), issue.name)] for issue in pack().issues),
    ]
    return render(request, "directory/blocks.html", {"lines": lines})


def _list(issue: str) -> str:
    return reverse("open:block", kwargs={"issue": issue})


def _line(path: str, name: str, height: int = 600) -> str:
    return f'<iframe src="{settings.ADDRESS}{path}" title="{name}" width="100%" height="{height}"></iframe>'


@open_to_all
@csp_replace(ANYWHERE)  # type: ignore[arg-type]
@xframe_options_exempt
@require_safe
def block(request: HttpRequest, issue: str) -> HttpResponse:
    """Show help with one issue, to stand in a frame of any page."""
    named = next((one.name for one in pack().issues if one.id == issue), None)
    if named is None:
        raise Http404
    found = [one for one in queries.outlines(queries.public()) if issue in one.issues][:MOST]
    context = {"title": named, "services": found, "partnership_name": pack().partnership.partnership}
    return render(request, "directory/block.html", context)


@open_to_all
@csp_replace(ANYWHERE)
@xframe_options_exempt
@require_safe
def search_box(request: HttpRequest) -> HttpResponse:
    """Show the box in which one looks for help, to stand in a frame of any page."""
    return render(request, "directory/block_search.html", {"form": FindHelp()})


@open_to_all
@csp_replace(ANYWHERE)  # type: ignore[arg-type]
@xframe_options_exempt
@require_safe
def near(request: HttpRequest, postcode: str) -> HttpResponse:
    """Show what is nearest to a place, such as a school that puts this on its page."""
    place, _ = whereabouts(pack(), postcode)
    if place is None:
        raise Http404
    answer = asked.found(Query(position=(place.lat, place.lon), area=place.area or ""))
    found = [
        {"name": one["title"], "href": one["href"], "who_for": "; ".join(one["reasons"][:2])}
        for one in _nearest(answer)
    ]
    context = {"title": gettext("Help near here"), "found": found}
    return render(request, "directory/block_near.html", context)


def _nearest(answer: Answer) -> list[dict[str, Any]]:
    near_first = dict(answer.groups()).get(NEAR, ())
    return [present.card(one) for one in near_first[:MOST]]
