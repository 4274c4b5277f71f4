"""Search shows that somebody is known and to whom; no more, unless the family is in sight."""

from datetime import date
from http import HTTPStatus

import pytest
from django.http import HttpResponse
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from rightdoor.access.models import AuditEntry, Practitioner
from rightdoor.families.models import Family, Part, Person
from tests.factories import family, person, practitioner

pytestmark = pytest.mark.django_db
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture
def lead() -> Practitioner:
    return practitioner("lead", name="Lee Holder", telephone="020 7946 0000")


@pytest.fixture
def ines() -> Person:
    return person("Ines", "Ferreira", birth_date=date(1994, 2, 3))


@pytest.fixture
def seen(lead: Practitioner, ines: Person) -> Family:
    return family((ines, Part.PARENT), name="Ferreira and Sousa", seen_by=lead)


def search(client: Client, who: Practitioner, **told: str) -> HttpResponse:
    client.force_login(who, backend=BACKEND)
    return client.post("/search/", told)  # type: ignore[return-value]


def test_a_stranger_learns_that_somebody_is_known_and_whom_to_ring(client: Client, seen: Family) -> None:
    page = search(
        client, practitioner("practitioner"), known_as="Ines", family_name="Ferreira"
    ).content.decode()
    assert "Known to:" in page
    assert "Lee Holder" in page
    assert "020 7946 0000" in page


def test_a_stranger_learns_nothing_else(client: Client, seen: Family) -> None:
    page = search(
        client, practitioner("practitioner"), known_as="Ines", family_name="Ferreira"
    ).content.decode()
    assert "Known to:" in page
    for told in ("Ferreira and Sousa", str(seen.pk), "1994", "3 February"):
        assert told not in page


def test_the_lead_finds_the_way_to_the_family(client: Client, lead: Practitioner, seen: Family) -> None:
    page = search(client, lead, family_name="Ferreira", known_as="Ines").content.decode()
    assert f'href="/families/{seen.pk}/"' in page


def test_somebody_is_found_by_birth_date_alone(client: Client, seen: Family) -> None:
    told = {"born-day": "3", "born-month": "2", "born-year": "1994", "known_as": "Ines"}
    page = search(client, practitioner("practitioner"), **told).content.decode()
    assert "same birth date" in page


def test_nobody_is_found_where_nobody_is_known(client: Client) -> None:
    page = search(client, practitioner("practitioner"), family_name="Nobody").content.decode()
    assert "Nobody like that is on record" in page


def test_each_search_is_on_record_without_the_words_that_were_typed(
    client: Client, seen: Family, ines: Person
) -> None:
    search(client, practitioner("practitioner"), known_as="Ines", family_name="Ferreira")
    entry = AuditEntry.objects.get(verb="people_searched")
    assert entry.detail == {"used": ["family_name", "known_as"], "found": [str(ines.pk)]}


@pytest.mark.parametrize(
    "told",
    [{}, {"known_as": "Ines"}, {"postcode": "SE13 6LY"}, {"system": "nhs"}, {"family_name": "x" * 10_000}],
)
def test_too_little_or_too_much_is_said_beside_the_field_and_nothing_is_lost(
    told: dict[str, str], client: Client
) -> None:
    answer = search(client, practitioner("practitioner"), **told)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "govuk-error-message" in answer.content.decode()
    assert all(value in answer.content.decode() for value in told.values())


@pytest.mark.parametrize(
    "words", ["<script>alert(1)</script>", "=1+1", "שלום", "😀", "O'Brien\x00", "%' OR 1=1 --"]
)
def test_strange_names_are_just_names(words: str, client: Client) -> None:
    answer = search(client, practitioner("practitioner"), family_name=words, known_as=words)
    assert answer.status_code == HTTPStatus.OK
    assert "<script>alert" not in answer.content.decode()


def test_the_search_runs_a_fixed_number_of_queries(
    client: Client, lead: Practitioner, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(6):
        family((person("Ines", f"Ferreira{'a' * number}"), Part.PARENT), seen_by=lead)
    client.force_login(lead, backend=BACKEND)
    with django_assert_max_num_queries(20):
        client.post("/search/", {"family_name": "Ferreira", "known_as": "Ines"})
