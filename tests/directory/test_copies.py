"""Copies somebody asks for: asked once, sent by somebody, then forgotten."""

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.test import Client

from rightdoor.access.models import AuditEntry
from rightdoor.access.policy import Refused
from rightdoor.directory import actions
from rightdoor.directory.actions import copies as copying
from rightdoor.directory.models import CopyAsked
from tests.factories import NOW, practitioner
from tests.house.walking import BACKEND
from tests.words.reading import blocks
from tests.words.test_reading_age import faults

pytestmark = pytest.mark.django_db
WANTED = {
    "what": "Tantrums",
    "shape": "braille",
    "language": "",
    "way": "post",
    "name": "",
    "where": "1 Road",
}
TYPED = {"what": "Tantrums", "shape": "braille", "way": "post", "address": "1 Road", "safe": "yes"}


def asked(**other: Any) -> CopyAsked:
    return actions.ask_for_copy(asked={**WANTED, **other}, now=NOW)


def test_a_copy_asked_for_twice_by_one_form_is_one_copy() -> None:
    token = uuid4()
    first, again = (actions.ask_for_copy(asked=WANTED, now=NOW, token=token) for _ in range(2))
    assert first == again
    assert AuditEntry.objects.filter(verb="copy_asked").count() == 1


def test_the_audit_holds_nothing_of_what_was_said() -> None:
    asked()
    entry = AuditEntry.objects.get(verb="copy_asked")
    assert entry.detail == {"shape": "braille", "way": "post"}


def test_a_copy_is_due_by_the_clock_of_the_pack() -> None:
    assert asked().due_at > NOW + timedelta(days=5)


def test_a_copy_noted_as_sent_twice_was_sent_the_first_time() -> None:
    keeper, copy = practitioner("coordinator"), asked()
    actions.send_copy(copy=copy, by=keeper, now=NOW)
    held = actions.send_copy(copy=copy, by=practitioner("front_door"), now=NOW + timedelta(days=1))
    assert (held.sent_at, held.sent_by) == (NOW, keeper)


@pytest.mark.parametrize(("after", "gone"), [(timedelta(0), True), (timedelta(seconds=-1), False)])
def test_what_was_asked_and_where_it_went_are_removed_on_the_day_promised(
    after: timedelta, gone: bool
) -> None:
    copy = actions.send_copy(copy=asked(name="Ada"), by=practitioner("coordinator"), now=NOW)
    assert copy.forget_at
    actions.forget_copies(now=copy.forget_at + after)
    copy.refresh_from_db()
    assert (copy.where == "", copy.what == "", copy.name == "") == (gone, gone, gone)


def test_a_copy_that_was_not_sent_is_not_forgotten() -> None:
    copy = asked()
    assert actions.forget_copies(now=NOW + timedelta(days=999)) == 0
    copy.refresh_from_db()
    assert copy.where == "1 Road"


def test_the_database_refuses_a_copy_forgotten_in_part() -> None:
    copy = actions.send_copy(copy=asked(), by=practitioner("coordinator"), now=NOW)
    with pytest.raises(IntegrityError), transaction.atomic():
        CopyAsked.objects.filter(pk=copy.pk).update(forgotten_at=NOW, what="")


def test_far_more_copies_than_people_ask_for_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copying, "MOST_IN_AN_HOUR", 2)
    asked()
    asked()
    with pytest.raises(Refused, match="Too many copies"):
        asked()
    actions.ask_for_copy(asked=WANTED, now=NOW + timedelta(hours=1))


def test_somebody_without_an_account_asks_for_a_copy(client: Client) -> None:
    answer = client.post("/advice/copy/", TYPED)
    assert answer["Location"] == "/advice/copy/asked/"
    assert CopyAsked.objects.get().where == "1 Road"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"address": ""}, "Write the address"),
        ({"way": "email", "email": "nonsense"}, "e-mail address"),
        ({"safe": ""}, "Tick this if it is safe"),
        ({"what": " "}, "Tell us what you would like a copy of"),
        ({"shape": "language"}, "Tell us which language"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_lost(client: Client, typed: Any, said: str) -> None:
    answer = client.post("/advice/copy/", {**TYPED, **typed})
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert not CopyAsked.objects.exists()


def test_too_many_copies_answers_with_the_reason(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copying, "MOST_IN_AN_HOUR", 0)
    answer = client.post("/advice/copy/", TYPED)
    assert answer.status_code == 422
    assert "Too many copies have been asked for" in answer.content.decode()


def test_the_form_begins_with_the_sheet_one_comes_from(client: Client) -> None:
    assert ">Tantrums</textarea>" in client.get("/advice/copy/?sheet=tantrums").content.decode()
    assert client.get("/advice/copy/?sheet=unicorns").status_code == 200


def test_the_desk_sees_what_waits_and_notes_it_as_sent(client: Client, now: datetime) -> None:
    copy = asked(name="Ada")
    client.force_login(practitioner("coordinator"), backend=BACKEND)
    with time_machine.travel(now):
        page = client.get("/information/copies/").content.decode()
        assert "1 Road" in page
        client.post(f"/information/copies/{copy.pk}/sent/")
        assert "It is on its way" not in client.get("/information/copies/").content.decode()


def test_what_was_removed_is_said_to_be(client: Client) -> None:
    copy = actions.send_copy(copy=asked(), by=practitioner("coordinator"), now=NOW)
    actions.forget_copies(now=NOW + timedelta(days=99))
    client.force_login(practitioner("coordinator"), backend=BACKEND)
    page = client.get("/information/copies/").content.decode()
    assert "Removed, as promised" in page
    assert copy.where not in page


@pytest.mark.parametrize("path", ["/advice/copy/", "/advice/copy/asked/"])
def test_asking_for_a_copy_can_be_read_at_nine(client: Client, path: str) -> None:
    assert not faults(path, blocks(client.get(path).content.decode()))
