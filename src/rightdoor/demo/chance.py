"""Chance that repeats itself: the same seed gives the same people, whenever and wherever they are made."""

import random
from bisect import bisect
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from itertools import accumulate
from typing import Generic, TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

from rightdoor.engines.calendar import england_and_wales

T = TypeVar("T")
LONDON = ZoneInfo("Europe/London")
_ID_BITS = 128


class Table(Generic[T]):
    """Things to draw from, some more often than others. The weights need not add up to anything."""

    def __init__(self, weights: Mapping[T, float]) -> None:
        """Keep what can be drawn, each with its weight."""
        self.things = list(weights)
        self.sums = list(accumulate(weights.values()))


class Chance:
    """One seeded source of every choice the demo makes."""

    def __init__(self, seed: int) -> None:
        """Begin the sequence that belongs to a seed."""
        self._random = random.Random(seed)  # noqa: S311 - made-up people, not secrets
        self.between = self._random.randint
        self.pick = self._random.choice
        self.shuffle = self._random.shuffle
        self.normal = self._random.gauss

    def id(self) -> UUID:
        """Give an id as random as any other, and the same every time."""
        return UUID(int=self._random.getrandbits(_ID_BITS), version=4)

    def happens(self, probability: float) -> bool:
        """Say whether something of this probability (0 to 1) happens."""
        return self._random.random() < probability

    def draw(self, table: Table[T]) -> T:
        """Draw one thing from a table."""
        return table.things[bisect(table.sums, self._random.random() * table.sums[-1])]

    def some(self, things: Sequence[T], at_least: int, at_most: int) -> list[T]:
        """Give some of the things, each once, in the order they had."""
        number = min(self.between(at_least, at_most), len(things))
        chosen = sorted(self._random.sample(range(len(things)), number))
        return [things[place] for place in chosen]

    def at_work(self, day: date) -> datetime:
        """Give a moment in the working hours of a day, or of the next working day."""
        calendar = england_and_wales()
        while not calendar.is_working(day):
            day += timedelta(days=1)
        return datetime.combine(day, time(self.between(8, 16), self.between(0, 59)), LONDON)

    def later(self, moment: datetime, at_least: int, at_most: int) -> datetime:
        """Give a working moment some days later; on the same day it is always after."""
        days = self.between(at_least, at_most)
        if not days:
            return moment + timedelta(minutes=self.between(5, 90))
        return self.at_work(moment.astimezone(LONDON).date() + timedelta(days=days))
