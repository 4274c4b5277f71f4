"""Decisions: one row that stays, what follows from it, the asker told, the clock kept."""

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from rightdoor.access.models import AuditEntry, Practitioner
from rightdoor.access.policy import Refused
from rightdoor.families import actions as families
from rightdoor.families.models import ChronologyEvent, Service, SharingDecision, Sight
from rightdoor.families.queries import families_for
from rightdoor.frontdoor import actions
from rightdoor.frontdoor.actions import Chosen
from rightdoor.frontdoor.models import Choice, Decision, HelpRequest
from rightdoor.plans import actions as plans
from rightdoor.plans.models import LeadOffer, Plan
from rightdoor.post.models import Message
from tests import factories
from tests.frontdoor import factories as make

pytestmark = pytest.mark.django_db


def decide(sent: HelpRequest, by: Practitioner, now: datetime, choice: Choice, **rest: Any) -> Decision:
    chosen = Chosen(choice=choice, reason=rest.pop("reason", "It fits best."), **rest)
    return actions.decide(request=sent, chosen=chosen, by=by, now=now)


def test_advice_ends_the_request_and_the_front_door_no_longer_sees_the_family(now: datetime) -> None:
    officer = make.officer()
    sent = make.ready(now, by=officer)
    assert families_for(officer).count() == 1
    decide(sent, officer, now, Choice.ADVISE, services=("kooth",))
    sent.refresh_from_db()
    assert (sent.state, sent.decided_at) == ("ended", now)
    assert families_for(officer).count() == 0


def test_a_decision_keeps_every_option_with_why_it_was_closed(now: datetime) -> None:
    officer = make.officer()
    sent = make.ready(now, by=officer)
    decision = decide(sent, officer, now, Choice.ADVISE)
    closed = {option["choice"]: option["why_not"] for option in decision.options if not option["open"]}
    assert list(closed) == ["marac"]
    assert "domestic abuse" in closed["marac"]


def test_a_decision_is_never_changed(now: datetime) -> None:
    officer = make.officer()
    decision = decide(make.ready(now, by=officer), officer, now, Choice.ADVISE)
    with pytest.raises(TypeError):
        decision.save()


def test_nothing_is_decided_twice(now: datetime) -> None:
    officer = make.officer()
    sent = make.ready(now, by=officer)
    decide(sent, officer, now, Choice.ADVISE)
    with pytest.raises(Refused, match="already been decided"):
        decide(sent, officer, now, Choice.STATUTORY)
    assert Decision.objects.count() == 1


def test_the_same_form_sent_twice_decides_once(now: datetime) -> None:
    officer = make.officer()
    sent = make.ready(now, by=officer)
    token = uuid4()
    chosen = Chosen(choice=Choice.ADVISE, reason="It fits.")
    once = [actions.decide(request=sent, chosen=chosen, by=officer, now=now, token=token) for _ in range(2)]
    assert once[0].pk == once[1].pk


def test_somebody_who_looked_before_it_changed_decides_nothing(now: datetime) -> None:
    officer = make.officer()
    sent = make.ready(now, by=officer)
    actions.take(request=sent, by=officer, now=now)
    with pytest.raises(Refused, match="changed this request"):
        actions.decide(
            request=sent,
            chosen=Chosen(choice=Choice.ADVISE, reason="x"),
            version=sent.version,
            by=officer,
            now=now,
        )


def test_the_practitioner_who_asked_is_told_the_outcome_and_never_a_name(now: datetime) -> None:
    officer = make.officer()
    sent = make.ready(now, by=officer)
    decide(sent, officer, now, Choice.STATUTORY, basis="children-act-16la")
    message = Message.objects.filter(about=sent.because).latest("written_at")
    assert "children's social care" in Message.objects.get(subject__startswith="About").body
    assert sent.reference in message.body
    assert not any("Marta" in m.body or "Vale" in m.body for m in Message.objects.all())


