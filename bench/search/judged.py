"""Judged queries: how well the right services come first, beside plain full-text search of the same text.

`python -m bench.search.judged` prints half A, on which the ranking was tuned; `... wrong` those
of it that go wrong, `... both` half B too,
which is looked at only when a change is finished. Which half a query is in, its own hash decides.
"""

import csv
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from math import log2
from pathlib import Path
from statistics import mean

from bench.search.plain import PlainSearch
from rightdoor.engines.finding import Document, Query, document_of, prepare, rank, read, standard, vocabulary
from rightdoor.engines.listings import from_pack
from rightdoor.engines.packs import load

FILE = Path(__file__).parent / "judged.csv"
PACKS = Path(__file__).parents[2] / "packs"
DEPTH, WELL = 5, 0.75
PACK_NAMES = ("lewisham", "islington", "essex")
OURS = "finding help"
Search = Callable[[str], Sequence[str]]


@dataclass(frozen=True)
class Judged:
    """One query, and how well each service answers it (0 to 3)."""

    pack: str
    who: str
    query: str
    wanted: dict[str, int]

    @property
    def half(self) -> str:
        """Which half it is in."""
        return "AB"[int(sha256(self.query.encode()).hexdigest(), 16) % 2]


def judged() -> list[Judged]:
    """Read the judged queries."""
    with FILE.open(encoding="utf-8", newline="") as file:
        return [
            Judged(row["pack"], row["who"], row["query"], _grades(row["wanted"]))
            for row in csv.DictReader(file)
        ]


def _grades(text: str) -> dict[str, int]:
    return {name: int(grade) for name, grade in (pair.split(":") for pair in text.split())}


def documents(pack: str) -> list[Document]:
    """Give the services of a pack."""
    whole = load(PACKS / pack)
    return [document_of(from_pack(whole, service)) for service in whole.services]


def ndcg(found: Sequence[str], wanted: dict[str, int]) -> float:
    """Give the usual measure of order among the first five, 1 at best."""
    gained = sum((2 ** wanted.get(name, 0) - 1) / log2(place + 2) for place, name in enumerate(found[:DEPTH]))
    best = sorted(wanted.values(), reverse=True)[:DEPTH]
    return gained / sum((2**grade - 1) / log2(place + 2) for place, grade in enumerate(best))


def hit(found: Sequence[str], wanted: dict[str, int]) -> bool:
    """Say whether a service that answers fully, or nearly so, is among the first three."""
    return any(wanted.get(name, 0) > 1 for name in found[:3])


def searches() -> dict[str, dict[str, Search]]:
    """Give each way of searching, for each pack."""
    ways: dict[str, dict[str, Search]] = {}
    for pack in PACK_NAMES:
        told = documents(pack)
        ways.setdefault(OURS, {})[pack] = ours(told)
        for name, search in PlainSearch(told).ways().items():
            ways.setdefault(name, {})[pack] = search
    return ways


def ours(told: Sequence[Document]) -> Search:
    """Give finding help over some services, ready to be asked."""
    ready = [prepare(document) for document in told]
    known, words = vocabulary(ready), standard()
    return lambda text: [
        one.document.slug for one in rank(read(Query(words=text), known, words), ready).found
    ]


def figures(ways: dict[str, dict[str, Search]], half: str) -> dict[str, tuple[float, float]]:
    """Give nDCG@5 and the share of queries with a hit among the first three, for each way of searching."""
    asked = [one for one in judged() if one.half == half]
    return {
        name: (
            mean(ndcg(packs[one.pack](one.query), one.wanted) for one in asked),
            mean(hit(packs[one.pack](one.query), one.wanted) for one in asked),
        )
        for name, packs in ways.items()
    }


def main(halves: str) -> None:
    """Print the figures, and for half A the queries that go wrong."""
    ways = searches()
    for half in halves:
        for name, (order, first) in figures(ways, half).items():
            print(f"half {half} | {name} | nDCG@5 {order:.3f} | top 3 {first:.1%}")
    for one in judged() if "wrong" in sys.argv[1:] else ():
        found = ways[OURS][one.pack](one.query)
        if one.half == "A" and ndcg(found, one.wanted) < WELL:
            print(f"{ndcg(found, one.wanted):.2f} {one.pack}: {one.query}")
            print(f"     {' '.join(found[:DEPTH])}\n     {one.wanted}")


if __name__ == "__main__":
    main("AB" if "both" in sys.argv[1:] else "A")
