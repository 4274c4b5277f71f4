"""Panels: agenda in order and within capacity, decisions with reasons, sight only while on the agenda."""

from datetime import datetime, timedelta

import pytest

from rightdoor.access.policy import Refused
from rightdoor.families.queries import families_for
from rightdoor.frontdoor import actions
from rightdoor.frontdoor.actions import Ruled
from rightdoor.frontdoor.models import AgendaItem, HelpRequest, Outcome, PanelMeeting
from rightdoor.frontdoor.queries.panels import counts_of, meetings_with_room, quarter_of
from rightdoor.plans.models import LeadOffer
from rightdoor.post.models import Message
from tests import factories
from tests.frontdoor import factories as make

pytestmark = pytest.mark.django_db


def item_of(sent: HelpRequest) -> AgendaItem:
    return sent.agenda_items.get(outcome="")


def test_a_panel_sees_a_family_while_it_is_on_the_agenda_and_no_longer(now: datetime) -> None:
    chair = make.chair()
    sent = make.at_panel(now, make.meeting(now, by=chair))
    assert list(families_for(chair)) == [sent.family]
    ruled = Ruled(outcome=Outcome.BACK, reason="Not for us.")
    actions.decide_item(item=item_of(sent), ruled=ruled, by=chair, now=now)
    assert not families_for(chair).exists()


def test_an_agenda_takes_as_many_as_its_capacity_and_not_one_more(now: datetime) -> None:
    meeting = make.meeting(now, capacity=1)
    make.at_panel(now, meeting)
    assert meetings_with_room(now) == []
    with pytest.raises(Refused, match="1 of 1"):
        make.at_panel(now, meeting)


def test_accepted_asks_a_worker_to_lead(now: datetime) -> None:
    chair, lead = make.chair(), make.lead()
    sent = make.at_panel(now, make.meeting(now, by=chair))
    ruled = Ruled(outcome=Outcome.ACCEPTED, reason="Fits us.", worker=lead)
    actions.decide_item(item=item_of(sent), ruled=ruled, by=chair, now=now)
    sent.refresh_from_db()
    assert (sent.state, LeadOffer.objects.get().to) == ("allocating", lead)


def test_elsewhere_ends_the_request_and_tells_the_one_who_asked_which_agency(now: datetime) -> None:
    chair = make.chair()
    sent = make.at_panel(now, make.meeting(now, by=chair))
    agency = factories.agency("refuge", name="Refuge service", kind="voluntary")
    ruled = Ruled(outcome=Outcome.ELSEWHERE, reason="They know her.", agency=agency, basis="public-task")
    actions.decide_item(item=item_of(sent), ruled=ruled, by=chair, now=now)
    sent.refresh_from_db()
    assert sent.state == "ended"
    assert any("Refuge service" in message.body for message in Message.objects.filter(about=sent.because))


def test_held_over_goes_to_a_later_meeting_and_stays_in_sight(now: datetime) -> None:
    chair = make.chair()
    later = make.meeting(now, days=9, by=chair)
    sent = make.at_panel(now, make.meeting(now, by=chair))
    ruled = Ruled(outcome=Outcome.LATER, reason="School is missing.", later=later)
    actions.decide_item(item=item_of(sent), ruled=ruled, by=chair, now=now)
    assert item_of(sent).meeting == later
    assert families_for(chair).count() == 1


def test_an_item_is_not_held_over_to_an_earlier_meeting(now: datetime) -> None:
    chair = make.chair()
    earlier = make.meeting(now, days=1, by=chair)
    sent = make.at_panel(now, make.meeting(now, by=chair))
    with pytest.raises(Refused, match="later meeting"):
        actions.decide_item(
            item=item_of(sent),
            ruled=Ruled(outcome=Outcome.LATER, reason="x", later=earlier),
            by=chair,
            now=now,
        )


def test_an_item_is_decided_once_however_often_the_button_is_pressed(now: datetime) -> None:
    chair = make.chair()
    sent = make.at_panel(now, make.meeting(now, by=chair))
    item, ruled = item_of(sent), Ruled(outcome=Outcome.BACK, reason="Not for us.")
    actions.decide_item(item=item, ruled=ruled, by=chair, now=now)
    actions.decide_item(item=item, ruled=ruled, by=chair, now=now)
    assert AgendaItem.objects.count() == 1


