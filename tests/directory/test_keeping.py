"""Keeping entries: whole, with a version, and nothing twice."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import uuid4

import pytest
from pytest_django import DjangoAssertNumQueries

from rightdoor.access import audit
from rightdoor.access.models import AuditEntry
from rightdoor.access.partnership import pack
from rightdoor.directory import actions, queries
from rightdoor.directory.actions import Kept
from rightdoor.directory.models import Location, Service, Standing, Version
from rightdoor.directory.queries.listings import listings
from rightdoor.engines.listings import Closed, Contact, Cost, CostOption, Coverage, Dated, Hours, Listing
from tests.directory.factories import entry, place, service
from tests.factories import NOW
from tests.kits.openreferral import rich

pytestmark = pytest.mark.django_db


def whole_entry() -> Listing:
    there = place(features=("step-free",), name="The hall")
    at = there.place.id
    return entry(
        places=(there,),
        contacts=(Contact(id=uuid4(), title="Bookings", telephone="020 7946 0001"),),
        hours=(
            Hours(id=uuid4(), at=at, weekday=1, opens=time(10), closes=time(11, 30), term_time_only=True),
        ),
        dates=(Dated(id=uuid4(), at=at, starts=datetime(2026, 12, 1, 10, tzinfo=UTC)),),
        closures=(Closed(id=uuid4(), first=date(2026, 12, 20), last=date(2027, 1, 3), reason="Holiday"),),
        cost=Cost(kind="paid", options=(CostOption(words="a session", amount="2.50"),)),
        coverage=Coverage(kind="radius", km=3),
        issues=("parenting",),
        age_to_months=60,
    )


def test_an_entry_comes_back_as_it_was_kept() -> None:
    wanted = whole_entry()
    actions.keep(entry=wanted, by=audit.SYSTEM, now=NOW)
    (found,) = queries.listings(queries.public())
    assert found == wanted.model_copy(update={"changed_at": NOW})


def test_keeping_the_same_again_changes_nothing() -> None:
    wanted = whole_entry()
    actions.keep(entry=wanted, by=audit.SYSTEM, now=NOW)
    _, kept = actions.keep(entry=wanted, by=audit.SYSTEM, now=NOW + timedelta(days=1))
    assert kept is Kept.SAME
    assert Version.objects.count() == 1
    assert Service.objects.get().changed_at == NOW


def test_each_approved_change_leaves_a_version_and_an_audit_entry() -> None:
    first = whole_entry()
    actions.keep(entry=first, by=audit.SYSTEM, now=NOW)
    later = first.model_copy(
        update={"about": "Play, songs and a chat.", "places": (), "hours": (), "dates": ()}
    )
    _, kept = actions.keep(entry=later, by=audit.SYSTEM, now=NOW + timedelta(days=1))
    assert kept is Kept.CHANGED
    assert [version.entry["about"] for version in Version.objects.order_by("number")] == [
        "Play and a chat.",
        "Play, songs and a chat.",
    ]
    assert set(AuditEntry.objects.values_list("verb", flat=True)) == {"entry_added", "entry_changed"}


def test_whole_entries_cost_the_same_number_of_questions_whatever_their_number(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for number in range(5):
        service(f"Group {number}", places=(place(),))
    with django_assert_num_queries(6):
        assert len(queries.told_of(queries.public())) == 5


def test_drafts_closed_and_hidden_entries_are_not_public() -> None:
    service("Open")
    service("Over", status="closed")
    actions.keep(entry=entry("Draft"), by=audit.SYSTEM, now=NOW, standing=Standing.DRAFT)
    unchecked = service("Unchecked")
    unchecked.hidden_since = NOW.date()
    unchecked.save()
    assert [row.name for row in queries.public()] == ["Open"]


def test_a_place_that_must_stay_secret_is_kept_but_never_told() -> None:
    service("Refuge", places=(place(shown="hidden", name="Safe house", postcode="SE1 1AA"),))
    (told,) = queries.told_of(queries.public())
    assert Location.objects.get().name == "Safe house"
    assert told.places == ()


def test_every_service_of_the_pack_becomes_an_entry_once() -> None:
    counted = actions.load_services(pack=pack(), by=audit.SYSTEM, now=NOW)
    again = actions.load_services(pack=pack(), by=audit.SYSTEM, now=NOW)
    assert counted[Kept.ADDED] == len(pack().services) == again[Kept.SAME]
    assert queries.public().count() == len(pack().services)


def test_what_people_changed_since_is_not_undone_by_loading_the_pack_again() -> None:
    actions.load_services(pack=pack(), by=audit.SYSTEM, now=NOW)
    (first, *_) = queries.listings(queries.public())
    actions.keep(entry=first.model_copy(update={"about": "Told anew."}), by=audit.SYSTEM, now=NOW)
    actions.load_services(pack=pack(), by=audit.SYSTEM, now=NOW)
    assert Service.objects.get(pk=first.id).about == "Told anew."


@pytest.mark.parametrize("changed", [{}, {"about": "Another."}])
def test_a_version_says_what_would_be_read_back(changed: dict[str, str]) -> None:
    first = rich(status="active")
    for one in (first, first.model_copy(update=changed)):
        kept, _ = actions.keep(entry=one, by=audit.SYSTEM, now=NOW)
    (told,) = listings(Service.objects.filter(pk=kept.pk))
    newest = Version.objects.filter(service=kept).first()
    assert newest is not None
    assert newest.entry == told.model_dump(mode="json")
