"""A form's token makes one thing, and only for the one who sends it."""

from datetime import datetime
from uuid import uuid4

import pytest

from rightdoor.access.models import Agency, Practitioner
from rightdoor.access.once import once
from rightdoor.access.policy import Refused
from tests.factories import agency, practitioner

pytestmark = pytest.mark.django_db


def test_the_same_form_sent_again_gives_what_it_made(now: datetime) -> None:
    who, token = practitioner(), uuid4()
    first = once(token, Agency, lambda: agency("one"), now=now, by=who)
    assert once(token, Agency, lambda: agency("two"), now=now, by=who) == first


def test_somebody_elses_token_gives_nothing_of_theirs(now: datetime) -> None:
    token = uuid4()
    first = once(token, Agency, lambda: agency("one"), now=now, by=practitioner())
    assert once(token, Agency, lambda: agency("two"), now=now, by=practitioner()) != first


def test_a_token_of_another_form_is_refused_and_makes_nothing(now: datetime) -> None:
    who, token = practitioner(), uuid4()
    once(token, Agency, lambda: agency("one"), now=now, by=who)
    with pytest.raises(Refused, match="sent before"):
        once(token, Practitioner, practitioner, now=now, by=who)
