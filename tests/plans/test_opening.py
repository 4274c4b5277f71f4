"""Asking somebody to lead, and the plan that opens when they say yes."""

import uuid
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from rightdoor.access import actions as access
from rightdoor.access.models import AuditEntry
from rightdoor.access.policy import Refused
from rightdoor.families import actions as families
from rightdoor.families.models import Circumstance, Service, Sight
from rightdoor.families.queries import families_for
from rightdoor.plans import actions, hooks
from rightdoor.plans.models import Entry, LeadOffer, LeadTurn, Plan
from rightdoor.plans.queries import open_plan
from rightdoor.post.models import Message
from tests.factories import NOW, person, practitioner
from tests.plans.factories import BECAUSE, Cast, offered, opened, story

pytestmark = pytest.mark.django_db


def test_whoever_is_asked_to_lead_sees_the_family_and_is_written_to_without_its_name():
    cast = Cast()
    offer, _ = offered(cast)
    assert list(families_for(cast.lead)) == [offer.family]
    letter = Message.objects.get(to_address=cast.lead.email)
    assert "Quill" not in letter.subject + letter.body


def test_saying_yes_opens_plan_turn_and_assessment_at_once():
    scene = opened()
    assert scene.plan.lead == scene.cast.lead
    assert LeadTurn.objects.get(plan=scene.plan).until is None
    assert scene.assessment.because == BECAUSE
    assert scene.plan.hopes == "Quiet nights."


def test_saying_yes_puts_the_family_into_early_help_and_gives_the_lead_sight_of_it():
    scene = opened()
    assert scene.plan.family.service == Service.EARLY_HELP
    assert [sight.reason for sight in Sight.objects.filter(until=None)] == [Sight.Reason.LEAD]


def test_the_clocks_start_when_the_lead_says_yes():
    plan = opened().plan
    assert (plan.team_by.date() - NOW.date()).days == 15
    assert plan.assess_by > NOW


def test_saying_yes_twice_opens_one_plan():
    scene = opened()
    offer = LeadOffer.objects.get()
    again = actions.answer_lead_offer(offer=offer, accept=True, reason="", by=scene.cast.lead, now=NOW)
    assert again == scene.plan
    assert Plan.objects.count() == 1


def test_a_form_sent_twice_asks_once():
    cast, token = Cast(), uuid.UUID("0b8f1f5e-95f9-4f57-9a1b-5d6b6f0a0001")
    offer, _ = offered(cast, token=token)
    again = actions.offer_lead(
        family=offer.family,
        to=cast.lead,
        story=story(),
        because=BECAUSE,
        note="",
        by=cast.officer,
        now=NOW,
        token=token,
    )
    assert again == offer
    assert Message.objects.count() == 1


def test_saying_no_needs_a_reason_and_ends_sight():
    cast = Cast()
    offer, _ = offered(cast)
    with pytest.raises(Refused, match="Say why"):
        actions.answer_lead_offer(offer=offer, accept=False, reason=" ", by=cast.lead, now=NOW)
    actions.answer_lead_offer(offer=offer, accept=False, reason="I am full", by=cast.lead, now=NOW)
    assert not families_for(cast.lead).exists()
    assert open_plan(offer.family) is None


def test_only_the_one_asked_can_answer():
    cast = Cast()
    offer, _ = offered(cast)
    with pytest.raises(Refused, match="Only Lena Holder"):
        actions.answer_lead_offer(offer=offer, accept=True, reason="", by=cast.other, now=NOW)


def test_an_offer_taken_back_cannot_be_accepted():
    cast = Cast()
    offer, _ = offered(cast)
    actions.withdraw_lead_offer(offer=offer, reason="A mistake", by=cast.officer, now=NOW)
    with pytest.raises(Refused, match="already answered: withdrawn"):
        actions.answer_lead_offer(offer=offer, accept=True, reason="", by=cast.lead, now=NOW)


def test_one_family_is_offered_to_one_person_at_a_time():
    cast = Cast()
    offered_now, _ = offered(cast)
    with pytest.raises(Refused, match="already been asked"):
        actions.offer_lead(
            family=offered_now.family,
            to=cast.other,
            story=story(),
            because=BECAUSE,
            note="",
            by=cast.officer,
            now=NOW,
        )


def test_a_family_in_edge_of_care_is_refused_and_nothing_is_opened_or_answered():
    cast = Cast()
    offer, _ = offered(cast)
    edge = Service.EDGE_OF_CARE
    families.set_service(family=offer.family, service=edge, reason="Risk", by=cast.officer, now=NOW)
    with pytest.raises(Refused, match="never in Edge of Care and Early Help"):
        actions.answer_lead_offer(offer=offer, accept=True, reason="", by=cast.lead, now=NOW)
    offer.refresh_from_db()
    assert (offer.answer, Plan.objects.count()) == ("", 0)


