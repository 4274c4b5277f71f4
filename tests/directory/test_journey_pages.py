"""A child's journey on the page and in a calendar, from one date that is kept nowhere."""

from collections.abc import Iterator

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.test import Client
from icalendar import Calendar

from tests.factories import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


def asked(client: Client, day: int, month: int, year: int) -> str:
    sent = client.post("/find/journey/", {"day-day": day, "day-month": month, "day-year": year})
    assert sent.status_code == 302, sent.content.decode()
    return str(sent["location"])


def test_a_baby_of_nine_months_has_its_talk_now_and_play_next(client: Client) -> None:
    page = client.get(asked(client, 20, 2, 2026)).content.decode()
    now, rest = page.split("On now")[1].split("Next</h2>")
    assert "A talk at nine to twelve months" in now
    assert "20 November 2026 to 19 March 2027" in now
    assert "Play and talk" in rest.split("The whole journey")[0]


def test_a_day_to_come_is_a_due_date(client: Client) -> None:
    page = client.get(asked(client, 1, 2, 2027)).content.decode()
    assert "For a baby due on 1 February 2027" in page
    assert "A visit at home before the birth" in page.split("Next</h2>")[0]


def test_the_date_is_in_no_address_session_or_cookie(client: Client) -> None:
    address = asked(client, 20, 2, 2026)
    answer = client.get(address)
    assert "2026" not in address
    assert Session.objects.count() == 0
    assert answer["referrer-policy"] == "no-referrer"
    assert answer["x-robots-tag"] == "noindex"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ((1, 1, 2029), "more than nine months away"),
        ((1, 1, 2001), "more than 18 years ago"),
        ((30, 2, 2026), ""),
    ],
)
def test_a_day_nobody_can_mean_is_told_beside_the_box(
    day: tuple[int, int, int], words: str, client: Client
) -> None:
    sent = {"day-day": day[0], "day-month": day[1], "day-year": day[2]}
    page = client.post("/find/journey/", sent)
    assert page.status_code == 422
    assert words in page.content.decode()
    assert f'value="{day[2]}"' in page.content.decode()


def test_a_calendar_gets_whole_days_that_are_not_over_each_with_its_name(client: Client) -> None:
    address = asked(client, 20, 2, 2026)
    events = Calendar.from_ical(client.get(f"{address}dates.ics").content).walk("VEVENT")
    assert events[0]["summary"] == "A talk at nine to twelve months"
    assert str(events[0]["dtstart"].dt) == "2026-11-20"
    assert len({str(event["uid"]) for event in events}) == len(events) > 8


@pytest.mark.parametrize("child", ["x", "gAAAA", "%00"])
def test_an_address_that_is_none_of_ours_is_no_page(child: str, client: Client) -> None:
    assert client.get(f"/find/journey/{child}/").status_code == 404
    assert client.get(f"/find/journey/{child}/dates.ics").status_code == 404
