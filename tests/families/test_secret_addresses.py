"""An address that must be kept secret is never in the open, however it is told."""

from datetime import datetime

import pytest

from rightdoor.families import actions
from rightdoor.families.models import Address, Person, ProtectedAddress
from tests.factories import person, practitioner

pytestmark = pytest.mark.django_db
HOME, CODE = "12 Mill Lane", "SE13 6LG"


def _told(who: Person, now: datetime, lines: str = HOME, code: str = CODE, secret: str = "") -> None:
    actions.add_address(
        person=who, lines=lines, code=code, secret_because=secret, by=practitioner("lead"), now=now
    )


def test_an_open_address_that_becomes_secret_leaves_the_open_list(now: datetime) -> None:
    who = person()
    _told(who, now)
    _told(who, now, secret="She fled")
    assert (Address.objects.count(), ProtectedAddress.objects.count()) == (0, 1)


def test_a_secret_address_told_again_without_warning_stays_secret(now: datetime) -> None:
    who = person()
    _told(who, now, secret="She fled")
    _told(who, now)
    assert (Address.objects.count(), ProtectedAddress.objects.count()) == (0, 1)


def test_the_same_postcode_in_other_words_is_kept_and_kept_secret(now: datetime) -> None:
    who = person()
    _told(who, now, secret="She fled")
    _told(who, now, lines="Mill Ln 12, flat 3", code="se136lg")
    assert not Address.objects.exists()
    assert sorted(ProtectedAddress.objects.values_list("lines", flat=True)) == [HOME, "Mill Ln 12, flat 3"]


def test_another_address_is_stored_in_the_open(now: datetime) -> None:
    who = person()
    _told(who, now, secret="She fled")
    _told(who, now, lines="1 High Street", code="SE8 4RH")
    assert Address.objects.get().postcode == "SE8 4RH"
