"""One component in one state, and the awkward words that examples are full of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

LONG: Final = (
    "A very long answer that goes on and on so that it has to be broken into several lines on a small screen"
)
ARABIC: Final = "نور الهدى عبد الرحمن"
EMOJI: Final = "Mum says: “we are a team 💪🏽”. <script>alert(1)</script>"
FIRST_DAY: Final = date(2026, 9, 14)


@dataclass(frozen=True, slots=True)
class Example:
    """One component in one state: macro ``name`` of ``ui``, the state in words, its arguments."""

    name: str
    state: str
    arguments: Mapping[str, Any]
