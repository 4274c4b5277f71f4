"""Small pieces of SVG: elements with everything escaped, text wrapped to a width, the outer drawing."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Final
from xml.sax.saxutils import escape, quoteattr

# What XML 1.0 does not allow in a document, and the marks that turn the direction of what follows them.
NOT_ALLOWED: Final = re.compile(
    "[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u202a-\u202e\u2066-\u2069]"
)
WIDE: Final = {"W", "F"}
CHARACTER: Final = 0.56
WIDE_CHARACTER: Final = 1.05
ELLIPSIS: Final = "…"
HYPHENS: Final = re.compile(r"(?<=-)")


def text(value: object) -> str:
    """Text as it may stand inside an element."""
    return escape(NOT_ALLOWED.sub("", str(value)))


def number(value: float) -> str:
    """A coordinate with no more digits than a screen can show."""
    return f"{round(value, 1):g}"


def element(name: str, *inside: str, **attributes: object) -> str:
    """One element. Underscores in names become hyphens, a trailing one is dropped; None leaves out."""
    given = "".join(
        f" {key.rstrip('_').replace('_', '-')}={_quoted(value)}"
        for key, value in attributes.items()
        if value is not None
    )
    content = "".join(inside)
    return f"<{name}{given}>{content}</{name}>" if content else f"<{name}{given}/>"


def _quoted(value: object) -> str:
    if isinstance(value, float):
        return f'"{number(value)}"'
    return quoteattr(NOT_ALLOWED.sub("", str(value)))


def path(points: Sequence[tuple[float, float]], class_: str, **attributes: object) -> str:
    """An open line through points."""
    steps = "L".join(f"{number(x)} {number(y)}" for x, y in points)
    return element("path", d=f"M{steps}", class_=class_, fill="none", stroke="currentColor", **attributes)


def width_of(words: str, size: float) -> float:
    """About how wide words are, in the units of ``size`` (the height of the letters)."""
    if words.isascii():
        return size * CHARACTER * len(words)
    return size * sum(
        WIDE_CHARACTER if unicodedata.east_asian_width(character) in WIDE else CHARACTER
        for character in words
    )


def wrap(words: str, width: float, size: float, most: int) -> list[str]:
    """Words broken into at most ``most`` lines of about ``width``; what does not fit ends in an ellipsis."""
    lines: list[str] = []
    line = ""
    for glue, piece in _pieces(NOT_ALLOWED.sub("", words), width, size):
        longer = f"{line}{glue if line else ''}{piece}"
        if line and width_of(longer, size) > width:
            lines.append(line)
            line = piece
        else:
            line = longer
    lines += [line] if line else []
    if len(lines) > most:
        lines = [*lines[: most - 1], lines[most - 1].rstrip("-") + ELLIPSIS]
    return lines


def _pieces(words: str, width: float, size: float) -> Iterable[tuple[str, str]]:
    # What may be broken apart, each with what joins it to the one before: a space, or nothing.
    for whole in words.split():
        for spot, word in enumerate(HYPHENS.split(whole)):
            glue = "" if spot else " "
            for piece in _cut(word, width, size):
                yield glue, piece
                glue = ""


def _cut(word: str, width: float, size: float) -> Iterable[str]:
    # A word too long for its line is broken into parts of nearly one width, none wider than the line.
    whole = width_of(word, size)
    enough = whole / max(1, math.ceil(whole / width))
    piece = ""
    for letter in word:
        if piece and (width_of(piece, size) >= enough or width_of(piece + letter, size) > width):
            yield piece
            piece = ""
        piece += letter
    if piece:
        yield piece


def drawing(
    content: Iterable[str], *, width: float, height: float, title: str, words: str, name: str, class_: str
) -> str:
    """The outer element: a picture with a title and a description. ``name`` must be alone on its page."""
    labelled = element("title", text(title), id=f"{name}-title")
    described = element("desc", text(words), id=f"{name}-desc")
    return element(
        "svg",
        labelled,
        described,
        *content,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {number(width)} {number(height)}",
        width=float(width),
        height=float(height),
        role="img",
        aria_labelledby=f"{name}-title {name}-desc",
        class_=class_,
        direction="ltr",
        focusable="false",
    )
