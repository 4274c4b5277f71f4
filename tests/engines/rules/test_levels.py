"""Levels of need: hand-made tables, and what holds for any family under the packs that ship."""

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rightdoor.engines.facts import VULNERABILITIES, Circumstances, Person, known
from rightdoor.engines.packs import Pack, load
from rightdoor.engines.rules import Scheme, assess_level
from tests.engines.packs.kit import SAMPLE
from tests.engines.rules.family import answered, child, families, parent, told

PACKS = Path(__file__).parents[3] / "packs"
NAMES = ("essex", "islington", "lewisham")


@cache
def pack(name: str) -> Pack:
    return load(PACKS / name)


def sample() -> Scheme:
    return load(SAMPLE).scheme()


BABY = child(born=date(2025, 1, 1))
# who is there, the level that is certain, the levels it may still be
TABLE = [
    ((parent(), child()), "1", ["3", "4"]),
    ((parent(mental_health="no", offending="no", alcohol_units_per_week=50), BABY), "1", []),
    ((parent(mental_health="no", offending="no", alcohol_units_per_week=51), BABY), "3", []),
    ((parent(mental_health="no", offending="no", alcohol_units_per_week=51), child()), "1", ["3"]),
    ((parent(mental_health="yes", offending="no"), child()), "3", []),
    ((parent(mental_health="yes"), child()), "3", ["4"]),
    ((parent(mental_health="yes", offending="yes"), child()), "4", []),
]


@pytest.mark.parametrize(("people", "level", "may_be"), TABLE)
def test_the_level_is_the_highest_that_certainly_holds(
    people: tuple[Person, ...], level: str, may_be: list[str]
) -> None:
    result = assess_level(sample(), told(*people))
    assert (result.band.code, [band.code for band in result.may_be]) == (level, may_be)
    assert result.certain is (not may_be)


def test_a_level_says_why_and_what_is_still_to_be_asked() -> None:
    result = assess_level(sample(), told(parent(mental_health="yes")))
    assert [reason.sentence for reason in result.reasons_for] == ["A parent is unwell in mind"]
    assert [reason.sentence for reason in result.still_to_ask] == [
        "Not known yet: Two or more vulnerabilities"
    ]
    assert [(question.code, question.person) for question in result.questions] == [("offending", "mum")]


def test_a_level_says_why_it_is_not_higher() -> None:
    result = assess_level(sample(), told(parent(mental_health="yes", offending="no")))
    assert [(r.sentence, r.about) for r in result.reasons_against] == [
        ("Not so: Two or more vulnerabilities", "4")
    ]


def test_every_criterion_is_among_the_reasons() -> None:
    names = {reason.criterion for reason in assess_level(sample(), told(parent(), BABY)).reasons}
    assert names == {"low_mood", "heavy_drinker", "child_under_5", "two_or_more"}


@pytest.mark.parametrize("name", NAMES)
@settings(deadline=None, max_examples=200)
@given(family=families(), at=st.integers(0, 5), code=st.sampled_from(VULNERABILITIES))
def test_adding_a_vulnerability_never_lowers_the_level(
    name: str, family: Circumstances, at: int, code: str
) -> None:
    parents = family.of_kind("parent")
    if not parents:
        return
    one = parents[at % len(parents)]
    worse = replace(one, facts={**one.facts, code: "yes"})
    people = tuple(worse if person is one else person for person in family.people)
    before, after = pack(name).level(family), pack(name).level(replace(family, people=people))
    assert after.band.order >= before.band.order


@pytest.mark.parametrize("name", NAMES)
@settings(deadline=None, max_examples=200)
@given(pair=answered())
def test_answering_an_unknown_never_makes_a_certain_level_wrong(
    name: str, pair: tuple[Circumstances, Circumstances]
) -> None:
    before, after = (pack(name).level(family) for family in pair)
    possible = {band.code for band in (before.band, *before.may_be)}
    assert after.band.code in possible
    assert {band.code for band in after.may_be} <= possible


@pytest.mark.parametrize("name", NAMES)
@settings(deadline=None, max_examples=30)
@given(family=families(), data=st.data())
def test_the_order_of_people_does_not_matter(name: str, family: Circumstances, data: st.DataObject) -> None:
    shuffled = replace(family, people=tuple(data.draw(st.permutations(family.people))))
    before, after = pack(name).level(family), pack(name).level(shuffled)
    assert (before.band, before.may_be) == (after.band, after.may_be)


@pytest.mark.parametrize("name", NAMES)
@settings(deadline=None, max_examples=30)
@given(family=families())
def test_the_order_of_criteria_does_not_matter(name: str, family: Circumstances) -> None:
    scheme = pack(name).scheme()
    bands = tuple(replace(band, ways=tuple(reversed(band.ways))) for band in reversed(scheme.bands))
    before, after = assess_level(scheme, family), assess_level(replace(scheme, bands=bands), family)
    assert before.band.code == after.band.code
    assert {band.code for band in before.may_be} == {band.code for band in after.may_be}


@settings(deadline=None, max_examples=200)
@given(family=families())
def test_every_question_of_a_level_is_about_something_unknown(family: Circumstances) -> None:
    people = {person.id: person for person in family.people}
    for question in pack("essex").level(family).questions:
        person = people[question.person] if question.person else None
        assert question.code in ("people", "age") or known(family, question.code, person) is None
