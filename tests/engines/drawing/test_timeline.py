"""What happened, along a line of time."""

import itertools
from datetime import date, timedelta
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightdoor.engines.drawing.timeline import Event, timeline

KINDS = st.sampled_from(["Home", "Help", "Safety"])
EVENTS = st.lists(
    st.builds(Event, st.dates(), st.text(max_size=60), KINDS, st.none() | st.dates(), st.booleans()),
    max_size=12,
)


def tree(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)  # noqa: S314 - our own drawing


def boxes(svg: str) -> list[tuple[float, float, float]]:
    shapes = [node for node in tree(svg).iter() if node.get("class") == "timeline__shape"]
    return [(float(n.attrib["x"]), float(n.attrib["y"]), float(n.attrib["width"])) for n in shapes]


@given(EVENTS)
def test_every_event_has_one_mark_and_one_row(events: list[Event]) -> None:
    made = timeline(events, title="Story")
    assert len(boxes(made.svg)) == len(made.rows) == len(events)


@given(EVENTS)
def test_no_mark_hides_another(events: list[Event]) -> None:
    found = sorted(boxes(timeline(events, title="Story").svg), key=lambda box: (box[1], box[0]))
    for (left, y, width), (after, below, _) in itertools.pairwise(found):
        assert y != below or left + width <= after + 0.2


@given(EVENTS)
def test_rows_are_in_order_of_days(events: list[Event]) -> None:
    made = timeline(events, title="Story")
    ordered = sorted(events, key=lambda event: (event.day, event.last))
    assert [row[2] for row in made.rows] == [event.label for event in ordered]


@pytest.mark.parametrize("days", [0, 1, 30, 400, 4_000, 40_000])
def test_any_length_of_time_has_few_enough_dates_written_on_it(days: int) -> None:
    first = date(1926, 1, 1)
    events = [Event(first, "a", "Home"), Event(first + timedelta(days), "b", "Home")]
    written = [
        node
        for node in tree(timeline(events, title="Story").svg).iter()
        if node.get("class") == "timeline__when"
    ]
    assert 0 <= len(written) <= 10


def test_the_words_say_how_much_and_from_when() -> None:
    events = [
        Event(date(2026, 9, 14), "Asked", "Help"),
        Event(date(2026, 9, 1), "Moved", "Home", date(2026, 10, 2)),
    ]
    made = timeline(events, title="Story")
    assert made.words == "2 things happened from 1 September 2026 to 2 October 2026."
    assert made.rows[0] == ("1", "1 September 2026 to 2 October 2026", "Moved", "Home")


def test_nothing_yet_says_so() -> None:
    assert timeline([], title="Story").words == "Nothing is recorded yet."