def test_somebody_from_the_public_is_told_only_that_it_was_read(now: datetime) -> None:
    officer = make.officer()
    sent = actions.send_request(
        story=make.story(), asking=make.asking(asker="public", email="n@example.org"), by=None, now=now
    )
    make.screened(sent, officer, now)
    make.linked(sent, officer, now)
    decision = decide(sent, officer, now, Choice.STATUTORY)
    assert "private" in decision.told_words
    assert "social" not in decision.told_words


def test_a_parent_who_told_of_abuse_gets_words_that_give_nothing_away(now: datetime) -> None:
    officer = make.officer()
    mum = make.MUM.model_copy(update={"facts": {"domestic_abuse": "yes"}})
    sent = actions.send_request(
        story=make.story(people=[mum]),
        asking=make.asking(asker="parent", email="m@example.org"),
        by=None,
        now=now,
    )
    make.screened(sent, officer, now)
    make.linked(sent, officer, now)
    assert (
        decide(sent, officer, now, Choice.STATUTORY).told_words
        == "We have what you sent us. We will be in touch."
    )


def test_a_decision_on_the_last_second_of_its_clock_is_in_time_and_one_later_is_not(now: datetime) -> None:
    officer = make.officer()
    first, second = make.ready(now, by=officer), make.ready(now, by=officer)
    assert decide(first, officer, first.due_at, Choice.ADVISE).within_clock
    assert not decide(second, officer, second.due_at + timedelta(seconds=1), Choice.ADVISE).within_clock


def test_a_family_in_edge_of_care_is_not_offered_early_help(now: datetime) -> None:
    officer = make.officer()
    sent = make.ready(now, by=officer)
    families.set_service(family=sent.family, service=Service.EDGE_OF_CARE, reason="x", by=officer, now=now)
    with pytest.raises(Refused, match="never in Edge of Care and Early Help"):
        decide(sent, officer, now, Choice.TEAM, worker=make.lead())


def test_sharing_with_one_agency_is_a_record_with_its_lawful_basis(now: datetime) -> None:
    officer = make.officer()
    sent = make.ready(now, by=officer)
    agency = factories.agency("slam", name="South London trust", kind="health")
    decide(sent, officer, now, Choice.SINGLE_AGENCY, agency=agency, basis="public-task")
    shared = SharingDecision.objects.get()
    assert (shared.to_agency, shared.lawful_basis, shared.shared) == (agency, "public-task", True)


def test_an_adult_service_asked_to_help_is_told_that_there_are_children_but_not_who(now: datetime) -> None:
    officer = make.officer()
    sent = make.ready(now, by=officer)
    agency = factories.agency("slam", name="South London trust", kind="health")
    decide(
        sent, officer, now, Choice.SINGLE_AGENCY,
        agency=agency, agency_email="duty@example.org", detail={"tell_of_children": True},
    )  # fmt: skip
    body = Message.objects.get(to_address="duty@example.org").body
    assert "includes children" in body
    assert "Noor" not in body


def test_marac_is_added_to_a_decision_and_does_not_take_its_place(now: datetime) -> None:
    officer = make.officer()
    sent = make.ready(now, by=officer)
    make.screened(sent, officer, now, {"mum": {"domestic_abuse": "yes"}})
    decision = decide(sent, officer, now, Choice.MARAC, detail={"risk": "score", "score": 15})
    sent.refresh_from_db()
    assert sent.state == "screening"
    assert decision.detail["repeat_of"] == ""
    assert decide(sent, officer, now, Choice.STATUTORY).choice == "statutory"


def test_a_second_marac_for_the_same_people_within_a_year_says_which_it_repeats(now: datetime) -> None:
    officer = make.officer()
    first = make.ready(now - timedelta(days=300), by=officer)
    make.screened(first, officer, now - timedelta(days=300), {"mum": {"domestic_abuse": "yes"}})
    decide(first, officer, now - timedelta(days=300), Choice.MARAC, detail={"risk": "judgement"})
    again = make.request(now)
    make.screened(again, officer, now, {"mum": {"domestic_abuse": "yes"}})
    actions.link_people(request=again, matches={}, family=first.family, by=officer, now=now)
    decision = decide(again, officer, now, Choice.MARAC, detail={"risk": "judgement"})
    assert decision.detail["repeat_of"] == first.reference


