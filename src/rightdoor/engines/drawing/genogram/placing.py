"""Where each person stands, in units of the drawing: parents over the middle of their children."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from rightdoor.engines.drawing.genogram.ordering import Unit, bend, is_bend
from rightdoor.engines.drawing.genogram.ties import Family

PITCH: Final = 160.0
BEND: Final = 60.0
ROUNDS: Final = 8
UNTIED: Final = 0.05


@dataclass(slots=True)
class _Block:
    """Neighbouring units that have been pushed together, moving as one."""

    total: float
    weight: float
    size: int

    @property
    def mean(self) -> float:
        return self.total / self.weight


def fit(wanted: Sequence[float], weights: Sequence[float]) -> list[float]:
    """The rising numbers nearest to the wanted ones (least squares, by pooling neighbours)."""
    blocks: list[_Block] = []
    for value, weight in zip(wanted, weights, strict=True):
        blocks.append(_Block(value * weight, weight, 1))
        while len(blocks) > 1 and blocks[-2].mean > blocks[-1].mean:
            last = blocks.pop()
            blocks[-1] = _Block(
                blocks[-1].total + last.total, blocks[-1].weight + last.weight, blocks[-1].size + last.size
            )
    return [block.mean for block in blocks for _ in range(block.size)]


def across(rows: Sequence[Sequence[Unit]], families: Sequence[Family]) -> dict[str, float]:
    """The horizontal place of every person and bend; neighbours never nearer than their widths."""
    spots: dict[str, float] = {}
    for row in rows:
        _settle(row, {}, spots)
    joined = _joined(families, rows)
    for turn in range(ROUNDS):
        for row in rows[:: 1 if turn % 2 else -1]:
            items = [item for unit in row for item in unit]
            _settle(row, {item: _wishes(item, joined[item], spots) for item in items}, spots)
    left = min(spots.values(), default=0.0)
    return {item: spot - left for item, spot in spots.items()}


Ends = tuple[tuple[str, ...], tuple[str, ...]]


def _wishes(item: str, ends: Sequence[Ends], spots: dict[str, float]) -> list[float]:
    # Each end of a line wants its middle over, or under, the middle of the other end.
    return [_middle(spots, other) + spots[item] - _middle(spots, own) for own, other in ends]


def _middle(spots: dict[str, float], group: tuple[str, ...]) -> float:
    return sum(spots[item] for item in group) / len(group)


def _joined(families: Sequence[Family], rows: Sequence[Sequence[Unit]]) -> dict[str, list[Ends]]:
    generation = {item: row for row, units in enumerate(rows) for unit in units for item in unit}
    joined: dict[str, list[Ends]] = defaultdict(list)
    for number, family in enumerate(families):
        if not family.parents:
            continue
        upper = family.parents
        for row in range(generation[upper[0]] + 1, generation[family.children[0]]):
            _join(joined, upper, (bend(number, row),))
            upper = (bend(number, row),)
        _join(joined, upper, family.children)
    return joined


def _join(joined: dict[str, list[Ends]], upper: tuple[str, ...], lower: tuple[str, ...]) -> None:
    for item in upper:
        joined[item].append((upper, lower))
    for item in lower:
        joined[item].append((lower, upper))


def _half(item: str) -> float:
    return (BEND if is_bend(item) else PITCH) / 2


def _inside(unit: Unit) -> list[float]:
    places = [0.0]
    for before, after in pairwise(unit):
        places.append(places[-1] + _half(before) + _half(after))
    return places


def _settle(row: Sequence[Unit], wishes: dict[str, list[float]], spots: dict[str, float]) -> None:
    inside = [_inside(unit) for unit in row]
    starts = [0.0]
    for number in range(1, len(row)):
        gap = inside[number - 1][-1] + _half(row[number - 1][-1]) + _half(row[number][0])
        starts.append(starts[-1] + gap)
    wanted, weights = [], []
    for unit, places, start in zip(row, inside, starts, strict=False):
        asked = [
            wish - place for item, place in zip(unit, places, strict=True) for wish in wishes.get(item, ())
        ]
        now = spots.get(unit[0], start)
        wanted.append((sum(asked) / len(asked) if asked else now) - start)
        weights.append(float(len(asked)) or UNTIED)
    for unit, places, start, shift in zip(row, inside, starts, fit(wanted, weights), strict=False):
        for item, place in zip(unit, places, strict=True):
            spots[item] = start + shift + place
