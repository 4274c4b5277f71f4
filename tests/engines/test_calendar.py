"""Working days and clocks, at their boundaries."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rightdoor.engines.calendar import (
    LONDON,
    Clock,
    ClockVersion,
    Pause,
    Unit,
    add_months,
    due,
    england_and_wales,
    state,
)

CALENDAR = england_and_wales()
FRIDAY = datetime(2026, 11, 20, 16, 30, tzinfo=LONDON)
DAYS = st.dates(date(2016, 1, 1), date(2027, 6, 30))
MOMENTS = st.datetimes(datetime(2016, 1, 1), datetime(2027, 6, 30), timezones=st.just(LONDON))  # noqa: DTZ001


def clock(length: int, unit: Unit = "working_days") -> ClockVersion:
    return ClockVersion("review", date(2016, 1, 1), length, unit, ("waiting-for-family",))


def waiting(first: datetime, last: datetime | None) -> Pause:
    return Pause("waiting-for-family", first, last)


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 12, 24), True),
        (date(2026, 12, 25), False),
        (date(2026, 12, 26), False),
        (date(2026, 12, 28), False),
        (date(2026, 12, 29), True),
        (date(2026, 4, 3), False),
        (date(2026, 4, 6), False),
        (date(2022, 9, 19), False),
        (date(2026, 11, 21), False),
        (date(2026, 11, 23), True),
    ],
)
def test_weekends_and_bank_holidays_are_not_worked(day: date, works: bool) -> None:
    assert CALENDAR.is_working(day) is works


@pytest.mark.parametrize(
    ("started", "length", "last"),
    [
        (FRIDAY, 0, date(2026, 11, 20)),
        (FRIDAY, 1, date(2026, 11, 23)),
        (FRIDAY, 5, date(2026, 11, 27)),
        (datetime(2026, 11, 21, 9, tzinfo=LONDON), 0, date(2026, 11, 23)),
        (datetime(2026, 11, 21, 9, tzinfo=LONDON), 1, date(2026, 11, 23)),
        (datetime(2026, 12, 24, 9, tzinfo=LONDON), 1, date(2026, 12, 29)),
        (datetime(2026, 12, 21, 9, tzinfo=LONDON), 10, date(2027, 1, 7)),
        (datetime(2026, 4, 2, 9, tzinfo=LONDON), 1, date(2026, 4, 7)),
        (datetime(2026, 4, 1, 9, tzinfo=LONDON), 45, date(2026, 6, 9)),
    ],
)
def test_working_days_are_counted_over_weekends_christmas_and_easter(
    started: datetime, length: int, last: date
) -> None:
    assert due(clock(length), started, CALENDAR).date() == last


@pytest.mark.parametrize(
    ("length", "unit", "last"),
    [(1, "days", date(2026, 11, 21)), (6, "weeks", date(2027, 1, 1)), (3, "months", date(2027, 2, 20))],
)
def test_days_weeks_and_months_are_counted_whether_worked_or_not(length: int, unit: Unit, last: date) -> None:
    assert due(clock(length, unit), FRIDAY, CALENDAR).date() == last


@pytest.mark.parametrize(
    ("day", "months", "last"),
    [
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2023, 11, 30), 3, date(2024, 2, 29)),
        (date(2026, 12, 31), 1, date(2027, 1, 31)),
        (date(2026, 1, 31), 13, date(2027, 2, 28)),
    ],
)
def test_a_month_that_is_too_short_ends_on_its_last_day(day: date, months: int, last: date) -> None:
    assert add_months(day, months) == last


def test_a_clock_runs_out_at_the_last_second_of_its_last_day_in_london() -> None:
    assert due(clock(1), FRIDAY, CALENDAR).isoformat() == "2026-11-23T23:59:59+00:00"
    assert (
        due(clock(1), datetime(2026, 7, 1, 9, tzinfo=LONDON), CALENDAR).isoformat()
        == "2026-07-02T23:59:59+01:00"
    )


def test_late_in_the_evening_of_universal_time_is_already_tomorrow_in_a_london_summer() -> None:
    late = datetime(2026, 7, 1, 23, 30, tzinfo=UTC)
    assert due(clock(1), late, CALENDAR).date() == date(2026, 7, 3)


def test_hours_pass_in_real_time_when_the_clocks_change() -> None:
    evening = datetime(2026, 10, 24, 18, 0, tzinfo=LONDON)
    assert due(clock(24, "hours"), evening, CALENDAR).isoformat() == "2026-10-25T17:00:00+00:00"


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (
            datetime(2026, 11, 24, 9, tzinfo=LONDON),
            datetime(2026, 11, 24, 17, tzinfo=LONDON),
            date(2026, 11, 27),
        ),
        (
            datetime(2026, 11, 24, 9, tzinfo=LONDON),
            datetime(2026, 11, 26, 9, tzinfo=LONDON),
            date(2026, 12, 1),
        ),
        (
            datetime(2026, 11, 28, 9, tzinfo=LONDON),
            datetime(2026, 12, 3, 9, tzinfo=LONDON),
            date(2026, 11, 27),
        ),
        (
            datetime(2026, 11, 21, 9, tzinfo=LONDON),
            datetime(2026, 11, 22, 9, tzinfo=LONDON),
            date(2026, 11, 27),
        ),
    ],
)
def test_days_on_which_the_clock_stood_still_are_not_counted(
    first: datetime, last: datetime, expected: date
) -> None:
    assert due(clock(5), FRIDAY, CALENDAR, [waiting(first, last)]).date() == expected


def test_a_pause_for_a_reason_the_clock_does_not_know_changes_nothing() -> None:
    holiday = Pause("holiday", FRIDAY, FRIDAY + timedelta(days=30))
    assert due(clock(5), FRIDAY, CALENDAR, [holiday]) == due(clock(5), FRIDAY, CALENDAR)


def test_pauses_that_overlap_are_not_counted_twice() -> None:
    one = waiting(FRIDAY + timedelta(hours=1), FRIDAY + timedelta(hours=11))
    two = waiting(FRIDAY + timedelta(hours=6), FRIDAY + timedelta(hours=16))
    assert due(clock(48, "hours"), FRIDAY, CALENDAR, [two, one]) == FRIDAY + timedelta(hours=63)


def test_a_pause_still_open_has_no_due_date() -> None:
    with pytest.raises(ValueError, match="still open"):
        due(clock(5), FRIDAY, CALENDAR, [waiting(FRIDAY, None)])


def test_a_moment_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        due(clock(5), FRIDAY.replace(tzinfo=None), CALENDAR)


@pytest.mark.parametrize(
    ("now", "status", "left"),
    [
        (datetime(2026, 11, 25, 9, tzinfo=LONDON), "on time", 2),
        (datetime(2026, 11, 26, 9, tzinfo=LONDON), "due soon", 1),
        (datetime(2026, 11, 27, 23, 59, 59, tzinfo=LONDON), "due soon", 0),
        (datetime(2026, 11, 28, 0, 0, tzinfo=LONDON), "overdue", 0),
        (datetime(2026, 11, 30, 9, tzinfo=LONDON), "overdue", -1),
    ],
)
def test_a_clock_says_how_it_stands(now: datetime, status: str, left: int) -> None:
    found = state(clock(5), FRIDAY, CALENDAR, now)
    assert (found.status, found.working_days_left) == (status, left)


def test_a_clock_that_stands_still_is_neither_late_nor_running() -> None:
    now = datetime(2026, 12, 18, 9, tzinfo=LONDON)
    found = state(clock(5), FRIDAY, CALENDAR, now, [waiting(datetime(2026, 11, 25, 9, tzinfo=LONDON), None)])
    assert (found.status, found.working_days_left) == ("paused", 2)


def test_a_clock_keeps_the_version_of_the_day_it_started() -> None:
    old, new = clock(10), ClockVersion("review", date(2026, 4, 1), 15, "working_days")
    both = Clock("review", "Review", "a start", "an end", "local", "S1", (old, new))
    days = (date(2010, 1, 1), date(2026, 3, 31), date(2026, 4, 1))
    assert [both.version_at(day).length for day in days] == [10, 10, 15]


@given(DAYS, st.integers(1, 60))
def test_counting_there_and_back_agrees(day: date, length: int) -> None:
    last = CALENDAR.add(day, length)
    assert CALENDAR.is_working(last)
    assert CALENDAR.between(day, last) == length == -CALENDAR.between(last, day)


@given(MOMENTS, st.integers(0, 60), st.sampled_from(["working_days", "days", "weeks", "months", "hours"]))
@settings(deadline=None)
def test_a_longer_clock_never_runs_out_sooner(started: datetime, length: int, unit: Unit) -> None:
    first, second = (due(clock(extra, unit), started, CALENDAR) for extra in (length, length + 1))
    assert started <= first <= second


@given(
    MOMENTS,
    st.integers(0, 30),
    st.integers(0, 20),
    st.integers(0, 20),
    st.sampled_from(["days", "working_days", "hours"]),
)
@settings(deadline=None)
def test_a_pause_never_brings_the_end_nearer(
    started: datetime, length: int, wait: int, stay: int, unit: Unit
) -> None:
    first = started + timedelta(days=wait)
    pause = waiting(first, first + timedelta(days=stay))
    version = clock(length, unit)
    assert due(version, started, CALENDAR, [pause]) >= due(version, started, CALENDAR)


@given(MOMENTS, st.integers(1, 30))
@settings(deadline=None)
def test_the_clock_is_overdue_exactly_when_its_last_second_has_passed(started: datetime, length: int) -> None:
    end = due(clock(length), started, CALENDAR)
    assert state(clock(length), started, CALENDAR, end).status != "overdue"
    assert state(clock(length), started, CALENDAR, end + timedelta(seconds=1)).status == "overdue"
