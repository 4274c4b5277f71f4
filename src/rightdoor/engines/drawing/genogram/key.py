"""The key under a genogram: each shape and line that this drawing uses, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from rightdoor.engines.drawing.genogram.model import FamilyPicture, Kind, Person
from rightdoor.engines.drawing.genogram.symbols import SIZE, outline
from rightdoor.engines.drawing.svg import element, number, path, text, width_of

SMALL: Final = 7.0
ROW: Final = 24.0
AFTER_MARK: Final = 7.0
EDGE: Final = 8.0
BETWEEN: Final = 26.0
LINE: Final = 26.0
SLASH: Final = 5.0
LINES: Final[Mapping[Kind | None, str]] = {
    "spouse": "married",
    "partner": "partners",
    "ex_spouse": "divorced",
    "ex_partner": "separated",
    "adoptive_parent": "adopted",
    "foster_parent": "fostered",
    "step_parent": "step-parent",
    "grandparent": "grandparent",
    None: "have a child together",
    "sibling": "brothers or sisters",
}


Entry = tuple[str, list[str], float]
Dashes = Mapping[Kind | None, str | None]


def _shape(words: str, person: Person, *, index: bool = False) -> Entry:
    marks = [outline(person, SMALL, 0.0, SMALL, "genogram__symbol")]
    if index:
        marks.append(outline(person, SMALL, 0.0, SMALL - 3, "genogram__inner"))
    if person.state == "died":
        ends = [((0.0, -SMALL), (2 * SMALL, SMALL)), ((0.0, SMALL), (2 * SMALL, -SMALL))]
        marks += [path(points, "genogram__died") for points in ends]
    return words, marks, 2 * SMALL


def _shapes(picture: FamilyPicture) -> Iterator[Entry]:
    drawn = {"unborn" if person.state == "unborn" else person.sex for person in picture.people}
    if "F" in drawn:
        yield _shape("female", Person("", "", "F"))
    if "M" in drawn:
        yield _shape("male", Person("", "", "M"))
    if "U" in drawn:
        yield _shape("sex not known", Person("", "", "U"))
    if "unborn" in drawn:
        yield _shape("not born yet", Person("", "", "U", "unborn"))
    if any(person.state == "died" for person in picture.people):
        yield _shape("has died", Person("", "", "F", "died"))
    index = next((person for person in picture.people if person.id == picture.index), None)
    if index is not None:
        yield _shape("this record", Person("", "", index.sex, "born"), index=True)


def _lines(kinds: set[Kind | None], dashes: Dashes) -> Iterator[Entry]:
    for kind, words in LINES.items():
        if kind in kinds:
            marks = [path([(0.0, 0.0), (LINE, 0.0)], "genogram__couple", stroke_dasharray=dashes.get(kind))]
            slashes = 2 if kind == "ex_spouse" else 1 if kind == "ex_partner" else 0
            middles = [LINE / 2 + nth * SLASH for nth in range(slashes)]
            marks += [path([(x - 3, SLASH), (x + 3, -SLASH)], "genogram__apart") for x in middles]
            yield words, marks, LINE


def key(
    picture: FamilyPicture, kinds: set[Kind | None], width: float, top: float, dashes: Dashes
) -> tuple[list[str], float]:
    """The key's elements, starting at ``top``, and their height."""
    pieces: list[str] = []
    x, y = EDGE, top + ROW / 2
    for words, marks, wide in [*_shapes(picture), *_lines(kinds, dashes)]:
        needs = wide + AFTER_MARK + width_of(words, SIZE - 1)
        if x > EDGE and x + needs > width:
            x, y = EDGE, y + ROW
        label = {"x": wide + AFTER_MARK, "y": SIZE / 3, "font_size": SIZE - 1}
        pieces.append(
            element(
                "g",
                *marks,
                element("text", text(words), class_="genogram__key", **label),
                transform=f"translate({number(x)} {number(y)})",
            )
        )
        x += needs + BETWEEN
    return pieces, y + ROW / 2 - top
