"""Information leads: found by everybody, their names seen by practitioners only."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from rightdoor.access.editing import Conflict
from rightdoor.access.models import AuditEntry
from rightdoor.access.partnership import pack
from rightdoor.directory import actions
from rightdoor.directory.models import InformationLead
from rightdoor.directory.presenters.information import distance_words
from tests.factories import NOW, practitioner
from tests.house.walking import BACKEND
from tests.words.reading import blocks
from tests.words.test_reading_age import faults

pytestmark = pytest.mark.django_db
LEAD = {"role": "Family support worker", "telephone": "020 7946 0000", "email": "office@example.org",
        "how": "At the gate", "person": "Imani Okoro"}  # fmt: skip
SETTING = next(setting for setting in pack().settings if setting.kind == "gp")
PUBLIC = "/advice/who-can-tell-you/"


def named(**other: Any) -> InformationLead:
    keeper = practitioner("coordinator")
    return actions.name_lead(setting=SETTING, changes={**LEAD, **other}, version=0, by=keeper, now=NOW)


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(practitioner("coordinator"), backend=BACKEND)
    return client


def test_everybody_finds_the_role_and_never_the_name(client: Client) -> None:
    named()
    page = client.post(PUBLIC, {"words": SETTING.name}).content.decode()
    assert "Family support worker" in page
    assert "Imani" not in page
    assert "Okoro" not in page


def test_a_practitioner_sees_the_name(client: Client) -> None:
    named()
    client.force_login(practitioner("practitioner"), backend=BACKEND)
    assert "Imani Okoro" in client.get("/information/leads/?show=named").content.decode()


def test_near_a_postcode_the_nearest_place_comes_first(client: Client) -> None:
    page = client.post(PUBLIC, {"words": SETTING.postcode, "kind": "gp"}).content.decode()
    first = page.partition("app-card__title")[2]
    assert SETTING.name in first[:200]
    assert "about 100 metres away" in page


def test_a_place_nobody_knows_is_said_kindly(client: Client) -> None:
    page = client.post(PUBLIC, {"words": "unicorn"}).content.decode()
    assert "We found no place like that here." in page


def test_no_postcode_is_kept(client: Client) -> None:
    client.post(PUBLIC, {"words": SETTING.postcode})
    assert not AuditEntry.objects.exists()


def test_finding_costs_the_same_however_many_there_are(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    named()
    with django_assert_num_queries(1):
        client.post(PUBLIC, {"kind": "school"})


def test_a_lead_is_to_be_checked_a_year_later() -> None:
    assert named().check_by == NOW.date().replace(year=NOW.year + 1)


@pytest.mark.parametrize(("days", "listed"), [(0, False), (1, True)])
def test_a_lead_is_to_be_checked_the_day_after_its_day(desk: Client, days: int, listed: bool) -> None:
    lead = named()
    with time_machine.travel(NOW + (lead.check_by - NOW.date()) + timedelta(days=days)):
        desk.force_login(practitioner("coordinator"), backend=BACKEND)
        page = desk.get("/information/leads/?show=to-check").content.decode()
    assert ("Family support worker" in page) is listed


def test_settings_without_a_lead_are_counted_and_listed(desk: Client) -> None:
    named()
    page = desk.get("/information/leads/?show=without&kind=gp").content.decode()
    assert f"{len(pack().settings) - 1} of {len(pack().settings)} settings have nobody named." in page
    assert f"/information/leads/{SETTING.id}/" not in page


def test_the_desk_names_a_lead(desk: Client) -> None:
    answer = desk.post(f"/information/leads/{SETTING.id}/", {**LEAD, "version": "0"})
    assert answer["Location"] == "/information/leads/"
    assert InformationLead.objects.get().person == "Imani Okoro"


@pytest.mark.parametrize(
    "typed", [{"role": "Imani, office"}, {"email": "imani.okoro@example.org"}, {"how": "Ask for Mrs Okoro"}]
)
def test_a_name_does_not_slip_into_what_everybody_sees(desk: Client, typed: dict[str, str]) -> None:
    answer = desk.post(f"/information/leads/{SETTING.id}/", {**LEAD, **typed})
    assert answer.status_code == 422
    assert "This shows the person&#39;s name to everybody" in answer.content.decode()


def test_saving_over_newer_words_shows_both(desk: Client) -> None:
    named()
    typed = {**LEAD, "role": "Reception", "version": "0"}
    answer = desk.post(f"/information/leads/{SETTING.id}/", typed)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "They wrote: Family support worker" in page
    assert 'value="Reception"' in page
    assert desk.post(f"/information/leads/{SETTING.id}/", {**typed, "version": "1"}).status_code == 302


def test_the_action_refuses_to_save_over_newer_words() -> None:
    named()
    with pytest.raises(Conflict):
        named(role="Reception")


def test_a_lead_that_is_still_right_is_checked_next_year(desk: Client) -> None:
    lead = named()
    with time_machine.travel(NOW + timedelta(days=100)):
        desk.force_login(practitioner("coordinator"), backend=BACKEND)
        desk.post(f"/information/leads/{SETTING.id}/checked/")
    assert InformationLead.objects.get().check_by > lead.check_by


def test_a_lead_taken_off_leaves_a_setting_without_one_and_a_trace(desk: Client) -> None:
    named()
    desk.post(f"/information/leads/{SETTING.id}/end/")
    assert not InformationLead.objects.exists()
    assert AuditEntry.objects.filter(verb="information_lead_ended").exists()


def test_a_setting_the_pack_does_not_know_is_not_found(desk: Client) -> None:
    assert desk.get("/information/leads/unicorn/").status_code == 404


def test_a_lead_whose_setting_left_the_pack_is_shown_apart(desk: Client) -> None:
    InformationLead.objects.create(
        setting="old-school",
        role="Office",
        check_by=NOW.date(),
        set_at=NOW,
        set_by=practitioner("coordinator"),
    )
    assert "old-school" in desk.get("/information/leads/?show=gone").content.decode()


def test_who_can_tell_you_can_be_read_at_nine(client: Client) -> None:
    named(role="Office")
    page = blocks(client.get("/advice/who-can-tell-you/").content.decode())
    assert not faults("who can tell you", page)


@pytest.mark.parametrize(
    ("far", "words"),
    [
        (0.0, "about 100 metres away"),
        (0.34, "about 300 metres away"),
        (0.94, "about 900 metres away"),
        (0.96, "about 1 km away"),
        (3.4, "about 3 km away"),
    ],
)
def test_a_distance_is_said_as_people_say_it(far: float, words: str) -> None:
    assert distance_words(far) == words
