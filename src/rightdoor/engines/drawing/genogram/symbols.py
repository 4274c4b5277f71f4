"""The symbols of a genogram: circle for female, square for male, diamond when not known, triangle unborn."""

from __future__ import annotations

from typing import Final

from rightdoor.engines.drawing.genogram.lines import LINE_HEIGHT, RADIUS, STUB
from rightdoor.engines.drawing.genogram.model import Person
from rightdoor.engines.drawing.genogram.placing import PITCH
from rightdoor.engines.drawing.genogram.telling import about
from rightdoor.engines.drawing.svg import element, number, text, wrap

SIZE: Final = 14.0
NAME_LINES: Final = 4
AGE_LINES: Final = 2
WRITING: Final = PITCH - 28.0
INNER: Final = 5.0
BASELINE: Final = 13.0


def outline(person: Person, x: float, y: float, radius: float, class_: str) -> str:
    """The shape alone."""
    paint = {"class_": class_, "fill": "none", "stroke": "currentColor"}
    if person.state == "unborn":
        return _polygon([(x, y - radius), (x + radius, y + radius), (x - radius, y + radius)], paint)
    if person.sex == "F":
        return element("circle", cx=float(x), cy=float(y), r=float(radius), **paint)
    if person.sex == "M":
        side = 2.0 * radius
        return element("rect", x=float(x - radius), y=float(y - radius), width=side, height=side, **paint)
    return _polygon([(x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)], paint)


def _polygon(points: list[tuple[float, float]], paint: dict[str, str]) -> str:
    return element("polygon", points=" ".join(f"{number(x)},{number(y)}" for x, y in points), **paint)


def lines_of(person: Person) -> tuple[list[str], list[str]]:
    """The lines written under a symbol: name, then age."""
    name = wrap(person.label or "Name not known", WRITING, SIZE, NAME_LINES)
    return name or ["Name not known"], wrap(person.age, WRITING, SIZE, AGE_LINES)


def foot(person: Person, y: float) -> float:
    """Where the writing under a symbol ends."""
    return y + RADIUS + STUB + LINE_HEIGHT * sum(map(len, lines_of(person))) + STUB


def symbol(person: Person, x: float, y: float, *, index: bool) -> str:
    """One person: shape, marks, name and age, with a title for pointing at."""
    kind = "unborn" if person.state == "unborn" else {"F": "female", "M": "male"}.get(person.sex, "unknown")
    classes = f"genogram__person genogram__person--{kind}" + (" genogram__person--index" if index else "")
    parts = [element("title", text(about(person))), outline(person, x, y, RADIUS, "genogram__symbol")]
    if index:
        inner_y = y + INNER / 2 if person.state == "unborn" else y
        parts.append(outline(person, x, inner_y, RADIUS - INNER, "genogram__inner"))
    if person.state == "died":
        parts += _cross(x, y)
    return element("g", *parts, *_writing(person, x, y), class_=classes)


def _cross(x: float, y: float) -> list[str]:
    reach = RADIUS * 0.95
    ends = [(-reach, -reach, reach, reach), (-reach, reach, reach, -reach)]
    return [
        element(
            "line", x1=x + a, y1=y + b, x2=x + c, y2=y + d, class_="genogram__died", stroke="currentColor"
        )
        for a, b, c, d in ends
    ]


def _writing(person: Person, x: float, y: float) -> list[str]:
    name, age = lines_of(person)
    top = y + RADIUS + STUB + BASELINE
    written = []
    for spot, line in enumerate([*name, *age]):
        class_ = "genogram__name" if spot < len(name) else "genogram__age"
        at = {"x": float(x), "y": top + LINE_HEIGHT * spot, "text_anchor": "middle", "font_size": SIZE}
        written.append(element("text", text(line), class_=class_, unicode_bidi="plaintext", **at))
    return written
