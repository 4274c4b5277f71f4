"""Slips of the pen put right, and good words left alone.

Only a word that neither the services, nor the sayings, nor English knows is ever changed: a speller that
"corrected" good words sent parents who wrote “black mould” to coaching for going back to work.
"""

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract
from spellchecker import SpellChecker

# Shorter words have too many neighbours; in longer ones two slips are forgiven.
SHORTEST, TWO_SLIPS_FROM, LONG = 4, 5, 8
Sources = tuple[Mapping[str, int], ...]
# How British spelling differs from the list's American one: “behaviour”, “counselling”, “mould”.
_BRITISH: Final = (
    ("our", "or"),
    ("ould", "old"),
    ("ll", "l"),
    ("ae", "e"),
    ("oe", "e"),
    ("isa", "iza"),
    ("ise", "ize"),
    ("isi", "izi"),
    ("yse", "yze"),
    ("amme", "am"),
    ("tre", "ter"),
    ("ence", "ense"),
)


@cache
def _listed() -> SpellChecker:
    return SpellChecker(language="en")


@lru_cache(maxsize=20_000)
def is_english(word: str) -> bool:
    """Say whether a folded word is in the list of English words, as the British spell it or otherwise."""
    listed = _listed()
    if word in listed or word.isdigit():
        return True
    return any(british in word and word.replace(british, other) in listed for british, other in _BRITISH)


def corrected(words: list[str], *known: Mapping[str, int]) -> list[str]:
    """Give the words with slips put right. Each of `known` tells how often a source uses each good word."""
    return [word if _good(word, known) else _nearest(word, known) for word in words]


def _good(word: str, known: Sources) -> bool:
    short = len(word) < SHORTEST or not word.isalpha()
    return short or any(word in source for source in known) or is_english(word)


def _nearest(word: str, known: Sources) -> str:
    near = _near(word, known, 1) or _near(word, known, 2)
    return min(near)[2] if near else word


def _near(word: str, known: Sources, slips: int) -> list[tuple[float, int, str]]:
    """Give words at most so many slips away. Two are forgiven in long words, or where both begin alike."""
    usable = len(word) > TWO_SLIPS_FROM if slips > 1 else True
    return [
        (distance, -source[other], other)
        for source in known
        for other, distance, _ in extract(
            word, source.keys(), scorer=OSA.distance, score_cutoff=slips, limit=None
        )
        if usable and len(other) >= SHORTEST and (slips == 1 or len(word) > LONG or other[0] == word[0])
    ]
