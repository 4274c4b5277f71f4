"""Before a decision: taking, linking, screening, judging, asking agreement, stopping the clock."""

from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from rightdoor.access.models import AuditEntry
from rightdoor.access.policy import Refused
from rightdoor.engines.facts import FactsError
from rightdoor.families.models import Agreement, ChronologyEvent, Circumstance, ContactPoint, Part
from rightdoor.families.queries import circumstances, families_for
from rightdoor.frontdoor import actions
from rightdoor.frontdoor.circumstances import document_of
from rightdoor.frontdoor.clocks import ANSWER, started, state_of
from rightdoor.frontdoor.models import HelpRequest, LevelFound, Screening
from rightdoor.frontdoor.queries.one import earlier_requests, who_is_known
from rightdoor.frontdoor.queries.standing import level_now, standing_of
from tests import factories
from tests.frontdoor import factories as make

pytestmark = pytest.mark.django_db


def test_linking_makes_a_family_that_the_front_door_sees_while_the_request_is_open(now: datetime) -> None:
    officer = make.officer()
    family = make.linked(make.request(now), officer, now)
    assert list(families_for(officer)) == [family]
    assert not families_for(factories.practitioner("lead")).exists()


def test_linking_twice_makes_one_family(now: datetime) -> None:
    officer, sent = make.officer(), make.request(now)
    assert make.linked(sent, officer, now) == make.linked(sent, officer, now)


def test_linking_carries_safe_contact_agreement_and_chronology_into_the_record(now: datetime) -> None:
    officer, sent = make.officer(), make.request(now)
    family = make.linked(sent, officer, now)
    point = ContactPoint.objects.get()
    assert (point.value, point.safe, point.person.known_as) == ("020 7946 0001", True, "Marta")
    assert Agreement.objects.get(family=family).given
    assert ChronologyEvent.objects.filter(family=family, because=sent.because).count() == 1


def test_somebody_known_under_another_family_name_is_shown_and_to_whom(now: datetime) -> None:
    officer, lead = make.officer(), make.lead()
    brother = factories.person("Idris", "Cole", birth_date=make.date(2014, 6, 9), by=officer)
    factories.family((brother, Part.CHILD), name="Cole", by=officer, seen_by=lead)
    told = make.CHILD.model_copy(update={"known_as": "Idris", "birth_date": make.date(2014, 6, 9)})
    found = who_is_known(make.request(now, people=[told]), now)[0].known[0]
    assert found.person == brother
    assert "Lee Holder" in found.known_to[0]


def test_an_earlier_request_that_names_the_same_child_is_found(now: datetime) -> None:
    first, again = make.request(now - timedelta(days=40)), make.request(now)
    make.request(now, people=[make.DAD])
    assert earlier_requests(again) == [first]


def test_one_name_alone_is_not_enough_to_call_a_request_the_same(now: datetime) -> None:
    stranger = make.MUM.model_copy(update={"family_name": "Other", "birth_date": None})
    make.request(now, people=[stranger])
    assert earlier_requests(make.request(now)) == []


def test_screening_keeps_the_document_and_a_level_for_every_scheme(now: datetime) -> None:
    sent = make.request(now)
    screening = make.screened(sent, make.officer(), now, {"mum": {"drug_misuse": "yes"}})
    assert screening.facts["people"][0]["facts"]["drug_misuse"] == "yes"
    assert set(screening.levels.values_list("scheme", flat=True)) >= {"levels", "ithrive"}


def test_screening_again_adds_a_row_and_changes_none(now: datetime) -> None:
    officer, sent = make.officer(), make.request(now)
    first = make.screened(sent, officer, now)
    make.screened(sent, officer, now + timedelta(hours=1), {"mum": {"drug_misuse": "yes"}})
    assert Screening.objects.count() == 2
    with pytest.raises(TypeError):
        first.save()


def test_the_screen_raises_the_flag_for_several_vulnerabilities(now: datetime) -> None:
    sent = make.request(now)
    make.screened(sent, make.officer(), now, {"mum": {"drug_misuse": "yes"}})
    sent.refresh_from_db()
    assert "several-vulnerabilities" in sent.flags
    assert "parent-vulnerability" not in sent.flags


def test_facts_that_cannot_be_so_are_refused_and_nothing_is_kept(now: datetime) -> None:
    sent = make.request(now)
    with pytest.raises(FactsError):
        actions.screen(
            request=sent, document={"as_of": "2026-11-23", "people": [], "family": {"x": "y"}},
            by=make.officer(), now=now,
        )  # fmt: skip
    assert not Screening.objects.exists()


