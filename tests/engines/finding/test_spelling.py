"""Slips of the pen are put right, and good words are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightdoor.engines.finding.spelling import corrected, is_english

KNOWN = {"depression": 3, "autism": 5, "parenting": 9, "back": 40, "behaviour": 4, "speech": 2, "tantrum": 1}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("depresion", "depression"), ("autisim", "autism"), ("parentng", "parenting"), ("speach", "speech")],
)
def test_a_slip_is_put_right(typed: str, meant: str):
    assert corrected([typed], KNOWN) == [meant]


@pytest.mark.parametrize(
    "word", ["black", "mould", "nappy", "counselling", "creche", "programme", "gran", "aut"]
)
def test_a_good_or_short_word_is_left_alone(word: str):
    assert corrected([word], KNOWN) == [word]


@given(st.sampled_from(sorted(["bleak", "park", "autumn", "peach", "parent", "beech", *KNOWN])))
def test_no_english_or_known_word_is_ever_changed(word: str):
    assert is_english(word)
    assert corrected([word], KNOWN) == [word]


@given(st.lists(st.text(max_size=12), max_size=6))
def test_every_word_stays_itself_or_becomes_a_known_one(words: list[str]):
    for typed, read in zip(words, corrected(words, KNOWN), strict=True):
        assert read == typed or read in KNOWN


def test_a_word_like_nothing_known_stays_as_typed():
    assert corrected(["xylqwert"], KNOWN) == ["xylqwert"]
