"""Agencies come from the pack, and go on being there."""

from datetime import datetime

import pytest

from rightdoor.access import actions, audit
from rightdoor.access.models import Agency
from rightdoor.access.partnership import pack
from tests.factories import agency

pytestmark = pytest.mark.django_db


def load(now: datetime) -> actions.Loaded:
    return actions.load_pack(pack=pack(), by=audit.SYSTEM, now=now)


def test_every_agency_of_the_pack_is_brought_in(now: datetime) -> None:
    load(now)
    assert set(Agency.objects.values_list("pk", flat=True)) == {one.id for one in pack().agencies}


def test_bringing_them_in_again_changes_nothing(now: datetime) -> None:
    first = load(now)
    assert load(now) == actions.Loaded(added=0, changed=0, same=first.added)


def test_an_agency_that_was_renamed_in_the_pack_is_renamed_here(now: datetime) -> None:
    load(now)
    Agency.objects.filter(pk=pack().agencies[0].id).update(name="An old name")
    assert load(now).changed == 1
    assert Agency.objects.get(pk=pack().agencies[0].id).name == pack().agencies[0].name


def test_an_agency_that_left_the_pack_stays_because_history_names_it(now: datetime) -> None:
    gone = agency("long-gone", "Long Gone")
    load(now)
    assert Agency.objects.filter(pk=gone.pk).exists()
