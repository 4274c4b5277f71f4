"""Dates of which only part is known."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightdoor.ui.dates import PartialDate, month_number


@given(st.dates(min_value=date(1000, 1, 1)), st.sampled_from([1, 2, 3]))
def test_every_date_reads_back_from_how_it_is_kept(day: date, parts: Any) -> None:
    kept = PartialDate(day.year, day.month if parts > 1 else None, day.day if parts > 2 else None)
    assert PartialDate.parse(kept.iso) == kept


@given(st.dates(min_value=date(1000, 1, 1)))
def test_what_it_could_be_spans_what_it_was(day: date) -> None:
    year, month = PartialDate(day.year), PartialDate(day.year, day.month)
    assert year.earliest <= month.earliest <= day <= month.latest <= year.latest
    assert PartialDate.of(day).exact == day


@pytest.mark.parametrize("parts", [(2023, 2, 29), (2023, 13), (2023, None, 4), (2023, 0), (2023, 4, 0)])
def test_no_calendar_no_date(parts: Any) -> None:
    with pytest.raises(ValueError, match=r"."):
        PartialDate(*parts)


@pytest.mark.parametrize(("said", "month"), [("4", 4), ("04", 4), ("apr", 4), ("April", 4), ("SEPT.", 9)])
def test_a_month_may_be_written_as_number_or_name(said: str, month: int) -> None:
    assert month_number(said) == month


@pytest.mark.parametrize("said", ["", "0", "13", "ju", "smarch", "²"])
def test_what_is_no_month_is_none(said: str) -> None:
    assert month_number(said) is None
