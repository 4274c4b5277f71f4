"""Finding help: what somebody asks in their own words, and the services that answer it, best first."""

from collections.abc import Iterable

from rightdoor.engines.finding.lexicon import Lexicon, standard
from rightdoor.engines.finding.prepared import Prepared, Vocabulary, prepare, vocabulary
from rightdoor.engines.finding.ranking import kilometres, rank
from rightdoor.engines.finding.reading import Reading, read
from rightdoor.engines.finding.shape import (
    ALL,
    COMES,
    COVERS,
    GROUPS,
    NEAR,
    NEIGHBOURS,
    Answer,
    Document,
    Found,
    Opening,
    Query,
    Reason,
    Spot,
)
from rightdoor.engines.finding.urgent import Contact, Urgent, first_contacts, standard_rules
from rightdoor.engines.finding.written import document_of

__all__ = [
    "ALL",
    "COMES",
    "COVERS",
    "GROUPS",
    "NEAR",
    "NEIGHBOURS",
    "Answer",
    "Contact",
    "Document",
    "Found",
    "Lexicon",
    "Opening",
    "Prepared",
    "Query",
    "Reading",
    "Reason",
    "Spot",
    "Urgent",
    "Vocabulary",
    "document_of",
    "find",
    "first_contacts",
    "kilometres",
    "prepare",
    "rank",
    "read",
    "standard",
    "standard_rules",
    "urgent_for",
    "vocabulary",
]


def find(query: Query, documents: Iterable[Document], lexicon: Lexicon | None = None) -> Answer:
    """Answer a query from documents in memory: for a few hundred services, and for tests."""
    services = [prepare(document) for document in documents]
    return rank(read(query, vocabulary(services), lexicon or standard()), services)


def urgent_for(words: str) -> tuple[Urgent, ...]:
    """Give what must be shown first to somebody who wrote these words, whatever else is found."""
    return standard_rules().of(words)
