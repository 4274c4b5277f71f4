"""The people of the demo: made up, signed in as with one click, and nobody else."""

from datetime import datetime

import pytest
from django.test import Client

from rightdoor.access import actions, audit
from rightdoor.access.models import Practitioner
from rightdoor.access.partnership import pack
from rightdoor.access.roles import ROLES
from rightdoor.demo.actions import bring_personas
from rightdoor.demo.personas import PERSONAS, place
from tests.factories import practitioner

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(now: datetime) -> dict[str, Practitioner]:
    actions.load_pack(pack=pack(), by=audit.SYSTEM, now=now)
    return bring_personas(pack=pack(), by=audit.SYSTEM, now=now)


@pytest.mark.parametrize("persona", PERSONAS, ids=lambda persona: persona.key)
def test_one_click_signs_in(persona, people: dict[str, Practitioner], client: Client) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    assert client.post(f"/demo/{persona.key}/")["Location"] == "/today/"
    assert persona.name in client.get("/practitioners/mine/").content.decode()


def test_a_link_alone_signs_nobody_in(people: dict[str, Practitioner], client: Client) -> None:
    assert client.get(f"/demo/{PERSONAS[0].key}/").status_code == 405


def test_the_click_carries_a_token_of_the_page(people: dict[str, Practitioner]) -> None:
    assert Client(enforce_csrf_checks=True).post(f"/demo/{PERSONAS[0].key}/").status_code == 403


def test_nobody_can_sign_in_as_somebody_who_is_no_persona(
    people: dict[str, Practitioner], client: Client
) -> None:
    other = practitioner("governance", email="somebody@example.org")
    for key in (str(other.pk), "somebody", other.email.partition("@")[0]):
        assert client.post(f"/demo/{key}/").status_code == 404


def test_no_persona_has_a_password(people: dict[str, Practitioner]) -> None:
    assert not any(one.has_usable_password() for one in people.values())


def test_bringing_them_twice_makes_nobody_twice(people: dict[str, Practitioner], now: datetime) -> None:
    again = bring_personas(pack=pack(), by=audit.SYSTEM, now=now)
    assert {key: one.pk for key, one in again.items()} == {key: one.pk for key, one in people.items()}


def test_each_support_worker_has_their_supervisor(people: dict[str, Practitioner]) -> None:
    for persona in PERSONAS:
        held = Practitioner.objects.get(pk=people[persona.key].pk).supervisor
        assert held == people.get(persona.supervisor)


def test_their_addresses_can_belong_to_nobody() -> None:
    assert all(persona.email.endswith("@rightdoor.invalid") for persona in PERSONAS)


@pytest.mark.parametrize("name", ["lewisham", "islington", "essex"])
def test_each_finds_an_agency_and_a_job_in_every_pack(name: str) -> None:
    other = pack(name)
    agencies, jobs = {agency.id for agency in other.agencies}, {role.id for role in other.roles}
    for persona in PERSONAS:
        agency, job = place(persona, other)
        assert agency in agencies
        assert job in jobs


def test_every_role_but_the_analysts_is_played_by_somebody() -> None:
    assert {role for persona in PERSONAS for role in persona.roles} == set(ROLES) - {"analyst"}
