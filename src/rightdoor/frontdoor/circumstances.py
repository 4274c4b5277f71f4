"""What a request tells, in the words the rules are asked with. Pure: the caller says which day it is."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from rightdoor.engines.facts import Circumstances, Fact, fact, read
from rightdoor.engines.rules import Rule, Scheme
from rightdoor.engines.story import PersonTold, Story

_SEX = {"F": "female", "M": "male"}
_OLDEST = 120
_FURTHEST_DUE = timedelta(weeks=44)
Wanted = tuple[str, str]
FAMILY = "family"


def document_of(story: Story, as_of: date) -> dict[str, Any]:
    """Give the facts document of a story; people keep the keys they were told under."""
    people = [_person(told, as_of) for told in story.people]
    return {"as_of": as_of.isoformat(), "people": people, "family": _known(FAMILY, story.family_facts)}


def with_answers(document: Mapping[str, Any], answers: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """Give a document with more facts: `answers` holds facts by person's key, the family's under "family".

    An answer "unknown" takes a fact away: somebody looked and it is not known.
    """
    people = [
        {**person, "facts": _merged(person.get("facts") or {}, answers.get(person["id"], {}))}
        for person in document["people"]
    ]
    return {
        **document,
        "people": people,
        "family": _merged(document.get("family") or {}, answers.get(FAMILY, {})),
    }


def circumstances_of(document: Mapping[str, Any]) -> Circumstances:
    """Read a document; raises engines.facts.FactsError when something in it cannot be so."""
    return read(document)


def facts_in(document: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Give the facts of a document by person's id, the family's under "family"."""
    told = {person["id"]: dict(person.get("facts") or {}) for person in document["people"]}
    return {**told, FAMILY: dict(document.get("family") or {})}


def wanted_by(scheme: Scheme | None = None, rules: Iterable[Rule] = ()) -> set[Wanted]:
    """Give every fact a scheme and rules ask for, by whom it is about and its code."""
    conditions = [way for band in scheme.bands for way in band.ways] if scheme else []
    for rule in rules:
        conditions += [rule.conditions, *(route.conditions for route in rule.routes)]
    criteria = [c for group in conditions for c in (*group.all, *group.none, *group.any)]
    return {(criterion.who, code) for criterion in criteria for code in criterion.facts}


def askable(wanted: Iterable[Wanted]) -> list[Fact]:
    """Give those facts that somebody can be asked, in the order of the vocabulary's codes."""
    found = (fact(who, code) for who, code in sorted(wanted))
    return [one for one in found if one is not None and one.stated and not one.derived]


def _merged(held: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
    both = {**held, **new}
    return {code: value for code, value in both.items() if value not in ("", None, "unknown")}


def _person(told: PersonTold, as_of: date) -> dict[str, Any]:
    part = "other_adult" if told.part == "unknown" else told.part
    person: dict[str, Any] = {"id": told.key, "part": part}
    person["facts"] = _known("child" if part == "child" else "parent", told.facts)
    if told.sex in _SEX:
        person["sex"] = _SEX[told.sex]
    if told.due_date and part == "child" and abs(told.due_date - as_of) <= _FURTHEST_DUE:
        person["due_date"] = told.due_date.isoformat()
    elif told.birth_date and told.birth_date <= as_of and as_of.year - told.birth_date.year <= _OLDEST:
        person["birth_date"] = told.birth_date.isoformat()
    return person


def _known(who: str, facts: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out words the rules do not have; a story may be older than the vocabulary."""
    return {code: value for code, value in facts.items() if (found := fact(who, code)) and found.stated}
