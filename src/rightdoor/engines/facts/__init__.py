"""The words in which a family's circumstances are told, and what follows from them.

`read_json` reads a document; `Circumstances` builds one in Python; `known` says what is known of a fact.
The list of facts, with a worked document: docs/reference/facts.md.
"""

from rightdoor.engines.facts.circumstances import Circumstances
from rightdoor.engines.facts.known import Span, age, known
from rightdoor.engines.facts.people import FactProblem, FactsDocument, FactsError, Person, PersonDocument
from rightdoor.engines.facts.reading import read, read_json
from rightdoor.engines.facts.vocabulary import (
    VULNERABILITIES,
    Fact,
    codes,
    fact,
    screening_facts,
    vocabulary,
)

__all__ = [
    "VULNERABILITIES",
    "Circumstances",
    "Fact",
    "FactProblem",
    "FactsDocument",
    "FactsError",
    "Person",
    "PersonDocument",
    "Span",
    "age",
    "codes",
    "fact",
    "known",
    "read",
    "read_json",
    "screening_facts",
    "vocabulary",
]
