"""Markdown that a pack ships (agreement, guidance) as safe HTML in the look of the pages."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

CLASSES: Final = {
    "h1": "govuk-heading-l",
    "h2": "govuk-heading-m",
    "h3": "govuk-heading-s",
    "p": "govuk-body",
    "ul": "govuk-list govuk-list--bullet",
    "ol": "govuk-list govuk-list--number",
    "a": "govuk-link",
}
# HTML written into the Markdown is shown as text, never obeyed.
_READER: Final = MarkdownIt("commonmark", {"html": False})


@lru_cache(maxsize=64)
def prose(markdown: str, *, heading: bool = True) -> Markup:
    """Give the text as HTML; without its first-level heading when the page has one of its own."""
    tokens = _READER.parse(markdown)
    kept = tokens if heading else _without_title(tokens)
    for token in kept:
        for inner in (token, *(token.children or ())):
            if inner.nesting == 1 and inner.tag in CLASSES:
                inner.attrSet("class", CLASSES[inner.tag])
    return Markup(_READER.renderer.render(kept, _READER.options, {}))  # noqa: S704 - made from escaped text


def title_of(markdown: str) -> str:
    """Give the text of the first heading, or an empty text."""
    tokens = _READER.parse(markdown)
    found = (
        number for number, token in enumerate(tokens) if token.type == "heading_open" and token.tag == "h1"
    )
    first = next(found, None)
    return "" if first is None else tokens[first + 1].content


def _without_title(tokens: list[Token]) -> list[Token]:
    first = next(
        (n for n, token in enumerate(tokens) if token.type == "heading_open" and token.tag == "h1"), None
    )
    return tokens if first is None else tokens[:first] + tokens[first + 3 :]