def test_a_team_waits_for_the_lead_asked_and_help_starts_with_their_yes(now: datetime) -> None:
    officer, lead = make.officer(), make.lead()
    sent = make.ready(now, by=officer)
    decide(sent, officer, now, Choice.TEAM, worker=lead)
    sent.refresh_from_db()
    assert sent.state == "allocating"
    plans.answer_lead_offer(offer=LeadOffer.objects.get(), accept=True, reason="", by=lead, now=now)
    sent.refresh_from_db()
    assert (sent.state, Plan.objects.get().lead) == ("helping", lead)
    assert not Sight.objects.filter(desk="front-door", until__isnull=True).exists()


def test_a_lead_who_says_no_leaves_the_request_with_the_front_door_which_asks_again(now: datetime) -> None:
    officer, lead, other = make.officer(), make.lead(), make.lead(name="Other Lead")
    sent = make.ready(now, by=officer)
    decide(sent, officer, now, Choice.TEAM, worker=lead)
    plans.answer_lead_offer(offer=LeadOffer.objects.get(), accept=False, reason="Full", by=lead, now=now)
    sent.refresh_from_db()
    assert sent.state == "allocating"
    offer = actions.offer_again(request=sent, to=other, note="", by=officer, now=now)
    assert (offer.to, families_for(officer).count()) == (other, 1)


def test_a_request_about_a_family_with_a_plan_goes_to_the_lead_who_holds_it(now: datetime) -> None:
    officer, lead = make.officer(), make.lead()
    sent = make.ready(now, by=officer)
    decide(sent, officer, now, Choice.TEAM, worker=lead)
    plans.answer_lead_offer(offer=LeadOffer.objects.get(), accept=True, reason="", by=lead, now=now)
    again = make.request(now)
    make.screened(again, officer, now)
    actions.link_people(request=again, matches={}, family=sent.family, by=officer, now=now)
    decide(again, officer, now, Choice.TEAM)
    again.refresh_from_db()
    assert again.state == "helping"
    assert Message.objects.filter(to_address=lead.email, about=again.because).count() == 1


def test_social_care_need_not_wait_for_the_screen_when_somebody_is_in_danger(now: datetime) -> None:
    officer = make.officer()
    sent = make.request(now, in_danger_now="yes")
    decide(sent, officer, now, Choice.STATUTORY)
    sent.refresh_from_db()
    assert sent.state == "ended"


def test_every_decision_is_audited_and_on_the_chronology(now: datetime) -> None:
    officer = make.officer()
    sent = make.ready(now, by=officer)
    decide(sent, officer, now, Choice.ADVISE)
    assert AuditEntry.objects.filter(verb="request_decided", by=officer).count() == 1
    assert ChronologyEvent.objects.filter(kind="decision", because=sent.because).count() == 1


def test_an_offer_taken_back_is_not_written_down_as_a_refusal(now: datetime) -> None:
    officer, lead = make.officer(), make.lead()
    sent = make.ready(now, by=officer)
    decide(sent, officer, now, Choice.TEAM, worker=lead)
    plans.withdraw_lead_offer(offer=LeadOffer.objects.get(), reason="Wrong team", by=officer, now=now)
    title = ChronologyEvent.objects.get(family=sent.family, kind="lead", because=sent.because).title
    assert "taken back" in title
    assert "cannot" not in title


def test_with_a_lead_every_request_of_the_family_that_waits_for_one_is_helped(now: datetime) -> None:
    officer, lead = make.officer(), make.lead()
    first, second = make.ready(now, by=officer), make.request(now)
    make.screened(second, officer, now)
    actions.link_people(request=second, matches={}, family=first.family, by=officer, now=now)
    for sent in (first, second):
        decide(sent, officer, now, Choice.TEAM, worker=lead)
        offer = LeadOffer.objects.get(answer="")
        plans.answer_lead_offer(offer=offer, accept=sent is second, reason="Full", by=lead, now=now)
    first.refresh_from_db()
    assert first.state == "helping"
    told = Message.objects.filter(about=first.because)
    assert told.filter(to_address=first.asker_email, body__contains="has taken the family on").exists()
    assert told.filter(to_address=lead.email).exists()
