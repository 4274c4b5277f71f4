"""The words in which a family's circumstances are told: every fact, once, with its question and its reason.

The list itself is data, `vocabulary.toml`. "Unknown" is a value of every fact.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from pydantic import BaseModel, ConfigDict, TypeAdapter

Who = Literal["parent", "child", "family"]
Kind = Literal["yes_no", "number", "choice", "age"]
VULNERABILITIES = ("alcohol_misuse", "domestic_abuse", "drug_misuse", "mental_health", "offending")


class Fact(BaseModel):
    """One fact. `question` is for a family, `question_practitioner` for a worker, `why` says why it is asked.

    `options` are the answers of a choice; `unit`, `least` and `most` bound a number (both included).
    `derived` facts follow from others; `stated` ones among them may also be told outright.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: str
    who: Who
    kind: Kind
    question: str
    question_practitioner: str
    why: str
    options: tuple[str, ...] = ()
    unit: str = ""
    least: float = 0
    most: float | None = None
    vulnerability: bool = False
    screening: bool = False
    derived: bool = False
    stated: bool = True


@cache
def vocabulary() -> Mapping[tuple[str, str], Fact]:
    """Give every fact by whom it is about and its code, in the order of the list."""
    text = (Path(__file__).parent / "vocabulary.toml").read_text(encoding="utf-8")
    facts = TypeAdapter(tuple[Fact, ...]).validate_python(tomllib.loads(text)["fact"])
    return MappingProxyType({(fact.who, fact.code): fact for fact in facts})


def fact(who: str, code: str) -> Fact | None:
    """Find a fact; None if there is no such word."""
    return vocabulary().get((who, code))


def codes(who: str) -> tuple[str, ...]:
    """List the codes of the facts about a parent, a child or a family."""
    return tuple(code for owner, code in vocabulary() if owner == who)


def screening_facts() -> tuple[Fact, ...]:
    """Give the facts of the short screen."""
    return tuple(fact for fact in vocabulary().values() if fact.screening)
