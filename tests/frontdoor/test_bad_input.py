"""Whatever is typed into the request form: a message beside the field, nothing lost, no fault of ours."""

from typing import Any

import pytest
from django.test import Client

from rightdoor.frontdoor.models import HelpRequest, RequestDraft
from tests.frontdoor.walking import PARENT, answer, begin, walk

pytestmark = pytest.mark.django_db

NASTY = [
    "<script>alert(1)</script>",
    "=HYPERLINK('x')",
    "'; DROP TABLE families; --",
    "🙂👩‍👧‍👦",
    "مرحبا بالعالم",
    "\u202eevil",
    "Zoë O’Neill-Çelik",
    "line\nbreak",
    "{{ 7 * 7 }}",
]


def reach(client: Client, step: str) -> None:
    """Walk the whole form so that any page may be opened."""
    walk(client, PARENT)
    if step.endswith("p1"):
        answer(client, "person/p1", {"part": "child"})


@pytest.mark.parametrize("typed", NASTY)
def test_odd_but_harmless_text_is_kept_as_it_was_typed_and_shown_unharmed(client: Client, typed: str) -> None:
    walk(client, {**PARENT, "worries": {"worries": typed}})
    page = client.get("/ask/1/check/").content.decode()
    assert RequestDraft.objects.get().answers["worries"]["worries"] == typed
    assert "<script>alert(1)" not in page
    assert client.post("/ask/1/check/").status_code == 302
    assert HelpRequest.objects.get().told.worries == typed


@pytest.mark.parametrize(
    ("step", "given", "says"),
    [
        ("person/you", {"known_as": "x" * 10_000}, "must be 200 characters or fewer"),
        ("person/you", {"known_as": ""}, "Enter your first name"),
        ("worries", {"worries": "x" * 10_000}, "must be 5,000 characters or fewer"),
        ("worries", {"worries": "   "}, "Write a few words"),
        ("home", {"postcode": "nonsense"}, "Enter a full UK postcode"),
        ("home", {"address": "x" * 301}, "must be 300 characters or fewer"),
        ("contact", {"email": "not an address"}, "Enter an e-mail address"),
        ("contact", {"telephone": "=1+1"}, "Enter a telephone number"),
        ("contact", {}, "another safe way to reach you"),
        ("contact", {"telephone": "020 7946 0001"}, "Select whether it is safe"),
        ("scale", {"how_things_are": "11"}, "Select one of the answers listed"),
        ("sharing", {"agreed": "perhaps"}, "Select one of the answers listed"),
        ("birth/you", {"how": "exact"}, "Enter the date of birth"),
        ("birth/you", {"how": "age", "age": "-1"}, "whole number"),
        ("birth/you", {"how": "age", "age": "9" * 400}, "between 0 and 120"),
        ("birth/you", {"how": "year", "birth_year": "2999"}, "whole number between"),
        ("birth/you", {"how": "unborn"}, "Select one of the answers listed"),
    ],
)
def test_what_cannot_be_taken_is_said_beside_the_question_and_nothing_is_lost(
    client: Client, step: str, given: dict[str, Any], says: str
) -> None:
    reach(client, step)
    before = RequestDraft.objects.get().answers
    response = answer(client, step, given)
    page = response.content.decode()
    assert response.status_code == 422
    assert says in page
    assert "<title>Error: " in page
    assert RequestDraft.objects.get().answers == before


@pytest.mark.parametrize(
    ("day", "month", "year"),
    [
        ("31", "2", "2020"),
        ("0", "0", "0"),
        ("1", "1", "2999"),
        ("1", "13", "2020"),
        ("x", "y", "z"),
        ("²", "1", "2020"),
    ],
)
def test_a_day_that_cannot_be_is_refused_with_words(client: Client, day: str, month: str, year: str) -> None:
    reach(client, "birth/you")
    dated = {"birth_date-day": day, "birth_date-month": month, "birth_date-year": year}
    response = answer(client, "birth/you", {"how": "exact", **dated})
    assert response.status_code == 422
    assert f'value="{year}"' in response.content.decode()


def test_a_date_typed_under_an_answer_that_was_not_chosen_does_not_count(client: Client) -> None:
    reach(client, "birth/you")
    dated = {"birth_date-day": "99", "birth_date-month": "99", "birth_date-year": "99"}
    assert answer(client, "birth/you", {"how": "unknown", **dated}).status_code == 302
    assert RequestDraft.objects.get().answers["birth:you"]["birth_date"] is None


@pytest.mark.parametrize(
    "address",
    [
        "/ask/1/no-such-step/",
        "/ask/1/person/p77/",
        "/ask/1/equality/p1/",
        "/ask/99/who/",
        "/ask/1/screening/x/",
    ],
)
def test_an_address_made_up_leads_somewhere_sensible(client: Client, address: str) -> None:
    begin(client)
    answer(client, "who", PARENT["who"])
    assert client.get(address).status_code in {302, 404}
    assert client.post(address, {"asker": "parent"}).status_code in {302, 404}


def test_an_asker_nobody_offered_is_refused(client: Client) -> None:
    begin(client)
    assert answer(client, "who", {"asker": "administrator"}).status_code == 422


def test_a_zero_byte_never_reaches_the_database(client: Client) -> None:
    walk(client, {**PARENT, "worries": {"worries": "a\x00b"}})
    assert "\x00" not in RequestDraft.objects.get().answers["worries"]["worries"]
