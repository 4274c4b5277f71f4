"""The baton: held by one person at every moment, passed only to somebody who says yes."""

import pytest
from django.db import IntegrityError, transaction

from rightdoor.access import actions as access
from rightdoor.access.models import Practitioner
from rightdoor.access.policy import Refused
from rightdoor.families.queries import families_for
from rightdoor.plans import actions
from rightdoor.plans.models import Handover, LeadTurn, Plan
from rightdoor.plans.queries import handovers_of, open_plan, team_of
from tests.factories import NOW, practitioner
from tests.plans.factories import Scene, agreed, later, opened

pytestmark = pytest.mark.django_db


def offer(scene: Scene, **more: object) -> Handover:
    given = {
        "plan": scene.plan,
        "to": scene.cast.other,
        "reason": "I am going on leave",
        "by": scene.cast.lead,
    }
    return actions.offer_handover(**{**given, "now": NOW, **more})


def accept(handover: Handover) -> Handover:
    return actions.answer_handover(offer=handover, accept=True, reason="", by=handover.to, now=later(1))


def test_until_the_receiver_says_yes_the_giver_holds_the_plan_and_both_see_the_family():
    scene = opened()
    offer(scene)
    scene.plan.refresh_from_db()
    assert scene.plan.lead == scene.cast.lead
    assert all(families_for(who).exists() for who in (scene.cast.lead, scene.cast.other))


def test_saying_yes_moves_lead_turn_and_sight_at_one_moment():
    scene = opened()
    accept(offer(scene))
    scene.plan.refresh_from_db()
    before, after = LeadTurn.objects.order_by("since")
    assert (scene.plan.lead, before.until, after.lead) == (scene.cast.other, after.since, scene.cast.other)
    assert not families_for(scene.cast.lead).exists()
    assert families_for(scene.cast.other).exists()


def test_a_giver_who_stays_in_the_team_still_sees_the_family():
    scene = opened()
    accept(offer(scene, giver_stays=True))
    assert families_for(scene.cast.lead).exists()
    assert {m.practitioner for m in team_of(open_plan(scene.family))} == {scene.cast.lead, scene.cast.other}


def test_a_receiver_who_was_in_the_team_is_in_it_once():
    scene = opened()
    actions.invite(plan=scene.plan, practitioner=scene.cast.other, by=scene.cast.lead, now=NOW)
    accept(offer(scene))
    assert [m.practitioner for m in team_of(open_plan(scene.family))] == [scene.cast.other]


def test_saying_no_leaves_everything_where_it_was():
    scene = opened()
    handover = offer(scene)
    actions.answer_handover(offer=handover, accept=False, reason="Full", by=scene.cast.other, now=NOW)
    assert LeadTurn.objects.get().lead == scene.cast.lead
    assert not families_for(scene.cast.other).exists()


def test_an_offer_can_be_taken_back_until_it_is_answered():
    scene = opened()
    handover = offer(scene)
    actions.withdraw_handover(offer=handover, reason="Not needed", by=scene.cast.lead, now=NOW)
    with pytest.raises(Refused, match="withdrawn"):
        accept(handover)


def test_accepting_twice_passes_the_baton_once():
    scene = opened()
    handover = offer(scene)
    accept(handover)
    accept(handover)
    assert LeadTurn.objects.count() == 2


def test_a_plan_is_offered_to_one_person_at_a_time():
    scene = opened()
    offer(scene)
    with pytest.raises(Refused, match="already being offered"):
        offer(scene, to=scene.cast.stranger)


def test_a_supervisor_offers_the_plan_only_while_its_lead_is_away():
    scene = opened()
    with pytest.raises(Refused, match="is not away"):
        offer(scene, by=scene.cast.supervisor)
    Practitioner.objects.filter(pk=scene.cast.lead.pk).update(away_until=NOW.date())
    assert offer(scene, by=scene.cast.supervisor).giver == scene.cast.lead


def test_a_colleague_cannot_offer_a_plan_that_is_not_theirs():
    scene = opened()
    with pytest.raises(Refused, match="Only Lena Holder"):
        offer(scene, by=scene.cast.stranger, to=scene.cast.other)


def test_the_change_of_lead_is_in_the_chronology():
    scene = opened()
    accept(offer(scene))
    titles = [event.title for event in scene.family.events.all()]
    assert "Lead professional changed from Lena Holder to Omar Next" in titles


def test_every_offer_stays_in_the_history():
    scene = opened()
    first = offer(scene)
    actions.answer_handover(offer=first, accept=False, reason="Full", by=scene.cast.other, now=NOW)
    offer(scene, to=scene.cast.stranger, now=later(1))
    assert [h.to for h in handovers_of(scene.plan)] == [scene.cast.stranger, scene.cast.other]


def test_somebody_whose_role_has_ended_may_decline_a_hand_over_but_no_longer_accept():
    scene = opened()
    handover = offer(scene)
    access.end_role(practitioner=scene.cast.other, role="lead", by=practitioner("governance"), now=NOW)
    with pytest.raises(Refused, match="no longer hold plans"):
        accept(handover)
    actions.answer_handover(offer=handover, accept=False, reason="Moved on", by=scene.cast.other, now=NOW)
    scene.plan.refresh_from_db()
    assert (scene.plan.lead, handover.answer) == (scene.cast.lead, "declined")


def overseen() -> tuple[Scene, Practitioner]:
    scene, _ = agreed()
    boss = practitioner("supervisor", "lead", name="Bo Both")
    told = {"level": "4", "reason": "Worse", "by": scene.cast.lead, "now": NOW}
    actions.step_up(plan=scene.plan, overseer=boss, **told)
    return scene, boss


def test_a_plan_is_not_offered_to_whoever_oversees_it():
    scene, boss = overseen()
    with pytest.raises(Refused, match="Bo Both oversees this plan"):
        offer(scene, to=boss)
    assert not Handover.objects.exists()


def test_somebody_who_became_overseer_since_no_longer_accepts_the_plan():
    scene, _ = agreed()
    boss = practitioner("supervisor", "lead", name="Bo Both")
    handover = offer(scene, to=boss)
    told = {"level": "4", "reason": "Worse", "by": scene.cast.lead, "now": NOW}
    actions.step_up(plan=scene.plan, overseer=boss, **told)
    with pytest.raises(Refused, match="Bo Both oversees this plan"):
        accept(handover)


def test_the_database_refuses_a_plan_overseen_by_its_own_lead():
    scene = opened()
    with pytest.raises(IntegrityError), transaction.atomic():
        Plan.objects.filter(pk=scene.plan.pk).update(overseer=scene.cast.lead)
