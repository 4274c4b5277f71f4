"""Owners are asked, others are told, what is too old is hidden; each once."""

import re
from datetime import datetime, timedelta

import pytest
from django.test import Client

from rightdoor.access.models import AuditEntry, Practitioner
from rightdoor.access.policy import Refused
from rightdoor.directory import actions, queries
from rightdoor.directory.models import Service
from rightdoor.post.models import Message
from tests.directory.factories import service
from tests.factories import NOW, practitioner

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper() -> Practitioner:
    return practitioner("coordinator", email="keeper@example.org")


@pytest.fixture
def owner(keeper: Practitioner) -> Practitioner:
    return practitioner("practitioner", email="owner@example.org", at=keeper.agency)


def owned(owner: Practitioner, keeper: Practitioner, name: str = "Group") -> Service:
    return actions.give_owner(service=service(name), owner=owner, agency=None, by=keeper, now=NOW)


def later(months: int, days: int = 0) -> datetime:
    return NOW + timedelta(days=31 * months + days)


def letters() -> list[tuple[str, str]]:
    return list(Message.objects.order_by("written_at", "pk").values_list("to_address", "subject"))


def test_a_fresh_entry_troubles_nobody(owner: Practitioner, keeper: Practitioner):
    owned(owner, keeper)
    assert actions.keep_true(now=NOW + timedelta(days=150)) == actions.Reminded(0, 0, 0)
    assert letters() == []


def test_an_owner_gets_one_letter_for_all_that_is_due_and_not_again_for_two_weeks(
    owner: Practitioner, keeper: Practitioner
):
    owned(owner, keeper, "First"), owned(owner, keeper, "Second")
    assert actions.keep_true(now=later(6)).letters == 1
    assert actions.keep_true(now=later(6, 13)).letters == 0
    assert actions.keep_true(now=later(6, 14)).letters == 1
    body = Message.objects.order_by("written_at").values_list("body", flat=True)[0]
    assert "First" in body
    assert "Second" in body


def test_the_keepers_are_told_once_when_an_owner_does_not_answer(owner: Practitioner, keeper: Practitioner):
    owned(owner, keeper)
    assert actions.keep_true(now=later(7, 5)).escalated == 1
    assert actions.keep_true(now=later(7, 6)).escalated == 0
    assert ("keeper@example.org", "Entries of the directory that nobody has checked") in letters()


def test_what_nobody_checked_for_a_year_is_hidden_and_shown_again_once_checked(
    owner: Practitioner, keeper: Practitioner
):
    one = owned(owner, keeper)
    assert actions.keep_true(now=later(12)).hidden == 1
    assert not queries.public().filter(pk=one.pk).exists()
    actions.say_still_right(service=one, by=owner, now=later(12, 1))
    assert queries.public().filter(pk=one.pk).exists()
    assert AuditEntry.objects.filter(verb="entry_hidden_since", subject_id=str(one.pk)).count() == 1


def test_the_check_says_the_agency_and_never_the_person(owner: Practitioner, keeper: Practitioner):
    one = actions.say_still_right(service=owned(owner, keeper), by=owner, now=NOW)
    assert (one.checked_by, one.checked_on) == (owner.agency.name, NOW.date())
    assert one.fresh_from == NOW.date()


def test_somebody_who_does_not_answer_for_an_entry_cannot_say_it_is_right(keeper: Practitioner):
    stranger = practitioner("lead")
    with pytest.raises(Refused):
        actions.say_still_right(service=service("Group"), by=stranger, now=NOW)


def test_where_the_owner_has_left_the_agency_is_asked_and_else_the_keepers(
    owner: Practitioner, keeper: Practitioner
):
    owned(owner, keeper)
    Practitioner.objects.filter(pk=owner.pk).update(is_active=False)
    actions.keep_true(now=later(6))
    assert letters() == [("keeper@example.org", "Are these still right?")]


def link_of(message: Message) -> str:
    found = re.search(r"(/directory/still-right/[^\s]+)", message.body)
    assert found
    return found[1]


def test_the_link_of_a_letter_changes_nothing_when_opened_and_checks_when_pressed(
    owner: Practitioner, keeper: Practitioner, client: Client
):
    one = owned(owner, keeper)
    actions.keep_true(now=later(6))
    link = link_of(Message.objects.get())
    assert "Is this still right?" in client.get(link).content.decode()
    one.refresh_from_db()
    assert one.checked_on is None
    client.post(link)
    one.refresh_from_db()
    assert one.checked_on is not None
    assert "There is nothing more to do" in client.get(link).content.decode()


def test_a_link_is_over_for_whoever_answers_for_the_entry_no_more(
    owner: Practitioner, keeper: Practitioner, client: Client
):
    one = owned(owner, keeper)
    actions.keep_true(now=later(6))
    actions.give_owner(service=one, owner=keeper, agency=None, by=keeper, now=NOW)
    answer = client.post(link_of(Message.objects.get()))
    assert answer.status_code == 410
    one.refresh_from_db()
    assert one.checked_on is None


@pytest.mark.parametrize("sealed", ["x", "gAAAAA", "a" * 400])
def test_a_link_that_was_never_ours_says_so(sealed: str, client: Client):
    assert client.get(f"/directory/still-right/{sealed}/").status_code == 410


def test_a_page_that_was_checked_says_by_whom(owner: Practitioner, keeper: Practitioner, client: Client):
    actions.say_still_right(service=owned(owner, keeper), by=owner, now=NOW)
    assert f"by {owner.agency.name}" in client.get("/find/services/group/").content.decode()
