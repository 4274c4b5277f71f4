"""The list of facts: one word for one thing, each with its question and reason."""

import pytest

from rightdoor.engines.facts import VULNERABILITIES, Fact, codes, fact, screening_facts, vocabulary

FACTS = list(vocabulary().values())


def test_the_five_vulnerabilities_are_a_parents_and_no_more() -> None:
    marked = [(found.who, found.code) for found in FACTS if found.vulnerability]
    assert marked == [("parent", code) for code in VULNERABILITIES]


def test_the_screen_asks_for_parenthood_the_five_and_what_makes_parents_vulnerable() -> None:
    others = {"care_experienced", "child_previously_removed", "learning_disability", "lives_with_children"}
    asked = {found.code for found in screening_facts()}
    assert asked == {*VULNERABILITIES, *others, "pregnant", "young_parent"}


@pytest.mark.parametrize("who", ["parent", "child", "family"])
def test_facts_stand_in_alphabetical_order(who: str) -> None:
    assert list(codes(who)) == sorted(set(codes(who)))


@pytest.mark.parametrize("found", FACTS, ids=lambda found: f"{found.who}-{found.code}")
def test_every_fact_has_a_question_for_each_reader_and_a_reason(found: Fact) -> None:
    assert found.question.endswith("?")
    assert found.question_practitioner[0].isupper()
    assert found.why.endswith(".")
    assert bool(found.options) == (found.kind == "choice")


def test_a_word_that_is_no_fact_is_none() -> None:
    assert fact("parent", "young_carer") is None
