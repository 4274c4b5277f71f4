"""The way through an issue, and what comes first."""

from hypothesis import given
from hypothesis import strategies as st

from rightdoor.engines.offers import in_order, pathway
from rightdoor.engines.packs import load
from tests.directory.factories import entry
from tests.house.kit import ROOT

PACK = load(ROOT / "packs" / "lewisham")
STAGES = PACK.offer("three-stages")
ISSUES = st.lists(st.sampled_from([issue.id for issue in PACK.issues]), unique=True)


def test_steps_go_from_the_lightest_help_to_the_strongest() -> None:
    group = entry("Group", stage="targeted", issues=("parenting",))
    steps = pathway("parenting", STAGES, [group])
    assert [step.row.code for step in steps] == ["universal", "targeted", "specialist"]
    assert [len(step.entries) for step in steps] == [0, 1, 0]


def test_what_a_parent_can_go_to_alone_stands_first() -> None:
    closed = entry("A clinic", stage="targeted", issues=("parenting",), how_in=("professional",))
    open_ = entry("Z group", stage="targeted", issues=("parenting",), how_in=("self",))
    steps = pathway("parenting", STAGES, [closed, open_])
    assert [one.name for one in steps[1].entries] == ["Z group", "A clinic"]


def test_safety_comes_before_parenting_and_says_why() -> None:
    first, second = in_order(["parenting", "domestic-abuse"], PACK.order)
    assert (first.issue, second.issue) == ("domestic-abuse", "parenting")
    assert "safe" in second.after[0].why
    assert first.after == ()


def test_issues_that_nothing_orders_stay_as_they_were_given() -> None:
    assert [way.issue for way in in_order(["send", "health"], PACK.order)] == ["send", "health"]


@given(ISSUES)
def test_every_issue_is_named_once_and_none_before_what_it_waits_for(issues: list[str]) -> None:
    ways = in_order(issues, PACK.order)
    named = [way.issue for way in ways]
    assert sorted(named) == sorted(issues)
    assert all(named.index(rule.first) < named.index(way.issue) for way in ways for rule in way.after)
