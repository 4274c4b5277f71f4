"""Journeys of children on record: what was missed, who sees it, and that a later word counts."""

from datetime import date, timedelta

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from rightdoor.access.models import Practitioner
from rightdoor.access.partnership import pack
from rightdoor.access.policy import Refused
from rightdoor.families import actions
from rightdoor.families.models import Family, Part, Person, StopNoted
from rightdoor.families.queries.stops import journeys_in_sight, journeys_of
from tests.factories import NOW, family, person, practitioner

pytestmark = pytest.mark.django_db
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
BORN = date(2026, 11, 1)
Outcome = StopNoted.Outcome
# The visit when the baby is new was over on the 21st; the child came on record on the 23rd.
LATER = date(2027, 3, 10)


@pytest.fixture
def lead() -> Practitioner:
    return practitioner("lead")


def baby(**told: object) -> Person:
    return person("Bo", **{"birth_date": BORN, **told})


def note(of: Family, child: Person, by: Practitioner, outcome: Outcome, on: date | None = None) -> StopNoted:
    return actions.note_stop(
        family=of, person=child, stop="six-weeks", outcome=outcome, on=on, note="", by=by, now=NOW
    )


def missed(of: Family, today: date = LATER) -> list[str]:
    return [stop.planned.id for one in journeys_of(of, pack(), today) for stop in one.missed(today)]


def test_a_stop_that_was_over_before_the_child_came_on_record_is_not_missed(lead: Practitioner):
    seen = family((baby(), Part.CHILD), seen_by=lead)
    assert missed(seen) == ["six-weeks", "meet-others"]


@pytest.mark.parametrize(("outcome", "open_still"), [("held", False), ("declined", False), ("missed", True)])
def test_a_stop_that_was_held_or_not_wanted_is_not_missed(outcome: str, open_still: bool, lead: Practitioner):
    child = baby()
    seen = family((child, Part.CHILD), seen_by=lead)
    note(seen, child, lead, Outcome(outcome), on=date(2026, 12, 1))
    assert ("six-weeks" in missed(seen)) == open_still


def test_the_later_word_counts(lead: Practitioner):
    child = baby()
    seen = family((child, Part.CHILD), seen_by=lead)
    note(seen, child, lead, Outcome.MISSED)
    note(seen, child, lead, Outcome.HELD, on=date(2026, 12, 1))
    assert StopNoted.objects.get().outcome == "held"


def test_who_reads_only_notes_nothing(lead: Practitioner):
    child = baby()
    seen = family((child, Part.CHILD), seen_by=lead)
    with pytest.raises(Refused):
        note(seen, child, practitioner("analyst"), Outcome.MISSED)


@pytest.mark.parametrize(
    "told",
    [{"birth_date": BORN, "birth_date_exact": False}, {"birth_date": date(2019, 1, 1)}, {"birth_date": None}],
)
def test_a_child_whose_day_is_not_known_or_who_is_at_school_has_no_stops(
    told: dict[str, object], lead: Practitioner
):
    assert missed(family((baby(**told), Part.CHILD), seen_by=lead)) == []


def test_the_list_holds_the_families_in_sight_and_no_other(lead: Practitioner, client: Client):
    family((person("Seen", birth_date=BORN), Part.CHILD), seen_by=lead)
    family((person("Unseen", birth_date=BORN), Part.CHILD), seen_by=practitioner("lead"))
    told = [one.person.known_as for one in journeys_in_sight(lead, pack(), LATER)]
    assert told == ["Seen"]


def test_the_list_asks_as_many_questions_whatever_the_number_of_families(
    lead: Practitioner, django_assert_num_queries: DjangoAssertNumQueries
):
    for _ in range(5):
        family((baby(), Part.CHILD), seen_by=lead)
    with django_assert_num_queries(4):
        assert len(journeys_in_sight(lead, pack(), LATER)) == 5


def test_a_stop_is_noted_on_the_page_and_a_day_to_come_is_refused(lead: Practitioner, client: Client):
    child = person("Bo", birth_date=NOW.date() - timedelta(days=40))
    seen = family((child, Part.CHILD), seen_by=lead)
    client.force_login(lead, backend=BACKEND)
    address = f"/families/{seen.pk}/journeys/{child.pk}/six-weeks/"
    day = {"on-day": "1", "on-month": "1", "on-year": "2100"}
    assert client.post(address, {"outcome": "held", **day}).status_code == 422
    assert client.post(address, {"outcome": "held"}).status_code == 422
    assert client.post(address, {"outcome": "declined"}).status_code == 302
    assert "The family did not want it" in client.get(f"/families/{seen.pk}/journeys/").content.decode()
    assert client.get(f"/families/{seen.pk}/journeys/{child.pk}/nothing/").status_code == 404
