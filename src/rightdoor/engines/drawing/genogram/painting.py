"""From people in their places to the finished drawing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from rightdoor.engines.drawing.genogram import rings
from rightdoor.engines.drawing.genogram.key import key
from rightdoor.engines.drawing.genogram.lines import LANE, RADIUS, Heights, Point, Run, Web
from rightdoor.engines.drawing.genogram.model import FamilyPicture, Household, Kind, Person
from rightdoor.engines.drawing.genogram.symbols import SIZE, foot, symbol
from rightdoor.engines.drawing.genogram.ties import Family, Pair, Ties
from rightdoor.engines.drawing.svg import element, number, path, text

DASHES: Final[Mapping[Kind | None, str | None]] = {
    "adoptive_parent": "7 4",
    "foster_parent": "2 4",
    "step_parent": "7 3 2 3",
    "grandparent": "2 4",
    "sibling": "2 4",
    "partner": "7 4",
    "ex_partner": "7 4",
    None: "2 4",
}
HOMES: Final = 4
SLASH: Final = 7.0
FROM_MIDDLE: Final = 18.0
SLASH_GAP: Final = 6.0
LABEL_DROP: Final = 4.0
LABEL_EDGE: Final = 10.0


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything placed: what painting reads."""

    picture: FamilyPicture
    ties: Ties
    families: Sequence[Family]
    generation: Mapping[str, int]
    rows: Sequence[Sequence[str]]
    spots: Mapping[str, float]
    web: Web
    heights: Heights

    def person(self, item: str) -> Person:
        """The person of that id."""
        return next(person for person in self.picture.people if person.id == item)

    def at(self, item: str) -> Point:
        """Centre of a person's symbol."""
        return self.spots[item], self.heights.centres[self.generation[item]]


def paint(plan: Plan) -> list[str]:
    """Homes first, then lines, then people, so that nothing hides a person."""
    people = [
        symbol(person, *plan.at(person.id), index=person.id == plan.picture.index)
        for person in plan.picture.people
    ]
    homes = [piece for nth, home in enumerate(plan.picture.households) for piece in _home(plan, home, nth)]
    return [
        element("g", *homes, class_="genogram__homes"),
        element("g", *_couples(plan), *_descents(plan), class_="genogram__lines"),
        *people,
    ]


def _home(plan: Plan, home: Household, nth: int) -> Iterator[str]:
    found = rings.stretches(set(home.members), plan.rows, plan.spots)
    shade = f"genogram__home genogram__home--{nth % HOMES}"
    for chain in rings.chains(found):
        corners = rings.outline(chain, plan.heights, nth)
        steps = "L".join(f"{number(x)} {number(y)}" for x, y in corners)
        ring = {
            "fill": "none",
            "stroke": "currentColor",
            "stroke_dasharray": "6 5",
            "stroke_linejoin": "round",
        }
        yield element("path", d=f"M{steps}Z", class_=shade, **ring)
        yield _home_name(home, corners, nth)


def _home_name(home: Household, corners: Sequence[Point], nth: int) -> str:
    # Names of homes that overlap are written at opposite ends.
    right = nth % rings.SIDES_TURN == 1
    x, y = corners[0] if right else corners[-1]
    anchor = "end" if right else "start"
    at = {"x": x + (-LABEL_EDGE if right else LABEL_EDGE), "y": y + LABEL_DROP, "text_anchor": anchor}
    return element("text", text(home.label), class_="genogram__home-name", font_size=SIZE - 1, **at)


def _couples(plan: Plan) -> Iterator[str]:
    for pair, kind in plan.ties.couples.items():
        class_ = f"genogram__couple genogram__couple--{(kind or 'unknown').replace('_', '-')}"
        points = _couple_points(plan, pair)
        yield path(points, class_, stroke_dasharray=DASHES.get(kind))
        if kind in ("ex_partner", "ex_spouse"):
            yield from _slashes(points, 2 if kind == "ex_spouse" else 1)


def _couple_points(plan: Plan, pair: Pair) -> list[Point]:
    (x1, y1), (x2, y2) = sorted(plan.at(person) for person in pair)
    if pair in plan.web.arcs:
        over = plan.heights.tops[plan.generation[pair[0]]] + LANE * plan.web.arcs[pair] + LANE
        return [(x1 + LANE, y1 - RADIUS), (x1 + LANE, over), (x2 - LANE, over), (x2 - LANE, y2 - RADIUS)]
    return [(x1 + RADIUS, y1), (x2 - RADIUS, y2)]


def _slashes(points: Sequence[Point], count: int) -> Iterator[str]:
    (x1, y1), (x2, _) = points[len(points) // 2 - 1], points[len(points) // 2]
    middle = (x1 + x2) / 2 - FROM_MIDDLE
    for nth in range(count):
        x = middle + nth * SLASH_GAP
        yield path([(x - SLASH / 2, y1 + SLASH), (x + SLASH / 2, y1 - SLASH)], "genogram__apart")


def _descents(plan: Plan) -> Iterator[str]:
    for number_, family in enumerate(plan.families):
        mine = [run for run in plan.web.runs if run.family == number_]
        class_ = f"genogram__descent genogram__descent--{family.kind.replace('_', '-')}"
        for points in _descent(plan, number_, family, mine):
            yield path(points, class_, stroke_dasharray=DASHES.get(family.kind))


def _descent(plan: Plan, number_: int, family: Family, mine: Sequence[Run]) -> Iterator[list[Point]]:
    points = _leaving(plan, number_, family)
    for run in mine[:-1]:
        y = _lane(plan, run)
        points += [(run.enters or 0.0, y), (run.leaves[0], y)]
    last = mine[-1]
    y = _lane(plan, last)
    if last.enters is not None:
        yield [*points, (last.enters, y)]
    left, right = last.span
    if right - left > 1:
        yield [(left, y), (right, y)]
    for child, x in zip(family.children, last.leaves, strict=True):
        yield [(x, y), (x, plan.at(child)[1] - RADIUS)]


def _leaving(plan: Plan, number_: int, family: Family) -> list[Point]:
    if not family.parents:
        return []
    start = plan.web.start[number_]
    y = plan.at(family.parents[0])[1]
    if len(family.parents) == 1:
        return [(start, foot(plan.person(family.parents[0]), y))]
    pair = family.parents if family.parents in plan.web.arcs else family.parents[::-1]
    if pair in plan.web.arcs:
        return [(start, _couple_points(plan, (pair[0], pair[1]))[1][1])]
    return [(start, y)]


def _lane(plan: Plan, run: Run) -> float:
    return plan.heights.lanes[run.gap] + LANE * plan.web.lane[run.family, run.gap] + LANE / 2


def legend(plan: Plan, width: float, top: float) -> tuple[list[str], float]:
    """The key below the drawing: only what this family needs; and how tall it is."""
    kinds: set[Kind | None] = {*plan.ties.couples.values(), *(family.kind for family in plan.families)}
    return key(plan.picture, kinds, width, top, DASHES)
