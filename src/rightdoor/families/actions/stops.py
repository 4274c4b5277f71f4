"""Noting what became of a stop of a child's journey."""

from datetime import date, datetime

from django.db import transaction

from rightdoor.access import audit
from rightdoor.access.models import Practitioner
from rightdoor.access.policy import insist
from rightdoor.families import policy
from rightdoor.families.models import Family, Person, StopNoted


@transaction.atomic
def note_stop(
    *,
    family: Family,
    person: Person,
    stop: str,
    outcome: StopNoted.Outcome,
    on: date | None,
    note: str,
    by: Practitioner,
    now: datetime,
) -> StopNoted:
    """Note what became of a stop of a child; noted again, the later word counts."""
    insist(policy.may_write(by))
    day = on if outcome == StopNoted.Outcome.HELD else None
    made, _ = StopNoted.objects.update_or_create(
        person=person,
        stop=stop,
        defaults={"outcome": outcome, "on": day, "note": note, "by": by, "noted_at": now},
    )
    audit.record("stop_noted", made, by=by, now=now, family_id=family.pk, stop=stop, outcome=outcome)
    return made
