"""A child's journey: the times at which somebody meets every family, as dates of this child.

Days are counted from the birth, or from the due date while the child is unborn; transitions are counted from
the school year. School years are those of England: a child starts in the September after its fourth birthday,
and a birthday on 31 August is still in the older year.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final, Literal, Protocol

from rightdoor.engines.calendar import add_months

Event = Literal["birth", "nursery", "school", "secondary", "eighteen"]
_OFFSET: Final = re.compile(r"(-?)(\d{1,3})([wmy])")
_AUGUST, _SEPTEMBER = 8, 9
_YEARS_TO_SCHOOL, _YEARS_OF_PRIMARY, _GROWN = 4, 7, 18
_SUMMER: Final = 4
LONGEST_PREGNANCY: Final = timedelta(weeks=42)
OLDEST_YEARS: Final = 19


class When(StrEnum):
    """How a stop stands on a day."""

    PAST = "past"
    NOW = "now"
    LATER = "later"


class Planned(Protocol):
    """What a pack says of a stop: from and until when, counted from an event."""

    @property
    def id(self) -> str: ...
    @property
    def counts_from(self) -> Event: ...
    @property
    def from_(self) -> str: ...
    @property
    def until(self) -> str: ...


@dataclass(frozen=True)
class Child:
    """A child by the one date that is known. `unborn` says that it is a due date."""

    day: date
    unborn: bool = False

    def event(self, what: Event) -> date:
        """Give the day of an event in this child's life."""
        if what == "birth":
            return self.day
        if what == "eighteen":
            return add_months(self.day, _GROWN * 12)
        if what == "nursery":
            return _term_after(add_months(self.day, 3 * 12))
        starts = school_start(self.day)
        return starts if what == "school" else date(starts.year + _YEARS_OF_PRIMARY, _SEPTEMBER, 1)

    @property
    def summer_born(self) -> bool:
        """Whether it is born from April to August: parents may ask for school a year later."""
        return _SUMMER <= self.day.month <= _AUGUST


@dataclass(frozen=True)
class Stop:
    """One stop of one child, both days included."""

    planned: Planned
    first: date
    last: date

    def when(self, today: date) -> When:
        """Say how it stands on a day."""
        if today > self.last:
            return When.PAST
        return When.NOW if today >= self.first else When.LATER


def school_start(born: date) -> date:
    """Give 1 September of the year in which a child starts school (reception) in England."""
    late = (born.month, born.day) > (_AUGUST, 31)
    return date(born.year + _YEARS_TO_SCHOOL + late, _SEPTEMBER, 1)


def journey(stops: Sequence[Planned], child: Child) -> list[Stop]:
    """Give the stops of a child as dates, the earliest first."""
    found = [Stop(one, shifted(child.event(one.counts_from), one.from_), _last(child, one)) for one in stops]
    return sorted(found, key=lambda stop: (stop.first, stop.last))


def missed(found: Sequence[Stop], met: frozenset[str], today: date, since: date) -> list[Stop]:
    """Give the stops whose time is over, that nobody has noted, and that were not over before `since`."""
    return [one for one in found if since <= one.last < today and one.planned.id not in met]


def shifted(day: date, offset: str) -> date:
    """Give a day moved by an offset such as "-12w", "9m" or "2y"; raise ValueError for anything else."""
    found = _OFFSET.fullmatch(offset)
    if not found:
        raise ValueError(f"“{offset}” is no time. Write weeks, months or years, such as -12w, 9m or 2y.")
    number = int(found[2]) * (-1 if found[1] else 1)
    if found[3] == "w":
        return day + timedelta(weeks=number)
    return add_months(day, number * (12 if found[3] == "y" else 1))


def _last(child: Child, one: Planned) -> date:
    return shifted(child.event(one.counts_from), one.until) - timedelta(days=1)


def _term_after(birthday: date) -> date:
    """Give the first day of the term after a third birthday, when funded hours begin."""
    if birthday.month <= 3:  # noqa: PLR2004 - the end of the spring term
        return date(birthday.year, 4, 1)
    if birthday.month <= _AUGUST:
        return date(birthday.year, _SEPTEMBER, 1)
    return date(birthday.year + 1, 1, 1)
