"""What follows from what was told."""

from datetime import date

import pytest

from rightdoor.engines.facts import Circumstances, Person, Span, known

TODAY = date(2026, 11, 22)


def about(person: Person, code: str, *others: Person) -> object:
    return known(Circumstances(TODAY, (person, *others)), code, person)


def test_what_was_not_told_is_unknown() -> None:
    mother = Person("mum", "parent", facts={"offending": "unknown", "mental_health": None})
    assert [about(mother, code) for code in ("offending", "mental_health", "drug_misuse")] == [None] * 3


@pytest.mark.parametrize(
    ("born", "young"), [(date(2006, 11, 23), "yes"), (date(2006, 11, 22), "no"), (None, None)]
)
def test_a_parent_is_young_until_the_twentieth_birthday(born: date | None, young: str | None) -> None:
    assert about(Person("mum", "parent", birth_date=born), "young_parent") == young


def test_what_was_told_outright_comes_before_what_would_follow() -> None:
    told = Person("mum", "parent", birth_date=date(1990, 1, 1), facts={"young_parent": "yes"})
    assert about(told, "young_parent") == "yes"


@pytest.mark.parametrize(("sex", "answer"), [("male", "yes"), ("female", "no"), ("unknown", None)])
def test_a_male_parent_need_not_be_asked_whether_he_is_a_father(sex: str, answer: str | None) -> None:
    assert about(Person("p", "parent", sex=sex), "father_or_male_carer") == answer  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("due", "weeks"), [(date(2027, 8, 29), 0), (date(2027, 2, 14), 28), (date(2026, 11, 22), 40)]
)
def test_weeks_of_pregnancy_follow_from_the_due_date(due: date, weeks: int) -> None:
    mother = Person("mum", "parent", facts={"pregnant": "yes"})
    assert about(mother, "pregnant_weeks", Person("baby", "child", due_date=due)) == Span(weeks, weeks)


def test_weeks_of_pregnancy_are_nobody_elses() -> None:
    father = Person("dad", "parent", facts={"pregnant": "no"})
    assert about(father, "pregnant_weeks", Person("baby", "child", due_date=TODAY)) is None


def test_a_childs_protection_plan_answers_for_the_family() -> None:
    child = Person("c", "child", facts={"child_protection_plan": "yes"})
    assert known(Circumstances(TODAY, (child,)), "child_protection_current") == "yes"


def test_having_no_plan_does_not_say_that_nobody_is_asking() -> None:
    child = Person("c", "child", facts={"child_protection_plan": "no"})
    assert known(Circumstances(TODAY, (child,)), "child_protection_current") is None
