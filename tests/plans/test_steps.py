"""Stepping up, stepping down, closing, and asking afterwards."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from rightdoor.access.models import Practitioner, RoleGrant
from rightdoor.access.policy import Refused
from rightdoor.families.models import Agreement, Service
from rightdoor.families.queries import families_for
from rightdoor.plans import actions
from rightdoor.plans.models import LeadTurn, Plan
from rightdoor.plans.queries import plan_of, team_of
from rightdoor.plans.states import State
from tests.factories import NOW
from tests.plans.factories import Scene, agreed, later

pytestmark = pytest.mark.django_db


def stepped_up() -> Scene:
    scene, _ = agreed()
    cast = scene.cast
    actions.step_up(
        plan=scene.plan, overseer=cast.supervisor, level="4", reason="Worse", by=cast.lead, now=NOW
    )
    return scene


def step_down(scene: Scene, **more: object) -> Plan:
    told = {"after": State.STEPPING_DOWN, "level": "2", "reason": "Calmer", "agreed": True}
    told |= {"agreed_with": "Ines Quill", "how": "face to face", "agreed_on": NOW.date()}
    return actions.step_down(plan=scene.plan, by=scene.cast.lead, now=later(20), **{**told, **more})


def close(scene: Scene, **more: object) -> Plan:
    told = {"planned": True, "reason": "Goals reached", "level": "1", "followup_on": date(2027, 3, 1)}
    return actions.close_plan(plan=scene.plan, by=scene.cast.lead, now=later(60), **{**told, **more})


def test_stepping_up_keeps_plan_lead_and_goals_and_adds_an_overseer_who_sees_the_family():
    scene = stepped_up()
    plan = Plan.objects.get()
    assert (plan.lead, plan.overseer, plan.goals.count()) == (scene.cast.lead, scene.cast.supervisor, 1)
    assert LeadTurn.objects.get().until is None
    assert families_for(scene.cast.supervisor).exists()


def test_only_a_supervisor_can_oversee():
    scene, _ = agreed()
    with pytest.raises(Refused, match="is not a supervisor"):
        actions.step_up(
            plan=scene.plan,
            overseer=scene.cast.other,
            level="4",
            reason="Worse",
            by=scene.cast.lead,
            now=NOW,
        )


def test_stepping_down_asks_the_family_again_and_is_refused_without_its_agreement():
    scene = stepped_up()
    with pytest.raises(Refused, match="has to agree again"):
        step_down(scene, agreed=False)
    step_down(scene)
    assert Agreement.objects.filter(given=True, to_what__startswith="Stepping down").count() == 1


def test_stepping_down_ends_oversight():
    scene = stepped_up()
    step_down(scene)
    scene.plan.refresh_from_db()
    assert (scene.plan.overseer, scene.plan.level) == (None, "2")


def test_a_plan_that_stepped_down_too_soon_goes_back_to_the_full_plan():
    scene = stepped_up()
    step_down(scene)
    actions.resume(plan=scene.plan, level="3", reason="Too soon", by=scene.cast.lead, now=later(30))
    assert [step.after for step in scene.plan.steps.all()] == [
        State.ASSESSING,
        State.ACTIVE,
        State.STEPPED_UP,
        State.STEPPING_DOWN,
        State.ACTIVE,
    ]


def test_closing_keeps_how_why_level_and_follow_up_and_takes_the_family_out_of_early_help():
    scene, _ = agreed()
    plan = close(scene)
    scene.family.refresh_from_db()
    assert (plan.state, plan.closed_planned, plan.close_level) == (State.CLOSED, True, "1")
    assert (scene.family.service, scene.family.level) == (Service.NONE, "1")
    assert LeadTurn.objects.get().until == plan.closed_at


def test_closing_ends_the_teams_sight_at_once_and_the_leads_with_the_follow_up():
    scene, _ = agreed()
    actions.invite(plan=scene.plan, practitioner=scene.cast.stranger, by=scene.cast.lead, now=NOW)
    close(scene)
    assert not families_for(scene.cast.stranger).exists()
    assert families_for(scene.cast.lead).exists()
    actions.record_followup(
        plan=scene.plan, on=date(2027, 3, 1), note="All well", by=scene.cast.lead, now=later(100)
    )
    assert not families_for(scene.cast.lead).exists()


def test_closing_without_a_follow_up_ends_the_leads_sight_too():
    scene, _ = agreed()
    close(scene, planned=False, reason="Moved away", followup_on=None)
    assert not families_for(scene.cast.lead).exists()


def test_closing_takes_back_a_hand_over_and_calls_off_meetings():
    scene, _ = agreed()
    plan, lead = scene.plan, scene.cast.lead
    actions.offer_handover(plan=plan, to=scene.cast.other, reason="Leave", by=lead, now=NOW)
    meeting = actions.plan_meeting(plan=plan, planned_for=later(90), by=lead, now=NOW)
    close(scene)
    meeting.refresh_from_db()
    assert plan.handovers.get().answer == "withdrawn"
    assert meeting.cancelled_reason == "The plan was closed"


def test_a_closed_plan_is_read_and_no_longer_changed():
    scene, goal = agreed()
    close(scene)
    goal.refresh_from_db()
    goal.plan.refresh_from_db()
    with pytest.raises(Refused, match="closed"):
        actions.add_action(goal=goal, words="Ring", owner_words="Nan", by=scene.cast.lead, now=later(61))


def test_a_follow_up_is_written_down_once():
    scene, _ = agreed()
    close(scene)
    told = {"plan": scene.plan, "on": date(2027, 3, 1), "by": scene.cast.lead, "now": later(100)}
    actions.record_followup(note="All well", **told)
    with pytest.raises(Refused, match="already been written down"):
        actions.record_followup(note="Again", **told)


def test_the_database_refuses_a_closed_plan_without_a_reason():
    scene, _ = agreed()
    with pytest.raises(IntegrityError), transaction.atomic():
        Plan.objects.filter(pk=scene.plan.pk).update(
            state=State.CLOSED, closed_at=NOW, closed_by=scene.cast.lead, closed_planned=True
        )


def test_of_two_people_who_move_a_plan_at_once_one_is_refused():
    scene, _ = agreed()
    stale = Plan.objects.get()
    close(scene)
    stale.state = State.ACTIVE
    with pytest.raises(Refused):
        close(Scene(scene.cast, scene.family, scene.people, stale))


def test_the_lead_cannot_oversee_their_own_plan():
    scene, _ = agreed()
    RoleGrant.objects.create(practitioner=scene.cast.lead, role="supervisor", given_at=NOW)
    lead = Practitioner.objects.get(pk=scene.cast.lead.pk)
    with pytest.raises(Refused, match="other than the lead professional"):
        actions.step_up(plan=scene.plan, overseer=lead, level="4", reason="Worse", by=lead, now=NOW)


def test_the_end_of_oversight_leaves_others_called_oversight_in_the_team():
    scene = stepped_up()
    told = {"plan": scene.plan, "role": "Oversight", "by": scene.cast.lead, "now": NOW}
    named = actions.invite(name="Mrs Eye", **told)
    nurse = actions.invite(practitioner=scene.cast.stranger, **told)
    step_down(scene)
    assert {named, nurse} <= set(team_of(plan_of(scene.family)))
    assert families_for(scene.cast.stranger).exists()
    assert scene.cast.supervisor not in [member.practitioner for member in team_of(plan_of(scene.family))]


def test_an_overseer_who_was_in_the_team_before_stays_in_it_after():
    scene, _ = agreed()
    cast = scene.cast
    actions.invite(plan=scene.plan, practitioner=cast.supervisor, role="Health", by=cast.lead, now=NOW)
    told = {"level": "4", "reason": "Worse", "by": cast.lead, "now": NOW}
    actions.step_up(plan=scene.plan, overseer=cast.supervisor, **told)
    step_down(scene)
    assert cast.supervisor in [member.practitioner for member in team_of(plan_of(scene.family))]
