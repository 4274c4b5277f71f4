"""Who may do what to a plan, and when, as tables."""

from datetime import timedelta

import pytest

from rightdoor.access.models import Practitioner
from rightdoor.plans import actions, policy
from rightdoor.plans.models import Plan
from rightdoor.plans.queries import open_plan, plan_of
from rightdoor.plans.queries.caseload import Caseload
from rightdoor.plans.states import State, may_become
from tests.factories import NOW, practitioner
from tests.plans.factories import Scene, opened

pytestmark = pytest.mark.django_db

PARTS = {
    "lead": "lead",
    "supervisor": "supervisor",
    "other": "team",
    "stranger": "nobody",
    "officer": "nobody",
}
#          who          writes  steers
MAY = [
    ("lead", True, True),
    ("supervisor", True, True),
    ("other", True, False),
    ("stranger", False, False),
    ("officer", False, False),
]


def scene_with_team() -> tuple[Scene, Plan]:
    scene = opened()
    actions.invite(plan=scene.plan, practitioner=scene.cast.other, by=scene.cast.lead, now=NOW)
    plan = open_plan(scene.family)
    assert plan is not None
    return scene, plan


def who(scene: Scene, name: str) -> Practitioner:
    return getattr(scene.cast, name)


@pytest.mark.parametrize(("name", "part"), PARTS.items())
def test_everybody_plays_one_part(name: str, part: str):
    scene, plan = scene_with_team()
    assert policy.part_of(plan, who(scene, name)) == part


@pytest.mark.parametrize(("name", "writes", "steers"), MAY)
def test_who_may_write_and_who_may_steer(name: str, writes: bool, steers: bool):
    scene, plan = scene_with_team()
    person = who(scene, name)
    assert (bool(policy.may_write(plan, person)), bool(policy.may_steer(plan, person))) == (writes, steers)


@pytest.mark.parametrize("name", [name for name, *_ in MAY])
def test_nobody_changes_a_closed_plan(name: str):
    scene, plan = scene_with_team()
    plan.state = State.CLOSED
    ruling = policy.may_write(plan, who(scene, name))
    assert (ruling.allowed, ruling.reason) == (False, policy.CLOSED)


@pytest.mark.parametrize("before", list(State))
@pytest.mark.parametrize("after", list(State))
def test_a_plan_moves_only_along_the_table_of_states(before: State, after: State):
    scene, plan = scene_with_team()
    plan.state = before
    allowed = may_become(before, after) and before is not State.CLOSED
    assert bool(policy.may_move(plan, after, scene.cast.lead)) == allowed


LOADS = [
    (Caseload(19, limit=20), "officer", "", True),
    (Caseload(20, limit=20), "officer", "", False),
    (Caseload(20, limit=20), "officer", "She asked for it", False),
    (Caseload(20, limit=20), "supervisor", "", False),
    (Caseload(20, limit=20), "supervisor", "She asked for it", True),
    (Caseload(500), "officer", "", True),
]


@pytest.mark.parametrize(("load", "name", "reason", "allowed"), LOADS)
def test_somebody_full_is_asked_only_by_a_supervisor_with_a_reason(
    load: Caseload, name: str, reason: str, allowed: bool
):
    scene, _ = scene_with_team()
    ruling = policy.may_take_on(scene.cast.other, load, who(scene, name), reason)
    assert bool(ruling) == allowed


def test_somebody_who_holds_no_plans_or_has_left_cannot_be_asked():
    helper = practitioner("practitioner")
    gone = practitioner("lead", is_active=False)
    by = practitioner("supervisor")
    assert "does not hold plans" in policy.may_take_on(helper, Caseload(0), by, "").reason
    assert "no longer works here" in policy.may_take_on(gone, Caseload(0), by, "").reason


AWAY = [(-1, False), (0, True), (1, True)]


@pytest.mark.parametrize(("days", "away"), AWAY)
def test_a_lead_is_away_up_to_and_including_the_last_day(days: int, away: bool):
    scene, _ = scene_with_team()
    scene.cast.lead.away_until = NOW.date() + timedelta(days=days)
    assert policy.is_away(scene.cast.lead, NOW.date()) is away


def test_only_a_supervisor_front_door_or_panel_asks_somebody_to_lead():
    for role, allowed in (("front_door", True), ("supervisor", True), ("panel_chair", True), ("lead", False)):
        ruling = policy.may_offer_lead(
            practitioner(role), practitioner("lead"), Caseload(0), plan_open=False, waiting=False
        )
        assert bool(ruling) == allowed, role


def test_a_team_member_who_left_plays_no_part():
    scene, plan = scene_with_team()
    member = plan.team.get(practitioner=scene.cast.other)
    actions.leave(member=member, reason="Moved", by=scene.cast.lead, now=NOW)
    assert policy.part_of(plan_of(scene.family), scene.cast.other) == "nobody"
