"""What is looked for, what is looked through, and what comes back.

Nothing unknown is ever a value: an age, a day or a crèche nobody has told of is None or "unknown", and
ranks between what is known to fit and what is known not to.
"""

from dataclasses import dataclass, field
from typing import Final, Literal

Known = Literal["yes", "no", "unknown"]
Part = Literal["", "morning", "afternoon", "evening"]
# Groups of what was found, in the order in which a family is shown them. Without a postcode all are "all".
NEAR, COMES, COVERS, NEIGHBOURS, ALL = "near", "comes", "covers", "neighbours", "all"
GROUPS: Final = (NEAR, COMES, COVERS, NEIGHBOURS, ALL)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place where something happens, as far as it may be told."""

    lat: float
    lon: float
    area: str = ""


@dataclass(frozen=True, slots=True)
class Opening:
    """One opening in the week (Monday is 0), in minutes since midnight."""

    weekday: int
    opens: int | None = None
    closes: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One service as finding help sees it."""

    id: str
    name: str
    slug: str = ""
    provider: str = ""
    about: str = ""
    who_for: str = ""
    where: str = ""
    other: str = ""
    issues: tuple[str, ...] = ()
    audience: tuple[str, ...] = ()
    age_from: int | None = None
    age_to: int | None = None
    pregnancy: bool = False
    levels: tuple[int, ...] = ()
    how_in: tuple[str, ...] = ()
    delivery: tuple[str, ...] = ()
    coverage: str = "unknown"
    coverage_km: float | None = None
    areas: tuple[str, ...] = ()
    cost: Literal["free", "paid", "unknown"] = "unknown"
    creche: Known = "unknown"
    languages: tuple[str, ...] = ()
    features: tuple[str, ...] = ()
    openings: tuple[Opening, ...] = ()
    spots: tuple[Spot, ...] = ()
    checked_day: int | None = None
    paused: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """What somebody is looking for. All of it may be left out. `today` counts days as dates do (ordinals)."""

    words: str = ""
    position: tuple[float, float] | None = None
    area: str = ""
    home_areas: frozenset[str] = frozenset()
    child_months: int | None = None
    expecting: bool = False
    issue: str = ""
    language: str = ""
    weekday: int | None = None
    part: Part = ""
    weekend: bool = False
    creche: bool = False
    free: bool = False
    accessible: bool = False
    for_fathers: bool = False
    remote: bool = False
    as_typed: bool = False
    today: int | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """One plain reason beside a result: a code, what fills its words, and whether it speaks for it."""

    code: str
    value: str | int | float | tuple[int | None, int | None] = ""
    fits: bool = True


@dataclass(frozen=True, slots=True)
class Found:
    """One result."""

    document: Document
    score: float
    relevance: float = 0.0
    group: str = ALL
    km: float | None = None
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """All results, best first, and what was made of the words."""

    found: tuple[Found, ...] = ()
    read_as: str = ""
    meanings: tuple[str, ...] = ()
    issues: tuple[str, ...] = field(default=())

    def groups(self) -> list[tuple[str, list[Found]]]:
        """Give the groups that have results, in the order in which they are shown."""
        parted = [(group, [one for one in self.found if one.group == group]) for group in GROUPS]
        return [(group, ones) for group, ones in parted if ones]
