"""What a panel decides, item by item; its minutes; its end."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from rightdoor.access import audit
from rightdoor.access.editing import save_over
from rightdoor.access.models import Agency, Practitioner
from rightdoor.access.policy import Refused, insist
from rightdoor.families import actions as families
from rightdoor.frontdoor import letters
from rightdoor.frontdoor.actions.agenda import add_to_agenda
from rightdoor.frontdoor.actions.leads import ask_to_lead
from rightdoor.frontdoor.actions.moving import move
from rightdoor.frontdoor.locking import because_of, held, held_meeting
from rightdoor.frontdoor.models import AgendaItem, HelpRequest, Outcome, PanelMeeting
from rightdoor.frontdoor.policy import may_chair
from rightdoor.frontdoor.states import State
from rightdoor.ui.words import date_words


@dataclass(frozen=True)
class Ruled:
    """What the panel said of one item. Accepted needs a worker, elsewhere an agency, later a meeting."""

    outcome: Outcome
    reason: str
    worker: Practitioner | None = None
    agency: Agency | None = None
    later: PanelMeeting | None = None
    basis: str = ""
    over_limit_reason: str = ""


@transaction.atomic
def decide_item(*, item: AgendaItem, ruled: Ruled, by: Practitioner, now: datetime) -> AgendaItem:
    """Decide one item. Deciding it the same way again changes nothing. Raises Refused."""
    insist(may_chair(held_meeting(item.meeting), by))
    current = AgendaItem.objects.select_for_update(no_key=True).get(pk=item.pk)
    if current.outcome == ruled.outcome:
        return current
    if current.outcome:
        raise Refused(f"The panel has already decided this one: {current.get_outcome_display().lower()}.")
    _insist_complete(ruled, item.meeting)
    current.outcome, current.reason = ruled.outcome, ruled.reason
    current.worker, current.agency = ruled.worker, ruled.agency
    current.decided_by, current.decided_at = by, now
    current.save()
    families.end_sight(because=because_of(current), by=by, now=now)
    request = held(current.request_id)
    audit.record(
        "panel_decided", current, by=by, now=now, family_id=request.family_id, outcome=ruled.outcome.value
    )
    _write_down(request, current, by, now)
    _FOLLOWS[ruled.outcome](request, ruled, by, now)
    return current


def _insist_complete(ruled: Ruled, meeting: PanelMeeting) -> None:
    missing = {
        Outcome.ACCEPTED: not ruled.worker and "Choose who is asked to become lead professional.",
        Outcome.ELSEWHERE: not ruled.agency and "Choose the agency that the family goes to.",
        Outcome.LATER: not ruled.later and "Choose the meeting at which it is heard again.",
    }.get(ruled.outcome)
    if missing:
        raise Refused(missing)
    if ruled.later and (ruled.later.panel != meeting.panel or ruled.later.at <= meeting.at):
        raise Refused("Choose a later meeting of the same panel.")
    if not ruled.reason.strip():
        raise Refused("Write the panel's reason.")


def _write_down(request: HelpRequest, item: AgendaItem, by: Practitioner, now: datetime) -> None:
    if request.family is not None:
        families.note(
            family=request.family,
            on=localdate(now),
            kind="panel",
            title=f"Panel: {item.get_outcome_display().lower()}",
            text=item.reason,
            because=because_of(item),
            by=by,
            now=now,
        )


def _accepted(request: HelpRequest, ruled: Ruled, by: Practitioner, now: datetime) -> None:
    move(request=request, to=State.ALLOCATING, by=by, now=now)
    if ruled.worker is not None:
        ask_to_lead(
            request=request,
            to=ruled.worker,
            note=ruled.reason,
            over_limit_reason=ruled.over_limit_reason,
            by=by,
            now=now,
        )


def _elsewhere(request: HelpRequest, ruled: Ruled, by: Practitioner, now: datetime) -> None:
    if request.family is not None:
        families.record_sharing(
            family=request.family,
            shared=True,
            what=f"Request {request.reference} and its screening",
            to_agency=ruled.agency,
            function="Help from the agency the panel chose",
            lawful_basis=ruled.basis or "Not stated",
            why=ruled.reason,
            by=by,
            now=now,
        )
    move(request=request, to=State.ENDED, by=by, now=now)
    words = letters.ELSEWHERE_PRACTITIONER.format(agency=ruled.agency)
    letters.moved_on(request, family=letters.ELSEWHERE_FAMILY, practitioner=words, now=now)


def _back(request: HelpRequest, ruled: Ruled, by: Practitioner, now: datetime) -> None:
    move(request=request, to=State.SCREENING, by=by, now=now)
    if request.asker == "practitioner":
        letters.moved_on(request, family="", practitioner=letters.BACK_PRACTITIONER, now=now)


def _later(request: HelpRequest, ruled: Ruled, by: Practitioner, now: datetime) -> None:
    if ruled.later is None:
        return
    add_to_agenda(meeting=ruled.later, request=request, by=by, now=now)
    if request.asker == "practitioner":
        words = f"The panel hears the request again on {date_words(ruled.later.at)}."
        letters.moved_on(request, family="", practitioner=words, now=now)


_FOLLOWS: dict[Outcome, Callable[[HelpRequest, Ruled, Practitioner, datetime], None]] = {
    Outcome.ACCEPTED: _accepted,
    Outcome.ELSEWHERE: _elsewhere,
    Outcome.BACK: _back,
    Outcome.LATER: _later,
}


@transaction.atomic
def write_minutes(
    *, meeting: PanelMeeting, minutes: str, present: str, version: int, by: Practitioner, now: datetime
) -> PanelMeeting:
    """Keep the minutes and who was there; raises Conflict when somebody saved newer ones first."""
    insist(may_chair(meeting, by))
    save_over(meeting, {"minutes": minutes, "present": present}, version=version)
    audit.record("minutes_written", meeting, by=by, now=now, panel=meeting.panel)
    return meeting


@transaction.atomic
def close_meeting(*, meeting: PanelMeeting, by: Practitioner, now: datetime) -> PanelMeeting:
    """Close a meeting once everything on its agenda is decided and its minutes say who was there."""
    current = held_meeting(meeting)
    if current.closed_at:
        return current
    insist(may_chair(current, by))
    waiting = current.items.filter(outcome="").count()
    if waiting:
        raise Refused(f"Decide every item first, or hold it over: {waiting} still to decide.")
    if not (current.minutes.strip() and current.present.strip()):
        raise Refused("Write the minutes, and who was there, before closing the meeting.")
    current.closed_at, current.closed_by = now, by
    current.version += 1
    current.save(update_fields=["closed_at", "closed_by", "version"])
    audit.record("meeting_closed", current, by=by, now=now, panel=current.panel)
    return current
