"""Which help there is for an issue, step by step, and what comes first where there are several."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from rightdoor.access.middleware import open_to_all
from rightdoor.access.partnership import pack
from rightdoor.directory import queries
from rightdoor.directory.forms.pathways import SeveralIssues
from rightdoor.directory.presenters import offers as present
from rightdoor.directory.presenters.service import SENSITIVE
from rightdoor.engines.offers import in_order
from rightdoor.engines.offers import pathway as steps_of
from rightdoor.engines.packs import IssueWords, OfferModel
from rightdoor.ui.addresses import reverse

BAD_FORM = 422


@open_to_all
@require_http_methods(["GET", "HEAD", "POST"])
def pathways(request: HttpRequest) -> HttpResponse:
    """Show all issues; put several that were chosen in order. The choice is sent, never put in an address."""
    own = pack()
    form = SeveralIssues(request.POST if request.method == "POST" else None)
    shown: dict[str, Any] = {"form": form, "quick_exit": present.ELSEWHERE, "ways": []}
    if request.method == "POST" and form.is_valid():
        words: dict[str, IssueWords] = {issue.id: issue for issue in own.issues}
        shown["ways"] = present.order_page(in_order(form.cleaned_data["issues"], own.order), words)
    shown["issues"] = [
        {
            "text": issue.name,
            "href": reverse("find:pathway", kwargs={"issue": issue.id}),
            "about": issue.about,
        }
        for issue in own.issues
    ]
    failed = request.method == "POST" and not form.is_valid()
    return render(request, "directory/pathways.html", shown, status=BAD_FORM if failed else 200)


@open_to_all
@require_safe
def pathway(request: HttpRequest, issue: str) -> HttpResponse:
    """Show the way through one issue in a parent's words, by the partnership's own stages."""
    return _pathway(request, issue, pack().offers[0])


@require_safe
def by_level(request: HttpRequest, issue: str) -> HttpResponse:
    """Show a practitioner the way through one issue by level of need."""
    return _pathway(request, issue, present.levels_model(pack()), for_practitioners=True)


def _pathway(
    request: HttpRequest, issue: str, model: OfferModel, *, for_practitioners: bool = False
) -> HttpResponse:
    found = _issue(issue)
    steps = steps_of(found.id, model, queries.outlines(queries.public()))
    shown = present.pathway_page(found, steps, pack().issues)
    shown |= {
        "model": model,
        "for_practitioners": for_practitioners,
        "quick_exit": present.ELSEWHERE if found.id in SENSITIVE else "",
        "back_href": reverse("find:pathways"),
        "other_view": reverse(
            "find:pathway" if for_practitioners else "directory:pathway", kwargs={"issue": found.id}
        ),
    }
    return render(request, "directory/pathway.html", shown)


def _issue(id: str) -> IssueWords:
    found = next((issue for issue in pack().issues if issue.id == id), None)
    if found is None:
        raise Http404
    return found
