"""Finding help: a query answered from the index, and what all services say."""

import time
from dataclasses import dataclass

from django.db.models import Count, Max

from rightdoor.directory.index import candidates
from rightdoor.directory.index.packing import unpacked
from rightdoor.directory.models import SearchEntry, WordGroup
from rightdoor.directory.queries.listings import public
from rightdoor.engines.finding import Answer, Lexicon, Query, Vocabulary, rank, read, standard, vocabulary

# What all services say is counted again when they change; in a large house at most so often, in seconds,
# because how rare a word is changes slowly.
SMALL, EVERY = 2_000, 600
Stamp = tuple[int, object, object]


@dataclass(frozen=True)
class _Counted:
    stamp: Stamp
    at: float
    said: Vocabulary


# In memory of one process, for whoever asks next; what anybody looked for is never in it.
_counted: dict[str, _Counted] = {}
_widened: dict[tuple[tuple[str, ...], ...], Lexicon] = {}


def found(query: Query) -> Answer:
    """Answer a query from all public services, best first. Nothing of it is kept."""
    reading = read(query, all_words(), lexicon())
    return rank(reading, candidates(reading))


def all_words() -> Vocabulary:
    """Give what all public services say, counted once and kept in memory while they stay as they are."""
    stamp = _stamp()
    held = _counted.get("")
    if held is not None and (held.stamp == stamp or _young(held)):
        return held.said
    entries = SearchEntry.objects.filter(service__in=public()).values_list("ready", flat=True)
    said = vocabulary(unpacked(ready) for ready in entries.iterator(chunk_size=500))
    _counted[""] = _Counted(stamp, time.monotonic(), said)
    return said


def _stamp() -> Stamp:
    told = SearchEntry.objects.aggregate(count=Count("pk"), last=Max("changed_at"), top=Max("pk"))
    return told["count"], told["last"], told["top"]


def forget() -> None:
    """Count again at the next question, whatever is kept in memory."""
    _counted.clear()


def _young(held: _Counted) -> bool:
    return held.said.total > SMALL and time.monotonic() - held.at < EVERY


def lexicon() -> Lexicon:
    """Give the words that mean the same, those that staff keep among them."""
    groups = tuple(tuple(words) for words in WordGroup.objects.values_list("words", flat=True))
    if groups not in _widened:
        _widened.clear()
        _widened[groups] = standard().also(groups)
    return _widened[groups]


def issues_with_services() -> dict[str, int]:
    """Count public services by issue: only what has services is offered to somebody who found nothing."""
    counts: dict[str, int] = {}
    for issues in public().values_list("issues", flat=True):
        for issue in issues:
            counts[issue] = counts.get(issue, 0) + 1
    return counts
