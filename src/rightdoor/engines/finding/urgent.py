"""Urgent words: fixed rules that say which help is shown first, which more words never take away."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Final

from rapidfuzz.distance import OSA

from rightdoor.engines.finding.lexicon import DATA
from rightdoor.engines.finding.patterns import Saying, saying
from rightdoor.engines.finding.spelling import is_english
from rightdoor.engines.finding.text import words_of

# In words of this length one slip of the pen is forgiven, unless it makes another English word.
FORGIVEN_FROM: Final = 4


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to reach, with where the number is from and when that was looked up."""

    id: str
    name: str
    number: str
    says: str
    how: str
    source: str
    as_of: date


@dataclass(frozen=True, slots=True)
class Urgent:
    """What is shown first."""

    id: str
    title: str
    contacts: tuple[Contact, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """When it is shown."""

    urgent: Urgent
    sayings: tuple[Saying, ...]


@dataclass(frozen=True)
class Rules:
    """All rules, in the order in which they count."""

    rules: tuple[Rule, ...]
    idioms: tuple[tuple[str, ...], ...]
    contacts: Mapping[str, Contact]
    written: date
    review_by: date

    def of(self, text: str) -> tuple[Urgent, ...]:
        """Give what must be shown first to somebody who wrote this."""
        spoken = _without(words_of(text), self.idioms)
        return tuple(
            rule.urgent
            for rule in self.rules
            if any(one.within(spoken, None, _alike) for one in rule.sayings)
        )


def _without(words: list[str], idioms: Sequence[tuple[str, ...]]) -> list[str]:
    for idiom in idioms:
        for start in range(len(words) - len(idiom), -1, -1):
            if tuple(words[start : start + len(idiom)]) == idiom:
                words = [*words[:start], *words[start + len(idiom) :]]
    return words


def _alike(spoken: str, wanted: frozenset[str]) -> bool:
    if spoken in wanted:
        return True
    if len(spoken) < FORGIVEN_FROM - 1 or is_english(spoken):
        return False
    return any(
        len(word) >= FORGIVEN_FROM and OSA.distance(spoken, word, score_cutoff=1) <= 1 for word in wanted
    )


@cache
def standard_rules() -> Rules:
    """Give the rules that come with the house."""
    return read_rules((DATA / "urgent.toml").read_text(encoding="utf-8"))


def read_rules(text: str) -> Rules:
    """Read rules from TOML. Raises KeyError for a contact or a list that is named and not there."""
    told: dict[str, Any] = tomllib.loads(text)
    contacts = {row["id"]: Contact(**row) for row in told["contact"]}
    rules = tuple(_rule(row, contacts, told["lists"]) for row in told["rule"])
    idioms = tuple(tuple(words_of(words)) for row in told["idiom"] for words in row["says"])
    return Rules(rules, idioms, contacts, told["written"], told["review_by"])


def _rule(row: Mapping[str, Any], contacts: Mapping[str, Contact], lists: Mapping[str, str]) -> Rule:
    shown = tuple(contacts[name] for name in row["show"])
    return Rule(Urgent(row["id"], row["title"], shown), tuple(saying(text, lists) for text in row["says"]))


def first_contacts(urgent: Sequence[Urgent]) -> list[Contact]:
    """Give whom to reach when several rules apply: each once, in the order of the rules."""
    return list({contact.id: contact for one in urgent for contact in one.contacts}.values())
