"""How long an entry may go unchecked, with its days counted by hand."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightdoor.engines.freshness import Freshness, Keeping

KEEPING = Keeping(check_months=6, remind_days=14, escalate_days=28, hide_months=12)
ORDER = list(Freshness)


@pytest.mark.parametrize(
    ("today", "state"),
    [
        (date(2026, 7, 14), "fresh"),
        (date(2026, 7, 15), "due"),
        (date(2026, 8, 11), "due"),
        (date(2026, 8, 12), "late"),
        (date(2027, 1, 14), "late"),
        (date(2027, 1, 15), "over"),
    ],
)
def test_an_entry_of_15_january_is_due_in_july_and_over_in_a_year(today: date, state: str):
    assert KEEPING.state(date(2026, 1, 15), today) == state


def test_a_month_that_is_shorter_ends_on_its_last_day():
    assert KEEPING.due_on(date(2026, 8, 31)) == date(2027, 2, 28)


@given(st.dates(date(2000, 1, 1), date(2050, 1, 1)), st.integers(0, 900), st.integers(0, 900))
def test_an_entry_never_grows_fresher_by_itself(start: date, first: int, more: int):
    early = KEEPING.state(start, start + timedelta(first))
    later = KEEPING.state(start, start + timedelta(first + more))
    assert ORDER.index(early) <= ORDER.index(later)
