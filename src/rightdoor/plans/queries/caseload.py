"""How much each lead holds, beside the limit of their role."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from rightdoor.access.models import Practitioner
from rightdoor.access.partnership import pack
from rightdoor.access.prepared import prepared, several
from rightdoor.engines.packs.roles import Role
from rightdoor.families.models import Part, Sex
from rightdoor.plans.models import Plan
from rightdoor.plans.states import State

AT_ONCE = 30
ONE = {"families": "family", "parents": "parent", "women": "woman"}


@dataclass(frozen=True)
class Caseload:
    """What somebody holds. `limit` is the most their role may hold; None where nobody has said."""

    held: int
    unit: str = "families"
    recommended_from: int | None = None
    limit: int | None = None

    @property
    def over(self) -> bool:
        """Whether more is held than the limit allows."""
        return self.limit is not None and self.held > self.limit

    @property
    def full(self) -> bool:
        """Whether one more would be too many."""
        return self.limit is not None and self.held >= self.limit

    @property
    def words(self) -> str:
        """`Holds 4 families of 6 at most`."""
        held = f"Holds {self._counted}"
        return held if self.limit is None else f"{held} of {self.limit} at most"

    @property
    def own_words(self) -> str:
        """`You hold 4 families. The most for your role is 6`: the same, said to the one who holds them."""
        held = f"You hold {self._counted}"
        return held if self.limit is None else f"{held}. The most for your role is {self.limit}"

    @property
    def _counted(self) -> str:
        return f"{self.held} {ONE[self.unit] if self.held == 1 else self.unit}"


def caseload(practitioner: Practitioner, families: int | None = None) -> Caseload:
    """Give what one practitioner holds; `families` where it is known how many, so that none are counted."""
    if families is not None and _unit(_role(practitioner.job)) == "families":
        return _of(practitioner, families)
    return caseloads([practitioner])[practitioner.pk]


def caseloads(practitioners: Iterable[Practitioner]) -> dict[UUID, Caseload]:
    """Give what each practitioner holds, one query a unit: a role counts only what its limit is about."""
    asked = list(practitioners)
    by_unit: dict[str, list[Practitioner]] = defaultdict(list)
    for who in asked:
        by_unit[_unit(_role(who.job))].append(who)
    counted: dict[UUID, int] = {}
    for unit, leads in by_unit.items():
        for start in range(0, len(leads), AT_ONCE):
            counted |= dict(_HELD[unit](leads=[lead.pk for lead in leads[start : start + AT_ONCE]]))
    return {who.pk: _of(who, counted.get(who.pk, 0)) for who in asked}


def _held(leads: Any, unit: str) -> QuerySet[Plan, tuple[UUID, int]]:
    """Count the open plans of some leads, or the parents or women in their families, by lead."""
    rows = Plan.objects.filter(~Q(state=State.CLOSED), lead__in=several(leads, AT_ONCE)).values("lead")
    parent = Q(family__members__until__isnull=True, family__members__part=Part.PARENT)
    held = Count("pk")
    if unit != "families":
        woman = Q(family__members__person__sex=Sex.FEMALE) if unit == "women" else Q()
        held = Count("family__members__person", filter=parent & woman, distinct=True)
    return rows.annotate(held=held).values_list("lead", "held")


# One question for each unit, whoever is asked about.
_HELD = {
    "families": prepared(lambda leads: _held(leads, "families")),
    "parents": prepared(lambda leads: _held(leads, "parents")),
    "women": prepared(lambda leads: _held(leads, "women")),
}


def _unit(role: Role | None) -> str:
    return role.caseload_unit if role and role.caseload_unit else "families"


def _of(who: Practitioner, held: int) -> Caseload:
    role = _role(who.job)
    return Caseload(
        held=held,
        unit=_unit(role),
        recommended_from=role.caseload_from if role else None,
        limit=role.caseload_limit if role else None,
    )


def _role(job: str) -> Role | None:
    try:
        return pack().role(job)
    except KeyError:
        return None
