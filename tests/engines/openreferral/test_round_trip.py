"""Entries as Open Referral UK and back: nothing lost, nothing hollow, and the published schemas agree."""

from decimal import Decimal
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rightdoor.engines.listings import Cost, CostOption, Coverage, Listing, Provider, from_pack, told
from rightdoor.engines.openreferral import Publisher, read, service
from rightdoor.engines.openreferral.writing import listed, listed_at
from rightdoor.engines.packs import load
from tests.kits.openreferral import faults, hollow, rich

PACKS = Path(__file__).parents[3] / "packs"
BY = Publisher("Lewisham")
WORDS = st.text("abcdefgh ,.'é\n", max_size=60).map(str.strip)
ENTRIES = st.builds(
    rich,
    about=WORDS,
    who_for=WORDS,
    alert=WORDS,
    commissioner=WORDS,
    age_from_months=st.none() | st.integers(0, 200),
    age_to_months=st.none() | st.integers(201, 1400),
    for_pregnancy=st.booleans(),
    creche=st.sampled_from(["yes", "no", "unknown"]),
    levels=st.lists(st.integers(1, 4), unique=True).map(tuple),
    stage=st.sampled_from(["", "universal", "specialist"]),
    status=st.sampled_from(["active", "paused", "closed"]),
    coverage=st.sampled_from(
        [
            Coverage(),
            Coverage(kind="council"),
            Coverage(kind="national"),
            Coverage(kind="areas", areas=("E05000449",)),
        ]
    ),
    cost=st.builds(
        Cost,
        kind=st.sampled_from(["unknown", "free", "paid"]),
        words=WORDS,
        options=st.lists(
            st.builds(CostOption, words=WORDS, amount=st.none() | st.decimals(0, 999, places=2)), max_size=2
        ).map(tuple),
    ),
    contacts=st.just(()) | st.just(rich().contacts),
    wait_weeks=st.none() | st.integers(0, 50),
)


def test_an_entry_with_everything_comes_back_as_it_was() -> None:
    wanted = rich()
    found = read(service(wanted, BY).sent())
    assert found.notes == ()
    assert found.entry == wanted


@settings(max_examples=100)
@given(ENTRIES)
def test_any_entry_comes_back_as_it_was(wanted: Listing) -> None:
    found = read(service(wanted, BY).sent())
    assert found.entry == wanted


@settings(max_examples=50)
@given(ENTRIES)
def test_whatever_is_sent_fits_the_published_schema_and_holds_nothing_hollow(wanted: Listing) -> None:
    document = service(wanted, BY).sent()
    assert faults("service", document) == []
    assert hollow(document) == []


@pytest.mark.parametrize("name", ["lewisham", "islington", "essex"])
def test_every_service_of_a_pack_fits_the_published_schema_and_comes_back(name: str) -> None:
    pack = load(PACKS / name)
    for row in pack.services:
        entry = told(from_pack(pack, row))
        document = service(entry, BY).sent()
        assert faults("service", document) == []
        assert faults("service_list", {"contents": [listed(entry).sent()]}) == []
        assert read(document).entry == entry


def test_a_service_at_a_place_fits_the_published_schema() -> None:
    entry = rich()
    for row in entry.places:
        document = listed_at(entry, row).sent()
        assert faults("service_at_location_list", {"contents": [document]}) == []
        assert hollow(document) == []


@pytest.mark.parametrize(("months", "years"), [(60, 4), (12, 0), (6, 0.5), (66, 5.5), (7, 0.5833)])
def test_an_oldest_age_in_whole_years_is_included(months: int, years: float) -> None:
    sent = service(rich(age_from_months=None, age_to_months=months), BY).sent()
    assert sent["maximum_age"] == years


def test_unknown_cost_is_never_sent_as_free() -> None:
    assert "cost_options" not in service(rich(cost=Cost()), BY).sent()
    assert service(rich(cost=Cost(kind="free")), BY).sent()["cost_options"][0]["amount"] == 0


def test_addresses_that_are_none_are_not_sent_as_addresses() -> None:
    provider = Provider(id=UUID(int=1), name="A", website="ask at the desk", email="no address")
    sent = service(rich(website="see notice board", provider=provider), BY).sent()
    assert "url" not in sent
    assert set(sent["organization"]) == {"id", "name", "description", "x_rightdoor"}
    assert faults("service", sent) == []


def test_a_price_keeps_its_pence() -> None:
    found = read(service(rich(), BY).sent()).entry
    assert found is not None
    assert found.cost.options[0].amount == Decimal("2.5")
