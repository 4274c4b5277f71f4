"""Finding help: the right service first, nothing left out, and the reasons said."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightdoor.engines.finding import (
    COMES,
    COVERS,
    NEAR,
    NEIGHBOURS,
    Document,
    Opening,
    Query,
    Spot,
    find,
    standard,
)
from rightdoor.engines.finding.shape import Part

HERE = (51.4500, -0.0200)
PLAY = Document("1", "Stay and play", who_for="Toddlers", issues=("parenting",), age_from=12, age_to=60)
DADS = Document("2", "Fathers' group", who_for="Fathers", issues=("parenting",), audience=("fathers",))
TALK = Document(
    "3", "Talking therapies", about="Treatment for anxiety or depression", issues=("mental-health",)
)
FIRM = Document(
    "4", "Standing firm", about="For parents when a young person is aggressive", issues=("parenting",)
)
LINE = Document(
    "5", "Parents' line", about="Advice for parents", delivery=("telephone",), coverage="national"
)
ALL_FIVE = (PLAY, DADS, TALK, FIRM, LINE)


def first(query: Query, *documents: Document) -> str:
    return find(query, documents or ALL_FIVE).found[0].document.name


def reasons(query: Query, document: Document) -> dict[str, bool]:
    return {reason.code: reason.fits for reason in find(query, [document]).found[0].reasons}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("stay and play", "Stay and play"),
        ("my teenager hits me", "Standing firm"),
        ("depresed", "Talking therapies"),
        ("toddlers", "Stay and play"),
        ("dads", "Fathers' group"),
    ],
)
def test_the_right_service_comes_first(words: str, name: str):
    assert first(Query(words=words)) == name


@given(st.text(max_size=60), st.integers(0, 240), st.booleans(), st.sampled_from(["", "morning", "evening"]))
def test_nothing_is_ever_filtered_out(words: str, months: int, free: bool, part: Part):
    query = Query(words=words, child_months=months, free=free, creche=free, part=part, position=HERE)
    assert len(find(query, ALL_FIVE).found) == len(ALL_FIVE)


@given(st.permutations(ALL_FIVE))
def test_the_order_of_the_services_makes_no_difference(services: list[Document]):
    found = find(Query(words="parents"), services).found
    assert found == find(Query(words="parents"), ALL_FIVE).found


def test_known_to_fit_ranks_above_unknown_and_unknown_above_known_not_to():
    kinds = [replace(LINE, id=kind, name=kind, creche=kind) for kind in ("no", "unknown", "yes")]
    order = [one.document.id for one in find(Query(words="parents", creche=True), kinds).found]
    assert order == ["yes", "unknown", "no"]


@pytest.mark.parametrize(("months", "fits"), [(11, False), (12, True), (59, True), (60, False)])
def test_ages_fit_from_the_first_month_to_the_one_before_the_last(months: int, fits: bool):
    assert reasons(Query(words="play", child_months=months), PLAY)["ages"] is fits


def test_what_nobody_told_is_said_to_be_unknown():
    told = reasons(Query(words="line", free=True, creche=True, language="bn", part="evening"), LINE)
    assert set(told) == {"free-unknown", "creche-unknown", "language-unknown", "open-unknown"}


def test_an_evening_group_is_found_to_be_open_in_the_evening():
    evening = replace(DADS, openings=(Opening(1, 18 * 60, 20 * 60),))
    assert reasons(Query(words="dads", part="evening"), evening)["open"]
    assert reasons(Query(words="dads", weekday=2), evening)["open-not"] is False


def test_a_postcode_parts_results_and_loses_none():
    near = replace(PLAY, id="near", spots=(Spot(51.451, -0.021, "E1"),))
    next_door = replace(PLAY, id="other", spots=(Spot(51.49, -0.02, "E9"),))
    far = replace(PLAY, id="far", spots=(Spot(51.60, -0.02, "E1"),), coverage="council")
    query = Query(words="play", position=HERE, area="E1", home_areas=frozenset(["E1"]))
    groups = dict(find(query, [near, next_door, far, LINE]).groups())
    assert {name: [one.document.id for one in ones] for name, ones in groups.items()} == {
        NEAR: ["near"],
        COMES: ["5"],
        COVERS: ["far"],
        NEIGHBOURS: ["other"],
    }


def test_the_nearer_of_two_alike_comes_first():
    near = replace(PLAY, id="near", spots=(Spot(51.451, -0.021),))
    far = replace(PLAY, id="far", spots=(Spot(51.48, -0.021),))
    found = find(Query(words="play", position=HERE), [far, near]).found
    assert [one.document.id for one in found] == ["near", "far"]
    assert found[0].km == pytest.approx(0.13, abs=0.01)


def test_one_checked_lately_comes_before_one_checked_long_ago():
    old, new = replace(LINE, id="old", checked_day=1), replace(LINE, id="new", checked_day=900)
    assert find(Query(words="parents", today=1000), [old, new]).found[0].document.id == "new"


def test_what_was_read_otherwise_is_said_and_can_be_taken_as_typed():
    assert find(Query(words="tantrams"), ALL_FIVE).read_as == "tantrums"
    assert find(Query(words="tantrams", as_typed=True), ALL_FIVE).read_as == ""


def test_words_that_staff_keep_find_the_services_that_say_it_otherwise():
    lexicon = standard().also([["zumba", "stay and play"]])
    found = find(Query(words="zumba"), ALL_FIVE, lexicon).found
    assert found[0].document.name == "Stay and play"


def test_help_that_comes_to_somebody_says_how_where_a_postcode_was_given():
    assert "telephone" in reasons(Query(words="advice", position=HERE), LINE)
