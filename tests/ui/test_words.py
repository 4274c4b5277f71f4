"""Values as people say them."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from rightdoor.ui import words
from rightdoor.ui.dates import PartialDate

BIRTH = date(2024, 2, 29)


def test_a_date_is_told_as_day_month_and_year() -> None:
    assert words.date_words(date(2026, 11, 2)) == "2 November 2026"


def test_a_moment_is_told_in_london_time() -> None:
    assert words.date_time_words(datetime(2026, 7, 1, 23, 30, tzinfo=UTC)) == "2 July 2026 at 12:30am"


def test_a_date_known_in_part_says_what_is_known() -> None:
    assert words.date_words(PartialDate(2019, 4)) == "April 2019"


@pytest.mark.parametrize("nothing", [None, ""])
def test_no_date_says_so(nothing: Any) -> None:
    assert words.date_words(nothing) == "Not known"


@pytest.mark.parametrize(("hour", "said"), [(0, "midnight"), (9, "9am"), (12, "midday"), (17, "5pm")])
def test_whole_hours_have_no_minutes(hour: int, said: str) -> None:
    assert words.time_words(datetime(2026, 1, 5, hour, 0, tzinfo=UTC)) == said


@pytest.mark.parametrize(
    ("on", "said"),
    [
        (date(2024, 2, 28), "not yet born"),
        (date(2024, 2, 29), "0 days"),
        (date(2024, 3, 1), "1 day"),
        (date(2024, 3, 13), "13 days"),
        (date(2024, 3, 14), "2 weeks"),
        (date(2024, 5, 28), "12 weeks"),
        (date(2024, 5, 29), "3 months"),
        (date(2026, 2, 28), "23 months"),
        (date(2026, 3, 1), "2 years"),
        (date(2028, 2, 28), "3 years"),
        (date(2028, 2, 29), "4 years"),
    ],
)
def test_age_grows_from_days_to_years(on: date, said: str) -> None:
    assert words.age_words(BIRTH, on) == said


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 11, 20), "3 days ago"),
        (date(2026, 11, 22), "yesterday"),
        (date(2026, 11, 23), "today"),
        (date(2026, 11, 24), "tomorrow"),
        (date(2026, 12, 1), "in 8 days"),
    ],
)
def test_days_are_counted_from_today(day: date, said: str) -> None:
    assert words.days_from(day, date(2026, 11, 23)) == said


def test_counts_take_the_right_word() -> None:
    counted = [
        words.plural(1, "child", "children"),
        words.plural(2, "child", "children"),
        words.plural(1000, "day"),
    ]
    assert counted == ["1 child", "2 children", "1,000 days"]


def test_line_breaks_are_kept_and_markup_is_not() -> None:
    assert words.nl2br("a\r\n<b>\nc") == "a<br>\n&lt;b&gt;<br>\nc"


def test_names_in_a_list_keep_their_places_whichever_way_they_are_written() -> None:
    assert words.names_listed(["Ada", "Owen"]) == "Ada, Owen"
    assert words.names_listed(["مريم", "Owen"]) == "\u2068مريم\u2069, \u2068Owen\u2069"
