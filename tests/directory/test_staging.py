"""Files read in: staged, proposed as duplicates, accepted one by one. Nothing is public before."""

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.test import Client

from rightdoor.access import audit
from rightdoor.access.partnership import pack
from rightdoor.access.policy import Refused
from rightdoor.directory import actions, queries
from rightdoor.directory.models import Location, Organisation, Service, StagedEntry, StagedImport, Version
from rightdoor.directory.presenters.open_data import export
from rightdoor.engines.listings import Listing
from rightdoor.engines.openreferral import Publisher, service
from rightdoor.engines.openreferral.checking import checked
from tests.directory.factories import PROVIDER, entry, place
from tests.directory.factories import service as kept
from tests.factories import NOW, practitioner
from tests.kits.openreferral import rich

pytestmark = pytest.mark.django_db
State = StagedEntry.State


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


def staged(folder: Path, *told: Any) -> StagedImport:
    documents = [service(one, Publisher()).sent() if isinstance(one, Listing) else one for one in told]
    path = folder / "file.json"
    path.write_text(json.dumps(documents), encoding="utf-8")
    return actions.stage(file=path.name, rows=checked(path), by=audit.SYSTEM, now=NOW)


def states(made: StagedImport) -> list[str]:
    return [row.state for row in made.rows.all()]


def test_nothing_is_public_until_a_keeper_accepts_it(tmp_path: Path) -> None:
    made = staged(tmp_path, rich(status="active"), {"description": "no name"})
    assert states(made) == [State.WAITING, State.REFUSED]
    assert not queries.public().exists()
    actions.accept(staged=made.rows.get(row=1), by=practitioner(), now=NOW)
    assert [row.name for row in queries.public()] == ["Rich group"]


def test_what_was_decided_is_not_decided_again(tmp_path: Path) -> None:
    row = staged(tmp_path, rich()).rows.get()
    actions.refuse(staged=row, by=practitioner(), now=NOW)
    with pytest.raises(Refused):
        actions.accept(staged=row, by=audit.SYSTEM, now=NOW)


def test_what_was_left_out_stays_out_when_the_same_file_is_read_again(tmp_path: Path) -> None:
    actions.refuse(staged=staged(tmp_path, rich()).rows.get(), by=practitioner(), now=NOW)
    assert states(staged(tmp_path, rich())) == [State.REFUSED]
    assert states(staged(tmp_path, rich(about="Something new."))) == [State.WAITING]


def test_what_says_nothing_new_is_the_same_and_what_does_waits(tmp_path: Path) -> None:
    actions.keep(entry=rich(), by=audit.SYSTEM, now=NOW)
    assert states(staged(tmp_path, rich())) == [State.SAME]
    made = staged(tmp_path, rich(about="New words."))
    row = made.rows.get()
    assert (row.state, row.changes) == (State.WAITING, True)
    assert actions.accept_new(made=made, by=audit.SYSTEM, now=NOW) == 0
    actions.accept(staged=row, by=practitioner(), now=NOW)
    assert (Service.objects.get().about, Version.objects.count()) == ("New words.", 2)


def test_a_duplicate_is_proposed_with_its_reasons_and_can_be_called_the_same(tmp_path: Path) -> None:
    held = kept("Ladywell stay and play", places=(place(),))
    again = entry("Stay & play Ladywell", slug="other", places=(place(),), provider=PROVIDER)
    row = staged(tmp_path, again).rows.get()
    assert row.state == State.DUPLICATE
    assert row.alike[0]["id"] == str(held.pk)
    assert any("SE13 6LY" in reason for reason in row.alike[0]["reasons"])
    actions.same_as(staged=row, service=held, by=practitioner(), now=NOW)
    assert Service.objects.get().name == "Ladywell stay and play"


def test_a_trusted_file_becomes_public_at_once_but_for_what_may_be_here_already(tmp_path: Path) -> None:
    kept("Stay and play", places=(place(),))
    made = staged(tmp_path, rich(), entry("Stay and play", slug="x", places=(place(),)))
    assert actions.accept_new(made=made, by=audit.SYSTEM, now=NOW) == 1
    assert states(made) == [State.ACCEPTED, State.DUPLICATE]


def test_a_file_cannot_unmask_a_place_that_is_masked_here(tmp_path: Path) -> None:
    secret = place(shown="hidden", name="Safe house")
    kept("Refuge", places=(secret,))
    open_place = secret.model_copy(
        update={"place": secret.place.model_copy(update={"shown": "full"}), "id": uuid4()}
    )
    row = staged(tmp_path, entry("Other thing", places=(open_place,))).rows.get()
    actions.accept(staged=row, by=practitioner(), now=NOW)
    assert Location.objects.get().shown == "hidden"
    assert all(told.places == () for told in queries.told_of(queries.public()))


def test_two_services_of_one_name_have_each_an_address_of_their_own(tmp_path: Path) -> None:
    made = staged(
        tmp_path,
        rich(),
        rich(id=uuid4(), name="Quite different", places=(), hours=(), dates=(), closures=(), contacts=()),
    )
    for row in made.rows.all():
        actions.accept(staged=row, by=audit.SYSTEM, now=NOW)
    assert Service.objects.values("slug").distinct().count() == 2


@pytest.mark.parametrize("name", ["lewisham", "islington", "essex"])
def test_an_export_read_into_an_empty_house_is_exported_the_same_again(tmp_path: Path, name: str) -> None:
    actions.load_services(pack=pack(name), by=audit.SYSTEM, now=NOW)
    actions.keep(entry=rich(status="paused"), by=audit.SYSTEM, now=NOW)
    kept("Masked", places=(place(shown="near", address="1 Road"),))
    first = "".join(export())
    path = tmp_path / "export.json"
    path.write_text(first, encoding="utf-8")
    emptied()
    made = actions.stage(file=path.name, rows=checked(path), by=audit.SYSTEM, now=NOW)
    for row in made.rows.filter(state__in=[State.WAITING, State.DUPLICATE]):
        actions.accept(staged=row, by=audit.SYSTEM, now=NOW)
    assert "".join(export()) == first


def test_an_export_of_nothing_is_a_document_too() -> None:
    assert json.loads("".join(export()))["contents"] == []


def test_an_export_is_what_the_open_data_says() -> None:
    actions.keep(entry=rich(status="active"), by=audit.SYSTEM, now=NOW)
    exported = json.load(io.StringIO("".join(export())))
    assert exported == json.loads(Client().get("/open-data/services?full=true&per_page=1").content)


def emptied() -> None:
    Service.objects.all().delete()
    Location.objects.all().delete()
    Organisation.objects.all().delete()
    StagedImport.objects.all().delete()
