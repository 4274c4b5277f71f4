"""Relationships read from either end, by the national code list's inverses."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from rightdoor.access.prepared import prepared
from rightdoor.engines.codes import relationship_types
from rightdoor.families.models import Family, Member, Person, Relationship


def in_words(code: str) -> str:
    """Give a code as words: "halfSibling" becomes "half sibling"."""
    known = relationship_types().get(code)
    return known.label.lower() if known else code


def inverse(code: str) -> str:
    """Give what the other is to the one."""
    return relationship_types()[code].inverse


@dataclass(frozen=True)
class Relation:
    """`person` is `kind` of `other`, whichever end it was stored from."""

    person: Person
    kind: str
    other: Person
    record: Relationship


def relations_among(family: Family, people: list[Person]) -> list[Relationship]:
    """Give the relationships still running between these people of a family, in one query."""
    known = {person.pk: person for person in people}
    found = [
        record
        for record in _relations(family=family.pk)
        if record.person_id in known and record.other_id in known
    ]
    for record in found:
        record.person, record.other = known[record.person_id], known[record.other_id]
    return found


@prepared
def _relations(family: Any) -> QuerySet[Relationship]:
    members = Member.objects.filter(family=family, until__isnull=True).values("person")
    among = Relationship.objects.filter(person__in=members, other__in=members, until__isnull=True)
    return among.order_by("pk")


def seen_from(person: Person, relationships: list[Relationship]) -> list[Relation]:
    """Give what everybody else is to `person`."""
    return [
        Relation(record.person, record.kind, record.other, record)
        if record.other_id == person.pk
        else Relation(record.other, inverse(record.kind), record.person, record)
        for record in relationships
        if person.pk in (record.person_id, record.other_id)
    ]