def test_what_the_screen_found_is_on_the_familys_record_whichever_came_first(now: datetime) -> None:
    officer = make.officer()
    before, after = make.request(now), make.request(now)
    make.screened(before, officer, now, {"family": {"money_worries": "yes"}})
    first = make.linked(before, officer, now)
    second = make.linked(after, officer, now)
    make.screened(after, officer, now, {"family": {"money_worries": "yes"}})
    for family in (first, second):
        assert circumstances(family, now.date()).family["money_worries"] == "yes"
    assert Circumstance.objects.filter(told_by="Front door screening").exists()


def test_a_judgement_counts_before_the_rules_and_both_are_kept(now: datetime) -> None:
    officer, sent = make.officer(), make.request(now)
    screening = make.screened(sent, officer, now)
    found = level_now(screening)
    assert found is not None
    actions.override_level(screening=screening, band="4", reason="I saw it.", by=officer, now=now)
    judged = level_now(screening)
    assert judged is not None
    assert (judged.level, judged.band) == ("4", found.band)


def test_the_database_itself_refuses_a_judgement_without_a_reason(now: datetime) -> None:
    officer, sent = make.officer(), make.request(now)
    screening = make.screened(sent, officer, now)
    with pytest.raises(IntegrityError), transaction.atomic():
        LevelFound.objects.create(
            screening=screening, scheme="levels", pack_version="x", band="1", override="4", by=officer, at=now
        )


def test_agreement_recorded_later_opens_what_was_closed(now: datetime) -> None:
    officer = make.officer()
    sent = make.ready(now, by=officer)
    actions.agree_now(
        request=sent, given=False, who="Marta", how="By telephone", on=now.date(), by=officer, now=now
    )
    assert not standing_of(sent).agreed
    actions.agree_now(
        request=sent, given=True, who="Marta", how="By telephone", on=now.date(), by=officer, now=now
    )
    assert standing_of(sent).agreed


def test_a_clock_stops_only_for_a_reason_of_the_pack(now: datetime) -> None:
    with pytest.raises(Refused, match="does not stop for that reason"):
        actions.pause_clock(request=make.request(now), reason="lunch", note="", by=make.officer(), now=now)


def test_a_clock_that_stood_still_for_two_days_is_due_two_days_later(now: datetime) -> None:
    officer, sent = make.officer(), make.request(now)
    HelpRequest.objects.filter(pk=sent.pk).update(**started("panel", now))
    sent.refresh_from_db()
    before = sent.due_at
    tomorrow = now + timedelta(days=1)
    actions.pause_clock(request=sent, reason="waiting-for-family", note="", by=officer, now=tomorrow)
    assert state_of(sent, tomorrow, sent.pauses.all()).status == "paused"
    actions.resume_clock(request=sent, by=officer, now=tomorrow + timedelta(days=2))
    sent.refresh_from_db()
    assert sent.due_at.date() == (before + timedelta(days=2)).date()


def test_a_lead_who_is_asked_has_the_clock_of_an_answer(now: datetime) -> None:
    officer, lead = make.officer(), make.lead()
    sent = make.ready(now, by=officer)
    chosen = make.Chosen(choice=make.Choice.TEAM, reason="x", worker=lead)
    actions.decide(request=sent, chosen=chosen, by=officer, now=now)
    sent.refresh_from_db()
    assert sent.clock == ANSWER


def test_nobody_but_the_front_door_works_on_a_request(now: datetime) -> None:
    with pytest.raises(Refused, match="Only the front door"):
        actions.take(request=make.request(now), by=make.lead(), now=now)


def test_every_step_before_a_decision_is_audited(now: datetime) -> None:
    officer = make.officer()
    sent = make.ready(now, by=officer)
    actions.take(request=sent, by=officer, now=now)
    verbs = set(AuditEntry.objects.filter(by=officer).values_list("verb", flat=True))
    assert verbs >= {"request_screened", "request_linked", "request_taken"}


def test_a_form_sent_by_two_people_is_two_forms(now: datetime) -> None:
    first, second, token = make.officer(), make.officer(name="Other"), uuid4()
    sent = make.request(now)
    document = document_of(sent.told, now.date())
    for officer in (first, second):
        actions.screen(request=sent, document=document, by=officer, now=now, token=token)
    assert set(Screening.objects.values_list("by", flat=True)) == {first.pk, second.pk}
