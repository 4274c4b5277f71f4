"""Names folded so that two writings of one name meet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightdoor.engines.names import fold, parts, postcode


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("O’Neill", "oneill"),
        ("Şimşek", "simsek"),
        ("Łukasz", "lukasz"),
        ("de Souza", "desouza"),
        ("محمد", "محمد"),
        ("", ""),
    ],
)
def test_case_accents_spaces_and_marks_do_not_matter(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(st.text())
def test_folding_twice_is_folding_once(name: str) -> None:
    assert fold(fold(name)) == fold(name)


def test_a_double_name_has_parts() -> None:
    assert parts("Anne-Marie O'Dowd") == ("anne", "marie", "odowd")


@pytest.mark.parametrize(
    ("typed", "written"),
    [("se136lg", "SE13 6LG"), (" SE13  6lg ", "SE13 6LG"), ("nowhere", "NOWHERE"), ("", "")],
)
def test_a_postcode_is_written_one_way(typed: str, written: str) -> None:
    assert postcode(typed) == written