def test_those_upstairs_who_asked_to_know_are_told_in_the_same_transaction(monkeypatch: pytest.MonkeyPatch):
    def broken(*_: object) -> None:
        raise RuntimeError("the room upstairs fell over")

    monkeypatch.setattr(hooks, "lead_answered", [broken])
    cast = Cast()
    offer, _ = offered(cast)
    with pytest.raises(RuntimeError):
        actions.answer_lead_offer(offer=offer, accept=True, reason="", by=cast.lead, now=NOW)
    assert Plan.objects.count() == 0


def test_somebody_full_is_asked_only_by_a_supervisor_who_says_why():
    full = practitioner("lead", name="Max Full", job="youth-offending-parenting-worker")
    cast = Cast()
    Plan.objects.bulk_create(plan_of(cast, full) for _ in range(20))
    with pytest.raises(Refused, match=r"no room for another family\. Holds 20 families of 20 at most"):
        offered(cast, to=full)
    with pytest.raises(Refused):
        offered(cast, to=full, over_limit_reason="I am only the front door")


def plan_of(cast: Cast, lead: object) -> Plan:
    family = families.open_family(name="Quill", by=cast.officer, now=NOW)
    return Plan(family=family, lead=lead, opened_at=NOW, assess_by=NOW, team_by=NOW + timedelta(days=1))


def test_a_story_person_without_a_record_keeps_their_name_in_the_line():
    cast = Cast()
    offer, _ = offered(cast)
    LeadOffer.objects.filter(pk=offer.pk).update(people={})
    offer.refresh_from_db()
    actions.answer_lead_offer(offer=offer, accept=True, reason="", by=cast.lead, now=NOW)
    assert Entry.objects.get(question="relation").text == "Ines Quill: Parent"


def test_facts_already_taken_in_are_not_recorded_again():
    told = story(family_facts={"in_crisis": "no"})
    told.people[0].facts["mental_health"] = "yes"
    opened(told)
    assert Circumstance.objects.count() == 2


def test_a_fact_that_was_never_taken_in_is_kept_when_the_plan_opens():
    cast = Cast()
    offer, _ = offered(cast)
    LeadOffer.objects.filter(pk=offer.pk).update(story={**offer.story, "family_facts": {"in_crisis": "yes"}})
    offer.refresh_from_db()
    actions.answer_lead_offer(offer=offer, accept=True, reason="", by=cast.lead, now=NOW)
    assert Circumstance.objects.get().value == "yes"


def test_the_audit_tells_the_opening_and_no_words_of_the_family():
    scene = opened()
    told = AuditEntry.objects.filter(family_id=scene.family.pk)
    assert {"lead_offered", "lead_accepted", "plan_opened", "assessment_opened"} <= {e.verb for e in told}
    assert "sleep" not in str([entry.detail for entry in told])


def test_the_database_refuses_a_plan_without_a_lead():
    scene = opened()
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE plans_plan SET lead_id = NULL WHERE id = %s", [raw(scene.plan.pk)])


def test_the_database_refuses_a_second_open_turn():
    scene = opened()
    sql = "INSERT INTO plans_leadturn (plan_id, lead_id, since) VALUES (%s, %s, %s)"
    values = [raw(scene.plan.pk), raw(scene.cast.other.pk), NOW]
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)


def test_the_database_refuses_a_second_open_plan():
    scene = opened()
    with pytest.raises(IntegrityError), transaction.atomic():
        Plan.objects.create(
            family=scene.family, lead=scene.cast.other, opened_at=NOW, assess_by=NOW, team_by=NOW
        )


def raw(pk: uuid.UUID) -> str:
    """Give an id as this database keeps it."""
    return pk.hex if connection.vendor == "sqlite" else str(pk)


def test_a_lead_whose_role_has_ended_may_decline_but_no_longer_accept():
    cast = Cast()
    offer, _ = offered(cast)
    access.end_role(practitioner=cast.lead, role="lead", by=practitioner("governance"), now=NOW)
    with pytest.raises(Refused, match="no longer hold plans"):
        actions.answer_lead_offer(offer=offer, accept=True, reason="", by=cast.lead, now=NOW)
    assert not Plan.objects.exists()
    actions.answer_lead_offer(offer=offer, accept=False, reason="I moved on", by=cast.lead, now=NOW)
    offer.refresh_from_db()
    assert offer.answer == "declined"


def test_what_was_told_of_somebody_is_kept_with_the_record_theirs_was_joined_to_since():
    cast = Cast()
    told = story()
    told.people[1].facts = {"send": "yes"}
    offer, people = offered(cast, told)
    once, now_on = person("Teodor"), person("Teo")
    for kept, gone in ((once, people["son"]), (now_on, once)):
        families.merge_people(kept=kept, gone=gone, why="The same boy", by=cast.officer, now=NOW)
    plan = actions.answer_lead_offer(offer=offer, accept=True, reason="", by=cast.lead, now=NOW)
    told_of = {entry.person for entry in Entry.objects.filter(assessment__plan=plan)}
    assert told_of & {people["son"], once, now_on} == {now_on}
    assert Circumstance.objects.get(fact="send").person == now_on
