"""What is known of words: synonyms, and what people mean who put things in their own words."""

import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

from rightdoor.engines.finding.patterns import Saying, saying
from rightdoor.engines.finding.text import STOP, stem, words_of

DATA: Final = Path(__file__).parent.parent / "data" / "finding"
# So many other words may stand between two words of a saying.
GAP: Final = 3
LONGEST_PHRASE: Final = 5
Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Meaning:
    """Something people say in their own words: what it is about, and the words of services that help."""

    id: str
    issues: tuple[str, ...]
    words: tuple[str, ...]
    sayings: tuple[Saying, ...]

    def meant(self, spoken: Sequence[str]) -> bool:
        """Say whether somebody meant this."""
        return any(one.within(spoken, GAP, _is) for one in self.sayings)


def _is(spoken: str, wanted: frozenset[str]) -> bool:
    return spoken in wanted


@dataclass(frozen=True)
class Lexicon:
    """Synonyms and meanings, ready to be asked."""

    meanings: tuple[Meaning, ...]
    synonyms: Mapping[Phrase, frozenset[Phrase]]
    known: Mapping[str, int]
    written: date
    review_by: date

    def meant(self, spoken: Sequence[str]) -> list[Meaning]:
        """Give what somebody meant, in the order of the file."""
        return [meaning for meaning in self.meanings if meaning.meant(spoken)]

    def others(self, phrase: Phrase) -> frozenset[Phrase]:
        """Give what means the same as a phrase of stems."""
        return self.synonyms.get(phrase, frozenset())

    def also(self, groups: Iterable[Iterable[str]]) -> "Lexicon":
        """Give this lexicon with more groups of synonyms, such as those that staff keep."""
        kept = [list(group) for group in groups]
        known = Counter(dict(self.known)) + Counter(_words(word for group in kept for word in group))
        return replace(self, synonyms=_synonyms(kept, self.synonyms), known=known)


def phrase_of(text: str) -> Phrase:
    """Give the stems of a phrase. Words that say nothing are kept where nothing else would be left."""
    words = words_of(text)
    told = [word for word in words if word not in STOP] or words
    return tuple(stem(word) for word in told)


def _words(texts: Iterable[str]) -> Iterable[str]:
    return (word for text in texts for word in words_of(text))


def _synonyms(
    groups: Iterable[Iterable[str]], begun: Mapping[Phrase, frozenset[Phrase]]
) -> dict[Phrase, frozenset[Phrase]]:
    found = {phrase: set(others) for phrase, others in begun.items()}
    for group in groups:
        phrases = {phrase for text in group if (phrase := phrase_of(text))}
        for phrase in phrases:
            found.setdefault(phrase, set()).update(phrases - {phrase})
    return {phrase: frozenset(others) for phrase, others in found.items()}


@cache
def standard() -> Lexicon:
    """Give the lexicon that comes with the house."""
    meant, same = _read("meanings.toml"), _read("synonyms.toml")
    meanings = tuple(_meaning(row, meant["lists"]) for row in meant["meaning"])
    said = (word for one in meanings for saying_ in one.sayings for words in saying_.words for word in words)
    known = Counter([*said, *_words(word for group in same["groups"] for word in group)])
    return Lexicon(
        meanings,
        _synonyms(same["groups"], {}),
        known,
        min(meant["written"], same["written"]),
        min(meant["review_by"], same["review_by"]),
    )


def _meaning(row: Mapping[str, Any], lists: Mapping[str, str]) -> Meaning:
    stems = tuple(dict.fromkeys(stem(word) for word in words_of(row["words"])))
    return Meaning(row["id"], tuple(row["issues"]), stems, tuple(saying(text, lists) for text in row["says"]))


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((DATA / name).read_text(encoding="utf-8"))
