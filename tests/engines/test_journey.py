"""A child's journey as dates, counted by hand."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightdoor.engines.journey import Child, When, journey, missed, school_start, shifted
from rightdoor.engines.packs import load

STOPS = load(Path("packs/lewisham")).stops
BORN = date(2026, 3, 10)
DAYS = st.dates(date(2005, 1, 1), date(2040, 12, 31))


def days_of(child: Child, stop: str) -> tuple[date, date]:
    (found,) = [one for one in journey(STOPS, child) if one.planned.id == stop]
    return found.first, found.last


@pytest.mark.parametrize(
    ("born", "year"),
    [
        (date(2022, 8, 31), 2026),
        (date(2022, 9, 1), 2027),
        (date(2022, 1, 1), 2026),
        (date(2022, 12, 31), 2027),
    ],
)
def test_school_begins_in_the_september_after_the_fourth_birthday(born: date, year: int):
    assert school_start(born) == date(year, 9, 1)


@pytest.mark.parametrize(
    ("stop", "first", "last"),
    [
        ("new-baby-visit", date(2026, 3, 10), date(2026, 3, 30)),
        ("six-weeks", date(2026, 4, 7), date(2026, 4, 27)),
        ("nine-to-twelve", date(2026, 12, 10), date(2027, 4, 9)),
        ("two-year-review", date(2028, 3, 10), date(2028, 9, 9)),
        ("ready-for-school", date(2030, 3, 1), date(2030, 8, 31)),
        ("choose-secondary", date(2036, 9, 1), date(2036, 10, 31)),
        ("adult-services", date(2043, 3, 10), date(2044, 3, 9)),
    ],
)
def test_stops_of_a_child_born_on_10_march_2026(stop: str, first: date, last: date):
    assert days_of(Child(BORN), stop) == (first, last)


def test_before_the_birth_days_are_counted_back_from_the_due_date():
    assert days_of(Child(BORN, unborn=True), "before-birth-visit") == (date(2025, 12, 16), date(2026, 2, 9))


@pytest.mark.parametrize(
    ("born", "begins"),
    [
        (date(2023, 1, 1), date(2026, 4, 1)),
        (date(2023, 3, 31), date(2026, 4, 1)),
        (date(2023, 4, 1), date(2026, 9, 1)),
        (date(2023, 8, 31), date(2026, 9, 1)),
        (date(2023, 9, 1), date(2027, 1, 1)),
        (date(2024, 2, 29), date(2027, 4, 1)),
    ],
)
def test_free_hours_begin_in_the_term_after_the_third_birthday(born: date, begins: date):
    assert Child(born).event("nursery") == begins


@given(DAYS, DAYS)
def test_every_stop_has_days_in_order_and_stands_somewhere(born: date, today: date):
    found = journey(STOPS, Child(born))
    assert [one.first for one in found] == sorted(one.first for one in found)
    for one in found:
        assert one.first <= one.last
        states = [
            one.when(day) for day in (one.first - timedelta(1), one.first, one.last, one.last + timedelta(1))
        ]
        assert states == [When.LATER, When.NOW, When.NOW, When.PAST]
        assert one.when(today) in When


def test_only_what_is_over_since_we_know_the_family_and_not_noted_is_missed():
    found = journey(STOPS, Child(BORN))
    told = [
        one.planned.id for one in missed(found, frozenset({"six-weeks"}), date(2026, 8, 1), date(2026, 4, 1))
    ]
    assert told == ["meet-others"]


@pytest.mark.parametrize(("month", "summer"), [(3, False), (4, True), (8, True), (9, False)])
def test_summer_born_is_from_april_to_august(month: int, summer: bool):
    assert Child(date(2026, month, 15)).summer_born is summer


@pytest.mark.parametrize("wrong", ["", "12", "3d", "-", "9 m"])
def test_a_time_that_is_none_is_refused(wrong: str):
    with pytest.raises(ValueError, match="is no time"):
        shifted(BORN, wrong)
