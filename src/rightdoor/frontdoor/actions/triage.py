"""What the front door does before it decides: take, link to records, ask for agreement, stop the clock."""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate

from rightdoor.access import audit
from rightdoor.access.models import Practitioner
from rightdoor.access.policy import Refused, insist
from rightdoor.families import actions as families
from rightdoor.families.models import Agreement, Family
from rightdoor.frontdoor import clocks
from rightdoor.frontdoor.actions.moving import reopen_sight
from rightdoor.frontdoor.actions.screening import record_facts
from rightdoor.frontdoor.locking import held, touched
from rightdoor.frontdoor.models import ClockPause, HelpRequest, PersonNamed
from rightdoor.frontdoor.policy import may_tend, may_work_on


@transaction.atomic
def take(*, request: HelpRequest, by: Practitioner, now: datetime) -> HelpRequest:
    """Say that one is looking at a request, so that two officers do not do the same work."""
    current = held(request.pk)
    insist(may_work_on(current, by))
    current.taken_by = by
    touched(current)
    audit.record("request_taken", current, by=by, now=now, family_id=current.family_id)
    return current


@transaction.atomic
def link_people(
    *,
    request: HelpRequest,
    matches: Mapping[str, UUID | None],
    family: Family | None,
    by: Practitioner,
    now: datetime,
) -> Family:
    """Join everybody named to a record, known or new, in a family, known or new. Done once.

    `matches` gives the person for a key; None or absent makes a new record.
    """
    current = held(request.pk)
    insist(may_work_on(current, by))
    if current.family is not None:
        return current.family
    story = current.told
    admitted = families.admit(
        story=story,
        matches=dict(matches),
        family=family,
        told_by=_teller(current),
        because=current.because,
        by=by,
        now=now,
    )
    current.family = admitted.family
    touched(current)
    for named in PersonNamed.objects.filter(request=current):
        named.person = admitted.people.get(named.key)
        named.save(update_fields=["person"])
    _carry_over(current, admitted.family, by=by, now=now)
    reopen_sight(request=current, by=by, now=now)
    audit.record(
        "request_linked",
        current,
        by=by,
        now=now,
        family_id=admitted.family.pk,
        known=sum(1 for match in matches.values() if match),
    )
    return admitted.family


def _carry_over(request: HelpRequest, family: Family, *, by: Practitioner, now: datetime) -> None:
    """Write down what the request told besides its people: why, agreement, what the screen found."""
    families.note(
        family=family,
        on=localdate(request.received_at),
        kind="request",
        title=f"Request for help {request.reference} from {request.get_asker_display().lower()}",
        text=request.told.worries,
        agency=request.asker_agency.name if request.asker_agency else "",
        because=request.because,
        by=by,
        now=now,
    )
    families.record_agreement(
        family=family,
        given=request.agreed == "yes",
        how="In the request for help",
        given_on=localdate(request.received_at),
        person_words=request.agreed_by,
        to_what="To read the request and get back to the family",
        without_reason=" ".join(filter(None, [request.not_agreed_reason, request.not_agreed_basis])),
        by=by,
        now=now,
    )
    latest = request.screenings.order_by("-at", "-pk").first()
    if latest:
        record_facts(request=request, document=latest.facts, by=by, now=now)


def _teller(request: HelpRequest) -> str:
    agency = f", {request.asker_agency.name}" if request.asker_agency else ""
    return f"{request.get_asker_display()}{agency}"[:120]


@transaction.atomic
def pause_clock(
    *, request: HelpRequest, reason: str, note: str, by: Practitioner, now: datetime
) -> ClockPause:
    """Stop the clock for a reason the pack allows. Stopping it twice changes nothing."""
    current = held(request.pk)
    insist(may_tend(current, by))
    running = current.pauses.filter(until__isnull=True).first()
    if running:
        return running
    if reason not in clocks.pause_reasons(current):
        raise Refused("This clock does not stop for that reason. The partnership's clocks say which do.")
    pause = ClockPause.objects.create(request=current, reason=reason, note=note, by=by, since=now)
    audit.record("clock_paused", current, by=by, now=now, family_id=current.family_id, reason=reason)
    return pause


@transaction.atomic
def resume_clock(*, request: HelpRequest, by: Practitioner, now: datetime) -> HelpRequest:
    """Let the clock run on; by when it is due moves by the time it stood still."""
    current = held(request.pk)
    insist(may_tend(current, by))
    running = current.pauses.filter(until__isnull=True).first()
    if running is None:
        return current
    running.until = now
    running.save(update_fields=["until"])
    current.due_at = clocks.due_with(current, current.pauses.all())
    touched(current)
    audit.record("clock_resumed", current, by=by, now=now, family_id=current.family_id)
    return current


@transaction.atomic
def agree_now(
    *, request: HelpRequest, given: bool, who: str, how: str, on: date, by: Practitioner, now: datetime
) -> Agreement:
    """Record that the family, asked since, agrees to help, or does not."""
    current = held(request.pk)
    insist(may_tend(current, by))
    if current.family is None:
        raise Refused("First link the people named to records, so that the agreement has a family.")
    agreement = families.record_agreement(
        family=current.family,
        given=given,
        how=how,
        given_on=on,
        person_words=who,
        to_what="To receive early help",
        by=by,
        now=now,
    )
    touched(current)
    audit.record("request_agreement", current, by=by, now=now, family_id=current.family_id, given=given)
    return agreement
