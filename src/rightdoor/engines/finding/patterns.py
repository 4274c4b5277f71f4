"""Sayings: how people put something in their own words, written so that anybody can read and review them.

A saying is words with a space between them; alternatives have a bar between them; `@child` stands for a list
that the same file names: "@child hits|punches|kicks me". All words must come in this order.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from rightdoor.engines.finding.text import words_of

# Says whether a spoken word is one of those wanted.
Alike = Callable[[str, frozenset[str]], bool]


@dataclass(frozen=True, slots=True)
class Saying:
    """One way of putting it: for each word, what it may be."""

    words: tuple[frozenset[str], ...]

    def within(self, spoken: Sequence[str], gap: int | None, alike: Alike) -> bool:
        """Say whether somebody said so, with at most `gap` other words between two (None: any number)."""
        return any(self._from(spoken, start, gap, alike) for start in range(len(spoken)))

    def _from(self, spoken: Sequence[str], start: int, gap: int | None, alike: Alike) -> bool:
        ends = {start} if alike(spoken[start], self.words[0]) else set()
        for wanted in self.words[1:]:
            reach = len(spoken) if gap is None else gap + 1
            ends = {
                at
                for end in ends
                for at in range(end + 1, min(end + 1 + reach, len(spoken)))
                if alike(spoken[at], wanted)
            }
        return bool(ends)


def saying(written: str, lists: Mapping[str, str]) -> Saying:
    """Read a saying. Raises KeyError for a list that nobody named."""
    return Saying(tuple(_alternatives(part, lists) for part in written.split()))


def _alternatives(part: str, lists: Mapping[str, str]) -> frozenset[str]:
    found: set[str] = set()
    for piece in part.split("|"):
        if piece.startswith("@"):
            found |= {folded for word in lists[piece[1:]].split() for folded in words_of(word)}
        else:
            found |= set(words_of(piece))
    return frozenset(found)
