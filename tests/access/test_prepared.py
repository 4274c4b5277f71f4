"""Questions put into SQL once: they answer as the ORM does, for every value, and for nobody else's."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext

from rightdoor.access.models import Practitioner, RoleGrant
from rightdoor.access.prepared import keep, prepared, several
from tests.factories import practitioner

pytestmark = pytest.mark.django_db
BEGAN = datetime(2026, 1, 1, tzinfo=UTC)


@prepared
def by_id(person: Any) -> QuerySet[Practitioner]:
    """Give one practitioner with their agency."""
    return Practitioner.objects.filter(pk=person).select_related("agency")


@prepared
def given_before(moment: Any, role: Any) -> QuerySet[RoleGrant]:
    """Give the grants of a role made before a moment."""
    return RoleGrant.objects.filter(given_at__lt=moment, role=role, ended_at__isnull=True).order_by("pk")


@prepared
def names(person: Any) -> QuerySet[Practitioner, str]:
    """Give a name alone."""
    return Practitioner.objects.filter(pk=person).values_list("name", flat=True)


def test_each_value_finds_its_own_row():
    one, other = practitioner("lead"), practitioner("front_door")
    assert by_id(person=one.pk) == [one]
    assert by_id(person=other.pk) == [other]
    assert by_id.first(person=one.pk) == one


def test_what_was_selected_with_a_row_is_not_asked_for_again():
    one = practitioner("lead")
    by_id(person=one.pk)
    with CaptureQueriesContext(connection) as asked:
        assert by_id(person=one.pk)[0].agency == one.agency
    assert len(asked) == 1


@pytest.mark.parametrize("days", [0, 1, 40])
def test_moments_and_words_are_compared_as_the_orm_compares_them(days: int):
    for _ in range(3):
        practitioner("lead")
    moment = RoleGrant.objects.order_by("given_at")[0].given_at + timedelta(days=days)
    plainly = RoleGrant.objects.filter(given_at__lt=moment, role="lead", ended_at__isnull=True).order_by("pk")
    assert given_before(moment=moment, role="lead") == list(plainly)


def test_values_come_as_values():
    one = practitioner("lead", name="Sam Worker")
    assert names(person=one.pk) == ["Sam Worker"]


@prepared
def any_of(people: Any) -> QuerySet[Practitioner]:
    """Give several practitioners."""
    return Practitioner.objects.filter(pk__in=several(people, 3)).order_by("pk")


@pytest.mark.parametrize("number", [0, 1, 2, 3])
def test_several_values_find_each_their_row_and_none_finds_none(number: int):
    people = sorted((practitioner("lead") for _ in range(4)), key=lambda person: person.pk)[:number]
    assert any_of(people=[person.pk for person in people]) == people


def test_more_values_than_there_is_room_for_are_refused():
    with pytest.raises(ValueError, match="at most 3"):
        any_of(people=[practitioner("lead").pk for _ in range(4)])


def test_hostile_words_stay_a_value():
    assert given_before(moment=BEGAN, role="lead' OR '1'='1") == []


def test_a_question_asked_with_the_wrong_values_is_refused():
    with pytest.raises(TypeError):
        by_id(practitioner=1)
    with pytest.raises(ValueError, match="None"):
        by_id(person=None)


def test_rows_that_were_kept_are_not_asked_for():
    one = practitioner("lead")
    with CaptureQueriesContext(connection) as asked:
        keep(one, "grants", [])
        assert list(one.grants.all()) == []
    assert len(asked) == 0
    assert one.grants.filter(role="lead").exists()


@pytest.mark.django_db(transaction=True)
def test_every_thread_asks_over_its_own_connection():
    people = [practitioner("lead") for _ in range(4)]

    def look(person: Practitioner) -> bool:
        try:
            return by_id(person=person.pk) == [person]
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        assert all(pool.map(look, people * 8))
