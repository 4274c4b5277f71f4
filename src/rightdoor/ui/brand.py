"""A partnership's colour, as the stylesheet that gives it to every page."""

from __future__ import annotations

import re
from typing import Final

Rgb = tuple[int, int, int]
HEX: Final = re.compile(r"#[0-9a-fA-F]{6}")
WHITE: Final[Rgb] = (255, 255, 255)
BLACK: Final[Rgb] = (0, 0, 0)
READABLE: Final = 4.5
LINKS_READABLE: Final = 5.5
DARKER: Final = 0.06
LINEAR_BELOW: Final = 0.04045


def parse(colour: str) -> Rgb:
    """``#1f5f5b`` as its parts; ValueError for anything else."""
    if not HEX.fullmatch(colour):
        raise ValueError(f"a colour is written like #1f5f5b, not {colour!r}")
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mix(one: Rgb, other: Rgb, share: float) -> Rgb:
    """``one`` with ``share`` (0 to 1) of ``other`` in it."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def luminance(colour: Rgb) -> float:
    """Relative luminance, 0 to 1, by WCAG 2.2."""
    channels = [part / 255 for part in colour]
    red, green, blue = (
        part / 12.92 if part <= LINEAR_BELOW else ((part + 0.055) / 1.055) ** 2.4 for part in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Rgb, other: Rgb) -> float:
    """Contrast ratio, 1 to 21, by WCAG 2.2."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _written(colour: Rgb) -> str:
    return "#{:02x}{:02x}{:02x}".format(*colour)


def _until_readable(colour: Rgb, on: Rgb) -> Rgb:
    while contrast(colour, on) < LINKS_READABLE:
        colour = mix(colour, BLACK, DARKER)
    return colour


def stylesheet(colour: str) -> str:
    """Custom properties for ``#rrggbb``: header, links, tints; always readable, however pale the colour.

    Served as text/css at an address of its own, because no page carries styles inside it.
    """
    brand = parse(colour)
    tint = mix(brand, WHITE, 0.94)
    link = _until_readable(brand, tint)
    # Where white cannot be read black can: the two contrasts always make 21 when multiplied.
    on_brand = WHITE if contrast(brand, WHITE) >= READABLE else BLACK
    values = {
        "--govuk-brand-colour": brand,
        "--govuk-link-colour": link,
        "--govuk-link-hover-colour": mix(link, BLACK, 0.5),
        "--govuk-template-background-colour": tint,
        "--govuk-surface-background-colour": tint,
        "--govuk-surface-border-colour": mix(brand, WHITE, 0.5),
        "--app-on-brand": on_brand,
    }
    lines = "".join(f"{name}:{_written(value)};" for name, value in values.items())
    return f":root{{{lines}}}\n"
