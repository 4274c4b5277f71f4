"""The lines of a genogram: who runs down to whom, in which lane, and how tall each row is."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from rightdoor.engines.drawing.genogram.model import Kind
from rightdoor.engines.drawing.genogram.ordering import bend
from rightdoor.engines.drawing.genogram.placing import PITCH
from rightdoor.engines.drawing.genogram.ties import Family, Pair

RADIUS: Final = 22.0
LANE: Final = 12.0
CLEAR: Final = 8.0
STUB: Final = 6.0
BESIDE: Final = 9.0
LINE_HEIGHT: Final = 17.0
ABOVE_ROW: Final = 16.0
BELOW_ROW: Final = 14.0
TOP_EDGE: Final = 4.0
Point = tuple[float, float]


@dataclass(slots=True)
class Heights:
    """Vertical places: centre of each row's symbols, and the first lane of the gap above each row."""

    centres: list[float] = field(default_factory=list)
    lanes: list[float] = field(default_factory=list)
    bottoms: list[float] = field(default_factory=list)
    tops: list[float] = field(default_factory=list)
    total: float = 0.0


@dataclass(frozen=True, slots=True)
class Run:
    """One family's horizontal stretch in the gap above a row: where it enters and where it leaves."""

    family: int
    gap: int
    enters: float | None
    leaves: tuple[float, ...]
    kind: Kind

    @property
    def span(self) -> tuple[float, float]:
        """Left and right end."""
        ends = [*self.leaves, *([self.enters] if self.enters is not None else [])]
        return min(ends), max(ends)


@dataclass(frozen=True, slots=True)
class Web:
    """All lines before they have heights: runs, the lane of each, where each family starts, and arcs."""

    runs: tuple[Run, ...]
    lane: Mapping[tuple[int, int], int]
    lanes_in: Mapping[int, int]
    start: Mapping[int, float]
    arcs: Mapping[Pair, int]
    arcs_in: Mapping[int, int]


def weave(
    families: Sequence[Family],
    couples: Sequence[Pair],
    spots: Mapping[str, float],
    generation: Mapping[str, int],
) -> Web:
    """Decide channels and lanes."""
    beside = _adjacent(couples, spots, generation)
    apart = [pair for pair in couples if pair not in beside and _level(pair, generation)]
    arcs, arcs_in = _stack(apart, generation)
    start = _starts(families, spots, beside)
    tops = _tops(families, spots)
    runs = tuple(
        run
        for number, family in enumerate(families)
        for run in _runs(number, family, start.get(number), tops, _bends(number, family, spots, generation))
    )
    lane, lanes_in = _lanes(runs)
    return Web(runs=runs, lane=lane, lanes_in=lanes_in, start=start, arcs=arcs, arcs_in=arcs_in)


def _level(pair: Pair, generation: Mapping[str, int]) -> bool:
    return generation[pair[0]] == generation[pair[1]]


def _stack(pairs: Sequence[Pair], generation: Mapping[str, int]) -> tuple[dict[Pair, int], dict[int, int]]:
    # Couples who do not stand side by side are joined over the heads of those between them.
    used: Counter[int] = Counter()
    found = {}
    for pair in pairs:
        found[pair] = used[generation[pair[0]]]
        used[generation[pair[0]]] += 1
    return found, dict(used)


def _adjacent(
    couples: Sequence[Pair], spots: Mapping[str, float], generation: Mapping[str, int]
) -> set[Pair]:
    return {
        pair
        for pair in couples
        if _level(pair, generation) and abs(spots[pair[0]] - spots[pair[1]]) < PITCH + 1
    }


def _starts(families: Sequence[Family], spots: Mapping[str, float], beside: set[Pair]) -> dict[int, float]:
    # A couple's line runs down between their names; one parent's line starts under the name.
    used: Counter[tuple[str, ...]] = Counter()
    found = {}
    for number, family in enumerate(families):
        if family.parents:
            nth = used[family.parents]
            used[family.parents] += 1
            found[number] = _straighten(_start(family.parents, spots, beside) + nth * BESIDE, family, spots)
    return found


def _start(parents: tuple[str, ...], spots: Mapping[str, float], beside: set[Pair]) -> float:
    left, right = min(spots[parent] for parent in parents), max(spots[parent] for parent in parents)
    if len(parents) == 1 or parents in beside or parents[::-1] in beside:
        return (left + right) / 2
    return right - PITCH / 2 + BESIDE


def _straighten(start: float, family: Family, spots: Mapping[str, float]) -> float:
    # A kink of a few units looks like a mistake.
    only = spots[family.children[0]]
    return only if len(family.children) == 1 and abs(only - start) < BESIDE else start


def _tops(families: Sequence[Family], spots: Mapping[str, float]) -> dict[tuple[int, str], float]:
    # Lines that come to one person from two families arrive side by side.
    coming: dict[str, list[int]] = defaultdict(list)
    for number, family in enumerate(families):
        for child in family.children:
            coming[child].append(number)
    return {
        (number, child): spots[child] + (spot - (len(numbers) - 1) / 2) * BESIDE
        for child, numbers in coming.items()
        for spot, number in enumerate(numbers)
    }


def _bends(
    number: int, family: Family, spots: Mapping[str, float], generation: Mapping[str, int]
) -> dict[int, float]:
    # The rows that a line passes through, ending with the children's own (which has no bend).
    bottom = generation[family.children[0]]
    first = generation[family.parents[0]] + 1 if family.parents else bottom
    return {row: spots.get(bend(number, row), 0.0) for row in range(first, bottom + 1)}


def _runs(
    number: int,
    family: Family,
    start: float | None,
    tops: Mapping[tuple[int, str], float],
    bends: Mapping[int, float],
) -> list[Run]:
    runs: list[Run] = []
    enters = start
    *passed, bottom = bends
    for row in passed:
        runs.append(Run(number, row, enters, (bends[row],), family.kind))
        enters = bends[row]
    leaves = tuple(tops[number, child] for child in family.children)
    return [*runs, Run(number, bottom, enters, leaves, family.kind)]


def _lanes(runs: Sequence[Run]) -> tuple[dict[tuple[int, int], int], dict[int, int]]:
    lane: dict[tuple[int, int], int] = {}
    taken: dict[int, list[float]] = defaultdict(list)
    for run in sorted(runs, key=lambda run: (run.gap, run.span, run.family)):
        left, right = run.span
        ends = taken[run.gap]
        free = next((spot for spot, end in enumerate(ends) if end + CLEAR < left), len(ends))
        ends[free:] = [right] if free == len(ends) else [right, *ends[free + 1 :]]
        lane[run.family, run.gap] = free
    return lane, {gap: len(ends) for gap, ends in taken.items()}


def heights(web: Web, lines: Sequence[int], headroom: Sequence[float]) -> Heights:
    """Vertical places, given each row's lines of writing and the room its homes' names need."""
    found = Heights()
    y = TOP_EDGE
    for row, written in enumerate(lines):
        y += BELOW_ROW if row else 0.0
        found.lanes.append(y)
        y += LANE * web.lanes_in.get(row, 0) + headroom[row]
        found.tops.append(y)
        y += ABOVE_ROW + LANE * web.arcs_in.get(row, 0)
        found.centres.append(y + RADIUS)
        y += 2 * RADIUS + STUB + LINE_HEIGHT * written + LINE_HEIGHT / 2
        found.bottoms.append(y)
    found.total = y + BELOW_ROW
    return found
