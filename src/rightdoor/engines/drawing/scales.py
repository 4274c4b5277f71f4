"""Scores from 0 to 10, amounts against a limit, and simple bars: small pictures beside their words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rightdoor.engines.drawing.chart import Chart
from rightdoor.engines.drawing.svg import drawing, element, text, width_of, wrap

TOP: Final = 10
STEP: Final = 18.0
EDGE: Final = 10.0
TALL: Final = 30.0
MIDDLE: Final = 15.0
WIDE_BAR: Final = 200.0
ROW: Final = 30.0
SIZE: Final = 14.0
LABELS: Final = 190.0
NUMBERS: Final = 60.0


def score(value: int | None, before: int | None = None) -> str:
    """A score on its scale of 0 to 10, with a hollow mark where it stood before.

    The words beside it say the same, so it is hidden from screen readers. Scores outside the scale
    raise ValueError.
    """
    for given in (value, before):
        if given is not None and not 0 <= given <= TOP:
            raise ValueError(f"a score is from 0 to 10, not {given}")
    parts = [element("path", d=_ruler(), class_="scale__ruler", stroke="currentColor", fill="none")]
    if value is not None and value > 0:
        reach = {"x": EDGE, "y": MIDDLE - 5, "width": STEP * value, "height": 10.0}
        parts.append(
            element("rect", class_="scale__reach", fill="currentColor", fill_opacity="0.35", **reach)
        )
    if before is not None:
        parts.append(_dot(before, 6.0, "scale__before", "none"))
    if value is not None:
        parts.append(_dot(value, 7.0, "scale__now", "currentColor"))
    return _silent(parts, 2 * EDGE + STEP * TOP, TALL, "scale")


def _ruler() -> str:
    ticks = "".join(f"M{EDGE + STEP * at:g} {MIDDLE - 6:g}v12" for at in range(TOP + 1))
    return f"M{EDGE:g} {MIDDLE:g}h{STEP * TOP:g}{ticks}"


def _dot(at: int, radius: float, class_: str, fill: str) -> str:
    place = {"cx": EDGE + STEP * at, "cy": MIDDLE, "r": radius}
    return element("circle", class_=class_, fill=fill, stroke="currentColor", stroke_width=2, **place)


def _silent(parts: Sequence[str], width: float, height: float, class_: str) -> str:
    size = {"width": width, "height": height, "viewBox": f"0 0 {width:g} {height:g}"}
    quiet = {"aria_hidden": "true", "focusable": "false"}
    return element("svg", *parts, xmlns="http://www.w3.org/2000/svg", class_=class_, **size, **quiet)


def bar(value: float, limit: float) -> str:
    """How full something is: the bar stops at the limit, and what is over it is striped beyond a mark."""
    if limit < 0 or value < 0:
        raise ValueError("amounts and limits are not below 0")
    most = max(value, limit, 1)
    width, mark = WIDE_BAR * value / most, WIDE_BAR * limit / most
    over = " load--over" if value > limit else ""
    parts = [
        element(
            "rect",
            x=1.0,
            y=1.0,
            width=WIDE_BAR,
            height=12.0,
            class_="load__room",
            fill="none",
            stroke="currentColor",
        ),
        element(
            "rect",
            x=1.0,
            y=1.0,
            width=min(width, mark),
            height=12.0,
            class_="load__used",
            fill="currentColor",
        ),
    ]
    if over:
        rest = {"x": 1 + mark, "width": width - mark, "y": 1.0, "height": 12.0}
        parts.append(element("rect", class_="load__over", fill="currentColor", fill_opacity="0.5", **rest))
        parts.append(element("path", d=f"M{1 + mark:g} 0v14", class_="load__limit", stroke="currentColor"))
    return _silent(parts, WIDE_BAR + 2, 14.0, f"load{over}")


def bars(rows: Sequence[tuple[str, float]], *, title: str, unit: str = "", name: str = "bars") -> Chart:
    """Amounts side by side as lying bars, in the order given; amounts are not below 0."""
    most = max([value for _, value in rows], default=0) or 1
    parts: list[str] = []
    for spot, (label, value) in enumerate(rows):
        y = ROW * spot
        parts += _bar_row(label, value, WIDE_BAR * value / most, y)
    told = tuple((label, f"{value:g}{' ' + unit if unit else ''}") for label, value in rows)
    words = f"{title}: " + ("; ".join(f"{label} {said}" for label, said in told) or "no figures") + "."
    width = LABELS + WIDE_BAR + NUMBERS
    svg = drawing(
        parts, width=width, height=ROW * max(1, len(rows)), title=title, words=words, name=name, class_="bars"
    )
    return Chart(svg=svg, words=words, head=("", unit.capitalize() or "Number"), rows=told)


def _bar_row(label: str, value: float, width: float, y: float) -> list[str]:
    line = wrap(label, LABELS - 10, SIZE, 1) or [""]
    number = f"{value:g}"
    middle = y + ROW / 2 + SIZE / 3
    size = {"y": middle, "font_size": SIZE}
    after = LABELS + width + 6 + width_of(number, SIZE)
    return [
        element("text", text(line[0]), class_="bars__label", x=LABELS - 8, text_anchor="end", **size),
        element(
            "rect", class_="bars__bar", x=LABELS, y=y + 5, width=width, height=ROW - 10, fill="currentColor"
        ),
        element("text", number, class_="bars__number", x=after, text_anchor="end", **size),
    ]
