"""Eligibility: hand-made tables, and what holds for any family under the packs that ship."""

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rightdoor.engines.facts import Circumstances, Person
from rightdoor.engines.packs import Pack, load
from rightdoor.engines.rules import Conditions, Criterion, Route, Rule, Test, eligible
from tests.engines.packs.kit import SAMPLE
from tests.engines.rules.family import answered, child, families, parent, told

PACKS = Path(__file__).parents[3] / "packs"
NAMES = ("essex", "islington", "lewisham")
BABY, TEENAGER = child("baby", date(2025, 1, 1)), child("teenager", date(2010, 1, 1))


@cache
def pack(name: str) -> Pack:
    return load(PACKS / name)


def a_group() -> Rule:
    return load(SAMPLE).rule("talking-together")


# who is there, what is known of the family, the verdict, whom it is about
TABLE = [
    ((BABY,), {"in_crisis": "no"}, "fits", ("baby",)),
    ((BABY, TEENAGER), {"in_crisis": "no"}, "fits", ("baby",)),
    ((BABY,), {"in_crisis": "yes"}, "does_not_fit", ()),
    ((BABY,), {}, "need_to_ask", ("baby",)),
    ((TEENAGER,), {}, "does_not_fit", ()),
    ((TEENAGER, child("other")), {"in_crisis": "no"}, "need_to_ask", ("other",)),
    ((parent(),), {"in_crisis": "no"}, "need_to_ask", ()),
    ((parent(),), {"in_crisis": "yes"}, "does_not_fit", ()),
]


@pytest.mark.parametrize(("people", "family", "verdict", "whom"), TABLE)
def test_a_rule_says_whether_and_for_whom_a_service_fits(
    people: tuple[Person, ...], family: dict[str, str], verdict: str, whom: tuple[str, ...]
) -> None:
    fit = eligible(a_group(), told(*people, **family))
    assert (fit.verdict, fit.people) == (verdict, whom)


def test_what_does_not_fit_says_why_and_asks_nothing() -> None:
    fit = eligible(a_group(), told(TEENAGER))
    assert [reason.sentence for reason in fit.reasons_against] == ["Not so: A child is under five"]
    assert (fit.reasons_for, fit.questions) == ((), ())


def test_what_must_not_be_so_speaks_for_a_service_when_it_is_not() -> None:
    fit = eligible(a_group(), told(BABY, in_crisis="no"))
    assert [r.sentence for r in fit.reasons_for] == [
        "A child is under five",
        "Not so: The family is in crisis",
    ]


def test_what_may_fit_asks_only_what_would_settle_it() -> None:
    fit = eligible(a_group(), told(BABY, TEENAGER))
    assert [question.code for question in fit.questions] == ["in_crisis"]


def yes(who: str, code: str) -> Criterion:
    return Criterion(f"{who}-{code}", f"{who} {code}", who, (code,), Test(is_="yes"))  # type: ignore[arg-type]


def test_two_criteria_about_the_same_kind_are_asked_of_one_person() -> None:
    conditions = Conditions(all=(yes("parent", "offending"), yes("parent", "drinks_daily")))
    split = told(
        parent("mum", offending="yes", drinks_daily="no"), parent("dad", offending="no", drinks_daily="yes")
    )
    assert eligible(Rule("r", "s", "parent", conditions), split).verdict == "does_not_fit"
    assert eligible(Rule("r", "s", "family", conditions), split).verdict == "fits"


ROUTES = Rule(
    "r",
    "s",
    "parent",
    Conditions(all=(yes("parent", "drinks_daily"),)),
    routes=(
        Route("by drink", Conditions(all=(yes("parent", "alcohol_misuse"),))),
        Route("by drugs", Conditions(all=(yes("parent", "drug_misuse"),))),
    ),
)


@pytest.mark.parametrize(
    ("drinks", "alcohol", "drugs", "verdict", "route"),
    [
        ("yes", "yes", None, "fits", "by drink"),
        ("yes", "no", "yes", "fits", "by drugs"),
        ("yes", "no", None, "need_to_ask", None),
        ("yes", "no", "no", "does_not_fit", None),
        ("no", "yes", "yes", "does_not_fit", None),
        (None, "yes", "no", "need_to_ask", None),
        (None, "no", "no", "does_not_fit", None),
    ],
)
def test_one_route_must_hold_as_well_as_the_rule(
    drinks: str | None, alcohol: str | None, drugs: str | None, verdict: str, route: str | None
) -> None:
    one = parent(drinks_daily=drinks, alcohol_misuse=alcohol, drug_misuse=drugs)
    fit = eligible(ROUTES, told(one))
    assert (fit.verdict, fit.route) == (verdict, route)


def test_one_of_any_is_enough_and_the_others_do_not_matter() -> None:
    rule = Rule(
        "r", "s", "family", Conditions(any=(yes("family", "in_crisis"), yes("family", "edge_of_care")))
    )
    fit = eligible(rule, told(in_crisis="yes", edge_of_care="no"))
    assert (fit.verdict, len(fit.reasons_for), fit.reasons_against) == ("fits", 1, ())
    assert len(fit.reasons) == 2


@pytest.mark.parametrize(
    ("facts", "need_level", "verdict"),
    [
        ({"mental_health": "yes", "offending": "no"}, None, "fits"),
        ({"mental_health": "yes"}, None, "fits"),
        ({"mental_health": "no"}, None, "need_to_ask"),
        ({"mental_health": "no", "offending": "no", "alcohol_units_per_week": 0}, None, "does_not_fit"),
        ({"mental_health": "yes"}, 2, "does_not_fit"),
    ],
)
def test_a_level_of_need_is_worked_out_when_it_was_not_told(
    facts: dict[str, str], need_level: int | None, verdict: str
) -> None:
    three = Criterion("three", "Level 3 or more", "family", ("need_level",), Test(at_least=3))
    rule = Rule("r", "s", "family", Conditions(all=(three,)))
    family = told(parent(**facts), need_level=need_level)
    assert eligible(rule, family, load(SAMPLE).scheme()).verdict == verdict


@pytest.mark.parametrize("name", NAMES)
@settings(deadline=None, max_examples=150)
@given(pair=answered())
def test_answering_an_unknown_never_makes_a_certain_fit_wrong(
    name: str, pair: tuple[Circumstances, Circumstances]
) -> None:
    before, after = (pack(name).fits(family) for family in pair)
    for was, now in zip(before, after, strict=True):
        if was.verdict != "need_to_ask":
            assert now.verdict == was.verdict, was.rule


@pytest.mark.parametrize("name", NAMES)
@settings(deadline=None, max_examples=60)
@given(family=families(), data=st.data())
def test_the_order_of_people_does_not_matter(name: str, family: Circumstances, data: st.DataObject) -> None:
    shuffled = replace(family, people=tuple(data.draw(st.permutations(family.people))))
    for one, other in zip(pack(name).fits(family), pack(name).fits(shuffled), strict=True):
        assert (one.verdict, set(one.people)) == (other.verdict, set(other.people))


@pytest.mark.parametrize("name", NAMES)
@settings(deadline=None, max_examples=60)
@given(family=families())
def test_every_verdict_has_a_reason(name: str, family: Circumstances) -> None:
    sides = {"fits": "reasons_for", "does_not_fit": "reasons_against", "need_to_ask": "questions"}
    for fit in pack(name).fits(family):
        assert getattr(fit, sides[fit.verdict]), fit.rule
