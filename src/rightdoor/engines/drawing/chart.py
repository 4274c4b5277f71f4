"""What every chart gives: the drawing, what it shows in a sentence, and the table behind it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Chart:
    """``svg`` goes on the page, ``words`` beside it, ``head`` and ``rows`` into the table under it."""

    svg: str
    words: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
