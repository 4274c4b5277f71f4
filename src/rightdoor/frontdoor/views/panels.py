"""Panels: the boards, a meeting with its agenda, deciding items, minutes, closing."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST, require_safe

from rightdoor.access.editing import Conflict
from rightdoor.access.middleware import signed_in
from rightdoor.access.partnership import pack
from rightdoor.access.permissions import Permission
from rightdoor.access.policy import check_may
from rightdoor.frontdoor import actions
from rightdoor.frontdoor.actions import Ruled
from rightdoor.frontdoor.forms.deciding import RulingForm
from rightdoor.frontdoor.forms.panels import MeetingForm, MinutesForm
from rightdoor.frontdoor.models import Outcome
from rightdoor.frontdoor.policy import may_chair, may_plan_meeting
from rightdoor.frontdoor.presenters.panels import (
    agenda_rows,
    counts_words,
    meeting_rows,
    panel_cards,
    panel_name,
    waiting_words,
)
from rightdoor.frontdoor.presenters.queue import names
from rightdoor.frontdoor.queries import one
from rightdoor.frontdoor.queries import panels as found_in
from rightdoor.frontdoor.views.common import pressed, sought, tried
from rightdoor.ui.addresses import reverse
from rightdoor.ui.forms import BaseForm
from rightdoor.ui.words import date_time_words


def _form(request: HttpRequest, form: BaseForm, **context: Any) -> HttpResponse:
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "frontdoor/form_alone.html", {"form": form, **context}, status=status)


@require_safe
def boards(request: HttpRequest) -> HttpResponse:
    """Show every panel one sits on, with its next meeting."""
    who, now = signed_in(request), timezone.now()
    check_may(who, Permission.PANEL_READ)
    next_meetings = found_in.next_meetings(now)
    cards = panel_cards(found_in.panels_of(who), next_meetings)
    context = {"title": "Panels", "cards": cards, "any_panel": bool(pack().panels)}
    return render(request, "frontdoor/panels.html", context)


@require_safe
def board(request: HttpRequest, panel_id: str) -> HttpResponse:
    """Show one panel: meetings to come, those held, and what it decided this quarter."""
    who, now = signed_in(request), timezone.now()
    panel = found_in.panel_or_404(who, panel_id)
    context = {
        "title": panel.name,
        "caption": "Panel",
        "panel": panel,
        "members": [pack().agency(code).name for code in panel.members],
        "counts": counts_words(found_in.counts_of(panel.id, now)),
        "coming": meeting_rows(found_in.meetings_to_come(panel.id, now), now),
        "held": meeting_rows(found_in.meetings_held(panel.id), now),
        "may_plan": bool(may_plan_meeting(who)),
    }
    return render(request, "frontdoor/panel.html", context)


def plan(request: HttpRequest, panel_id: str) -> HttpResponse:
    """Plan a meeting of a panel."""
    who, now = signed_in(request), timezone.now()
    panel = found_in.panel_or_404(who, panel_id)
    if not may_plan_meeting(who):
        raise PermissionDenied
    form = MeetingForm(request.POST or None, today=localdate(now), initial={"capacity": panel.capacity})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        actions.plan_meeting(
            panel=panel.id, at=form.moment, place=said["place"], capacity=said["capacity"], by=who, now=now
        )
        messages.success(request, f"The meeting on {date_time_words(form.moment)} is planned.")
        return redirect("frontdoor:panel", panel_id=panel.id)
    return _form(
        request,
        form,
        title="Plan a meeting",
        caption=panel.name,
        submit_text="Plan the meeting",
        back_href=reverse("frontdoor:panel", kwargs={"panel_id": panel.id}),
    )


@require_safe
def meeting(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """Show one meeting: agenda in order, room left, minutes."""
    who, now = signed_in(request), timezone.now()
    held = found_in.meeting_or_404(who, meeting_id)
    agenda = found_in.agenda_of(who, held)
    rows = agenda_rows(agenda)
    actions.look_at(record=held, page="meeting", named=agenda.named, by=who, now=now)
    context = {
        "title": date_time_words(held.at),
        "caption": panel_name(held.panel),
        "meeting": held,
        "rows": rows,
        "waiting": waiting_words(rows),
        "may_chair": bool(may_chair(held, who)),
        "wide": True,
    }
    return render(request, "frontdoor/meeting.html", context)


def decide(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """Keep what the panel says of one item."""
    who, now = signed_in(request), timezone.now()
    check_may(who, Permission.PANEL_CHAIR)
    if decided := found_in.settled(who, item_id):
        messages.info(request, "The panel has decided this one.")
        return redirect("frontdoor:meeting", meeting_id=decided.meeting_id)
    item = found_in.item_or_404(who, item_id)
    if request.method == "GET":
        actions.look_at(record=item, page="decide", named=[item.request], by=who, now=now)
    workers, agencies = one.workers_to_choose(who, **sought(request.POST)), one.agencies_to_choose()
    later = found_in.later_meetings(item.meeting)
    form = RulingForm(request.POST or None, workers=workers, agencies=agencies, meetings=later)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        ruled = Ruled(
            outcome=Outcome(said["outcome"]),
            reason=said["reason"],
            worker=next((w.practitioner for w in workers if str(w.practitioner.pk) == said["worker"]), None),
            agency=next((agency for agency in agencies if agency.pk == said["agency"]), None),
            later=next((one for one in later if str(one.pk) == said["later"]), None),
            basis=said["basis"] or "",
            over_limit_reason=said["over_limit_reason"] or "",
        )
        if tried(form, lambda: actions.decide_item(item=item, ruled=ruled, by=who, now=now)):
            messages.success(request, "The panel's decision is kept, and whoever may know is told.")
            return redirect("frontdoor:meeting", meeting_id=item.meeting_id)
    return _form(
        request,
        form,
        title=names(item.request.people.all()),
        caption=f"{panel_name(item.meeting.panel)}, {date_time_words(item.meeting.at)}",
        submit_text="Keep the decision",
        back_href=reverse("frontdoor:meeting", kwargs={"meeting_id": item.meeting_id}),
    )


@require_POST
def up(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """Hear an item one place earlier."""
    who, now = signed_in(request), timezone.now()
    item = found_in.item_or_404(who, item_id)
    return pressed(
        request,
        lambda: actions.move_up(item=item, by=who, now=now),
        "The agenda is in its new order.",
        "frontdoor:meeting",
        meeting_id=item.meeting_id,
    )


@require_POST
def remove(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """Take a request off the agenda; the front door has it again."""
    who, now = signed_in(request), timezone.now()
    item = found_in.item_or_404(who, item_id)
    return pressed(
        request,
        lambda: actions.remove_from_agenda(item=item, by=who, now=now),
        "The request is off the agenda and back with the front door.",
        "frontdoor:meeting",
        meeting_id=item.meeting_id,
    )


def minutes(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """Write the minutes; two who write at once lose no word."""
    who, now = signed_in(request), timezone.now()
    held = found_in.meeting_or_404(who, meeting_id)
    check_may(who, Permission.PANEL_CHAIR)
    form = MinutesForm(
        request.POST or None,
        initial={"minutes": held.minutes, "present": held.present, "version": held.version},
    )
    conflict: list[dict[str, str]] = []
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        typed_over = int(said["version"]) if (said["version"] or "").isdecimal() else 0
        try:
            if tried(
                form,
                lambda: actions.write_minutes(
                    meeting=held,
                    minutes=said["minutes"],
                    present=said["present"],
                    version=typed_over,
                    by=who,
                    now=now,
                ),
            ):
                messages.success(request, "The minutes are saved.")
                return redirect("frontdoor:meeting", meeting_id=held.pk)
        except Conflict as both:
            conflict = [
                {"label": label, "yours": both.yours[name], "theirs": both.theirs[name]}
                for name, label in (("present", "Who was there"), ("minutes", "Minutes"))
                if both.yours[name] != both.theirs[name]
            ]
            form = MinutesForm(initial={**said, "version": found_in.meeting_or_404(who, meeting_id).version})
    status = 409 if conflict else 422 if form.is_bound and form.errors else 200
    context = {
        "form": form,
        "title": "Minutes",
        "caption": panel_name(held.panel),
        "conflict": conflict,
        "back_href": reverse("frontdoor:meeting", kwargs={"meeting_id": held.pk}),
    }
    return render(request, "frontdoor/form_alone.html", {**context, "submit_text": "Save"}, status=status)


@require_POST
def close(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """Close a meeting once all is decided and written down."""
    who, now = signed_in(request), timezone.now()
    held = found_in.meeting_or_404(who, meeting_id)
    return pressed(
        request,
        lambda: actions.close_meeting(meeting=held, by=who, now=now),
        "The meeting is closed.",
        "frontdoor:meeting",
        meeting_id=held.pk,
    )
