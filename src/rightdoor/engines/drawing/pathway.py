"""The way through one issue: a band for each step of help, with its services in boxes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from rightdoor.engines.drawing.svg import drawing, element, text, wrap

WIDTH: Final = 720.0
HEAD: Final = 150.0
BOX: Final = 170.0
BETWEEN: Final = 12.0
ACROSS: Final = 3
SIZE: Final = 14.0
LINE: Final = 18.0
LINES: Final = 3
INSIDE: Final = 12.0
BOX_HEIGHT: Final = LINES * LINE + 2 * INSIDE
ARROW: Final = 34.0
MARK: Final = 5.0


@dataclass(frozen=True, slots=True)
class Stop:
    """One service: its name, and whether families can go there by themselves."""

    label: str
    open_door: bool


@dataclass(frozen=True, slots=True)
class Band:
    """One step of help, the services that give it, and what is said where there are none."""

    label: str
    stops: tuple[Stop, ...]
    nothing: str = ""


def way(bands: Sequence[Band], *, title: str, words: str, name: str = "pathway") -> str:
    """Draw the steps from top to bottom. `words` says in sentences what the drawing shows."""
    parts: list[str] = []
    y = BETWEEN
    for nth, band in enumerate(bands):
        if nth:
            parts.append(_arrow(y))
            y += ARROW
        height = _height(band)
        parts += _band(band, y, height)
        y += height
    return drawing(parts, width=WIDTH, height=y + BETWEEN, title=title, words=words, name=name, class_="way")


def _height(band: Band) -> float:
    rows = max(1, -(-len(band.stops) // ACROSS))
    return rows * (BOX_HEIGHT + BETWEEN) + BETWEEN


def _arrow(y: float) -> str:
    x, tip = HEAD / 2, y + ARROW - 6
    shaft = element(
        "path", d=f"M{x} {y + 6}V{tip - 8}", class_="way__arrow", stroke="currentColor", fill="none"
    )
    head = element("polygon", points=f"{x - 7},{tip - 10} {x + 7},{tip - 10} {x},{tip}", fill="currentColor")
    return element("g", shaft, head, class_="way__arrow")


def _band(band: Band, y: float, height: float) -> list[str]:
    ground = element(
        "rect", x=1.0, y=y, width=WIDTH - 2, height=height, rx=4, class_="way__band", fill="none"
    )
    parts = [ground, *_lines(band.label, 14.0, y + BETWEEN + SIZE + 4, HEAD - 24, "way__step")]
    if not band.stops:
        parts += _lines(band.nothing, HEAD + BETWEEN, y + BETWEEN + SIZE + 4, WIDTH - HEAD - 40, "way__gap")
    for nth, stop in enumerate(band.stops):
        x = HEAD + BETWEEN + (nth % ACROSS) * (BOX + BETWEEN)
        parts.append(_box(stop, x, y + BETWEEN + (nth // ACROSS) * (BOX_HEIGHT + BETWEEN)))
    return parts


def _box(stop: Stop, x: float, y: float) -> str:
    frame = element(
        "rect",
        x=x,
        y=y,
        width=BOX,
        height=BOX_HEIGHT,
        rx=3,
        class_="way__box",
        fill="none",
        stroke="currentColor",
    )
    paint = "currentColor" if stop.open_door else "none"
    door = element(
        "circle",
        cx=x + INSIDE + MARK,
        cy=y + INSIDE + 9,
        r=MARK,
        fill=paint,
        stroke="currentColor",
        class_="way__door",
    )
    left = INSIDE + 3 * MARK
    words = _lines(stop.label, x + left + 2, y + INSIDE + SIZE, BOX - INSIDE - left, "way__name")
    return element("g", frame, door, *words, class_="way__stop")


def _lines(words: str, x: float, y: float, width: float, class_: str) -> list[str]:
    return [
        element("text", text(line), x=x, y=y + nth * LINE, font_size=SIZE, class_=class_)
        for nth, line in enumerate(wrap(words, width, SIZE, LINES))
    ]
