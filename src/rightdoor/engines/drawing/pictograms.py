"""Simple pictures for easy-read pages, each with the words that stand for it where it cannot be seen."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from rightdoor.engines.drawing.svg import element, text

SIDE: Final = 96


@dataclass(frozen=True)
class Pictogram:
    """One picture: what is said of it, and its lines in a square of 96 by 96."""

    alt: str
    draw: str


def _read() -> Mapping[str, Pictogram]:
    file = Path(__file__).parent.parent / "data" / "pictograms.toml"
    found = tomllib.loads(file.read_text(encoding="utf-8"))
    return {name: Pictogram(**given) for name, given in found.items()}


PICTOGRAMS: Final = _read()


def pictogram(name: str) -> str:
    """Give a picture as SVG. Raises KeyError for a name that nobody has drawn."""
    picture = PICTOGRAMS[name]
    return element(
        "svg",
        element("title", text(picture.alt)),
        picture.draw,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {SIDE} {SIDE}",
        width=SIDE,
        height=SIDE,
        role="img",
        aria_label=picture.alt,
        fill="none",
        stroke="currentColor",
        stroke_width=4,
        stroke_linecap="round",
        stroke_linejoin="round",
        class_="app-pictogram",
        focusable="false",
    )
