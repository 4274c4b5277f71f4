"""Reads: in the right order, for the right eyes, in a fixed number of queries however much there is."""

from datetime import datetime, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from rightdoor.access.models import Practitioner
from rightdoor.frontdoor import actions, queries
from rightdoor.frontdoor.presenters.queue import queue_rows
from rightdoor.frontdoor.queries import Filter
from rightdoor.frontdoor.queries.one import earlier_requests, who_is_known
from rightdoor.frontdoor.queries.panels import agenda_of
from tests import factories
from tests.frontdoor import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer() -> Practitioner:
    return make.officer()


def references(officer: Practitioner, now: datetime, **wanted: object) -> list[str]:
    found = queries.queue(officer, now, Filter(**wanted))  # type: ignore[arg-type]
    return [line.request.reference for line in found.rows]


def test_danger_comes_first_and_then_what_is_due_soonest(officer: Practitioner, now: datetime) -> None:
    late, danger = make.request(now - timedelta(days=5)), make.request(now, in_danger_now="yes")
    new = make.request(now)
    assert references(officer, now) == [danger.reference, late.reference, new.reference]


def test_strangers_have_an_empty_queue(now: datetime) -> None:
    make.request(now)
    assert queries.queue(factories.practitioner("lead"), now).rows == []


def test_what_is_decided_is_no_longer_in_the_queue(officer: Practitioner, now: datetime) -> None:
    sent = make.ready(now, by=officer)
    actions.decide(
        request=sent, chosen=make.Chosen(choice=make.Choice.ADVISE, reason="x"), by=officer, now=now
    )
    assert references(officer, now, state="open") == []


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"flag": "secret-address"}, 1),
        ({"flag": "interpreter"}, 0),
        ({"asker": "practitioner"}, 2),
        ({"asker": "parent"}, 0),
        ({"clock": "overdue"}, 1),
        ({"area": "E00000000"}, 0),
        ({"mine": True}, 0),
        ({"state": "screening"}, 0),
    ],
)
def test_filters_narrow_the_queue(
    officer: Practitioner, now: datetime, wanted: dict[str, object], found: int
) -> None:
    make.request(now - timedelta(days=5), address_secret="yes")
    make.request(now)
    assert len(references(officer, now, **wanted)) == found


def test_a_page_holds_25_and_says_whether_there_are_more(officer: Practitioner, now: datetime) -> None:
    for _ in range(26):
        make.request(now)
    first, second = queries.queue(officer, now), queries.queue(officer, now, page=2)
    assert (len(first.rows), first.more, len(second.rows), second.more) == (25, True, 1, False)


@pytest.mark.parametrize("number", [1, 12])
def test_the_queue_takes_the_same_queries_for_one_request_and_for_many(
    officer: Practitioner, now: datetime, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(number):
        make.request(now)
    assert officer.permissions
    with django_assert_num_queries(3):
        queue_rows(queries.queue(officer, now).rows, now)


@pytest.mark.parametrize("number", [1, 9])
def test_what_i_sent_takes_two_queries_however_much_it_is(
    now: datetime, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    worker = factories.practitioner("practitioner")
    for _ in range(number):
        make.request(now, by=worker)
    with django_assert_num_queries(2):
        assert [sent.latest for sent in queries.sent_by(worker).rows] == [None] * number


@pytest.mark.parametrize("number", [1, 4])
def test_an_agenda_takes_three_queries_however_long_it_is(
    now: datetime, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    meeting = make.meeting(now, capacity=9)
    for _ in range(number):
        make.at_panel(now, meeting)
    chair = make.chair()
    assert chair.permissions
    with django_assert_num_queries(3):
        [list(item.request.people.all()) for item in agenda_of(chair, meeting).items]


@pytest.mark.parametrize("number", [1, 6])
def test_earlier_requests_take_the_same_queries_however_many_there_are(
    now: datetime, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(number):
        make.request(now - timedelta(days=9))
    sent = make.request(now)
    with django_assert_num_queries(3):
        assert len(earlier_requests(sent)) == number


def test_looking_for_one_person_takes_the_same_queries_however_many_are_alike(
    officer: Practitioner, now: datetime, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(5):
        make.linked(make.request(now), officer, now)
    sent = make.request(now, people=[make.MUM])
    with django_assert_max_num_queries(10):
        assert len(who_is_known(sent, now)[0].known) == 5


def test_a_lead_who_sees_the_family_reads_the_request_it_began_with(
    officer: Practitioner, now: datetime
) -> None:
    lead = make.lead()
    sent = make.ready(now, by=officer)
    assert not queries.requests_for(lead).exists()
    chosen = make.Chosen(choice=make.Choice.TEAM, reason="x", worker=lead)
    actions.decide(request=sent, chosen=chosen, by=officer, now=now)
    assert list(queries.requests_for(lead)) == [sent]


def test_an_account_that_is_closed_reads_nothing(officer: Practitioner, now: datetime) -> None:
    make.request(now)
    officer.is_active = False
    assert not queries.requests_for(officer).exists()
