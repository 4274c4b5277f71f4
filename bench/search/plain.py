"""Plain full-text search of the same text, as a database offers it: what finding help is measured against."""

import re
import sqlite3
from collections.abc import Callable, Sequence

from rightdoor.engines.finding import Document


def text_of(document: Document) -> tuple[str, str]:
    """Give a service's name, and the rest of what is searched."""
    rest = (document.provider, document.about, document.who_for, document.where, document.other)
    return document.name, " ".join(rest)


class PlainSearch:
    """Services in SQLite's full-text index, with its own stemmer and its own ranking (bm25)."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self.base = sqlite3.connect(":memory:")
        self.base.execute(
            "CREATE VIRTUAL TABLE found USING fts5(slug UNINDEXED, name, rest, tokenize='porter')"
        )
        rows = [(document.slug, *text_of(document)) for document in documents]
        self.base.executemany("INSERT INTO found VALUES (?, ?, ?)", rows)

    def ways(self) -> dict[str, Callable[[str], list[str]]]:
        """Give the ways to search by name."""
        return {"FTS5, any word": self.any_word, "FTS5, all words": self.all_words}

    def any_word(self, text: str) -> list[str]:
        """Give services with any of the words, best first."""
        return self._found(text, " OR ")

    def all_words(self, text: str) -> list[str]:
        """Give services with all of the words, best first."""
        return self._found(text, " AND ")

    def _found(self, text: str, between: str) -> list[str]:
        words = re.findall(r"\w+", text.replace("'", ""))
        asked = between.join(f'"{word}"' for word in words)
        found = self.base.execute(
            "SELECT slug FROM found WHERE found MATCH ? ORDER BY bm25(found, 0, 5, 1)", [asked]
        )
        return [slug for (slug,) in found]
