"""What happened, what is known, what was agreed, what was shared."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate

from rightdoor.access import audit
from rightdoor.access.models import Agency, Practitioner
from rightdoor.access.once import once
from rightdoor.engines.facts import Circumstances
from rightdoor.engines.facts import Person as FactsPerson
from rightdoor.families.models import (
    Agreement,
    ChronologyEvent,
    Circumstance,
    Family,
    Member,
    Part,
    Person,
    SharingDecision,
)


@transaction.atomic
def look(*, family: Family, page: str, by: Practitioner, now: datetime) -> None:
    """Record that somebody read a page of a family's record."""
    audit.record("family_read", family, by=by, now=now, family_id=family.pk, page=page)


@transaction.atomic
def note(
    *,
    family: Family,
    on: date,
    kind: str,
    title: str,
    by: Practitioner,
    now: datetime,
    text: str = "",
    agency: str = "",
    person: Person | None = None,
    because: str = "",
    token: UUID | None = None,
) -> ChronologyEvent:
    """Add a line to the family's chronology; under one token, once."""

    def add() -> ChronologyEvent:
        event = ChronologyEvent.objects.create(
            family=family,
            person=person,
            on=on,
            kind=kind,
            title=title,
            text=text,
            agency=agency or by.agency.name,
            by=by,
            because=because,
            recorded_at=now,
        )
        audit.record("chronology_noted", event, by=by, now=now, family_id=family.pk, kind=kind)
        return event

    return once(token, ChronologyEvent, add, now=now, by=by)


@transaction.atomic
def record_circumstances(
    *,
    family: Family,
    person: Person | None,
    facts: dict[str, Any],
    told_by: str,
    by: Practitioner,
    now: datetime,
) -> list[Circumstance]:
    """Keep facts as told; what was told before stays behind them. Raises FactsError for what cannot be so."""
    _check(family, person, facts, localdate(now))
    rows = Circumstance.objects.bulk_create(
        Circumstance(
            family=family, person=person, fact=fact, value=value, told_by=told_by, by=by, recorded_at=now
        )
        for fact, value in sorted(facts.items())
    )
    if rows:
        audit.record(
            "circumstances_recorded", family, by=by, now=now, family_id=family.pk, facts=sorted(facts)
        )
    return rows


def _check(family: Family, person: Person | None, facts: dict[str, Any], on: date) -> None:
    """Let the vocabulary say what cannot be so, before it is on record."""
    if person is None:
        Circumstances(on, family=facts)
        return
    child = Member.objects.filter(family=family, person=person, part=Part.CHILD, until__isnull=True).exists()
    Circumstances(on, (FactsPerson("told", "child" if child else "parent", facts=facts),))


@transaction.atomic
def record_agreement(
    *,
    family: Family,
    given: bool,
    how: str,
    given_on: date,
    by: Practitioner,
    now: datetime,
    person: Person | None = None,
    person_words: str = "",
    to_what: str = "",
    without_reason: str = "",
) -> Agreement:
    """Record that somebody agreed to receive help, or did not."""
    agreement = Agreement.objects.create(
        family=family,
        person=person,
        person_words=person_words,
        given=given,
        how=how,
        to_what=to_what,
        given_on=given_on,
        without_reason=without_reason,
        recorded_by=by,
    )
    audit.record("agreement_recorded", agreement, by=by, now=now, family_id=family.pk, given=given)
    return agreement


@transaction.atomic
def withdraw_agreement(*, agreement: Agreement, on: date, by: Practitioner, now: datetime) -> Agreement:
    """Record that agreement was taken back; it counts from the next page load."""
    agreement.withdrawn_on = on
    agreement.save(update_fields=["withdrawn_on"])
    audit.record("agreement_withdrawn", agreement, by=by, now=now, family_id=agreement.family_id)
    return agreement


@transaction.atomic
def record_sharing(
    *,
    family: Family,
    shared: bool,
    what: str,
    function: str,
    lawful_basis: str,
    why: str,
    by: Practitioner,
    now: datetime,
    to_agency: Agency | None = None,
    to_words: str = "",
) -> SharingDecision:
    """Record a decision to share, or not to share."""
    decision = SharingDecision.objects.create(
        family=family,
        shared=shared,
        what=what,
        to_agency=to_agency,
        to_words=to_words,
        function=function,
        lawful_basis=lawful_basis,
        why=why,
        by=by,
        at=now,
    )
    audit.record("sharing_decided", decision, by=by, now=now, family_id=family.pk, shared=shared)
    return decision
