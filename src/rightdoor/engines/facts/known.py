"""What is known about a person or a family: told facts, and those that follow from dates.

A word is text, a number or an age is a span of what it may be, and None is unknown. Ages are in
complete calendar months; somebody born on 29 February is a year older on 1 March of a common year.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from rightdoor.engines.facts.checks import UNKNOWN
from rightdoor.engines.facts.circumstances import Circumstances
from rightdoor.engines.facts.people import Person

YOUNG_PARENT_BEFORE = 20 * 12
TERM_DAYS = 280


@dataclass(frozen=True)
class Span:
    """The least and the most a number may be, both included; equal when it is known exactly."""

    low: float
    high: float


Known = str | Span | None
UNBORN = Span(-1, -1)


def months_between(born: date, on: date) -> int:
    """Give the complete calendar months from a birth to a day; negative before the birth."""
    return (on.year - born.year) * 12 + on.month - born.month - (on.day < born.day)


def age(person: Person, as_of: date) -> Span | None:
    """Give a person's age in months. An unborn child is younger than any age: minus one month."""
    if person.birth_date:
        months = months_between(person.birth_date, as_of)
        return Span(months, months)
    if person.due_date:
        return UNBORN if as_of <= person.due_date else None
    if person.age_years is not None:
        return Span(person.age_years * 12, person.age_years * 12 + 11)
    return None


def known(told: Circumstances, code: str, person: Person | None = None) -> Known:
    """Say what is known of a fact about a person, or about the family when no person is given.

    What was told outright comes first; then what follows from dates, sex or other facts.
    """
    value = (person.facts if person else told.family).get(code)
    if isinstance(value, int | float):
        return Span(value, value)
    if value is not None and value != UNKNOWN:
        return value
    return _of_person(told, code, person) if person else _of_family(told, code)


def _of_person(told: Circumstances, code: str, person: Person) -> Known:
    derive = _DERIVED.get((person.part, code)) or _DERIVED.get(("anyone", code))
    return derive(told, person) if derive else None


def _sex(_: Circumstances, person: Person) -> Known:
    return None if person.sex == UNKNOWN else person.sex


def _male_carer(_: Circumstances, person: Person) -> Known:
    return None if person.sex == UNKNOWN else "yes" if person.sex == "male" else "no"


def _of_family(told: Circumstances, code: str) -> Known:
    if code == "child_protection_current":
        on_plan = (known(told, "child_protection_plan", child) for child in told.of_kind("child"))
        return "yes" if "yes" in on_plan else None
    return None


def _unborn(told: Circumstances, person: Person) -> Known:
    if person.birth_date or person.age_years is not None:
        return "no"
    return "yes" if person.due_date and told.as_of <= person.due_date else None


def _young(told: Circumstances, person: Person) -> Known:
    span = age(person, told.as_of)
    if span is None:
        return None
    if span.high < YOUNG_PARENT_BEFORE:
        return "yes"
    return "no" if span.low >= YOUNG_PARENT_BEFORE else None


def _weeks_pregnant(told: Circumstances, person: Person) -> Known:
    dates = {child.due_date for child in told.of_kind("child") if child.due_date}
    if known(told, "pregnant", person) != "yes" or len(dates) != 1:
        return None
    weeks = (TERM_DAYS - (dates.pop() - told.as_of).days) // 7
    return Span(weeks, weeks)


_DERIVED: Mapping[tuple[str, str], Callable[[Circumstances, Person], Known]] = {
    ("anyone", "age"): lambda told, person: age(person, told.as_of),
    ("anyone", "sex"): _sex,
    ("child", "unborn"): _unborn,
    ("parent", "young_parent"): _young,
    ("parent", "father_or_male_carer"): _male_carer,
    ("parent", "pregnant_weeks"): _weeks_pregnant,
}
