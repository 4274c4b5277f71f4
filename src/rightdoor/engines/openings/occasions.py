"""The days on which something happens, from the hours, dates and closures of an entry."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Final
from uuid import UUID

from rightdoor.engines.calendar import LONDON
from rightdoor.engines.listings import Closed, Dated, Hours, Listing

# How far ahead a date is worked out. Terms are seldom agreed for longer.
HORIZON: Final = timedelta(days=366)
_DAY: Final = timedelta(days=1)
_WEEK: Final = 7


@dataclass(frozen=True)
class Seasons:
    """What the calendar of a place says: bank holidays, and the first and last days of school terms."""

    holidays: frozenset[date] = frozenset()
    terms: tuple[tuple[date, date], ...] = ()

    def in_term(self, day: date) -> bool:
        """Say whether a day lies in a term that is known."""
        return any(first <= day <= last for first, last in self.terms)


@dataclass(frozen=True, order=True)
class Occasion:
    """One time at which something happens. Clock times are those on the wall in London.

    `opens` is None when nobody has said at what time. It closes on the day `last`; where that is not told, on
    the same day, or on the next when it closes before it opens.
    `key` is the same each time the same occasion is worked out.
    """

    day: date
    order: time
    key: str
    opens: time | None = field(compare=False, default=None)
    closes: time | None = field(compare=False, default=None)
    last: date | None = field(compare=False, default=None)
    at: UUID | None = field(compare=False, default=None)
    note: str = field(compare=False, default="")
    cancelled: bool = field(compare=False, default=False)

    @property
    def starts(self) -> datetime:
        """The moment it starts; midnight when nobody has said."""
        return datetime.combine(self.day, self.opens or time(), LONDON)

    @property
    def ends(self) -> datetime:
        """The moment it ends: the end of the day when nobody has said."""
        if self.opens is None or self.closes is None:
            return datetime.combine(self.day + _DAY, time(), LONDON)
        last = self.last or self.day + _DAY * (self.closes <= self.opens)
        return datetime.combine(last, self.closes, LONDON)


def occasions(entry: Listing, first: date, last: date, seasons: Seasons) -> Iterator[Occasion]:
    """Give what happens on the days from `first` to `last`, both included, in order.

    A meeting that was called off is given, and says so. Days closed are left out, for the place closed or,
    where none is named, for all of the service.
    """
    dated = sorted(_dated(row) for row in entry.dates)
    day = first
    while day <= last:
        found = [_weekly(row, day) for row in entry.hours if _happens(row, day, seasons)]
        found += [one for one in dated if one.day == day]
        yield from sorted(one for one in found if not _closed(entry.closures, one))
        day += _DAY


def upcoming(
    entry: Listing, now: datetime, seasons: Seasons, *, most: int = 6, horizon: timedelta = HORIZON
) -> list[Occasion]:
    """Give the next occasions that are not over at `now`, at most so many, within the horizon.

    A service that is paused or closed has none. Raises ValueError for a moment without a time zone.
    """
    if now.tzinfo is None:
        raise ValueError("A moment needs a time zone.")
    if entry.status != "active":
        return []
    today = now.astimezone(LONDON).date()
    coming = occasions(entry, today - _DAY, today + horizon, seasons)
    return list(islice((one for one in coming if one.ends > now), most))


def is_open(entry: Listing, now: datetime, seasons: Seasons) -> bool:
    """Say whether it is certainly open at `now`: hours that do not say from when to when do not tell."""
    return any(
        one.opens is not None and one.closes is not None and one.starts <= now and not one.cancelled
        for one in upcoming(entry, now, seasons, most=_WEEK, horizon=_DAY)
    )


def _happens(row: Hours, day: date, seasons: Seasons) -> bool:
    return (
        row.weekday == day.weekday()
        and (row.first_on is None or row.first_on <= day)
        and (row.last_on is None or day <= row.last_on)
        and not (row.closed_on_bank_holidays and day in seasons.holidays)
        and (not row.term_time_only or seasons.in_term(day))
        and (_is_nth(row.nth_of_month, day) if row.nth_of_month else _in_its_week(row, day))
    )


def _is_nth(nth: int, day: date) -> bool:
    if nth < 0:
        return (day + _DAY * _WEEK).month != day.month
    return (day.day - 1) // _WEEK + 1 == nth


def _in_its_week(row: Hours, day: date) -> bool:
    if row.every_weeks == 1:
        return True
    if row.first_on is None:
        return False
    began = row.first_on + _DAY * ((row.weekday - row.first_on.weekday()) % _WEEK)
    return (day - began).days % (_WEEK * row.every_weeks) == 0


def _weekly(row: Hours, day: date) -> Occasion:
    key = f"{row.id}-{day:%Y%m%d}"
    return Occasion(
        day=day,
        order=row.opens or time(),
        key=key,
        opens=row.opens,
        closes=row.closes,
        at=row.at,
        note=row.note,
    )


def _dated(row: Dated) -> Occasion:
    starts = row.starts.astimezone(LONDON)
    ends = row.ends.astimezone(LONDON) if row.ends else None
    return Occasion(
        day=starts.date(),
        order=starts.time(),
        key=str(row.id),
        opens=starts.time(),
        closes=ends.time() if ends else None,
        last=ends.date() if ends else None,
        at=row.at,
        note=row.note,
        cancelled=row.cancelled,
    )


def _closed(closures: Sequence[Closed], one: Occasion) -> bool:
    return any(row.first <= one.day <= row.last and row.at in (None, one.at) for row in closures)
