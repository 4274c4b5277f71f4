"""Pictures for the documents of pages that no story ends on."""

from playwright.sync_api import Page, expect

from rightdoor.access.models import Practitioner
from rightdoor.demo.build import build
from tests.browser_kit import axe, picture, sign_in
from tests.journeys.stage import Calendar


def test_the_queue_shows_who_waits_and_how_long_there_is_left(calendar: Calendar, page: Page) -> None:
    build("tiny", now=calendar.now())
    sign_in(page, Practitioner.objects.get(name="Dolores Door"))
    page.goto("/requests/")
    waiting = page.get_by_role("list", name="Requests, the most pressing first").get_by_role("listitem")
    expect(waiting.first).to_contain_text("Due")
    axe(page)
    picture(page, "queue")
