"""Working days and clocks: by when something must be done, and how it stands.

All moments are aware datetimes; days are days in London. The day something starts is day 0, and a
clock counted in days runs out at the last second of its last day. Pure: the caller says what time it is.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
Unit = Literal["working_days", "days", "weeks", "months", "hours"]
Status = Literal["on time", "due soon", "overdue", "paused"]
_SATURDAY = 5
_DAY = timedelta(days=1)
Counts = Callable[[date], bool]


@dataclass(frozen=True)
class WorkingCalendar:
    """Which days are worked: Monday to Friday, bank holidays excepted."""

    holidays: frozenset[date]

    def is_working(self, day: date) -> bool:
        """Say whether a day is worked."""
        return day.weekday() < _SATURDAY and day not in self.holidays

    def add(self, day: date, working_days: int) -> date:
        """Give the n-th working day after a day; for 0 the day itself, or the next one worked."""
        if working_days == 0:
            return day if self.is_working(day) else self.add(day, 1)
        return _count_forward(day, working_days, self.is_working)

    def between(self, first: date, last: date) -> int:
        """Count the working days after `first` up to and including `last`; negative if `last` is earlier."""
        if last < first:
            return -self.between(last, first)
        return sum(self.is_working(first + _DAY * step) for step in range(1, (last - first).days + 1))


@dataclass(frozen=True)
class ClockVersion:
    """A clock as it stands from a date on. A record keeps the version it started under."""

    clock: str
    from_: date
    length: int
    unit: Unit
    pauses: tuple[str, ...] = ()


@dataclass(frozen=True)
class Clock:
    """A named clock with its versions, earliest first; the first has held since ever."""

    id: str
    name: str
    starts: str
    ends: str
    scope: Literal["national", "local"]
    source: str
    versions: tuple[ClockVersion, ...]

    def version_at(self, day: date) -> ClockVersion:
        """Give the version for something started on a day."""
        return next(
            version
            for version in reversed(self.versions)
            if version.from_ <= day or version is self.versions[0]
        )


@dataclass(frozen=True)
class Pause:
    """A stretch in which the clock may stand still, for a named reason. `end` is None while it lasts."""

    reason: str
    start: datetime
    end: datetime | None = None


@dataclass(frozen=True)
class ClockState:
    """How a clock stands: working days left counts from today to the due day; negative when overdue."""

    status: Status
    due: datetime
    working_days_left: int


@cache
def england_and_wales() -> WorkingCalendar:
    """Give the calendar of England and Wales: bank holidays 2012 to 2028 (GOV.UK, OGL v3)."""
    text = (Path(__file__).parent / "data" / "bank-holidays.json").read_text(encoding="utf-8")
    events = json.loads(text)["england-and-wales"]["events"]
    return WorkingCalendar(frozenset(date.fromisoformat(event["date"]) for event in events))


def due(
    version: ClockVersion, started: datetime, calendar: WorkingCalendar, pauses: Iterable[Pause] = ()
) -> datetime:
    """Give the moment a clock runs out.

    Pauses count only for reasons the version names; days on which the clock stood still at midnight are
    not counted. Raises ValueError for a naive moment, or a pause that is still open (see `state`).
    """
    _must_be_aware(started)
    counted = [pause for pause in pauses if pause.reason in version.pauses]
    if version.unit == "hours":
        return _due_by_hours(started, version.length, counted)
    stops = [_stopped_days(pause) for pause in counted]
    day = _london_day(started)
    last = _last_day(version, day, calendar, stops)
    return datetime.combine(last, time(23, 59, 59), LONDON)


def state(
    version: ClockVersion,
    started: datetime,
    calendar: WorkingCalendar,
    now: datetime,
    pauses: Iterable[Pause] = (),
    *,
    soon_within: int = 1,
) -> ClockState:
    """Say how a clock stands: due soon when no more than `soon_within` working days are left.

    While a pause is open the clock is paused, and `due` is when it would run out if it went on now.
    """
    pauses = tuple(pauses)
    open_pause = any(pause.end is None and pause.reason in version.pauses for pause in pauses)
    closed = [pause if pause.end else replace(pause, end=max(now, pause.start)) for pause in pauses]
    end = due(version, started, calendar, closed)
    left = calendar.between(_london_day(now), _london_day(end))
    status: Status = "overdue" if now > end else "due soon" if left <= soon_within else "on time"
    return ClockState("paused" if open_pause else status, end, left)


def _last_day(
    version: ClockVersion, day: date, calendar: WorkingCalendar, stops: list[tuple[date, date]]
) -> date:
    def counts(candidate: date) -> bool:
        works = version.unit != "working_days" or calendar.is_working(candidate)
        return works and not any(first <= candidate < end for first, end in stops)

    length = _days(version, day)
    if length == 0:
        return day if counts(day) else _count_forward(day, 1, counts)
    return _count_forward(day, length, counts)


def _days(version: ClockVersion, day: date) -> int:
    if version.unit == "weeks":
        return version.length * 7
    if version.unit == "months":
        return (add_months(day, version.length) - day).days
    return version.length


def add_months(day: date, months: int) -> date:
    """Give the same day of a later month, or that month's last day when it is shorter."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    first_of_next = date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1)
    return min(date(year, month + 1, 1) + _DAY * (day.day - 1), first_of_next - _DAY)


def _count_forward(day: date, length: int, counts: Counts) -> date:
    while length:
        day += _DAY
        length -= counts(day)
    return day


def _stopped_days(pause: Pause) -> tuple[date, date]:
    return _london_day(pause.start), _london_day(_end_of(pause))


def _due_by_hours(started: datetime, hours: int, pauses: list[Pause]) -> datetime:
    end = started.astimezone(UTC) + timedelta(hours=hours)
    reached = started
    for pause in sorted(pauses, key=lambda pause: pause.start):
        first, last = max(pause.start, reached), _end_of(pause)
        if first < end and last > first:
            end += last - first
            reached = last
    return end.astimezone(LONDON)


def _end_of(pause: Pause) -> datetime:
    if pause.end is None:
        raise ValueError("A pause that is still open has no due date; ask how the clock stands instead.")
    _must_be_aware(pause.start)
    _must_be_aware(pause.end)
    return pause.end


def _london_day(moment: datetime) -> date:
    _must_be_aware(moment)
    return moment.astimezone(LONDON).date()


def _must_be_aware(moment: datetime) -> None:
    if moment.tzinfo is None:
        raise ValueError("A moment needs a time zone.")
