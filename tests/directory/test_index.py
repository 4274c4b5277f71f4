"""The index: found by words, by place and by issue, on either database, and true in every change."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection, transaction

from rightdoor.access import audit
from rightdoor.access.partnership import pack
from rightdoor.directory import actions
from rightdoor.directory.models import SearchEntry, Service, WordGroup
from rightdoor.directory.queries import finding
from rightdoor.engines.finding import Query
from tests.directory.factories import entry, place, service
from tests.factories import NOW

pytestmark = pytest.mark.django_db
HERE = (51.4561, -0.0112)


def names(**asked: object) -> list[str]:
    return [one.document.name for one in finding.found(Query(**asked)).found]


def test_a_service_is_found_by_its_words_in_the_change_that_keeps_it() -> None:
    service("Baby massage", about="Learn to soothe your baby.")
    assert names(words="soothing babies") == ["Baby massage"]


def test_what_is_put_back_is_not_found() -> None:
    with pytest.raises(RuntimeError), transaction.atomic():
        service("Baby massage")
        raise RuntimeError
    assert names(words="massage") == []
    assert SearchEntry.objects.count() == 0


def test_a_changed_service_is_found_by_its_new_words_only() -> None:
    first = entry("Baby massage")
    actions.keep(entry=first, by=audit.SYSTEM, now=NOW)
    changed = first.model_copy(update={"name": "Singing"})
    actions.keep(entry=changed, by=audit.SYSTEM, now=NOW + timedelta(days=1))
    assert names(words="singing") == ["Singing"]
    assert names(words="massage") == []


def test_a_removed_service_is_found_no_more() -> None:
    gone = service("Baby massage")
    gone.versions.all().delete()
    Service.objects.filter(pk=gone.pk).delete()
    assert names(words="massage") == []


def test_what_the_public_may_not_see_is_not_found() -> None:
    hidden = service("Baby massage")
    Service.objects.filter(pk=hidden.pk).update(hidden_since=NOW.date())
    assert names(words="massage") == []
    assert names() == []


def test_a_hidden_place_is_in_no_row_of_the_index() -> None:
    service("Refuge", places=(place(shown="hidden", name="Secret House", address="1 Secret Street"),))
    kept = SearchEntry.objects.get()
    assert kept.spots.count() == 0
    assert "secret" not in f"{kept.name} {kept.rest} {kept.ready}".lower()


def test_a_place_that_is_told_nearly_is_kept_nearly() -> None:
    service("Refuge", places=(place(shown="near", lat=51.45678, lon=-0.01234),))
    (spot,) = SearchEntry.objects.get().spots.all()
    assert (spot.lat, spot.lon) == (51.46, -0.01)


def test_without_words_the_nearest_come_first_and_those_without_a_place_are_there() -> None:
    service("Far", places=(place(lat=51.50, lon=-0.05),))
    service("Near", places=(place(),))
    service("By telephone", delivery=("telephone",))
    assert set(names(position=HERE)) == {"Near", "Far", "By telephone"}
    assert names(position=HERE)[0] == "Near"


def test_a_near_service_is_found_among_many_that_say_the_same() -> None:
    for number in range(150):
        service(f"Play {number}", about="play play play", places=(place(lat=51.9, lon=0.9),))
    service("Hall", about="Games, songs and sometimes play for all", places=(place(),))
    assert "Hall" in names(words="play", position=HERE)


def test_an_issue_alone_finds_its_services() -> None:
    service("Talk", issues=("mental-health",))
    service("Play", issues=("parenting",))
    assert names(issue="mental-health") == ["Talk"]


@pytest.mark.parametrize("words", ["'", '"', "a' | b", "NEAR(x y)", "\x00", "name:play OR", "!!", "-play*"])
def test_no_words_are_a_command(words: str) -> None:
    service("Play")
    assert set(names(words=words)) <= {"Play"}


def test_words_that_staff_keep_are_used() -> None:
    service("Stay and play")
    assert names(words="zumba") == []
    WordGroup.objects.create(words=["zumba", "stay and play"], kept_at=NOW)
    assert names(words="zumba") == ["Stay and play"]


def test_what_was_kept_before_the_index_is_brought_in() -> None:
    service("Zumba for mums")
    SearchEntry.objects.all().delete()
    actions.load_services(pack=pack(), by=audit.SYSTEM, now=NOW)
    assert names(words="zumba mums")[0] == "Zumba for mums"


@pytest.mark.django_db(transaction=True)
def test_the_index_can_be_taken_away_and_put_back() -> None:
    call_command("migrate", "directory", "0002", verbosity=0)
    tables = connection.introspection.table_names()
    call_command("migrate", "directory", verbosity=0)
    assert not [table for table in tables if table.startswith("directory_search")]
    service("Baby massage")
    assert names(words="massage") == ["Baby massage"]
