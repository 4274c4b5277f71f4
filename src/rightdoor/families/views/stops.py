"""Journeys of the children of a family, and the stops that were missed in all families in sight."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods, require_safe

from rightdoor.access.partnership import pack
from rightdoor.access.permissions import Permission
from rightdoor.access.policy import check_may
from rightdoor.engines.journey import Stop
from rightdoor.families import actions, queries
from rightdoor.families.forms.stops import StopForm
from rightdoor.families.models import StopNoted
from rightdoor.families.presenters import family_page
from rightdoor.families.queries.stops import Travelled, journeys_in_sight, journeys_of
from rightdoor.families.stop_pages import missed_rows, travelled_page
from rightdoor.families.views.common import form_page, opened, sent, worker
from rightdoor.ui.addresses import reverse

A_PAGE = 50


@require_safe
def journeys(request: HttpRequest, family_id: UUID) -> HttpResponse:
    """Show the journey of each young child."""
    who, family, now = opened(request, family_id, "journeys")
    today = localdate(now)
    context = family_page(family, current="families:journeys", title="Journeys")
    context["children"] = [
        travelled_page(one, today, may_note=who.may(Permission.FAMILY_WRITE))
        for one in journeys_of(family, pack(), today)
    ]
    return render(request, "families/journeys.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def note(request: HttpRequest, family_id: UUID, child_id: UUID, stop: str) -> HttpResponse:
    """Note what became of a stop."""
    who, family, now = opened(request, family_id, "stop-note")
    check_may(who, Permission.FAMILY_WRITE)
    person = queries.member_or_404(family, child_id).person
    one, found = _planned(journeys_of(family, pack(), localdate(now)), child_id, stop)
    held = one.noted.get(stop)
    known = {"outcome": held.outcome, "on": held.on, "note": held.note} if held else {}
    form = StopForm(sent(request), initial=known)
    form.not_after("on", localdate(now))
    back = reverse("families:journeys", kwargs={"family_id": family.pk})
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        actions.note_stop(
            family=family,
            person=person,
            stop=stop,
            outcome=StopNoted.Outcome(told["outcome"]),
            on=told["on"],
            note=told["note"] or "",
            by=who,
            now=now,
        )
        messages.success(request, "Noted.")
        return redirect(back)
    title = f"{pack().stop(found.planned.id).name}: {person.known_as}"
    return form_page(request, family, form, title=title, current="families:journeys", back=back)


@require_safe
def missed(request: HttpRequest) -> HttpResponse:
    """List the stops that were missed, in the families this practitioner may see."""
    who, today = worker(request), localdate()
    check_may(who, Permission.FAMILY_WRITE)
    rows = missed_rows(journeys_in_sight(who, pack(), today), today)
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    return render(request, "families/missed_stops.html", {"page": page, "query": {}})


def _planned(found: list[Travelled], child_id: UUID, stop: str) -> tuple[Travelled, Stop]:
    """Give the journey of a child and one of its stops, or answer that there is no such page."""
    for one in found:
        if one.person.pk == child_id:
            for planned in one.stops:
                if planned.planned.id == stop:
                    return one, planned
    raise Http404
