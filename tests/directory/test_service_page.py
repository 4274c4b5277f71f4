"""The page of one service."""

import json
import re
from datetime import date, time
from typing import Any
from uuid import UUID
from xml.etree import ElementTree

import pytest
import time_machine
from django.test import Client
from icalendar import Calendar

from rightdoor.directory.models import Service
from rightdoor.engines.listings import Cost, CostOption, Hours
from rightdoor.engines.packs.services import WayIn
from tests.directory.factories import place, service
from tests.factories import NOW

pytestmark = pytest.mark.django_db


def test_a_cost_that_nobody_gave_is_never_told_as_free(client: Client) -> None:
    service("Group")
    page = client.get("/find/services/group/").content.decode()
    assert "Not known. Ask them." in page
    assert "Free" not in page


def test_a_price_is_told_in_pounds(client: Client) -> None:
    service("Group", cost=Cost(kind="paid", options=(CostOption(words="Each session", amount="2.50"),)))
    assert "Each session: £2.50" in client.get("/find/services/group/").content.decode()


def test_a_page_on_abuse_can_be_left_fast(client: Client) -> None:
    service("Safe", issues=("domestic-abuse",))
    service("Maths", issues=("education",))
    assert "Exit this page" in client.get("/find/services/safe/").content.decode()
    assert "Exit this page" not in client.get("/find/services/maths/").content.decode()


def test_a_hidden_place_is_not_on_the_page(client: Client) -> None:
    service("Refuge", places=(place(shown="hidden", name="Xyzzy", postcode="SE1 1AA"),))
    page = client.get("/find/services/refuge/").content.decode()
    assert "Xyzzy" not in page
    assert "SE1" not in page


def test_a_closed_service_is_not_found(client: Client) -> None:
    service("Over", status="closed")
    assert client.get("/find/services/over/").status_code == 404


FRIDAYS = Hours(id=UUID(int=9), weekday=4, opens=time(9, 30), closes=time(11), term_time_only=True)


def page_of(client: Client, slug: str = "group", **asked: str) -> str:
    with time_machine.travel(NOW, tick=False):
        answer = client.get(f"/find/services/{slug}/", asked)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_next_six_dates_are_told_in_words(client: Client) -> None:
    service("Group", hours=(FRIDAYS,))
    page = page_of(client)
    assert "Every Friday, 9:30am to 11am, in term time only" in page
    assert "Friday 27 November 2026, 9:30am to 11am" in page
    # No school between 19 December and 3 January.
    assert "Friday 25 December 2026" not in page
    assert page.count("9:30am to 11am</li>") == 6


def test_a_service_that_never_said_when_promises_nothing(client: Client) -> None:
    service("Group")
    assert "Next dates" not in page_of(client)
    assert client.get("/find/services/group/dates.ics").status_code == 404


def test_dates_are_read_by_a_calendar(client: Client) -> None:
    service("Group", hours=(FRIDAYS,), places=(place(name="The hall", address="1 High Road"),))
    with time_machine.travel(NOW, tick=False):
        answer = client.get("/find/services/group/dates.ics")
    events = Calendar.from_ical(answer.content).walk("VEVENT")
    assert answer["content-type"] == "text/calendar; charset=utf-8"
    assert len(events) > 20
    assert (events[0]["location"], events[0]["url"]) == ("The hall", "http://testserver/find/services/group/")


def test_a_masked_place_is_near_in_every_form_it_takes(client: Client) -> None:
    there = place(shown="near", name="Xyzzy", address="7 Hidden Street", postcode="SE13 6LY", travel="Bus 47")
    service("Group", hours=(FRIDAYS.model_copy(update={"at": there.place.id}),), places=(there,))
    with time_machine.travel(NOW, tick=False):
        dates = client.get("/find/services/group/dates.ics").content.decode()
    for told in (page_of(client), dates):
        for secret in ("Xyzzy", "Hidden Street", "6LY", "Bus 47", "51.4561", "openstreetmap"):
            assert secret not in told
    assert "We only say about where it is" in page_of(client)


def test_search_engines_read_what_the_page_says_and_no_word_ends_the_block(client: Client) -> None:
    service("Group", about="Come </script><script>alert(1)</script> & play", cost=Cost(kind="free"))
    page = page_of(client)
    (block,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    told = json.loads(block)["@graph"][0]
    assert told["description"] == "Come </script><script>alert(1)</script> & play"
    assert told["offers"]["price"] == "0"
    assert "<script>alert" not in page


@pytest.mark.parametrize(
    ("ways", "text"),
    [
        (("self",), "Ask for this service"),
        (("professional",), "Ask us to help you get this"),
        (("court",), ""),
    ],
)
def test_a_service_can_be_asked_for_where_it_takes_that(
    ways: tuple[WayIn, ...], text: str, client: Client
) -> None:
    service("Group", how_in=ways)
    page = page_of(client)
    assert ("/ask/?service=group" in page) == bool(text)
    assert text in page


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"checked_on": date(2026, 11, 1), "checked_by": "Ladywell Families"}, "1 November 2026 by Ladywell"),
        ({"checked_on": date(2025, 11, 1)}, "more than a year ago"),
        ({"as_of": "2019", "checked_by": ""}, "how things stood in 2019"),
        ({"checked_by": ""}, "Nobody has checked this yet"),
    ],
)
def test_the_page_says_when_it_was_last_checked(told: dict[str, Any], words: str, client: Client) -> None:
    service("Group", as_of=told.pop("as_of", ""))
    Service.objects.update(**told)
    assert words in page_of(client)


def test_the_sitemap_names_public_pages_only_and_robots_leads_to_it(client: Client) -> None:
    service("Group")
    service("Over", status="closed")
    root = ElementTree.fromstring(client.get("/sitemap.xml").content)  # noqa: S314 - our own
    found = {node.text for node in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")}
    assert "http://testserver/find/services/group/" in found
    assert "http://testserver/find/services/over/" not in found
    assert "Sitemap: http://testserver/sitemap.xml" in client.get("/robots.txt").content.decode()
