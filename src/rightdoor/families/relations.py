"""Relationships read from either end, by the national code list's inverses."""

from dataclasses import dataclass

from django.db.models import Q

from rightdoor.engines.codes import relationship_types
from rightdoor.families.models import Person, Relationship


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


def relations_among(people: list[Person]) -> list[Relationship]:
    """Give the relationships still running between these people, in one query."""
    known = {person.pk: person for person in people}
    among = Q(person__in=list(known)) & Q(other__in=list(known))
    found = list(Relationship.objects.filter(among, until__isnull=True).order_by("pk"))
    for record in found:
        record.person, record.other = known[record.person_id], known[record.other_id]
    return found


def seen_from(person: Person, relationships: list[Relationship]) -> list[Relation]:
    """Give what everybody else is to `person`."""
    return [
        Relation(record.person, record.kind, record.other, record)
        if record.other_id == person.pk
        else Relation(record.other, inverse(record.kind), record.person, record)
        for record in relationships
        if person.pk in (record.person_id, record.other_id)
    ]
