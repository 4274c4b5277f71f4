"""A service made ready to be looked for, once, when it is kept: its stems with how much each says of it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from rightdoor.engines.finding.shape import Document
from rightdoor.engines.finding.text import stems, words_of

# How much a word says, by where it stands.
WEIGHTS: Final = (
    ("name", 1.0),
    ("who_for", 0.6),
    ("about", 0.6),
    ("provider", 0.45),
    ("where", 0.35),
    ("other", 0.4),
)
MOST: Final = 1.3


@dataclass(frozen=True, slots=True)
class Prepared:
    """A service with its stems: the weight of each, and all in order, so that phrases can be seen."""

    document: Document
    weights: Mapping[str, float]
    line: str
    name: tuple[str, ...]


@dataclass(frozen=True)
class Vocabulary:
    """What all services say: how many of them use each stem, and how often each whole word is used."""

    total: int
    documents: Mapping[str, int]
    words: Mapping[str, int]


def prepare(document: Document) -> Prepared:
    """Make one service ready."""
    weights: dict[str, float] = {}
    lines = []
    for field, weight in WEIGHTS:
        found = stems(getattr(document, field))
        lines.append(" ".join(found))
        for one in dict.fromkeys(found):
            weights[one] = min(MOST, max(weights.get(one, 0), weight) + min(weights.get(one, 0), weight) / 2)
    rounded = {one: round(weight, 3) for one, weight in weights.items()}
    return Prepared(document, rounded, f" {' | '.join(lines)} ", tuple(stems(document.name)))


def words_in(document: Document) -> list[str]:
    """Give the whole words of a service, each once."""
    texts = (getattr(document, field) for field, _ in WEIGHTS)
    return list(dict.fromkeys(word for text in texts for word in words_of(text)))


def vocabulary(services: Iterable[Prepared]) -> Vocabulary:
    """Count what services say."""
    documents: Counter[str] = Counter()
    words: Counter[str] = Counter()
    total = 0
    for service in services:
        total += 1
        documents.update(service.weights.keys())
        words.update(words_in(service.document))
    return Vocabulary(total, documents, words)
