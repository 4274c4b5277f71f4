"""Hours and dated meetings as schedules of HSDS, and back."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any, Final
from uuid import UUID
from zoneinfo import ZoneInfo

from rightdoor.engines.listings import Dated, Hours, Listing
from rightdoor.engines.openreferral.own import OwnSchedule
from rightdoor.engines.openreferral.shapes import ScheduleOut
from rightdoor.engines.openreferral.words import DAYS, uuid_or_made

_BYDAY: Final = re.compile(r"([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)")
_CLOCK: Final = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)(?::[0-5]\d)?.*")
# Times of a feed are those of the clocks on the wall there.
WALL: Final = ZoneInfo("Europe/London")
Row = Mapping[str, Any]


def schedules(entry: Listing) -> list[ScheduleOut]:
    """Give the hours and the dated meetings of an entry."""
    at = {row.place.id: str(row.id) for row in entry.places}
    return [_weekly(entry, row, at) for row in entry.hours] + [_dated(entry, row, at) for row in entry.dates]


def _weekly(entry: Listing, row: Hours, at: Mapping[UUID, str]) -> ScheduleOut:
    monthly = row.nth_of_month is not None
    nth = str(row.nth_of_month) if monthly else ""
    return ScheduleOut(
        id=str(row.id),
        service_id=str(entry.id),
        service_at_location_id=at[row.at] if row.at else None,
        valid_from=_day(row.first_on),
        valid_to=_day(row.last_on),
        dtstart=_day(row.first_on),
        freq="MONTHLY" if monthly else "WEEKLY",
        interval=row.every_weeks if row.every_weeks > 1 and not monthly else None,
        byday=f"{nth}{DAYS[row.weekday]}",
        opens_at=_clock(row.opens),
        closes_at=_clock(row.closes),
        description="In term time only" if row.term_time_only else None,
        notes=row.note or None,
        x_rightdoor=OwnSchedule(
            term_time_only=row.term_time_only or None,
            closed_on_bank_holidays=row.closed_on_bank_holidays,
            every_weeks=row.every_weeks if monthly and row.every_weeks > 1 else None,
        ),
    )


def _dated(entry: Listing, row: Dated, at: Mapping[UUID, str]) -> ScheduleOut:
    starts = row.starts.astimezone(WALL)
    ends = row.ends.astimezone(WALL) if row.ends else None
    return ScheduleOut(
        id=str(row.id),
        service_id=str(entry.id),
        service_at_location_id=at[row.at] if row.at else None,
        valid_from=starts.date().isoformat(),
        valid_to=(ends or starts).date().isoformat(),
        dtstart=starts.date().isoformat(),
        opens_at=_clock(starts.time()),
        closes_at=_clock(ends.time() if ends else None),
        description="Cancelled" if row.cancelled else None,
        notes=row.note or None,
        x_rightdoor=OwnSchedule(
            starts=starts.isoformat(),
            ends=ends.isoformat() if ends else None,
            cancelled=row.cancelled or None,
        ),
    )


def _day(value: date | None) -> str | None:
    return value.isoformat() if value else None


def _clock(value: time | None) -> str | None:
    return value.replace(microsecond=0).isoformat() if value else None


def read_schedule(row: Row, at: Mapping[str, UUID], owner: UUID) -> tuple[list[Hours], Dated | None, str]:
    """Read a schedule: weekly or monthly hours, or a dated meeting, or why it is neither."""
    own = row.get("x_rightdoor") or {}
    place = at.get(str(row.get("service_at_location_id")))
    note = (
        str(row.get("notes") or row.get("description") or "")[:300]
        if not own
        else str(row.get("notes") or "")
    )
    days = [found for part in re.split(r"[,\s]+", str(row.get("byday") or "").upper())
            if (found := _BYDAY.fullmatch(part))]  # fmt: skip
    if own.get("starts") or (not days and row.get("dtstart") and not row.get("freq")):
        return [], _read_dated(row, own, place, owner, note), ""
    if not days:
        return [], None, "Only days of the week and dates can be read."
    hours = [
        Hours(
            id=_id_of(row, owner, number, len(days)),
            at=place,
            weekday=DAYS.index(found[2]),
            opens=read_clock(row.get("opens_at")),
            closes=read_clock(row.get("closes_at")),
            every_weeks=_every(row, own),
            nth_of_month=int(found[1]) if found[1] else None,
            first_on=_read_day(row.get("valid_from") or row.get("dtstart")),
            last_on=_read_day(row.get("valid_to")),
            term_time_only=bool(own.get("term_time_only", False)),
            closed_on_bank_holidays=bool(own.get("closed_on_bank_holidays", True)),
            note=note,
        )
        for number, found in enumerate(days)
    ]
    return hours, None, ""


def _id_of(row: Row, owner: UUID, number: int, of: int) -> UUID:
    if of == 1:
        return uuid_or_made(row.get("id"), owner, "schedule", number)
    return uuid_or_made(f"{row.get('id')}/{number}", owner, "schedule")


def _every(row: Row, own: Row) -> int:
    told = own.get("every_weeks") or row.get("interval") or 1
    return int(told) if str(row.get("freq")) != "MONTHLY" or own else 1


def _read_dated(row: Row, own: Row, place: UUID | None, owner: UUID, note: str) -> Dated | None:
    if own.get("starts"):
        starts = datetime.fromisoformat(str(own["starts"]))
        ends = datetime.fromisoformat(str(own["ends"])) if own.get("ends") else None
    else:
        day = _read_day(row.get("dtstart"))
        if day is None:
            return None
        starts = datetime.combine(day, read_clock(row.get("opens_at")) or time(), WALL)
        closes = read_clock(row.get("closes_at"))
        ends = datetime.combine(day, closes, WALL) if closes else None
        ends = ends if ends and ends > starts else None
    return Dated(
        id=uuid_or_made(row.get("id"), owner, "dated"),
        at=place,
        starts=starts,
        ends=ends,
        note=note,
        cancelled=bool(own.get("cancelled", False)),
    )


def read_clock(value: Any) -> time | None:
    """Read a time of day; what follows the minutes is left."""
    found = _CLOCK.fullmatch(str(value or "").strip())
    return time(int(found[1]), int(found[2])) if found else None


def _read_day(value: Any) -> date | None:
    return date.fromisoformat(str(value)[:10]) if value else None
