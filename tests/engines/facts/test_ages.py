"""Ages in complete calendar months, at their boundaries."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightdoor.engines.facts import Circumstances, Person, Span, age, known
from rightdoor.engines.facts.known import months_between

DAYS = st.dates(date(1930, 1, 1), date(2090, 12, 31))


def aged(born: date, on: date) -> float:
    span = age(Person("x", "child", birth_date=born), on)
    assert span is not None
    assert span.low == span.high
    return span.low


@pytest.mark.parametrize(
    ("on", "months"), [(date(2026, 5, 9), 47), (date(2026, 5, 10), 48), (date(2026, 5, 11), 48)]
)
def test_a_child_of_four_years_less_a_day_is_not_yet_four(on: date, months: int) -> None:
    assert aged(date(2022, 5, 10), on) == months


@pytest.mark.parametrize(
    ("on", "years"),
    [(date(2021, 2, 28), 0), (date(2021, 3, 1), 1), (date(2024, 2, 28), 3), (date(2024, 2, 29), 4)],
)
def test_somebody_born_on_29_february_is_older_on_1_march_of_a_common_year(on: date, years: int) -> None:
    assert aged(date(2020, 2, 29), on) // 12 == years


@pytest.mark.parametrize(
    ("on", "months"), [(date(2026, 2, 28), 0), (date(2026, 3, 1), 1), (date(2026, 3, 31), 2)]
)
def test_a_month_that_is_too_short_ends_before_the_next_month_of_life(on: date, months: int) -> None:
    assert aged(date(2026, 1, 31), on) == months


def test_a_child_is_nought_months_old_on_the_day_of_birth() -> None:
    assert aged(date(2026, 11, 22), date(2026, 11, 22)) == 0


@given(DAYS, DAYS)
def test_nobody_grows_younger(born: date, on: date) -> None:
    assert months_between(born, on) <= months_between(born, on + timedelta(days=1))


@given(DAYS, st.integers(0, 100))
def test_a_birthday_adds_exactly_one_year(born: date, years: int) -> None:
    if (born.month, born.day) != (2, 29):
        assert months_between(born, born.replace(year=born.year + years)) == 12 * years


def test_an_age_in_years_may_be_any_month_of_that_year() -> None:
    assert age(Person("x", "child", age_years=4), date(2026, 1, 1)) == Span(48, 59)


def test_an_unborn_child_is_younger_than_any_age() -> None:
    baby = Person("x", "child", due_date=date(2026, 12, 1))
    assert age(baby, date(2026, 12, 1)) == Span(-1, -1)
    assert known(Circumstances(date(2026, 12, 1), (baby,)), "unborn", baby) == "yes"


def test_a_child_whose_due_date_has_passed_may_have_been_born() -> None:
    baby = Person("x", "child", due_date=date(2026, 12, 1))
    told = Circumstances(date(2026, 12, 2), (baby,))
    assert known(told, "unborn", baby) is None
    assert known(told, "age", baby) is None


def test_a_child_without_any_date_is_of_unknown_age() -> None:
    assert age(Person("x", "child"), date(2026, 1, 1)) is None
