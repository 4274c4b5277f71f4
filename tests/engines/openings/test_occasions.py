"""Which days something happens on, against dateutil's own rules and days counted by hand."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from dateutil import rrule
from hypothesis import given
from hypothesis import strategies as st

from rightdoor.engines.calendar import LONDON, england_and_wales
from rightdoor.engines.listings import Closed, Dated, Hours, Listing
from rightdoor.engines.openings import Occasion, Seasons, is_open, occasions, upcoming
from tests.directory.factories import entry, place

TERMS = ((date(2026, 9, 1), date(2026, 10, 23)), (date(2026, 11, 2), date(2026, 12, 18)))
SEASONS = Seasons(england_and_wales().holidays, TERMS)
NONE = Seasons()
FRIDAY = date(2026, 11, 27)
DAYS = st.dates(date(2024, 1, 1), date(2030, 12, 31))


def hours(**told: Any) -> Hours:
    return Hours(**{"id": uuid4(), "weekday": 4, "opens": time(9, 30), "closes": time(11), **told})


def days(one: Listing, first: date, last: date, seasons: Seasons = NONE) -> list[date]:
    return [found.day for found in occasions(one, first, last, seasons)]


def at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), LONDON)


@given(st.integers(0, 6), DAYS, st.integers(1, 8))
def test_hours_every_so_many_weeks_are_those_of_dateutil(weekday: int, began: date, weeks: int):
    one = entry(hours=(hours(weekday=weekday, every_weeks=weeks, first_on=began),))
    start = began + timedelta((weekday - began.weekday()) % 7)
    oracle = rrule.rrule(
        rrule.WEEKLY, dtstart=datetime.combine(start, time()), interval=weeks, byweekday=weekday, count=9
    )
    wanted = [moment.date() for moment in oracle]
    assert days(one, began, wanted[-1]) == wanted


@given(st.integers(0, 6), DAYS, st.sampled_from([-1, 1, 2, 3, 4, 5]))
def test_the_nth_day_of_a_month_is_that_of_dateutil(weekday: int, first: date, nth: int):
    one = entry(hours=(hours(weekday=weekday, nth_of_month=nth),))
    day = rrule.weekday(weekday)(nth)
    oracle = rrule.rrule(rrule.MONTHLY, dtstart=datetime.combine(first, time()), byweekday=day, count=6)
    wanted = [moment.date() for moment in oracle]
    assert days(one, first, wanted[-1]) == wanted


def test_every_second_week_gives_no_date_when_nobody_said_from_when():
    one = entry(hours=(hours(every_weeks=2),))
    assert days(one, FRIDAY, FRIDAY + timedelta(60)) == []


def test_in_term_time_only_days_of_a_known_term_count():
    one = entry(hours=(hours(term_time_only=True),))
    found = days(one, date(2026, 10, 16), date(2026, 11, 13), SEASONS)
    assert found == [date(2026, 10, 16), date(2026, 10, 23), date(2026, 11, 6), date(2026, 11, 13)]
    assert days(one, date(2026, 10, 16), date(2026, 11, 13), NONE) == []


@pytest.mark.parametrize(("closed", "there"), [(True, []), (False, [date(2026, 12, 25)])])
def test_on_a_bank_holiday_it_is_closed_unless_told_otherwise(closed: bool, there: list[date]):
    one = entry(hours=(hours(closed_on_bank_holidays=closed),))
    assert days(one, date(2026, 12, 25), date(2026, 12, 25), SEASONS) == there


def test_a_closure_of_one_place_leaves_the_others_open():
    here, there = place(), place()
    closed = Closed(id=uuid4(), at=here.place.id, first=FRIDAY, last=FRIDAY + timedelta(6))
    rows = (hours(at=here.place.id), hours(at=there.place.id))
    one = entry(places=(here, there), hours=rows, closures=(closed,))
    found = [(day.day, day.at) for day in occasions(one, FRIDAY, FRIDAY + timedelta(7), NONE)]
    assert (FRIDAY, here.place.id) not in found
    assert (FRIDAY, there.place.id) in found
    assert len(found) == 3


def test_a_closure_with_no_place_closes_everything_on_both_its_days():
    closed = Closed(id=uuid4(), first=FRIDAY, last=FRIDAY)
    one = entry(hours=(hours(), hours(weekday=5)), closures=(closed,))
    assert days(one, FRIDAY, FRIDAY + timedelta(1)) == [FRIDAY + timedelta(1)]


def test_what_is_going_on_is_still_the_next_and_what_is_over_is_not():
    one = entry(hours=(hours(),))
    assert upcoming(one, at(FRIDAY, 10, 59), NONE)[0].day == FRIDAY
    assert upcoming(one, at(FRIDAY, 11), NONE)[0].day == FRIDAY + timedelta(7)
    assert len(upcoming(one, at(FRIDAY, 9), NONE)) == 6


def test_a_night_that_passes_midnight_is_open_on_both_sides_of_it():
    one = entry(hours=(hours(opens=time(22), closes=time(2)),))
    saturday = FRIDAY + timedelta(1)
    told = [
        is_open(one, moment, NONE) for moment in (at(FRIDAY, 21, 59), at(FRIDAY, 22), at(saturday, 1, 59))
    ]
    assert told == [False, True, True]
    assert not is_open(one, at(saturday, 2), NONE)


def test_hours_without_times_are_never_said_to_be_open():
    one = entry(hours=(hours(opens=None, closes=None),))
    assert not is_open(one, at(FRIDAY, 10), NONE)
    assert upcoming(one, at(FRIDAY, 10), NONE)[0].day == FRIDAY


@pytest.mark.parametrize("status", ["paused", "closed"])
def test_a_paused_service_promises_no_dates(status: str):
    assert upcoming(entry(hours=(hours(),), status=status), at(FRIDAY, 9), NONE) == []


def test_dated_meetings_stand_among_the_weekly_ones_and_say_when_they_are_off():
    evening = Dated(id=UUID(int=5), starts=datetime(2026, 11, 27, 18, tzinfo=UTC), cancelled=True)
    one = entry(hours=(hours(),), dates=(evening,))
    found = upcoming(one, at(FRIDAY, 8), NONE, most=3)
    assert [(day.day, day.opens, day.cancelled) for day in found] == [
        (FRIDAY, time(9, 30), False),
        (FRIDAY, time(18), True),
        (FRIDAY + timedelta(7), time(9, 30), False),
    ]
    assert not is_open(one, at(FRIDAY, 19), NONE)


@pytest.mark.parametrize("day", [date(2026, 3, 27), date(2026, 4, 3), date(2026, 10, 30)])
def test_clocks_that_change_leave_the_time_on_the_wall(day: date):
    one = entry(hours=(hours(),))
    (found,) = occasions(one, day, day, NONE)
    assert (found.starts.hour, found.starts.minute, found.ends.hour) == (9, 30, 11)


def test_a_meeting_over_some_days_ends_on_its_last():
    camp = Dated(
        id=UUID(int=6), starts=datetime(2026, 8, 3, 9, tzinfo=UTC), ends=datetime(2026, 8, 5, 15, tzinfo=UTC)
    )
    found: list[Occasion] = upcoming(entry(dates=(camp,)), at(date(2026, 8, 3), 8), NONE)
    assert found[0].ends == at(date(2026, 8, 5), 16)
