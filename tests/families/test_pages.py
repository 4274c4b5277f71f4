"""A family's pages: within sight, and nothing lost when something is wrong."""

from datetime import datetime

import pytest
from django.test import Client
from django.urls import reverse

from rightdoor.access.models import AuditEntry, Practitioner
from rightdoor.families.models import Agreement, ChronologyEvent, Family, Part, Person
from rightdoor.families.queries import people_of
from tests.factories import family, person, practitioner

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead() -> Practitioner:
    return practitioner("lead", name="Sam Worker")


@pytest.fixture
def seen(lead: Practitioner) -> Family:
    return family((person("Ines", "Ferreira", sex="F"), Part.PARENT), name="Ferreira", seen_by=lead)


@pytest.fixture
def page(client: Client, lead: Practitioner) -> Client:
    client.force_login(lead, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def _at(name: str, of: Family, **more: object) -> str:
    return reverse(f"families:{name}", kwargs={"family_id": of.pk, **more})


PAGES = ["overview", "people", "person-add", "homes", "chronology", "chronology-add", "sharing",
         "agreement-record", "sharing-decide"]  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_each_page_opens_for_the_lead(name: str, page: Client, seen: Family) -> None:
    assert page.get(_at(name, seen)).status_code == 200


@pytest.mark.parametrize("name", PAGES)
def test_each_page_does_not_exist_for_a_stranger(name: str, page: Client) -> None:
    assert page.get(_at(name, family())).status_code == 404


@pytest.mark.parametrize("name", ["person", "person-change", "person-name", "person-number", "person-address",
                                  "person-contact", "person-relation"])  # fmt: skip
def test_each_page_of_a_person_opens(name: str, page: Client, seen: Family) -> None:
    somebody = people_of(seen)[0].person
    assert page.get(_at(name, seen, person_id=somebody.pk)).status_code == 200


def test_a_person_of_another_family_is_not_shown_through_this_one(page: Client, seen: Family) -> None:
    stranger = person("Zed", "Other")
    family((stranger, Part.CHILD))
    assert page.get(_at("person", seen, person_id=stranger.pk)).status_code == 404


def test_reading_a_page_is_recorded(page: Client, seen: Family, lead: Practitioner) -> None:
    page.get(_at("overview", seen))
    assert AuditEntry.objects.get(verb="family_read").by == lead


BAD = ["", "x" * 10_000, "\x00", "   "]


@pytest.mark.parametrize("name", BAD)
def test_a_name_that_cannot_be_is_said_beside_the_field(name: str, page: Client, seen: Family) -> None:
    answer = page.post(_at("person-add", seen), {"known_as": name, "part": "child", "expected": "no"})
    assert answer.status_code == 422
    assert "There is a problem" in answer.content.decode()


@pytest.mark.parametrize("name", ["👶🏽", "عائشة بنت خالد", "<script>alert(1)</script>", "=HYPERLINK(1)"])
def test_any_name_that_somebody_has_is_kept_as_written(name: str, page: Client, seen: Family) -> None:
    page.post(_at("person-add", seen), {"known_as": name, "part": "child", "expected": "no"})
    assert Person.objects.filter(known_as=name).exists()
    assert "<script>alert" not in page.get(_at("people", seen)).content.decode()


def test_an_impossible_birth_date_is_refused_and_what_was_typed_stays(page: Client, seen: Family) -> None:
    told = {"known_as": "Leo", "part": "child", "expected": "no",
            "birth_date-day": "31", "birth_date-month": "2", "birth_date-year": "2020"}  # fmt: skip
    answer = page.post(_at("person-add", seen), told)
    assert answer.status_code == 422
    assert 'value="Leo"' in answer.content.decode()


def _details(somebody: Person, **changed: str) -> dict[str, str]:
    return {"version": str(somebody.version), "known_as": somebody.known_as, "family_name": "Ferreira",
            "part": "parent", "expected": "no", **changed}  # fmt: skip


def test_two_editors_both_see_both_texts_and_neither_is_lost(page: Client, seen: Family) -> None:
    somebody = people_of(seen)[0].person
    mine, theirs = _details(somebody, known_as="Inês"), _details(somebody, known_as="Ines Maria")
    assert page.post(_at("person-change", seen, person_id=somebody.pk), theirs).status_code == 302
    answer = page.post(_at("person-change", seen, person_id=somebody.pk), mine)
    assert answer.status_code == 409
    assert "Inês" in answer.content.decode()
    assert "Ines Maria" in answer.content.decode()


def test_what_lost_the_race_is_offered_again_until_it_is_saved(page: Client, seen: Family) -> None:
    somebody = people_of(seen)[0].person
    mine, theirs = _details(somebody, known_as="Inês"), _details(somebody, known_as="Ines Maria")
    address = _at("person-change", seen, person_id=somebody.pk)
    page.post(address, theirs)
    page.post(address, mine)
    later = page.get(address).content.decode()
    assert "This is what you were writing" in later
    assert 'value="Inês"' in later
    somebody.refresh_from_db()
    assert page.post(address, _details(somebody, known_as="Inês")).status_code == 302
    assert "This is what you were writing" not in page.get(address).content.decode()


def test_a_wrong_nhs_number_is_refused(page: Client, seen: Family) -> None:
    somebody = people_of(seen)[0].person
    told = {"system": "nhs", "value": "943 476 5918", "source": "red book"}
    answer = page.post(_at("person-number", seen, person_id=somebody.pk), told)
    assert answer.status_code == 422
    assert "This is not a NHS number" in answer.content.decode()


def test_adding_to_the_chronology_twice_adds_once(page: Client, seen: Family) -> None:
    told = {"on-day": "2", "on-month": "11", "on-year": "2026", "title": "Moved home",
            "token": "7f1b2a52-6f34-4a39-8a54-0f4f8a7e2b11"}  # fmt: skip
    for _ in range(2):
        assert page.post(_at("chronology-add", seen), told).status_code == 302
    assert ChronologyEvent.objects.filter(title="Moved home").count() == 1


def test_agreement_taken_back_counts_from_the_next_page(page: Client, seen: Family) -> None:
    somebody = people_of(seen)[0].person
    page.post(_at("agreement-record", seen), {
        "given": "yes", "person": str(somebody.pk), "how": "face to face",
        "given_on-day": "2", "given_on-month": "11", "given_on-year": "2026",
    })  # fmt: skip
    agreement = Agreement.objects.get()
    page.post(_at("agreement-withdraw", seen, agreement_id=agreement.pk))
    assert "Agreement taken back" in page.get(_at("overview", seen)).content.decode()


def test_a_role_without_that_permission_is_not_shown_a_secret_address(client: Client, now: datetime) -> None:
    from rightdoor.families import actions

    worker = practitioner("practitioner")
    somebody = person("Ines", "Ferreira")
    shown = family((somebody, Part.PARENT), seen_by=worker)
    actions.add_address(
        person=somebody, lines="9 Hidden Court", code="SE13 6LG", secret_because="safety", by=worker, now=now
    )
    client.force_login(worker, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert "Hidden Court" not in client.get(_at("person", shown, person_id=somebody.pk)).content.decode()


def test_the_first_page_asks_the_database_the_same_however_many_people(
    page: Client, seen: Family, lead: Practitioner, django_assert_max_num_queries: object
) -> None:
    many = family(*[(person(f"P{n}", "Big"), Part.CHILD) for n in range(12)], seen_by=lead)
    page.get(_at("overview", many))
    with django_assert_max_num_queries(20):  # type: ignore[operator]
        page.get(_at("overview", many))


TOKEN = "0d5a1c58-30f1-4c39-9a39-0f4f8a7e2b12"
DAY = {"given_on-day": "2", "given_on-month": "11", "given_on-year": "2026"}
CONTACT = {"kind": "phone", "value": "020 7946 0002", "safe": "yes"}
NAME = {"kind": "also", "given": "Nessie"}


def test_pressing_the_button_twice_adds_one_person(page: Client, seen: Family) -> None:
    told = {"known_as": "Leo", "part": "child", "expected": "no", "token": TOKEN}
    first, again = (page.post(_at("person-add", seen), told) for _ in range(2))
    assert (first.url, Person.objects.filter(known_as="Leo").count()) == (again.url, 1)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("name", "told", "kept"),
    [("person-contact", CONTACT, "contact_points"), ("person-name", NAME, "other_names")],
)
def test_pressing_the_button_twice_adds_to_a_person_once(
    name: str, told: dict[str, str], kept: str, page: Client, seen: Family
) -> None:
    somebody = people_of(seen)[0].person
    before = getattr(somebody, kept).count()
    for _ in range(2):
        answer = page.post(_at(name, seen, person_id=somebody.pk), {**told, "token": TOKEN})
        assert answer.status_code == 302
    assert getattr(somebody, kept).count() == before + 1


def test_pressing_the_button_twice_records_one_agreement(page: Client, seen: Family) -> None:
    somebody = people_of(seen)[0].person
    told = {"given": "yes", "person": str(somebody.pk), "how": "in writing", **DAY, "token": TOKEN}
    for _ in range(2):
        assert page.post(_at("agreement-record", seen), told).status_code == 302
    assert seen.agreements.count() == 1


def test_what_another_agency_told_names_it_and_who_wrote_it_down(
    page: Client, seen: Family, lead: Practitioner, now: datetime
) -> None:
    from rightdoor.families import actions

    told = {"family": seen, "on": now.date(), "kind": "request", "by": lead, "now": now}
    actions.note(title="Asked for help", agency="Health Trust", **told)
    assert (
        "Told by Health Trust. Written down by Sam Worker."
        in page.get(_at("chronology", seen)).content.decode()
    )
