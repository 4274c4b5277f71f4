"""A day is London's day: an hour after midnight in summer it is not yesterday."""

from datetime import UTC, date, datetime

import pytest

from rightdoor.families import actions
from rightdoor.families.models import ChronologyEvent, Service
from tests.factories import family, person, practitioner

pytestmark = pytest.mark.django_db
HALF_PAST_MIDNIGHT = datetime(2026, 7, 1, 23, 30, tzinfo=UTC)


def test_help_begins_on_londons_day() -> None:
    held = family()
    actions.change_service(
        family=held,
        service=Service.EARLY_HELP,
        reason="They asked",
        by=practitioner("front_door"),
        now=HALF_PAST_MIDNIGHT,
    )
    held.refresh_from_db()
    assert (held.service_since, ChronologyEvent.objects.get().on) == (date(2026, 7, 2), date(2026, 7, 2))


def test_an_address_begins_on_londons_day() -> None:
    lives = actions.add_address(
        person=person(), lines="1 High Street", code="", by=practitioner("lead"), now=HALF_PAST_MIDNIGHT
    )
    assert lives.since == date(2026, 7, 2)
