"""Who stands beside whom: couples together, few crossing lines, homes kept whole, eldest first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import Final

from rightdoor.engines.drawing.genogram.model import COUPLES, Household, Kind
from rightdoor.engines.drawing.genogram.ties import Family, Pair, Ties

SWEEPS: Final = 4
PASSES: Final = 6
CROSSING: Final = 10.0
BROKEN_HOME: Final = 6.0
OUT_OF_ORDER: Final = 0.5
Unit = tuple[str, ...]
Link = tuple[str, str]


@dataclass(slots=True)
class Board:
    """Rows of units (people who must stand together, or one bend of a long line), and what joins rows."""

    rows: list[list[Unit]]
    links: list[list[Link]]
    homes: list[frozenset[str]] = field(default_factory=list)
    place: dict[str, int] = field(default_factory=dict)

    def order(self, row: int) -> dict[str, int]:
        """Where each item of a row stands, counted from the left."""
        return {item: spot for spot, item in enumerate(item for unit in self.rows[row] for item in unit)}


def bend(family: int, row: int) -> str:
    """Name of the place where a family's line passes through a row that is not its own."""
    return f"\x00{family}/{row}"


def is_bend(item: str) -> bool:
    """Whether an item is a place on a line, not a person."""
    return item.startswith("\x00")


def order(
    people: Sequence[str],
    generation: dict[str, int],
    ties: Ties,
    families: Sequence[Family],
    homes: Iterable[Household],
) -> list[list[Unit]]:
    """Rows of units from left to right, the oldest generation first."""
    board = _board(people, generation, ties, families)
    board.homes = [frozenset(home.members) for home in homes]
    _sweep(board)
    _exchange(board)
    return board.rows


def _board(
    people: Sequence[str], generation: dict[str, int], ties: Ties, families: Sequence[Family]
) -> Board:
    depth = max(generation.values(), default=-1) + 1
    rows: list[list[Unit]] = [[] for _ in range(depth)]
    for unit in _units(people, generation, ties.couples):
        rows[generation[unit[0]]].append(unit)
    links: list[list[Link]] = [[] for _ in range(depth)]
    for number, family in enumerate(families):
        _thread(number, family, generation, rows, links)
    place = {person: spot for spot, person in enumerate(people)}
    return Board(rows=rows, links=links, place=place)


def _thread(
    number: int, family: Family, generation: dict[str, int], rows: list[list[Unit]], links: list[list[Link]]
) -> None:
    # A line that skips a generation gets a bend in each row it passes, so that people make room for it.
    if not family.parents:
        return
    top, bottom = generation[family.parents[0]], generation[family.children[0]]
    upper: tuple[str, ...] = family.parents
    for row in range(top + 1, bottom):
        rows[row].append((bend(number, row),))
        links[row - 1] += [(item, bend(number, row)) for item in upper]
        upper = (bend(number, row),)
    links[bottom - 1] += [(item, child) for item in upper for child in family.children]


def _units(people: Sequence[str], generation: dict[str, int], couples: dict[Pair, Kind | None]) -> list[Unit]:
    rank: dict[Kind | None, int] = {kind: number for number, kind in enumerate(COUPLES)}
    beside: dict[str, list[str]] = defaultdict(list)
    for one, other in sorted(couples, key=lambda pair: rank.get(couples[pair], len(rank))):
        if generation[one] == generation[other]:
            beside[one].append(other)
            beside[other].append(one)
    # Starting at somebody with one partner puts the one with two between them.
    starts = sorted(people, key=lambda person: len(beside[person]) != 1)
    seen: set[str] = set()
    found = []
    for person in starts:
        if person not in seen:
            found.append(_chain(person, beside, seen))
    spots = {person: spot for spot, person in enumerate(people)}
    return sorted(found, key=lambda unit: min(spots[person] for person in unit))


def _chain(start: str, beside: dict[str, list[str]], seen: set[str]) -> Unit:
    chain: list[str] = []
    waiting = [start]
    while waiting:
        person = waiting.pop()
        if person in seen:
            continue
        seen.add(person)
        chain.append(person)
        waiting += [other for other in reversed(beside[person]) if other not in seen]
    return tuple(chain)


def _sweep(board: Board) -> None:
    for sweep in range(SWEEPS):
        downward = sweep % 2 == 0
        span = range(1, len(board.rows)) if downward else range(len(board.rows) - 2, -1, -1)
        for row in span:
            _by_median(board, row, row - 1 if downward else row + 1)


def _by_median(board: Board, row: int, fixed: int) -> None:
    spots = board.order(fixed)
    joined: dict[str, list[int]] = defaultdict(list)
    for upper, lower in board.links[min(row, fixed)]:
        mine, theirs = (lower, upper) if fixed < row else (upper, lower)
        joined[mine].append(spots[theirs])
    middles = {unit: [spot for item in unit for spot in joined[item]] for unit in board.rows[row]}
    scale = max(1, len(spots)) / max(1, len(board.rows[row]))
    own = {unit: spot * scale for spot, unit in enumerate(board.rows[row])}
    board.rows[row].sort(key=lambda unit: median(middles[unit]) if middles[unit] else own[unit])


def _exchange(board: Board) -> None:
    for _ in range(PASSES):
        improved = [_improve(board, row) for row in range(len(board.rows))]
        if not any(improved):
            return


def _improve(board: Board, row: int) -> bool:
    better = False
    best = _cost(board, row)
    for changed in _changes(board.rows[row]):
        kept = board.rows[row]
        board.rows[row] = changed(kept)
        now = _cost(board, row)
        if now < best:
            best, better = now, True
        else:
            board.rows[row] = kept
    return better


class _Swap:
    def __init__(self, spot: int) -> None:
        self.spot = spot

    def __call__(self, units: list[Unit]) -> list[Unit]:
        spot = self.spot
        return [*units[:spot], units[spot + 1], units[spot], *units[spot + 2 :]]


class _Flip(_Swap):
    def __call__(self, units: list[Unit]) -> list[Unit]:
        spot = self.spot
        return [*units[:spot], units[spot][::-1], *units[spot + 1 :]]


def _changes(units: list[Unit]) -> list[_Swap]:
    flips = [_Flip(spot) for spot, unit in enumerate(units) if len(unit) > 1]
    return [*flips, *[_Swap(spot) for spot in range(len(units) - 1)]]


def _cost(board: Board, row: int) -> float:
    here = board.order(row)
    cost = BROKEN_HOME * sum(_breaks(here, home) for home in board.homes)
    spots = sorted((board.place[item], spot) for item, spot in here.items() if item in board.place)
    cost += OUT_OF_ORDER * sum(one[1] > two[1] for one, two in pairwise(spots))
    if row > 0:
        cost += CROSSING * _crossings(board.links[row - 1], board.order(row - 1), here)
    if row + 1 < len(board.rows):
        cost += CROSSING * _crossings(board.links[row], here, board.order(row + 1))
    return cost


def _breaks(here: dict[str, int], home: frozenset[str]) -> int:
    spots = sorted(spot for item, spot in here.items() if item in home)
    return sum(after - before > 1 for before, after in pairwise(spots))


def _crossings(links: Sequence[Link], upper: dict[str, int], lower: dict[str, int]) -> int:
    ends = sorted((upper[one], lower[other]) for one, other in links)
    return sum(
        first[0] < second[0] and first[1] > second[1]
        for spot, first in enumerate(ends)
        for second in ends[spot + 1 :]
    )
