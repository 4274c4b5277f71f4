"""From answers to the story: the same answers, the same story; what is asked no longer does not count."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightdoor.engines.story import Story
from rightdoor.frontdoor.asking.answers import Answers
from rightdoor.frontdoor.asking.steps import CHECK, STEPS, after, current, must_still_answer, path
from rightdoor.frontdoor.asking.story import asking_of, story_of

TODAY = "2026-11-23"
BASE: dict[str, Any] = {
    "who": {"asker": "parent"},
    "person:you": {"known_as": "Marta", "relation": "parent", "lives_with_children": "yes"},
}


def told(**more: Any) -> Story:
    return story_of(Answers({**BASE, **{name.replace("__", ":"): kept for name, kept in more.items()}}))


@pytest.mark.parametrize(
    ("said", "born", "exact"),
    [
        ({"how": "exact", "birth_date": "2023-05-01"}, date(2023, 5, 1), True),
        ({"how": "year", "birth_year": 2020, "told_on": TODAY}, date(2020, 7, 1), False),
        ({"how": "year", "birth_year": 2026, "told_on": "2026-02-01"}, date(2026, 2, 1), False),
        ({"how": "unknown", "told_on": TODAY}, None, True),
    ],
)
def test_a_birth_date_is_as_exact_as_it_was_told(
    said: dict[str, Any], born: date | None, exact: bool
) -> None:
    child = told(person__p1={"part": "child"}, birth__p1=said).people[1]
    assert (child.birth_date, child.birth_date_exact) == (born, exact)


@given(st.integers(0, 100), st.dates(date(2020, 1, 1), date(2030, 12, 31)))
def test_somebody_told_to_be_some_age_is_that_age_on_the_day(age: int, day: date) -> None:
    said = {"how": "age", "age": age, "told_on": day.isoformat()}
    born = told(person__p1={"part": "child"}, birth__p1=said).people[1].birth_date
    assert born is not None
    assert day.year - born.year - ((day.month, day.day) < (born.month, born.day)) == age


def test_a_baby_not_yet_born_has_a_due_date_and_no_sex() -> None:
    said = {"how": "unborn", "due_date": "2027-01-10", "sex": "F"}
    child = told(person__p1={"part": "child"}, birth__p1=said).people[1]
    assert (child.due_date, child.birth_date, child.sex) == (date(2027, 1, 10), None, "U")


def test_an_answer_to_a_question_that_is_asked_no_longer_is_dropped() -> None:
    story = told(**{"other-parent": {"other_parent": "none"}, "person__other": {"known_as": "Owen"}})
    assert [person.key for person in story.people] == ["you"]


def test_the_other_parent_once_told_of_is_one_of_the_people() -> None:
    story = told(**{"other-parent": {"other_parent": "told"}, "person__other": {"known_as": "Owen"}})
    assert (story.people[-1].known_as, story.people[-1].part, story.other_parent) == (
        "Owen",
        "parent",
        "told",
    )


def test_a_young_person_who_asks_is_a_child_of_the_story() -> None:
    story = story_of(Answers({"who": {"asker": "young_person"}, "person:you": {"known_as": "Jo"}}))
    assert story.people[0].part == "child"


def test_not_knowing_is_left_out_and_no_is_kept() -> None:
    screen = {"you__drug_misuse": "unknown", "you__offending": "no", "you__mental_health": "yes"}
    facts = told(screening__you=screen).people[0].facts
    assert facts == {"offending": "no", "mental_health": "yes", "lives_with_children": "yes"}


def test_a_practitioner_who_was_refused_says_so_with_reason_and_basis() -> None:
    sharing = {"agreed": "no", "refused": "no", "reason": "Risk", "basis": "protect-child"}
    asking = asking_of(Answers({"sharing": sharing}, signed_in=True))
    assert (asking.agreed, asking.not_agreed_reason, asking.not_agreed_basis) == (
        "no",
        "Risk",
        "protect-child",
    )


def test_a_practitioner_of_an_adult_service_is_asked_about_children() -> None:
    asker = {"asker": {"works_with": "adults"}}
    assert ("children", "") in path(Answers(asker, signed_in=True))
    assert ("children", "") not in path(Answers({"asker": {"works_with": "family"}}, signed_in=True))


ANSWER = st.dictionaries(
    st.sampled_from(["asker", "agreed", "other_parent", "part", "works_with", "background", "send_here"]),
    st.sampled_from(
        ["parent", "young_person", "public", "practitioner", "yes", "no", "told", "child", "adults"]
    ),
)
NAMES = st.sampled_from(
    sorted({step.name for step in STEPS} | {"person:p1", "person:p7", "birth:p1", "person:x"})
)


@given(st.dictionaries(NAMES, ANSWER), st.booleans())
def test_any_answers_at_all_lead_to_the_end_page_by_page(kept: dict[str, Any], signed_in: bool) -> None:
    answers = Answers(kept, signed_in)
    order = path(answers)
    assert len(order) == len(set(order))
    for place, follows in zip(order, [*order[1:], CHECK], strict=False):
        assert after(answers, place) == follows
    assert set(must_still_answer(answers)) <= set(order)


@given(st.dictionaries(NAMES, ANSWER), st.booleans())
def test_dropping_what_does_not_count_twice_is_dropping_it_once(
    kept: dict[str, Any], signed_in: bool
) -> None:
    once = current(Answers(kept, signed_in))
    assert current(Answers(once, signed_in)) == once
