"""Days are London days: half past midnight in summer is still yesterday in UTC, and not here."""

from datetime import UTC, date, datetime, timedelta

import pytest

from rightdoor.access.partnership import pack
from rightdoor.frontdoor import actions, clocks
from rightdoor.frontdoor.actions import Chosen, Ruled
from rightdoor.frontdoor.models import Choice, Outcome
from rightdoor.frontdoor.presenters.panels import meeting_rows
from tests.frontdoor import factories as make

pytestmark = pytest.mark.django_db
NIGHT = datetime(2027, 6, 30, 23, 30, tzinfo=UTC)
TODAY = date(2027, 7, 1)


def days_of(kind: str) -> set[date]:
    from rightdoor.families.models import ChronologyEvent

    return set(ChronologyEvent.objects.filter(kind=kind).values_list("on", flat=True))


def test_a_request_sent_after_midnight_is_written_down_under_the_new_day() -> None:
    sent = make.ready(NIGHT)
    assert sent.family is not None
    assert days_of("request") == {TODAY}
    assert sent.family.agreements.get().given_on == TODAY


def test_a_decision_after_midnight_is_written_down_under_the_new_day() -> None:
    officer = make.officer()
    chosen = Chosen(choice=Choice.ADVISE, reason="A group fits.")
    actions.decide(request=make.ready(NIGHT, by=officer), chosen=chosen, by=officer, now=NIGHT)
    assert days_of("decision") == {TODAY}


def test_what_a_panel_decides_after_midnight_is_written_down_under_the_new_day() -> None:
    chair = make.chair()
    sent = make.at_panel(NIGHT, make.meeting(NIGHT, by=chair))
    ruled = Ruled(outcome=Outcome.BACK, reason="Not for us.")
    actions.decide_item(item=sent.agenda_items.get(), ruled=ruled, by=chair, now=NIGHT)
    assert days_of("panel") == {TODAY}


def test_a_meeting_later_the_same_day_is_today_after_midnight() -> None:
    held = make.meeting(NIGHT, days=0)
    held.at = NIGHT + timedelta(hours=10)
    assert meeting_rows([held], NIGHT)[0]["when"] == "today"


def test_a_clock_starts_under_the_version_that_holds_on_the_day_here(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[date] = []
    clock = type(pack().clock(clocks.DECIDE))
    real = clock.version_at
    monkeypatch.setattr(clock, "version_at", lambda self, day: asked.append(day) or real(self, day))
    clocks.started(clocks.DECIDE, NIGHT)
    assert asked == [TODAY]
