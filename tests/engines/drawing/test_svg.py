"""Text and elements of drawings."""

from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from rightdoor.engines.drawing.svg import element, text, width_of, wrap


@given(st.text(), st.text())
def test_any_text_makes_a_document_that_can_be_read(inside: str, value: str) -> None:
    found = ElementTree.fromstring(element("g", text(inside), title=value))  # noqa: S314 - our own drawing
    assert found.tag == "g"


@given(st.text(), st.integers(1, 5))
def test_lines_are_no_wider_than_asked_and_no_more(words: str, most: int) -> None:
    lines = wrap(words, 100, 14, most)
    assert len(lines) <= most
    assert all(width_of(line, 14) <= 100 + width_of("…", 14) for line in lines)


@given(st.text(alphabet="ab -", max_size=80))
def test_no_letter_is_lost_while_there_is_room(words: str) -> None:
    lines = wrap(words, 100, 14, 1000)
    assert "".join(lines).replace(" ", "") == words.replace(" ", "")
