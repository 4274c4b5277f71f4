"""Scores from 0 to 10 over time: one line for each goal, told apart by mark and dash as well as colour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from rightdoor.engines.drawing.chart import Chart
from rightdoor.engines.drawing.svg import drawing, element, number, path, text, wrap

TOP_SCORE: Final = 10
WIDTH: Final = 560.0
LEFT: Final = 34.0
TOP: Final = 14.0
ACROSS: Final = 340.0
DOWN: Final = 200.0
SIZE: Final = 13.0
LINE: Final = 16.0
MARK: Final = 5.0
NAMES: Final = WIDTH - LEFT - ACROSS - 34.0
DASHES: Final = (None, "8 4", "2 4", "10 3 2 3")
FIRST_HALF: Final = ("January", "February", "March", "April", "May", "June")
SECOND_HALF: Final = ("July", "August", "September", "October", "November", "December")
MONTHS: Final = (*FIRST_HALF, *SECOND_HALF)


@dataclass(frozen=True, slots=True)
class Series:
    """One goal or measure: its name and (day, score 0 to 10) pairs in any order."""

    label: str
    points: tuple[tuple[date, int], ...]


def progress(series: Sequence[Series], *, title: str, name: str = "progress") -> Chart:
    """Draw scores over time. A score outside 0 to 10 raises ValueError."""
    found = [Series(one.label, tuple(sorted(one.points))) for one in series]
    for one in found:
        if any(not 0 <= value <= TOP_SCORE for _, value in one.points):
            raise ValueError(f"a score of {one.label!r} is outside 0 to 10")
    days = sorted({day for one in found for day, _ in one.points})
    parts = [*_grid(days), *[piece for nth, one in enumerate(found) for piece in _line(nth, one, days)]]
    parts += _names(found)
    words = _words(found)
    height = max(TOP + DOWN + 34.0, TOP + 4 * LINE * len(found))
    svg = drawing(parts, width=WIDTH, height=height, title=title, words=words, name=name, class_="progress")
    return Chart(svg=svg, words=words, head=("Goal", *map(day_words, days)), rows=_rows(found, days))


def day_words(day: date) -> str:
    """``22 November 2026``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def month_words(day: date) -> str:
    """``Nov 2026``."""
    return f"{MONTHS[day.month - 1][:3]} {day.year}"


def _short(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year % 100:02}"


def _words(found: Sequence[Series]) -> str:
    told = []
    for one in found:
        if not one.points:
            told.append(f"{one.label}: not scored yet")
        elif len(one.points) == 1:
            told.append(f"{one.label}: {one.points[0][1]} on {day_words(one.points[0][0])}")
        else:
            told.append(f"{one.label.rstrip('.')}: from {one.points[0][1]} to {one.points[-1][1]}")
    return ". ".join(told) + "." if told else "Nothing has been scored yet."


def _rows(found: Sequence[Series], days: Sequence[date]) -> tuple[tuple[str, ...], ...]:
    tables = [(one.label, dict(one.points)) for one in found]
    return tuple((label, *[str(scores.get(day, "not scored")) for day in days]) for label, scores in tables)


def _x(day: date, days: Sequence[date]) -> float:
    span = (days[-1] - days[0]).days
    return LEFT + (ACROSS * (day - days[0]).days / span if span else ACROSS / 2)


def _y(value: float) -> float:
    return TOP + DOWN * (1 - value / TOP_SCORE)


def _grid(days: Sequence[date]) -> list[str]:
    parts = []
    for value in (0, 5, TOP_SCORE):
        y = _y(value)
        parts.append(path([(LEFT, y), (LEFT + ACROSS, y)], "progress__grid"))
        at = {"x": LEFT - 8, "y": y + SIZE / 3, "text_anchor": "end", "font_size": SIZE}
        parts.append(element("text", str(value), class_="progress__number", **at))
    last = -LEFT
    for day in days:
        x = _x(day, days)
        # A date is written only where the one before leaves room for it.
        if x - last > SIZE * 5:
            at = {"x": x, "y": TOP + DOWN + 22, "text_anchor": "middle", "font_size": SIZE - 1}
            parts.append(element("text", _short(day), class_="progress__day", **at))
            last = x
    return parts


def _line(nth: int, one: Series, days: Sequence[date]) -> list[str]:
    points = [(_x(day, days), _y(value)) for day, value in one.points]
    class_ = f"progress__line progress__line--{nth % len(DASHES)}"
    drawn = [path(points, class_, stroke_dasharray=DASHES[nth % len(DASHES)])] if points[1:] else []
    return [element("g", *drawn, *[_mark(nth, x, y) for x, y in points], class_=class_)]


def _mark(nth: int, x: float, y: float) -> str:
    paint = {"class_": "progress__mark", "fill": "currentColor", "stroke": "currentColor"}
    kind = nth % len(DASHES)
    if kind == 0:
        return element("circle", cx=x, cy=y, r=MARK, **paint)
    if kind == 1:
        return element("rect", x=x - MARK, y=y - MARK, width=2 * MARK, height=2 * MARK, **paint)
    corners = [(x, y - MARK - 1), (x + MARK + 1, y + MARK), (x - MARK - 1, y + MARK)]
    if kind > 2:  # noqa: PLR2004 - the fourth mark
        corners = [(x, y - MARK - 2), (x + MARK + 1, y), (x, y + MARK + 2), (x - MARK - 1, y)]
    return element("polygon", points=" ".join(f"{number(a)},{number(b)}" for a, b in corners), **paint)


def _names(found: Sequence[Series]) -> list[str]:
    # Each name stands beside a sample of its line, in the order of the table.
    parts: list[str] = []
    y = TOP + SIZE / 2
    x = LEFT + ACROSS + 16
    for nth, one in enumerate(found):
        class_ = f"progress__line progress__line--{nth % len(DASHES)}"
        sample = path([(x, y), (x + 24, y)], class_, stroke_dasharray=DASHES[nth % len(DASHES)])
        parts.append(element("g", sample, _mark(nth, x + 12, y), class_=class_))
        for line in wrap(one.label, NAMES - 16, SIZE, 3):
            at = {"x": x + 32, "y": y + SIZE / 3, "font_size": SIZE}
            parts.append(element("text", text(line), class_="progress__name", **at))
            y += LINE
        y += LINE / 2
    return parts
