"""Small pictures that components draw, as safe markup."""

from __future__ import annotations

from markupsafe import Markup

from rightdoor.engines.drawing import scales


def score(value: int | None, before: int | None = None) -> Markup:
    """A score on its scale of 0 to 10."""
    return Markup(scales.score(value, before))  # noqa: S704 - the drawing escapes all text in it


def bar(value: float, limit: float) -> Markup:
    """How full something is."""
    return Markup(scales.bar(value, limit))  # noqa: S704 - as above


def drawn(svg: str) -> Markup:
    """A drawing made by ``engines.drawing``, ready for ``ui.figure``."""
    return Markup(svg)  # noqa: S704 - as above
