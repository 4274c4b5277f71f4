"""One criterion: each test at its boundary, of one person, of anybody, of the family."""

from datetime import date

import pytest

from rightdoor.engines.facts import Person
from rightdoor.engines.rules.asking import Asker
from rightdoor.engines.rules.terms import Criterion, Test, Who
from rightdoor.engines.rules.verdict import Verdict
from tests.engines.rules.family import child, parent, told

Y, N, U = Verdict.YES, Verdict.NO, Verdict.UNKNOWN
UNITS = "alcohol_units_per_week"


def criterion(fact: str, test: Test, who: Who = "parent") -> Criterion:
    return Criterion(fact, "It is so", who, (fact,), test)


@pytest.mark.parametrize(
    ("test", "below", "at", "above"),
    [
        (Test(more_than=200), N, N, Y),
        (Test(at_least=200), N, Y, Y),
        (Test(less_than=200), Y, N, N),
        (Test(at_most=200), Y, Y, N),
        (Test(at_least=200, at_most=200), N, Y, N),
    ],
)
def test_a_number_is_compared_exactly(test: Test, below: Verdict, at: Verdict, above: Verdict) -> None:
    found = [
        Asker(told(parent(alcohol_units_per_week=units))).ask(criterion(UNITS, test))
        for units in (199, 200, 201)
    ]
    assert [one.holds for one in found] == [below, at, above]


@pytest.mark.parametrize(
    ("born", "holds"),
    [
        (date(2022, 11, 23), N),
        (date(2022, 11, 22), Y),
        (date(2014, 11, 23), Y),
        (date(2014, 11, 22), N),
    ],
)
def test_an_age_includes_its_lower_bound_and_not_its_upper(born: date, holds: Verdict) -> None:
    four_to_eleven = criterion("age", Test(from_=48, before=144), "child")
    assert Asker(told(child(born=born))).ask(four_to_eleven).holds is holds


@pytest.mark.parametrize(("years", "holds"), [(3, N), (4, U), (5, Y)])
def test_an_age_in_years_leaves_open_what_months_would_settle(years: int, holds: Verdict) -> None:
    four_and_a_half = criterion("age", Test(from_=54), "child")
    assert Asker(told(Person("c", "child", age_years=years))).ask(four_and_a_half).holds is holds


def test_an_unborn_child_is_under_five_and_not_yet_nought() -> None:
    asker = Asker(told(Person("c", "child", due_date=date(2027, 1, 1))))
    assert asker.ask(criterion("age", Test(before=60), "child")).holds is Y
    assert asker.ask(criterion("age", Test(from_=0), "child")).holds is N


def test_one_parent_is_enough_and_is_named() -> None:
    asker = Asker(told(parent("mum", offending="no"), parent("dad", offending="yes")))
    found = asker.ask(criterion("offending", Test(is_="yes")))
    assert (found.holds, found.people) == (Y, ("dad",))


def test_a_parent_of_whom_nothing_is_known_leaves_it_open_and_is_asked() -> None:
    asker = Asker(told(parent("mum", offending="no"), parent("dad")))
    found = asker.ask(criterion("offending", Test(is_="yes")))
    assert found.holds is U
    assert [(question.code, question.person) for question in found.questions] == [("offending", "dad")]


def test_a_family_without_known_parents_is_asked_who_they_are() -> None:
    found = Asker(told(child())).ask(criterion("offending", Test(is_="yes")))
    assert found.holds is U
    assert [question.code for question in found.questions] == ["people"]


def test_another_adult_is_neither_parent_nor_child() -> None:
    lodger = Person("lodger", "other_adult", facts={"offending": "yes"})
    assert Asker(told(parent(offending="no"), lodger)).ask(criterion("offending", Test(is_="yes"))).holds is N


@pytest.mark.parametrize(("same_person", "holds"), [(False, Y), (True, N)])
def test_a_count_is_over_all_parents_unless_it_is_of_one(same_person: bool, holds: Verdict) -> None:
    counted = ("mental_health", "offending")
    two = Criterion("two", "Two", "parent", counted, Test(at_least=2), counts=True, same_person=same_person)
    family = told(
        parent("mum", mental_health="yes", offending="no"), parent("dad", mental_health="no", offending="yes")
    )
    assert Asker(family).ask(two).holds is holds


def test_the_same_vulnerability_of_two_parents_counts_once() -> None:
    two = Criterion("two", "Two", "parent", ("mental_health", "offending"), Test(at_least=2), counts=True)
    family = told(*(parent(id, mental_health="yes", offending="no") for id in ("mum", "dad")))
    assert Asker(family).ask(two).holds is N


def test_a_bound_person_answers_alone() -> None:
    young, old = child("young", date(2025, 1, 1)), child("old", date(2010, 1, 1))
    under_five = criterion("age", Test(before=60), "child")
    asker = Asker(told(young, old))
    assert [asker.ask(under_five, who).holds for who in (young, old, None)] == [Y, N, Y]
