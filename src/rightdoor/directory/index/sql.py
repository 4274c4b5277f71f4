"""How each database is asked for words. Both hold the stems that the engine made, so both find the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.db import connection

# Entries that the public may see, of those whose ids are asked for; the rest of each statement stands below.
_SHOWN: Final = (
    "SELECT e.ready FROM directory_searchentry e JOIN directory_service s ON s.id = e.service_id "
    "WHERE s.standing = 'public' AND s.hidden_since IS NULL AND s.status <> 'closed' AND e.id IN ("
)
_BOX: Final = (
    "(SELECT entry_id FROM directory_searchspot WHERE lat BETWEEN %s AND %s AND lon BETWEEN %s AND %s)"
)


@dataclass(frozen=True)
class Words:
    """One database: how terms are quoted and joined, and what is asked.

    `best` takes the terms and how many; `near` takes the terms, the box and how many.
    """

    quote: str
    join: str
    best: str
    near: str

    def terms(self, terms: Sequence[str]) -> str:
        """Put terms as this database wants them: any of them may stand there. In quotes none is a command."""
        return self.join.join(f"{self.quote}{term}{self.quote}" for term in terms)

    @property
    def anywhere(self) -> str:
        """The best entries; the name counts most."""
        return f"{_SHOWN}SELECT id FROM ({self.best}) b)"  # noqa: S608 - all of it stands in this file

    @property
    def both(self) -> str:
        """The best entries, and the best within a box, so that neither hides the other."""
        return f"{_SHOWN}SELECT id FROM ({self.best}) b UNION SELECT id FROM ({self.near}) n)"  # noqa: S608


_FTS5: Final = (
    "SELECT rowid AS id FROM directory_searchentry_words WHERE directory_searchentry_words MATCH %s "
)
_BM25: Final = "ORDER BY bm25(directory_searchentry_words, 5.0, 1.0) LIMIT %s"
# The plus has SQLite find by words first and then look into the box: the other way round takes minutes.
SQLITE: Final = Words('"', " OR ", f"{_FTS5}{_BM25}", f"{_FTS5}AND +rowid IN {_BOX} {_BM25}")

_VECTOR: Final = "SELECT v.id FROM directory_searchentry v, to_tsquery('simple', %s) q WHERE v.vector @@ q "
_TS_RANK: Final = "ORDER BY ts_rank(v.vector, q) DESC, v.id LIMIT %s"
POSTGRES: Final = Words("'", " | ", f"{_VECTOR}{_TS_RANK}", f"{_VECTOR}AND v.id IN {_BOX} {_TS_RANK}")


def words() -> Words:
    """Give the words of the database the house stands on."""
    return POSTGRES if connection.vendor == "postgresql" else SQLITE
