"""Sight of requests and agendas: for a reason that has a name, noted when used, over when it is over."""

from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test import Client

from rightdoor.access.models import AuditEntry, Practitioner
from rightdoor.access.policy import Refused
from rightdoor.frontdoor import actions, queries
from rightdoor.frontdoor.actions import Chosen, Ruled
from rightdoor.frontdoor.models import AgendaItem, Choice, HelpRequest, Outcome
from tests import factories
from tests.frontdoor import factories as make

pytestmark = pytest.mark.django_db
SECRET = "Her former partner is violent."


def as_(who: Practitioner) -> Client:
    client = Client()
    client.force_login(who, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def ended(now: datetime, officer: Practitioner) -> HelpRequest:
    sent = make.ready(now, by=officer)
    actions.take(request=sent, by=officer, now=now)
    chosen = Chosen(choice=Choice.ADVISE, reason="A group fits.")
    actions.decide(request=sent, chosen=chosen, by=officer, now=now)
    sent.refresh_from_db()
    return sent


def member(code: str) -> Practitioner:
    """Give a supervisor of an agency; core-assets sits on the early help panel, youth-first does not."""
    return factories.practitioner("supervisor", at=factories.agency(code))


def heard(now: datetime) -> AgendaItem:
    """Give an item the panel has sent elsewhere, with a reason."""
    chair = make.chair()
    sent = make.at_panel(now, make.meeting(now, by=chair))
    ruled = Ruled(outcome=Outcome.ELSEWHERE, reason=SECRET, agency=factories.agency("refuge"))
    return actions.decide_item(item=sent.agenda_items.get(), ruled=ruled, by=chair, now=now)


def test_an_officer_who_took_and_decided_a_request_reads_it_no_more_once_it_is_closed(now: datetime) -> None:
    officer = make.officer()
    sent = ended(now, officer)
    assert not queries.requests_for(officer).exists()
    assert as_(officer).get(f"/requests/{sent.pk}/").status_code == 404


def test_deciding_from_the_page_leads_back_to_the_queue_once_the_request_is_closed(now: datetime) -> None:
    officer = make.officer()
    sent = make.ready(now, by=officer)
    client = as_(officer)
    given = {"choice": "advise", "reason": "A group fits.", "version": str(sent.version)}
    answer = client.post(f"/requests/{sent.pk}/decide/", given, follow=True)
    assert answer.redirect_chain == [("/requests/", 302)]
    assert "The decision is kept." in answer.content.decode()


@pytest.mark.parametrize("role", ["analyst", "commissioner", "governance"])
def test_a_role_that_works_with_counts_reads_no_request_whatever_sight_it_has(
    role: str, now: datetime
) -> None:
    somebody = factories.practitioner(role)
    sent = make.ready(now)
    sent.family.sights.update(practitioner=somebody, desk="")
    assert not queries.requests_for(somebody).exists()


def test_one_request_is_fetched_by_its_key_and_not_by_reading_them_all(now: datetime) -> None:
    sent = make.request(now)
    found = queries.requests_for(member("core-assets")).filter(pk=sent.pk)
    plan = found.explain()
    assert "SCAN frontdoor_helprequest" not in plan
    if connection.vendor == "sqlite":
        assert "frontdoor_helprequest USING INDEX" in plan


def test_agreement_is_not_recorded_on_a_request_that_is_closed(now: datetime) -> None:
    officer = make.officer()
    sent = ended(now, officer)
    with pytest.raises(Refused, match="already been decided"):
        actions.agree_now(request=sent, given=False, who="X", how="x", on=now.date(), by=officer, now=now)


@pytest.mark.parametrize("closed", [False, True])
def test_a_clock_is_stopped_and_started_only_by_the_front_door_and_only_while_it_runs(
    closed: bool, now: datetime
) -> None:
    officer, lead = make.officer(), make.lead()
    sent = ended(now, officer) if closed else make.request(now)
    who = officer if closed else lead
    words = "already been decided" if closed else "Only the front door"
    with pytest.raises(Refused, match=words):
        actions.pause_clock(request=sent, reason="waiting-for-family", note="", by=who, now=now)
    with pytest.raises(Refused, match=words):
        actions.resume_clock(request=sent, by=who, now=now)


def test_agreement_is_recorded_by_the_front_door_alone(now: datetime) -> None:
    with pytest.raises(Refused, match="Only the front door"):
        actions.agree_now(
            request=make.ready(now), given=True, who="X", how="x", on=now.date(), by=make.lead(), now=now
        )


def test_agreement_can_still_be_recorded_while_a_panel_has_the_request(now: datetime) -> None:
    sent = make.at_panel(now, make.meeting(now))
    told = actions.agree_now(
        request=sent, given=True, who="X", how="x", on=now.date(), by=make.officer(), now=now
    )
    assert told.family == sent.family


def test_after_the_meeting_its_members_read_reference_and_outcome_and_no_name(now: datetime) -> None:
    item = heard(now)
    page = as_(member("core-assets")).get(f"/requests/panels/meetings/{item.meeting_id}/").content.decode()
    assert item.request.reference in page
    assert "Allocated elsewhere" in page
    assert "Vale" not in page
    assert SECRET not in page
    assert f"/requests/{item.request_id}/" not in page


def test_before_the_meeting_its_members_read_names_and_requests(now: datetime) -> None:
    somebody = member("core-assets")
    sent = make.at_panel(now, make.meeting(now))
    held = sent.agenda_items.get().meeting_id
    page = as_(somebody).get(f"/requests/panels/meetings/{held}/").content.decode()
    assert "Marta Vale" in page
    assert as_(somebody).get(f"/requests/{sent.pk}/").status_code == 200


def test_a_panel_is_closed_to_agencies_that_are_not_members_of_it(now: datetime) -> None:
    somebody = member("youth-first")
    sent = make.at_panel(now, make.meeting(now))
    client, held = as_(somebody), sent.agenda_items.get().meeting_id
    assert not queries.requests_for(somebody).exists()
    assert client.get("/requests/panels/early-help-panel/").status_code == 404
    assert client.get(f"/requests/panels/meetings/{held}/").status_code == 404
    boards = client.get("/requests/panels/").content.decode()
    assert "Locality panel" in boards
    assert "Early Help Panel" not in boards


def test_an_item_that_is_decided_opens_for_nobody_again(now: datetime) -> None:
    item = heard(now)
    client = as_(make.chair())
    address = f"/requests/panels/agenda/{item.pk}/decide/"
    assert client.get(address).headers["Location"].endswith(f"/requests/panels/meetings/{item.meeting_id}/")
    assert client.post(f"/requests/panels/agenda/{item.pk}/remove/").status_code == 404


def test_pressing_the_button_of_a_panels_decision_twice_ends_at_the_meeting(now: datetime) -> None:
    chair = make.chair()
    sent = make.at_panel(now, make.meeting(now, by=chair))
    client, item = as_(chair), sent.agenda_items.get()
    given = {"outcome": "back", "reason": "Not for us."}
    answers = [client.post(f"/requests/panels/agenda/{item.pk}/decide/", given) for _ in range(2)]
    assert {answer.headers["Location"] for answer in answers} == {
        f"/requests/panels/meetings/{item.meeting_id}/"
    }


def reads() -> list[tuple[str, str]]:
    return list(AuditEntry.objects.filter(verb__endswith="_read").values_list("verb", "detail__page"))


@pytest.mark.parametrize(
    ("part", "page"),
    [
        ("", "told"),
        ("known/", "known"),
        ("screening/", "screening"),
        ("level/", "level"),
        ("services/", "services"),
        ("decide/", "decide"),
        ("history/", "history"),
    ],
)
def test_reading_any_part_of_a_request_is_noted_once(part: str, page: str, now: datetime) -> None:
    sent = make.request(now)
    as_(make.officer()).get(f"/requests/{sent.pk}/{part}")
    assert reads() == [("request_read", page)]


def test_reading_what_one_sent_is_noted_once(now: datetime) -> None:
    worker = factories.practitioner("practitioner")
    sent = make.request(now, by=worker)
    as_(worker).get(f"/requests/sent/{sent.pk}/")
    assert reads() == [("request_read", "sent")]


def test_reading_an_agenda_is_noted_with_the_requests_that_were_named(now: datetime) -> None:
    sent = make.at_panel(now, make.meeting(now))
    held = sent.agenda_items.get().meeting_id
    as_(member("core-assets")).get(f"/requests/panels/meetings/{held}/")
    entry = AuditEntry.objects.get(verb="panelmeeting_read")
    assert (entry.subject_id, entry.detail["requests"]) == (str(held), [str(sent.pk)])


def test_opening_an_item_to_decide_it_is_noted_on_the_family(now: datetime) -> None:
    sent = make.at_panel(now, make.meeting(now + timedelta(hours=1)))
    item = sent.agenda_items.get()
    as_(make.chair()).get(f"/requests/panels/agenda/{item.pk}/decide/")
    entry = AuditEntry.objects.get(verb="agendaitem_read")
    assert (entry.subject_id, entry.family_id) == (str(item.pk), sent.family_id)
