"""How people are related."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from rightdoor.access import audit
from rightdoor.access.models import Practitioner
from rightdoor.families.models import Person, Relationship
from rightdoor.families.relations import inverse


@transaction.atomic
def relate(
    *,
    person: Person,
    kind: str,
    other: Person,
    by: Practitioner,
    now: datetime,
    since: date | None = None,
    source: str = "",
    family_id: UUID | None = None,
) -> Relationship:
    """Record that `person` is the `kind` of `other`. Saying it again, from either end, changes nothing."""
    said = Q(person=person, kind=kind, other=other) | Q(person=other, kind=inverse(kind), other=person)
    held = Relationship.objects.filter(said, until__isnull=True).first()
    if held:
        return held
    relationship = Relationship.objects.create(
        person=person, kind=kind, other=other, since=since, source=source
    )
    audit.record("relationship_recorded", relationship, by=by, now=now, family_id=family_id, kind=kind)
    return relationship


@transaction.atomic
def end_relationship(
    *, relationship: Relationship, on: date, by: Practitioner, now: datetime
) -> Relationship:
    """Record when a relationship ended."""
    relationship.until = on
    relationship.save(update_fields=["until"])
    audit.record("relationship_ended", relationship, by=by, now=now, kind=relationship.kind)
    return relationship
