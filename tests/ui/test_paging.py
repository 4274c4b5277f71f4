"""Numbered pages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightdoor.ui.paging import page_links, shown_pages


@pytest.mark.parametrize(
    ("number", "pages", "shown"),
    [
        (1, 1, [1]),
        (1, 3, [1, 2, 3]),
        (5, 12, [1, None, 4, 5, 6, None, 12]),
        (2, 12, [1, 2, 3, None, 12]),
        (12, 12, [1, None, 11, 12]),
    ],
)
def test_first_last_and_neighbours_are_shown(number: int, pages: int, shown: list[int | None]) -> None:
    assert shown_pages(number, pages) == shown


@given(st.integers(1, 500).flatmap(lambda pages: st.tuples(st.integers(1, pages), st.just(pages))))
def test_links_go_to_pages_that_exist(numbers: tuple[int, int]) -> None:
    number, pages = numbers
    links = page_links(number, pages, {"q": "a b&c"})
    assert all(1 <= item.get("number", 1) <= pages for item in links["items"])
    assert ("previous" in links, "next" in links) == (number > 1, number < pages)


def test_filters_are_kept_in_the_links() -> None:
    assert page_links(1, 2, {"q": "a b&c"})["next"]["href"] == "?q=a+b%26c&page=2"
