"""Checking whether a service is for a family asks only what can still change the answer."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rightdoor.engines.fit_check import UNSURE, Checked, check, whom
from rightdoor.engines.packs import load

PACK = load(Path("packs/lewisham"))
TODAY = date(2026, 11, 27)
SERVICES = sorted({rule.service for rule in PACK.rules})
ANSWERS = st.sampled_from(
    ["yes", "no", "unknown", "female", "male", "unborn", "7m", "3y", "19", "30", "x", ""]
)


def asked(service: str, **answers: str) -> Checked:
    told = {name.replace("__", "."): text for name, text in answers.items()}
    return check(PACK.rules_for(service), told, TODAY, PACK.scheme())


def test_a_man_is_asked_nothing_more_of_a_course_for_mothers():
    first = asked("understanding-your-baby")
    assert first.name == "parent.sex"
    done = asked("understanding-your-baby", parent__sex="male")
    assert (done.fit and done.fit.verdict, done.asks) == ("does_not_fit", None)


def test_a_mother_of_a_young_baby_comes_to_an_answer():
    answers = {"parent__sex": "female", "child__age": "7m", "parent__health_visitor_referred": "yes",
               "parent__willing_to_attend": "yes"}  # fmt: skip
    assert asked("understanding-your-baby", **answers).name == "parent.perinatal_mental_illness_severe"
    done = asked("understanding-your-baby", **answers, parent__perinatal_mental_illness_severe="no")
    assert done.fit and done.fit.verdict == "fits"


@pytest.mark.parametrize(("age", "verdict"), [("8m", "need_to_ask"), ("9m", "does_not_fit")])
def test_a_baby_of_nine_months_is_too_old_for_what_is_under_nine_months(age: str, verdict: str):
    done = asked("understanding-your-baby", parent__sex="female", child__age=age)
    assert done.fit and done.fit.verdict == verdict


def test_who_is_unborn_is_asked_how_many_weeks():
    told = {"parent__sex": "female", "parent__first_time_parent": "yes", "parent__pregnant": UNSURE,
            "child__unborn": UNSURE, "child__age": "unborn"}  # fmt: skip
    assert asked("family-nurse-partnership", **told).name == "parent.pregnant_weeks"
    further = asked("family-nurse-partnership", **told, parent__pregnant_weeks="20", parent__age="18")
    assert further.fit and further.fit.verdict == "fits"


def test_a_service_for_parents_and_for_young_people_asks_first_for_whom():
    rules = PACK.rules_for("compass-substance-misuse") or PACK.rules_for("athena")
    assert set(whom(rules)) == {"parent", "child"}
    assert check(rules, {}, TODAY) == Checked(None, None)
    assert check(rules, {"who": "child"}, TODAY).asks is not None


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(SERVICES), st.lists(ANSWERS, min_size=40, max_size=40))
def test_whatever_is_answered_a_check_ends_and_asks_nothing_twice(service: str, texts: list[str]):
    told = {"who": "parent"}
    for text in texts:
        found = check(PACK.rules_for(service), told, TODAY, PACK.scheme())
        if found.asks is None:
            break
        assert found.name not in told
        told[found.name] = text
    assert check(PACK.rules_for(service), told, TODAY, PACK.scheme()).asks is None
