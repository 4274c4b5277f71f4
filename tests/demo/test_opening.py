"""The demo's directory: doors of every kind, none that could reach anybody."""

import re
from datetime import UTC, datetime

import pytest

from rightdoor.demo.build import build
from rightdoor.directory.models import ChangeRequest, Correction, Service
from rightdoor.directory.queries import public, told_of
from rightdoor.directory.seasons import seasons
from rightdoor.engines.openings import upcoming

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
TELEPHONE = re.compile(r"020 7946 0\d{3}")
pytestmark = pytest.mark.django_db


@pytest.fixture
def built() -> None:
    build("tiny", now=NOW)


def test_most_services_have_dates_and_some_have_none(built: None) -> None:
    dated = [bool(upcoming(entry, NOW, seasons())) for entry in told_of(public())]
    assert 0.5 < sum(dated) / len(dated) < 0.95


def test_no_contact_reaches_anybody_and_no_feared_door_can_be_found(built: None) -> None:
    for entry in told_of(public()):
        assert all(TELEPHONE.fullmatch(one.telephone) for one in entry.contacts)
        assert all(one.email.endswith("example.org") for one in entry.contacts)
        if {"domestic-abuse", "exploitation"} & set(entry.issues):
            assert not any(row.place.address for row in entry.places)


def test_the_board_has_something_of_everything(built: None) -> None:
    days = [(NOW.date() - one.fresh_from).days for one in Service.objects.all()]
    assert min(days) < 31
    assert max(days) > 183
    assert ChangeRequest.objects.count() == 1
    assert Correction.objects.count() == 1
