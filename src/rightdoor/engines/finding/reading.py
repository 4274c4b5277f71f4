"""What was asked, read once: slips put right, synonyms and meanings found, each word weighed."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log
from typing import Final

from rightdoor.engines.finding.lexicon import LONGEST_PHRASE, Lexicon, Phrase
from rightdoor.engines.finding.prepared import Vocabulary
from rightdoor.engines.finding.shape import Query
from rightdoor.engines.finding.spelling import corrected
from rightdoor.engines.finding.text import STOP, stem, words_of

# What a synonym is worth beside the word itself, and a second issue beside the main one.
SYNONYM: Final = 0.8
SECOND_ISSUE: Final = 0.5


@dataclass(frozen=True, slots=True)
class Slot:
    """One thing that was said: any of these phrases answers it, each with what it is worth."""

    phrases: tuple[tuple[Phrase, float], ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Sense:
    """One thing that was meant: words of services that help with it, each with its weight."""

    id: str
    words: tuple[tuple[str, float], ...]
    total: float


@dataclass(frozen=True, slots=True)
class Reading:
    """A query as it was understood."""

    query: Query
    read_as: str
    slots: tuple[Slot, ...]
    senses: tuple[Sense, ...]
    issues: tuple[tuple[str, float], ...]
    asked: tuple[str, ...]

    def terms(self) -> list[str]:
        """Give every stem by which a service may answer, those that were typed first."""
        typed = list(self.asked)
        alike = [one for slot in self.slots for phrase, _ in slot.phrases for one in phrase]
        meant = [one for sense in self.senses for one, _ in sense.words]
        return list(dict.fromkeys([*typed, *alike, *meant]))


def read(query: Query, vocabulary: Vocabulary, lexicon: Lexicon) -> Reading:
    """Read what was asked."""
    typed = words_of(query.words)
    words = typed if query.as_typed else corrected(typed, vocabulary.words, lexicon.known)
    asked = tuple(stem(word) for word in words if word not in STOP)
    meant = lexicon.meant(words)
    issues: dict[str, float] = {}
    for meaning in meant:
        for place, issue in enumerate(meaning.issues):
            issues[issue] = max(issues.get(issue, 0.0), SECOND_ISSUE if place else 1.0)
    if query.issue:
        issues[query.issue] = 1.0
    senses = tuple(_sense(meaning.id, meaning.words, vocabulary) for meaning in meant)
    slots = _slots(asked, lexicon, vocabulary)
    return Reading(
        query, " ".join(words) if words != typed else "", slots, senses, tuple(issues.items()), asked
    )


def rarity(one: str, vocabulary: Vocabulary) -> float:
    """Say how much a stem tells, from how few services use it; one that nobody uses tells nothing."""
    used = vocabulary.documents.get(one, 0)
    return log(1 + (vocabulary.total - used + 0.5) / (used + 0.5)) if used else 0.0


def _sense(name: str, words: Sequence[str], vocabulary: Vocabulary) -> Sense:
    weighed = tuple((word, rarity(word, vocabulary)) for word in words)
    return Sense(name, weighed, sum(weight for _, weight in weighed))


def _slots(asked: Sequence[str], lexicon: Lexicon, vocabulary: Vocabulary) -> tuple[Slot, ...]:
    """Part what was asked into the longest phrases that have synonyms, and single words."""
    slots, at = [], 0
    while at < len(asked):
        size = next(
            (
                size
                for size in range(min(LONGEST_PHRASE, len(asked) - at), 1, -1)
                if lexicon.others(tuple(asked[at : at + size]))
            ),
            1,
        )
        slots.append(_slot(tuple(asked[at : at + size]), lexicon, vocabulary))
        at += size
    return tuple(slot for slot in slots if slot.weight)


def _slot(phrase: Phrase, lexicon: Lexicon, vocabulary: Vocabulary) -> Slot:
    own = [(phrase, 1.0)]
    if len(phrase) > 1:
        own += [((one,), 1 / len(phrase)) for one in phrase]
    others = [(other, SYNONYM) for other in lexicon.others(phrase)]
    if len(phrase) > 1:
        for one in phrase:
            others += [(other, SYNONYM / len(phrase)) for other in lexicon.others((one,))]
    best: dict[Phrase, float] = {}
    for said, worth in [*own, *others]:
        best[said] = max(best.get(said, 0.0), worth)
    weight = max((min(rarity(word, vocabulary) for word in one) for one in best), default=0.0)
    own_weight = max(rarity(word, vocabulary) for word in phrase)
    return Slot(tuple(best.items()), own_weight or weight * SYNONYM)
