"""Which choices are open, as one table: how the request stands, and what may then be decided."""

import pytest

from rightdoor.frontdoor import policy
from rightdoor.frontdoor.models import Choice
from rightdoor.frontdoor.policy import Standing, may_choose, options

READY = {"screened": True, "linked": True, "agreed": True, "domestic_abuse": True}
ALL = set(Choice)
EARLY = {Choice.SINGLE_AGENCY, Choice.TEAM, Choice.PANEL}

TABLE: list[tuple[str, dict[str, object], set[Choice]]] = [
    ("everything in order", {}, ALL),
    ("unscreened", {"screened": False}, set()),
    (
        "unscreened, with danger now",
        {"screened": False, "linked": False, "danger_now": True},
        {Choice.STATUTORY, Choice.MARAC},
    ),
    ("not linked", {"linked": False}, {Choice.ADVISE, Choice.DECLINE}),
    ("no agreement", {"agreed": False}, ALL - EARLY),
    ("in edge of care", {"service": "edge_of_care"}, ALL - EARLY),
    ("in early help already", {"service": "early_help"}, ALL),
    ("no panel in the pack", {"panels": 0}, ALL - {Choice.PANEL}),
    ("a lead holds the plan", {"lead": "Lee"}, ALL - {Choice.PANEL}),
    ("no domestic abuse", {"domestic_abuse": False}, ALL - {Choice.MARAC}),
]


@pytest.mark.parametrize(("standing", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_the_choices_that_are_open(standing: dict[str, object], expected: set[Choice]) -> None:
    offered = options(Standing(**{**READY, **standing}))  # type: ignore[arg-type]
    assert {option.choice for option in offered if option.open} == expected


def test_every_choice_is_offered_and_every_closed_one_says_why() -> None:
    offered = options(Standing())
    assert [option.choice for option in offered] == list(Choice)
    assert all(option.why_not for option in offered if not option.open)


def test_edge_of_care_is_told_before_the_missing_agreement() -> None:
    ruling = may_choose(Choice.TEAM, Standing(**{**READY, "agreed": False, "service": "edge_of_care"}))  # type: ignore[arg-type]
    assert ruling.reason == policy.EDGE_OF_CARE


def test_a_lead_who_holds_the_plan_is_named_beside_the_choice() -> None:
    offered = {option.choice: option for option in options(Standing(**READY, lead="Lee Holder"))}  # type: ignore[arg-type]
    assert "Lee Holder" in offered[Choice.TEAM].note
    assert "Lee Holder" in offered[Choice.PANEL].why_not
