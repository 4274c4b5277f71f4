"""What of an entry may leave the server."""

from datetime import time
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightdoor.engines.listings import Contact, Hours, from_pack, is_shared, told
from rightdoor.engines.packs import load
from tests.directory.factories import entry, place
from tests.house.kit import ROOT

CANARY = "Xyzzyville"


def test_a_full_place_is_told_as_it_is() -> None:
    shown = entry(places=(place(name="The hall"),))
    assert told(shown) == shown


def test_of_a_near_place_only_the_first_half_of_the_postcode_and_a_rounded_point_are_told() -> None:
    near = entry(
        places=(place(shown="near", name=CANARY, address=CANARY, travel=CANARY, postcode="SE13 6LY"),)
    )
    (row,) = told(near).places
    assert (row.place.postcode, row.place.lat, row.place.lon) == ("SE13", 51.46, -0.01)
    assert CANARY not in told(near).model_dump_json()


def test_a_hidden_place_leaves_no_trace_in_hours_that_were_there() -> None:
    there = place(shown="hidden", name=CANARY)
    hours = Hours(id=uuid4(), at=there.place.id, weekday=0, opens=time(9))
    shown = told(entry(places=(there,), hours=(hours,)))
    assert shown.hours[0].at is None
    assert str(there.place.id) not in shown.model_dump_json()


@pytest.mark.parametrize(
    "email",
    ["info@example.org", "family.hub@example.org", "duty-team@example.org", "ladywellfamilies@example.org"],
)
def test_shared_mailboxes_are_told(email: str) -> None:
    assert is_shared(email, "Ladywell Families")


@pytest.mark.parametrize(
    "email", ["jo.bloggs@example.org", "jbloggs@example.org", "marta@example.org", "al@e.org"]
)
def test_what_may_be_somebodys_own_address_is_not_told(email: str) -> None:
    shown = told(entry(contacts=(Contact(id=uuid4(), email=email),)))
    assert shown.contacts[0].email == ""


@given(st.sampled_from(["hidden", "near"]), st.text("abcdefgh ", min_size=5).map(lambda text: CANARY + text))
def test_no_words_of_a_masked_place_are_told(shown: str, words: str) -> None:
    masked = place(shown=shown, name=words, address=words, travel=words, features_note=words, uprn=CANARY)
    assert CANARY not in told(entry(places=(masked,))).model_dump_json()


@pytest.mark.parametrize("name", ["lewisham", "islington", "essex"])
def test_what_a_pack_calls_unknown_stays_unknown(name: str) -> None:
    pack = load(ROOT / "packs" / name)
    for service in pack.services:
        listing = from_pack(pack, service)
        assert (listing.cost.kind == "unknown") == (service.cost == "unknown")
        assert listing.wait_weeks is None
