"""What cannot be so in a family's circumstances, said as sentences with the path to each."""

import math
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from difflib import get_close_matches

from rightdoor.engines.facts.people import FactProblem, Person, Value
from rightdoor.engines.facts.vocabulary import Fact, codes, fact

OLDEST_YEARS = 120
LONGEST_PREGNANCY = timedelta(weeks=44)
UNKNOWN = "unknown"
PARTS = ("parent", "child", "other_adult")
SEXES = ("female", "male", UNKNOWN)


def problems_of(as_of: date, people: tuple[Person, ...], family: Mapping[str, Value]) -> list[FactProblem]:
    """List everything wrong with circumstances; nothing when they can be used."""
    return [FactProblem(path, reason) for path, reason in _problems(as_of, people, family)]


def _problems(
    as_of: date, people: tuple[Person, ...], family: Mapping[str, Value]
) -> Iterator[tuple[str, str]]:
    seen: set[str] = set()
    for number, person in enumerate(people):
        path = f"people[{number}]"
        if person.id in seen:
            yield f"{path}.id", f"Two people have the id “{person.id}”. Give each their own."
        seen.add(person.id)
        yield from _person(path, person, as_of)
    yield from _facts("family", "family", family)


def _person(path: str, person: Person, as_of: date) -> Iterator[tuple[str, str]]:
    if person.part not in PARTS:
        yield f"{path}.part", f"“{person.part}” is not a part. Use one of: {', '.join(PARTS)}."
        return
    if person.sex not in SEXES:
        yield f"{path}.sex", f"“{person.sex}” is not a sex. Use one of: {', '.join(SEXES)}."
    yield from _dates(path, person, as_of)
    yield from _facts(f"{path}.facts", "child" if person.part == "child" else "parent", person.facts)


def _dates(path: str, person: Person, as_of: date) -> Iterator[tuple[str, str]]:
    born, expected, age = person.birth_date, person.due_date, person.age_years
    if born and born > as_of:
        yield (
            f"{path}.birth_date",
            "This birth date is after the day of the document. Use due_date for an unborn child.",
        )
    if born and as_of.year - born.year > OLDEST_YEARS:
        yield (
            f"{path}.birth_date",
            f"This birth date is more than {OLDEST_YEARS} years ago. Correct the year.",
        )
    if age is not None and not 0 <= age <= OLDEST_YEARS:
        yield f"{path}.age_years", f"An age is between 0 and {OLDEST_YEARS} years."
    if expected and person.part != "child":
        yield f"{path}.due_date", "Only a child not yet born has a due date. Give the child as a person."
    if expected and (born or age is not None):
        yield f"{path}.due_date", "Give a due date or a birth date (or age), not both."
    if expected and abs(expected - as_of) > LONGEST_PREGNANCY:
        yield (
            f"{path}.due_date",
            "This due date is more than 44 weeks away. Correct it, or give the birth date.",
        )


def _facts(path: str, who: str, told: Mapping[str, Value]) -> Iterator[tuple[str, str]]:
    for code, value in told.items():
        found = fact(who, code)
        if found is None:
            near = get_close_matches(str(code), codes(who), n=1)
            hint = f" Did you mean “{near[0]}”?" if near else ""
            yield f"{path}.{code}", f"There is no fact “{code}” about a {who}.{hint}"
        elif not found.stated:
            yield f"{path}.{code}", f"“{code}” is worked out from the person's sex and dates. Give those."
        elif value is not None and value != UNKNOWN:
            reason = _number_problem(found, value) if found.kind == "number" else _word_problem(found, value)
            if reason:
                yield f"{path}.{code}", reason


def _word_problem(found: Fact, value: Value) -> str | None:
    allowed = (*(found.options or ("yes", "no")), UNKNOWN)
    if isinstance(value, str) and value in allowed:
        return None
    return f"{_shown(value)} is not an answer. Use one of: {', '.join(allowed)}."


def _number_problem(found: Fact, value: Value) -> str | None:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        return f"{_shown(value)} is not a number."
    if value < found.least or (found.most is not None and value > found.most):
        upper = "" if found.most is None else f" and at most {found.most:g}"
        return f"{value:g} cannot be right: at least {found.least:g}{upper} {found.unit}."
    return None


def _shown(value: object) -> str:
    return f"“{value}”" if isinstance(value, str) else repr(value)
