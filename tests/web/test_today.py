"""Home: each practitioner finds what is theirs, due, overdue and waiting; nothing of anybody else's."""

from datetime import datetime, timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from rightdoor.access import actions as access
from rightdoor.access.models import Practitioner
from rightdoor.access.policy import Refused
from rightdoor.access.roles import ROLES
from rightdoor.web.navigation import ENTRIES, navigation
from tests.factories import NOW, practitioner
from tests.frontdoor import factories as door
from tests.plans import factories as plans

pytestmark = pytest.mark.django_db
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def today(client: Client, who: Practitioner, at: datetime = NOW) -> str:
    with time_machine.travel(at, tick=False):
        client.force_login(who, backend=BACKEND)
        return client.get("/today/").content.decode()


def test_a_lead_finds_the_families_they_hold_and_what_is_due(client: Client) -> None:
    scene = plans.opened()
    page = today(client, scene.cast.lead)
    assert scene.family.name in page
    assert "Finish the assessment" in page
    assert "You hold 1 family" in page


def test_what_is_late_stands_under_overdue(client: Client) -> None:
    scene = plans.opened()
    page = today(client, scene.cast.lead, NOW + timedelta(days=200))
    assert 'id="overdue"' in page


def test_an_offer_waits_for_an_answer_with_the_way_to_give_it(client: Client) -> None:
    cast = plans.Cast()
    offer, _ = plans.offered(cast)
    page = today(client, cast.lead)
    assert f"/plans/offers/{offer.pk}/" in page
    assert "asks you to become lead professional" in page


def test_a_stranger_finds_nothing_of_a_family(client: Client) -> None:
    scene = plans.opened()
    page = today(client, scene.cast.stranger)
    assert scene.family.name not in page


def test_a_supervisor_finds_each_lead_and_from_there_each_family(client: Client) -> None:
    scene = plans.opened()
    supervisor, lead = scene.cast.supervisor, scene.cast.lead
    assert f"/today/team/{lead.pk}/" in today(client, supervisor)
    with time_machine.travel(NOW, tick=False):
        assert scene.family.name in client.get(f"/today/team/{lead.pk}/").content.decode()


def test_nobody_looks_into_another_supervisors_team(client: Client) -> None:
    scene = plans.opened()
    client.force_login(practitioner("supervisor"), backend=BACKEND)
    assert client.get(f"/today/team/{scene.cast.lead.pk}/").status_code == 404


def test_the_front_door_finds_how_many_requests_wait_and_are_late(client: Client) -> None:
    door.request(NOW)
    page = today(client, door.officer(), NOW + timedelta(days=30))
    assert '<span class="app-counts__number">1</span> <span class="app-counts__text">new</span>' in page
    assert '<span class="app-counts__number">1</span> <span class="app-counts__text">overdue</span>' in page


def test_a_chair_finds_the_next_meeting_and_how_full_it_is(client: Client) -> None:
    held = door.meeting(NOW)
    door.at_panel(NOW, held)
    page = today(client, door.chair())
    assert reverse("frontdoor:meeting", args=[held.pk]) in page
    assert "1 of 5" in page


def test_somebody_who_asked_for_help_finds_where_it_stands(client: Client) -> None:
    sender = practitioner("practitioner")
    sent = door.request(NOW, by=sender)
    page = today(client, sender)
    assert sent.reference in page
    assert "Received" in page


def test_a_commissioner_is_shown_where_to_go(client: Client) -> None:
    assert 'href="/localities/"' in today(client, practitioner("commissioner"))


@pytest.mark.parametrize("role", ROLES)
def test_the_navigation_holds_only_what_opens(role: str, client: Client) -> None:
    who = practitioner(role)
    client.force_login(who, backend=BACKEND)
    for entry in navigation(who, "/"):
        assert client.get(str(entry["href"])).status_code in (200, 302), entry


def test_every_entry_of_the_navigation_leads_somewhere() -> None:
    everything = practitioner(*ROLES)
    assert len(navigation(everything, "/")) == len(ENTRIES)


def test_the_navigation_marks_the_page_one_is_on_and_no_other() -> None:
    everything = practitioner(*ROLES)
    marked = [entry["text"] for entry in navigation(everything, "/requests/panels/") if entry["active"]]
    assert marked == ["Panels"]


def test_the_home_page_runs_as_many_queries_for_many_families_as_for_one(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    cast = plans.Cast()
    for _ in range(4):
        plans.opened(cast=cast)
    client.force_login(cast.lead, backend=BACKEND)
    with django_assert_max_num_queries(16):
        client.get("/today/")


def test_an_account_with_families_stays_open_until_they_are_handed_over() -> None:
    scene = plans.opened()
    with pytest.raises(Refused, match="Hand over first"):
        access.end_practitioner(practitioner=scene.cast.lead, by=practitioner("governance"), now=NOW)
