"""How much each lead holds, beside the limit of their role."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q

from rightdoor.access.models import Practitioner
from rightdoor.access.partnership import pack
from rightdoor.engines.packs.roles import Role
from rightdoor.families.models import Part, Sex
from rightdoor.plans.models import Plan
from rightdoor.plans.states import State

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


def caseload(practitioner: Practitioner) -> Caseload:
    """Give what one practitioner holds."""
    return caseloads([practitioner])[practitioner.pk]


def caseloads(practitioners: Iterable[Practitioner]) -> dict[UUID, Caseload]:
    """Give what each practitioner holds, in one query."""
    asked = list(practitioners)
    member = Q(family__members__until__isnull=True, family__members__part=Part.PARENT)
    rows = (
        Plan.objects.filter(~Q(state=State.CLOSED), lead__in=asked)
        .values("lead")
        .annotate(
            families=Count("pk", distinct=True),
            parents=Count("family__members__person", filter=member, distinct=True),
            women=Count(
                "family__members__person",
                filter=member & Q(family__members__person__sex=Sex.FEMALE),
                distinct=True,
            ),
        )
    )
    counted = {row["lead"]: {unit: int(row[unit]) for unit in ONE} for row in rows}  # type: ignore[literal-required]
    return {who.pk: _of(who, counted.get(who.pk, {})) for who in asked}


def _of(who: Practitioner, counts: dict[str, int]) -> Caseload:
    role = _role(who.job)
    unit = role.caseload_unit if role and role.caseload_unit else "families"
    return Caseload(
        held=counts.get(unit, 0),
        unit=unit,
        recommended_from=role.caseload_from if role else None,
        limit=role.caseload_limit if role else None,
    )


def _role(job: str) -> Role | None:
    try:
        return pack().role(job)
    except KeyError:
        return None
