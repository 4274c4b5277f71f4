"""The baton: held by one person at every moment, passed only to somebody who says yes."""

import pytest

from rightdoor.access.models import Practitioner
from rightdoor.access.policy import Refused
from rightdoor.families.queries import families_for
from rightdoor.plans import actions
from rightdoor.plans.models import Handover, LeadTurn
from rightdoor.plans.queries import handovers_of, open_plan, team_of
from tests.factories import NOW
from tests.plans.factories import Scene, later, opened

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
