"""One family: who is in it, what happened, what is known."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404

from rightdoor.access.models import Practitioner
from rightdoor.engines.facts import Circumstances, circumstances_from
from rightdoor.families.models import Agreement, ChronologyEvent, Circumstance, Family, Member, Part
from rightdoor.families.sight import families_for

_SEX_WORDS = {"F": "female", "M": "male"}


def family_or_404(who: Practitioner, family_id: UUID) -> Family:
    """Give a family this practitioner may see; for anybody else it does not exist."""
    family = families_for(who).filter(pk=family_id).first()
    if family is None:
        raise Http404
    return family


def people_of(family: Family) -> list[Member]:
    """Give the members now, parents first, then children by age, in one query."""
    order = {Part.PARENT: 0, Part.CHILD: 1, Part.OTHER: 2, Part.UNKNOWN: 3}
    members = family.members.filter(until__isnull=True, person__merged_into__isnull=True).select_related(
        "person"
    )
    return sorted(
        members, key=lambda m: (order[Part(m.part)], m.person.birth_date or date.max, m.person.known_as)
    )


def chronology(family: Family) -> QuerySet[ChronologyEvent]:
    """Give what happened, newest first."""
    return family.events.select_related("by", "person").order_by("-on", "-recorded_at")


def agreement_now(family: Family) -> Agreement | None:
    """Give the agreement that counts today: the latest, whether given, refused or withdrawn."""
    return family.agreements.select_related("person", "recorded_by").order_by("-given_on", "-pk").first()


def latest_circumstances(family: Family) -> dict[tuple[UUID | None, str], Circumstance]:
    """Give the latest word on each fact, by person id (None: the family) and fact code, in one query."""
    rows = family.circumstances.select_related("person").order_by("recorded_at", "pk")
    return {(row.person_id, row.fact): row for row in rows}


def circumstances(family: Family, as_of: date) -> Circumstances:
    """Give what the rules are asked with: everything on record about this family on a day."""
    latest = latest_circumstances(family)
    people = [_person_facts(member, latest) for member in people_of(family)]
    own = {fact: row.value for (person, fact), row in latest.items() if person is None}
    return circumstances_from({"as_of": as_of.isoformat(), "people": people, "family": own})


def _person_facts(member: Member, latest: dict[tuple[UUID | None, str], Circumstance]) -> dict[str, Any]:
    person = member.person
    told: dict[str, Any] = {
        "id": str(person.pk),
        "part": "other_adult" if member.part == Part.UNKNOWN else member.part,
        "facts": {fact: row.value for (pk, fact), row in latest.items() if pk == person.pk},
    }
    if person.sex in _SEX_WORDS:
        told["sex"] = _SEX_WORDS[person.sex]
    if person.due_date:
        told["due_date"] = person.due_date.isoformat()
    elif person.birth_date:
        told["birth_date"] = person.birth_date.isoformat()
    return told
