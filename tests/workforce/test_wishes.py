"""People who ask to help: asked once, answered, then forgotten."""

from datetime import timedelta

import pytest

from rightdoor.access.models import AuditEntry
from rightdoor.access.policy import Refused
from rightdoor.workforce import actions
from rightdoor.workforce.actions import wishes as wishing
from tests.factories import NOW
from tests.workforce.factories import keeper, wish

pytestmark = pytest.mark.django_db


def test_the_audit_holds_nothing_of_what_was_said() -> None:
    wish()
    assert AuditEntry.objects.get(verb="champion_wish_asked").detail == {"kind": "mentor"}


def test_answered_twice_the_first_answer_counts() -> None:
    asked, first = wish(), keeper()
    actions.answer_wish(wish=asked, by=first, now=NOW)
    held = actions.answer_wish(wish=asked, by=keeper(), now=NOW + timedelta(days=1))
    assert (held.answered_by, held.answered_at) == (first, NOW)


@pytest.mark.parametrize(("after", "gone"), [(timedelta(0), True), (timedelta(seconds=-1), False)])
def test_what_somebody_wrote_is_removed_on_the_day_promised(after: timedelta, gone: bool) -> None:
    held = actions.answer_wish(wish=wish(), by=keeper(), now=NOW)
    assert held.forget_at
    assert actions.forget_wishes(now=held.forget_at + after) == int(gone)
    held.refresh_from_db()
    assert (held.name == "", held.reach == "", held.about == "") == (gone, gone, gone)


def test_a_wish_nobody_answered_is_not_forgotten() -> None:
    wish()
    assert actions.forget_wishes(now=NOW + timedelta(days=999)) == 0


def test_far_more_wishes_than_people_have_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wishing, "MOST_IN_AN_HOUR", 1)
    wish()
    with pytest.raises(Refused, match="Too many people"):
        wish()
