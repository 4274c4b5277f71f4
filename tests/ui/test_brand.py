"""A partnership's colour."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightdoor.ui.brand import contrast, parse, stylesheet

COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


def values(colour: str) -> dict[str, str]:
    inside = stylesheet(colour).removeprefix(":root{").rstrip("}\n")
    return dict(pair.split(":") for pair in inside.split(";") if pair)


@given(COLOURS)
def test_any_colour_gives_readable_links_and_header(colour: str) -> None:
    found = values(colour)
    tint = parse(found["--govuk-surface-background-colour"])
    assert contrast(parse(found["--govuk-link-colour"]), tint) >= 4.5
    assert contrast(parse(found["--app-on-brand"]), parse(found["--govuk-brand-colour"])) >= 4.5


def test_black_on_white_has_the_contrast_that_wcag_gives_it() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == 21


@pytest.mark.parametrize("wrong", ["red", "#fff", "#12345g", "#123456;}", ""])
def test_what_is_no_colour_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match="a colour is written like"):
        stylesheet(wrong)
