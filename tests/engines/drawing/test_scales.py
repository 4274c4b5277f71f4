"""Scores, bars and progress."""

from datetime import date
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightdoor.engines.drawing.progress import Series, progress
from rightdoor.engines.drawing.scales import bar, bars, score

SCORES = st.none() | st.integers(0, 10)
POINTS = st.lists(st.tuples(st.dates(), st.integers(0, 10)), max_size=8).map(tuple)


def tree(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)  # noqa: S314 - our own drawing


@given(SCORES, SCORES)
def test_a_score_is_always_a_picture(value: int | None, before: int | None) -> None:
    dots = [node for node in tree(score(value, before)).iter() if node.tag.endswith("circle")]
    assert len(dots) == (value is not None) + (before is not None)


@pytest.mark.parametrize("value", [-1, 11])
def test_a_score_off_the_scale_is_refused(value: int) -> None:
    with pytest.raises(ValueError, match="from 0 to 10"):
        score(value)


@pytest.mark.parametrize(("value", "over"), [(5, False), (6, False), (7, True)])
def test_over_the_limit_is_seen_from_one_too_many(value: int, over: bool) -> None:
    assert ("load__over" in bar(value, 6)) is over


def test_a_limit_of_nought_is_a_limit() -> None:
    assert tree(bar(0, 0)) is not None
    assert "load__over" in bar(1, 0)


@given(st.lists(st.tuples(st.text(max_size=80), st.floats(0, 1e6)), max_size=8))
def test_bars_hold_any_words_and_amounts(rows: list[tuple[str, float]]) -> None:
    made = bars(rows, title="Needs")
    drawn = [node for node in tree(made.svg).iter() if node.get("class") == "bars__bar"]
    assert len(drawn) == len(made.rows) == len(rows)


@given(st.lists(st.builds(Series, st.text(max_size=80), POINTS), max_size=5))
def test_every_score_is_marked_and_in_the_table(series: list[Series]) -> None:
    made = progress(series, title="Goals")
    marks = [node for node in tree(made.svg).iter() if node.get("class") == "progress__mark"]
    # One more for each series: the sample beside its name.
    assert len(marks) == sum(len(one.points) for one in series) + len(series)
    assert len(made.rows) == len(series)


def test_progress_tells_where_each_goal_began_and_is_now() -> None:
    sleep = Series("Sleep", ((date(2026, 11, 2), 7), (date(2026, 9, 14), 2)))
    school = Series("School", ((date(2026, 9, 14), 4),))
    made = progress([sleep, school, Series("Money", ())], title="Goals")
    assert made.words == "Sleep: from 2 to 7. School: 4 on 14 September 2026. Money: not scored yet."
    assert made.rows[1] == ("School", "4", "not scored")
