"""The demo's information desk and champions: something of everything, and nobody who could be reached."""

import re
from datetime import UTC, datetime

import pytest

from rightdoor.demo.build import build
from rightdoor.directory.models import CopyAsked, InformationLead
from rightdoor.workforce.models import Activity, Champion, Training, Wish

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
TELEPHONE = re.compile(r"020 7946 0\d{3}")
pytestmark = pytest.mark.django_db


@pytest.fixture
def built() -> None:
    build("tiny", now=NOW)


def test_there_is_something_of_everything_to_see(built: None) -> None:
    leads = InformationLead.objects.all()
    assert {lead.check_by < NOW.date() for lead in leads} == {True, False}
    assert Champion.objects.exclude(meet="").exists()
    assert Training.objects.exists()
    assert {copy.sent_at is None for copy in CopyAsked.objects.all()} == {True, False}
    assert Wish.objects.count() == 1


def test_nothing_was_done_before_somebody_began_or_in_the_future(built: None) -> None:
    for done in Activity.objects.select_related("champion"):
        assert done.champion.started_on <= done.on <= NOW.date()


def test_no_telephone_reaches_anybody(built: None) -> None:
    numbers = [lead.telephone for lead in InformationLead.objects.all()]
    numbers += [one.reach for one in Champion.objects.all()]
    numbers += [copy.where for copy in CopyAsked.objects.all()]
    assert all(TELEPHONE.fullmatch(number) for number in numbers)
