"""Looking through files that were read in."""

import pytest
from django.test import Client

from rightdoor.access import audit
from rightdoor.directory import actions, queries
from rightdoor.directory.models import StagedEntry, StagedImport
from rightdoor.engines.openreferral.checking import Checked
from rightdoor.engines.openreferral.cleaning import Note
from tests.directory.factories import entry, place
from tests.directory.factories import service as kept
from tests.factories import NOW, practitioner
from tests.house.walking import BACKEND

pytestmark = pytest.mark.django_db


def read_in() -> StagedImport:
    kept("Stay and play", places=(place(),))
    read = [
        Checked(1, {}, "", entry("New group", slug="new"), (Note("description", "Cut."),)),
        Checked(2, {}, "", entry("Stay and play", slug="again", places=(place(),)), ()),
        Checked(3, {}, "", None, (Note("name", "A service needs a name. Refused."),)),
    ]
    return actions.stage(file="services.json", rows=iter(read), by=audit.SYSTEM, now=NOW)


def as_somebody(role: str) -> Client:
    client = Client()
    client.force_login(practitioner(role), backend=BACKEND)
    return client


def row(made: StagedImport, number: int) -> StagedEntry:
    return made.rows.get(row=number)


def test_a_keeper_sees_each_row_with_what_was_noted_and_accepts_it() -> None:
    made, client = read_in(), as_somebody("coordinator")
    assert "services.json" in client.get("/directory/imports/").content.decode()
    page = client.get(f"/directory/imports/rows/{row(made, 1).pk}/").content.decode()
    assert "Cut." in page
    client.post(f"/directory/imports/rows/{row(made, 1).pk}/accept/")
    assert "New group" in [one.name for one in queries.public()]


def test_a_row_that_may_be_here_already_says_why_and_can_be_called_the_same() -> None:
    made, client = read_in(), as_somebody("coordinator")
    page = client.get(f"/directory/imports/rows/{row(made, 2).pk}/").content.decode()
    assert "Both are at SE13 6LY" in page
    client.post(f"/directory/imports/rows/{row(made, 2).pk}/same/{row(made, 2).alike[0]['id']}/")
    assert row(made, 2).state == StagedEntry.State.SAME
    assert queries.public().count() == 1


def test_a_row_is_left_out_once() -> None:
    made, client = read_in(), as_somebody("coordinator")
    for _ in range(2):
        client.post(f"/directory/imports/rows/{row(made, 1).pk}/refuse/")
    assert row(made, 1).state == StagedEntry.State.REFUSED
    assert "decided this row already" in client.get(f"/directory/imports/{made.pk}/").content.decode()


def test_only_those_who_keep_the_directory_may_look() -> None:
    made = read_in()
    assert as_somebody("lead").get(f"/directory/imports/{made.pk}/").status_code == 403
    assert as_somebody("coordinator").get(f"/directory/imports/{made.pk}/?show=refused").status_code == 200
