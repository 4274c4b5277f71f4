"""The whole way from a family's record to its genogram."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from rightdoor.engines.drawing.genogram.generations import generations
from rightdoor.engines.drawing.genogram.lines import heights, weave
from rightdoor.engines.drawing.genogram.model import Box, FamilyPicture, Genogram
from rightdoor.engines.drawing.genogram.ordering import is_bend, order
from rightdoor.engines.drawing.genogram.painting import Plan, legend, paint
from rightdoor.engines.drawing.genogram.placing import PITCH, across
from rightdoor.engines.drawing.genogram.symbols import lines_of
from rightdoor.engines.drawing.genogram.telling import HEAD, description, table
from rightdoor.engines.drawing.genogram.ties import families_of, ties_of
from rightdoor.engines.drawing.svg import drawing

EDGE: Final = 6.0
NARROWEST: Final = 300.0
HOME_NAME: Final = 14.0


def draw(picture: FamilyPicture) -> Genogram:
    """Draw a family. People named twice by id count once; relations to nobody known are left out."""
    picture = replace(picture, people=tuple({person.id: person for person in picture.people}.values()))
    if not picture.people:
        return _nobody(picture)
    plan = _plan(picture)
    width = max(NARROWEST, max(plan.spots.values()) + PITCH / 2 + EDGE)
    key, tall = legend(plan, width, plan.heights.total)
    words = description(picture, len(plan.rows))
    svg = drawing(
        [*paint(plan), *key],
        width=width,
        height=plan.heights.total + tall,
        title=picture.title,
        words=words,
        name=picture.name,
        class_="genogram",
    )
    boxes = {
        person.id: Box(*plan.at(person.id), generation=plan.generation[person.id])
        for person in picture.people
    }
    return Genogram(svg=svg, words=words, head=HEAD, rows=table(picture), boxes=boxes)


def _plan(picture: FamilyPicture) -> Plan:
    ids = [person.id for person in picture.people]
    ties = ties_of(picture)
    generation = generations(ids, ties)
    families = families_of(ties, generation)
    units = order(ids, generation, ties, families, picture.households)
    shift = PITCH / 2 + EDGE
    spots = {item: spot + shift for item, spot in across(units, families).items()}
    rows = [[item for unit in row for item in unit] for row in units]
    web = weave(families, list(ties.couples), spots, generation)
    measured = heights(web, _lines(picture, rows), _headroom(picture, rows))
    people = [[item for item in row if not is_bend(item)] for row in rows]
    return Plan(picture, ties, families, generation, people, spots, web, measured)


def _lines(picture: FamilyPicture, rows: Sequence[Sequence[str]]) -> list[int]:
    tall = {person.id: sum(map(len, lines_of(person))) for person in picture.people}
    return [max((tall[item] for item in row if item in tall), default=0) for row in rows]


def _headroom(picture: FamilyPicture, rows: Sequence[Sequence[str]]) -> list[float]:
    housed = {member for home in picture.households for member in home.members}
    return [HOME_NAME if housed & set(row) else 0.0 for row in rows]


def _nobody(picture: FamilyPicture) -> Genogram:
    words = description(picture, 0)
    svg = drawing(
        [],
        width=NARROWEST,
        height=PITCH / 4,
        title=picture.title,
        words=words,
        name=picture.name,
        class_="genogram",
    )
    return Genogram(svg=svg, words=words, head=HEAD, rows=())
