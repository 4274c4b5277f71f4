"""A date of which only part may be known: a year, a month and year, or the whole day."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from rightdoor.ui.words import MONTHS, day_words, month_and_year

MONTHS_IN_YEAR: Final = 12
ISO: Final = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
SHORTEST_MONTH_NAME: Final = 3


@dataclass(frozen=True, slots=True)
class PartialDate:
    """Year always; month and day only when known. A day without its month is refused.

    ``str()`` says it in words (``April 2019``), ``iso`` writes it for keeping (``2019-04``).
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        """Refuse what no calendar holds."""
        if self.day is not None and self.month is None:
            raise ValueError("a day needs its month")
        date(self.year, 1 if self.month is None else self.month, 1 if self.day is None else self.day)

    @classmethod
    def of(cls, day: date) -> PartialDate:
        """The whole of an exact date."""
        return cls(day.year, day.month, day.day)

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read ``2019``, ``2019-04`` or ``2019-04-02``; ValueError for anything else."""
        match = ISO.fullmatch(text.strip())
        if match is None:
            raise ValueError(f"not a date, or part of one: {text!r}")
        year, month, day = match.groups()
        return cls(int(year), int(month) if month else None, int(day) if day else None)

    @property
    def exact(self) -> date | None:
        """The day, when all of it is known."""
        if self.month is None or self.day is None:
            return None
        return date(self.year, self.month, self.day)

    @property
    def earliest(self) -> date:
        """First day it could be."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """Last day it could be."""
        month = self.month or MONTHS_IN_YEAR
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    @property
    def iso(self) -> str:
        """``2019``, ``2019-04`` or ``2019-04-02``: sorts as text, reads back by :meth:`parse`."""
        parts = [f"{self.year:04}"]
        parts += [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    def __str__(self) -> str:
        """``2 April 2019``, ``April 2019`` or ``2019``."""
        if self.month is None:
            return str(self.year)
        if self.day is None:
            return month_and_year(self.year, self.month)
        return day_words(date(self.year, self.month, self.day))


def month_number(text: str) -> int | None:
    """Month written as ``4``, ``04``, ``April`` or ``apr``; None when it is none of them."""
    said = text.strip().rstrip(".").casefold()
    if said.isascii() and said.isdigit():
        return int(said) if 1 <= int(said) <= MONTHS_IN_YEAR else None
    if len(said) < SHORTEST_MONTH_NAME:
        return None
    return next((place for place, name in enumerate(MONTHS, 1) if name.casefold().startswith(said)), None)
