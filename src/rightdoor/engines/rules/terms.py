"""What rules are made of, as plain values: criteria, conditions, bands, schemes, rules and routes.

Nothing here decides anything; `rightdoor.engines.rules` decides.
A pack is turned into these values when it is loaded.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Who = Literal["parent", "child", "family"]
Numeric = int | float


@dataclass(frozen=True)
class Test:
    """What a fact must be. Every part that is given must hold. Ages are in whole months.

    `is_` and `one_of` are words; the four number tests compare; `from_` (included) and `before`
    (not included) bound an age.
    """

    __test__ = False  # not a test case, whatever pytest makes of the name

    is_: str | None = None
    one_of: tuple[str, ...] | None = None
    more_than: Numeric | None = None
    at_least: Numeric | None = None
    less_than: Numeric | None = None
    at_most: Numeric | None = None
    from_: int | None = None
    before: int | None = None


@dataclass(frozen=True)
class Criterion:
    """One named question about a family.

    `facts` holds one code, or the codes to count when `counts` is true. A count is of the different
    facts that hold for anybody of the kind asked about; of one and the same person with `same_person`.
    """

    id: str
    say: str
    who: Who
    facts: tuple[str, ...]
    test: Test
    counts: bool = False
    same_person: bool = False


@dataclass(frozen=True)
class Conditions:
    """Every one of `all`, not one of `none`, and at least one of `any` where there is any."""

    all: tuple[Criterion, ...] = ()
    none: tuple[Criterion, ...] = ()
    any: tuple[Criterion, ...] = ()


@dataclass(frozen=True)
class Band:
    """One band of a scheme. Each of `ways` is enough by itself; the default band needs none."""

    code: str
    order: int
    name: str
    means: str
    response: str
    default: bool
    ways: tuple[Conditions, ...] = ()


@dataclass(frozen=True)
class Scheme:
    """Bands of need, lowest first."""

    id: str
    name: str
    version: str
    from_: date
    source: str
    bands: tuple[Band, ...]

    @property
    def default(self) -> Band:
        """The band of a family about whom nothing higher is known."""
        return next(band for band in self.bands if band.default)

    def band(self, code: str) -> Band:
        """Find a band by its code; KeyError if there is none."""
        return {band.code: band for band in self.bands}[code]


@dataclass(frozen=True)
class Route:
    """One way to be eligible."""

    name: str
    conditions: Conditions
    note: str = ""


@dataclass(frozen=True)
class Rule:
    """For whom a service is meant. Where there are routes, one must hold as well as `conditions`."""

    id: str
    service: str
    for_: Who
    conditions: Conditions
    routes: tuple[Route, ...] = ()
    note: str = ""
    source: str = ""