def test_a_decided_item_is_not_decided_otherwise(now: datetime) -> None:
    chair = make.chair()
    sent = make.at_panel(now, make.meeting(now, by=chair))
    item = item_of(sent)
    actions.decide_item(item=item, ruled=Ruled(outcome=Outcome.BACK, reason="x"), by=chair, now=now)
    other = Ruled(outcome=Outcome.ACCEPTED, reason="x", worker=make.lead())
    with pytest.raises(Refused, match="already decided"):
        actions.decide_item(item=item, ruled=other, by=chair, now=now)


def test_a_front_door_officer_does_not_decide_for_the_panel(now: datetime) -> None:
    officer = make.officer()
    sent = make.at_panel(now, make.meeting(now), by=officer)
    with pytest.raises(Refused, match="panel chair"):
        actions.decide_item(
            item=item_of(sent), ruled=Ruled(outcome=Outcome.BACK, reason="x"), by=officer, now=now
        )


def test_an_item_can_be_heard_earlier_and_the_first_stays_first(now: datetime) -> None:
    chair = make.chair()
    meeting = make.meeting(now, by=chair)
    first, second = make.at_panel(now, meeting), make.at_panel(now, meeting)
    actions.move_up(item=item_of(second), by=chair, now=now)
    actions.move_up(item=item_of(second), by=chair, now=now)
    assert [item.request for item in meeting.items.order_by("position")] == [second, first]


def test_taken_off_the_agenda_the_front_door_has_the_request_again(now: datetime) -> None:
    chair = make.chair()
    sent = make.at_panel(now, make.meeting(now, by=chair))
    actions.remove_from_agenda(item=item_of(sent), by=chair, now=now)
    sent.refresh_from_db()
    assert sent.state == "screening"
    assert not families_for(chair).exists()


def test_a_meeting_closes_only_when_all_is_decided_and_written_down(now: datetime) -> None:
    chair = make.chair()
    meeting = make.meeting(now, by=chair)
    sent = make.at_panel(now, meeting)
    with pytest.raises(Refused, match="1 still to decide"):
        actions.close_meeting(meeting=meeting, by=chair, now=now)
    actions.decide_item(item=item_of(sent), ruled=Ruled(outcome=Outcome.BACK, reason="x"), by=chair, now=now)
    with pytest.raises(Refused, match="minutes"):
        actions.close_meeting(meeting=meeting, by=chair, now=now)


def test_a_closed_meeting_keeps_its_minutes_as_they_are(now: datetime) -> None:
    chair = make.chair()
    meeting = make.meeting(now, by=chair)
    actions.write_minutes(meeting=meeting, minutes="m", present="p", version=1, by=chair, now=now)
    closed = actions.close_meeting(meeting=meeting, by=chair, now=now)
    with pytest.raises(Refused, match="closed"):
        actions.write_minutes(meeting=closed, minutes="x", present="p", version=3, by=chair, now=now)


def test_the_quarter_counts_what_was_accepted_and_given_elsewhere(now: datetime) -> None:
    chair, agency = make.chair(), factories.agency("refuge")
    meeting = make.meeting(now, by=chair)
    for ruled in (
        Ruled(outcome=Outcome.ACCEPTED, reason="x", worker=make.lead()),
        Ruled(outcome=Outcome.ELSEWHERE, reason="x", agency=agency),
        Ruled(outcome=Outcome.BACK, reason="x"),
    ):
        actions.decide_item(item=item_of(make.at_panel(now, meeting)), ruled=ruled, by=chair, now=now)
    counts = counts_of("early-help-panel", now)
    assert (counts.accepted, counts.elsewhere) == (1, 1)
    assert counts_of("early-help-panel", now + timedelta(days=60)).accepted == 0


def test_a_quarter_begins_on_its_first_day() -> None:
    days = [make.date(2026, 9, 30), make.date(2026, 10, 1), make.date(2026, 12, 31)]
    assert [quarter_of(day).month for day in days] == [7, 10, 10]


def test_planning_the_same_meeting_twice_plans_one(now: datetime) -> None:
    assert make.meeting(now) == make.meeting(now)
    assert PanelMeeting.objects.count() == 1


def test_a_request_for_which_nobody_is_found_can_be_decided_again(now: datetime) -> None:
    officer, lead = make.officer(), make.lead()
    sent = make.ready(now, by=officer)
    chosen = make.Chosen(choice=make.Choice.TEAM, reason="x", worker=lead)
    actions.decide(request=sent, chosen=chosen, by=officer, now=now)
    actions.reconsider(request=sent, reason="Everybody is full.", by=officer, now=now)
    sent.refresh_from_db()
    assert (sent.state, LeadOffer.objects.get().answer) == ("screening", "withdrawn")
