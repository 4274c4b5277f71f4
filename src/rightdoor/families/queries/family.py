"""One family: who is in it, what happened, what is known."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final, cast
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404

from rightdoor.access.models import Practitioner
from rightdoor.access.prepared import prepared
from rightdoor.engines.facts import Circumstances, codes
from rightdoor.engines.facts import Person as FactsPerson
from rightdoor.engines.facts.checks import LONGEST_PREGNANCY
from rightdoor.engines.facts.people import Part as FactsPart
from rightdoor.engines.facts.people import Sex as FactsSex
from rightdoor.engines.facts.people import Value
from rightdoor.families.models import Agreement, ChronologyEvent, Circumstance, Family, Member, Part
from rightdoor.families.sight import family_seen_by

_SEX_WORDS: Final[dict[str, FactsSex]] = {"F": "female", "M": "male"}


def family_or_404(who: Practitioner, family_id: UUID) -> Family:
    """Give a family this practitioner may see; for anybody else it does not exist."""
    family = family_seen_by(who, family_id)
    if family is None:
        raise Http404
    return family


def people_of(family: Family) -> list[Member]:
    """Give the members now, parents first, then children by age, in one query."""
    order = {Part.PARENT: 0, Part.CHILD: 1, Part.OTHER: 2, Part.UNKNOWN: 3}
    return sorted(
        _members(family=family.pk),
        key=lambda m: (order[Part(m.part)], m.person.birth_date or date.max, m.person.known_as),
    )


@prepared
def _members(family: Any) -> QuerySet[Member]:
    now = Member.objects.filter(family=family, until__isnull=True, person__merged_into__isnull=True)
    return now.select_related("person")


@prepared
def _last_agreement(family: Any) -> QuerySet[Agreement]:
    given = Agreement.objects.filter(family=family).select_related("person", "recorded_by")
    return given.order_by("-given_on", "-pk")[:1]


def chronology(family: Family) -> QuerySet[ChronologyEvent]:
    """Give what happened, newest first."""
    return family.events.select_related("by__agency", "person").order_by("-on", "-recorded_at")


RECENT = 5


def lately(family: Family) -> list[ChronologyEvent]:
    """Give the last few things that happened, newest first."""
    return _lately(family=family.pk)


@prepared
def _lately(family: Any) -> QuerySet[ChronologyEvent]:
    events = ChronologyEvent.objects.filter(family=family).select_related("by__agency", "person")
    return events.order_by("-on", "-recorded_at")[:RECENT]


def agreement_now(family: Family) -> Agreement | None:
    """Give the agreement that counts today: the latest, whether given, refused or withdrawn."""
    return _last_agreement.first(family=family.pk)


def latest_circumstances(family: Family) -> dict[tuple[UUID | None, str], Circumstance]:
    """Give the latest word on each fact, by person id (None: the family) and fact code, in one query."""
    return {(row.person_id, row.fact): row for row in _circumstances(family=family.pk)}


@prepared
def _circumstances(family: Any) -> QuerySet[Circumstance]:
    told = Circumstance.objects.filter(family=family).select_related("person")
    return told.order_by("recorded_at", "pk")


def circumstances(family: Family, as_of: date) -> Circumstances:
    """Give what the rules are asked with: everything on record about this family on a day."""
    latest = latest_circumstances(family)
    people = tuple(_person_facts(member, latest, as_of) for member in people_of(family))
    own = {fact: row.value for (person, fact), row in latest.items() if person is None}
    return Circumstances(as_of, people, _usable("family", own))


def _person_facts(
    member: Member, latest: dict[tuple[UUID | None, str], Circumstance], as_of: date
) -> FactsPerson:
    person = member.person
    part: FactsPart = "other_adult" if member.part == Part.UNKNOWN else cast(FactsPart, member.part)
    told = {fact: row.value for (pk, fact), row in latest.items() if pk == person.pk}
    return FactsPerson(
        id=str(person.pk),
        part=part,
        sex=_SEX_WORDS.get(person.sex, "unknown"),
        birth_date=person.birth_date if person.birth_date and person.birth_date <= as_of else None,
        due_date=person.due_date if part == "child" and _still_expected(person.due_date, as_of) else None,
        facts=_usable("child" if part == "child" else "parent", told),
    )


def _still_expected(due: date | None, as_of: date) -> bool:
    """A due date long past tells nothing any more; the record waits for a birth date."""
    return due is not None and abs(due - as_of) <= LONGEST_PREGNANCY


def _usable(who: str, told: Mapping[str, Value]) -> dict[str, Value]:
    """Leave out facts that the vocabulary no longer has, so that an old record can still be read."""
    return {code: value for code, value in told.items() if code in codes(who)}
