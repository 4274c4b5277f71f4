"""The dashed ring round each home: one closed line for each group of people who stand together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from rightdoor.engines.drawing.genogram.lines import Heights, Point
from rightdoor.engines.drawing.genogram.placing import PITCH

HALF: Final = PITCH / 2 - 3.0
INSET: Final = 3.5
SIDES_TURN: Final = 2


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbours of one row who live together: left and right end."""

    row: int
    left: float
    right: float

    def over(self, other: Stretch) -> float:
        """How far one stands over the other."""
        return min(self.right, other.right) - max(self.left, other.left)


def stretches(members: set[str], rows: Sequence[Sequence[str]], spots: Mapping[str, float]) -> list[Stretch]:
    """The groups of neighbours among the members."""
    found = []
    for number, row in enumerate(rows):
        together: list[str] = []
        for item in [*row, ""]:
            if item in members:
                together.append(item)
            elif together:
                found.append(Stretch(number, spots[together[0]] - HALF, spots[together[-1]] + HALF))
                together = []
    return found


def chains(found: Sequence[Stretch]) -> list[list[Stretch]]:
    """Groups that stand one under the other, to be ringed together; never across an empty row."""
    made: list[list[Stretch]] = []
    for stretch in found:
        above = [
            chain
            for chain in made
            if chain[-1].row == stretch.row - 1 and chain[-1].over(stretch) > PITCH / 4
        ]
        if above:
            max(above, key=lambda chain: chain[-1].over(stretch)).append(stretch)
        else:
            made.append([stretch])
    return made


def outline(chain: Sequence[Stretch], heights: Heights, nth: int) -> list[Point]:
    """The corners of one ring, clockwise from the top left. Later homes are drawn a little smaller."""
    inset = INSET * nth
    top = heights.tops[chain[0].row] + inset
    right: list[Point] = []
    left: list[Point] = []
    for number, part in enumerate(chain):
        upper = top if number == 0 else heights.bottoms[part.row - 1] + INSET + inset
        last = number == len(chain) - 1
        lower = heights.bottoms[part.row] + (-inset if last else INSET + inset)
        right += [(part.right - inset, upper), (part.right - inset, lower)]
        left += [(part.left + inset, upper), (part.left + inset, lower)]
    return [*right, *left[::-1]]
