"""The offer laid out: every service has its place, and a gap is a cell where nothing is."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightdoor.engines.listings import Listing, from_pack
from rightdoor.engines.offers import Matrix, matrix
from rightdoor.engines.packs import OfferModel, Pack, load
from tests.directory.factories import entry
from tests.house.kit import ROOT

PACKS = {name: load(ROOT / "packs" / name) for name in ("lewisham", "islington", "essex")}
TIERS = PACKS["islington"].offer("tiers-and-ages")


def named(laid: Matrix, row: str, column: str | None) -> list[str]:
    return [
        one.name
        for cells in laid.rows
        for cell in cells
        if cell.row.code == row and (cell.column.id if cell.column else None) == column
        for one in cell.entries
    ]


@pytest.mark.parametrize(
    ("first", "last", "columns"),
    [
        (0, 60, {"0-5"}),
        (0, 61, {"0-5", "5-13"}),
        (59, 60, {"0-5"}),
        (60, 168, {"5-13"}),
        (167, 168, {"5-13"}),
        (168, None, {"14-19"}),
        (None, 1, {"0-5"}),
        (240, None, set()),
    ],
)
def test_a_service_stands_in_each_column_whose_ages_it_shares(
    first: int | None, last: int | None, columns: set[str]
) -> None:
    group = entry("Group", levels=(2,), age_from_months=first, age_to_months=last)
    laid = matrix(TIERS, [group])
    assert {column.id for column in TIERS.column if named(laid, "2", column.id)} == columns


def test_help_before_birth_stands_in_the_column_that_takes_it_in() -> None:
    laid = matrix(TIERS, [entry("Bump club", levels=(1,), for_pregnancy=True)])
    assert named(laid, "1", "0-5") == ["Bump club"]
    assert named(laid, "1", "5-13") == []


def test_a_service_that_says_no_age_stands_beside_the_columns_and_fills_no_gap() -> None:
    laid = matrix(TIERS, [entry("Helpline", levels=(1,))])
    assert named(laid, "1", None) == ["Helpline"]
    assert len(laid.gaps) == 12


def test_a_service_that_says_no_level_is_named_as_unplaced() -> None:
    laid = matrix(TIERS, [entry("Somewhere")])
    assert [one.name for one in laid.unplaced] == ["Somewhere"]


listed = st.lists(
    st.builds(
        entry,
        levels=st.sets(st.integers(1, 4)).map(tuple),
        age_from_months=st.none() | st.integers(0, 300),
        age_to_months=st.none() | st.integers(301, 400),
    ),
    max_size=6,
)


@given(listed)
def test_no_service_is_ever_left_out(entries: list[Listing]) -> None:
    laid = matrix(TIERS, entries)
    seen = {one.id for cells in laid.rows for cell in cells for one in cell.entries}
    beyond = {one.id for one in entries if (one.age_from_months or 0) >= 240}
    assert {one.id for one in entries} - beyond <= seen | {one.id for one in laid.unplaced}


@pytest.mark.parametrize(("pack", "model"), [(p, m) for p in PACKS.values() for m in p.offers], ids=str)
def test_each_model_of_each_pack_places_most_of_its_services(pack: Pack, model: OfferModel) -> None:
    entries: list[Any] = [from_pack(pack, service) for service in pack.services]
    laid = matrix(model, entries)
    assert len(laid.unplaced) < len(entries) / 2
    assert any(cell.entries for cells in laid.rows for cell in cells if cell.column)
