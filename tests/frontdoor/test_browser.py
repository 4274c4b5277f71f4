"""Every page of the front door in a real browser: nothing that axe finds, nothing wider than its screen."""

import pytest
from django.utils import timezone
from playwright.sync_api import Page

from rightdoor.access.models import Practitioner
from rightdoor.frontdoor.models import HelpRequest
from tests import factories
from tests.browser_kit import axe, fits, sign_in
from tests.frontdoor import factories as make
from tests.frontdoor.walking import PARENT

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PARTS = ("", "known/", "screening/", "level/", "services/", "decide/", "history/", "agree/")


def press(page: Page, name: str) -> None:
    """Press a button and wait until the page that answers is there whole."""
    with page.expect_navigation():
        page.get_by_role("button", name=name).click()


def told_of_abuse(officer: Practitioner) -> HelpRequest:
    now = timezone.now()
    mum = make.MUM.model_copy(update={"facts": {"mental_health": "yes", "domestic_abuse": "yes"}})
    sent = make.request(now, people=[mum, make.CHILD, make.DAD], how_things_are=3, in_danger_now="yes")
    make.request(now, people=[mum])
    make.screened(sent, officer, now)
    return sent


def test_every_part_of_a_request_is_open_to_all(page: Page) -> None:
    officer = make.officer()
    sent = told_of_abuse(officer)
    sign_in(page, officer)
    for part in PARTS:
        page.goto(f"/requests/{sent.pk}/{part}")
        axe(page)
    make.linked(sent, officer, timezone.now())
    for part in ("known/", "decide/"):
        page.goto(f"/requests/{sent.pk}/{part}")
        axe(page)


def test_a_decision_with_everything_missing_says_so_beside_each_question(page: Page) -> None:
    officer = make.officer()
    sent = make.ready(timezone.now(), by=officer)
    sign_in(page, officer)
    page.goto(f"/requests/{sent.pk}/decide/")
    press(page, "Decide")
    axe(page)
    page.get_by_label("Help from one agency").check()
    press(page, "Decide")
    axe(page)


def test_the_queue_and_what_was_sent_are_open_to_all_on_a_telephone(phone_page: Page) -> None:
    officer, worker = make.officer(), factories.practitioner("practitioner")
    told_of_abuse(officer)
    sent = make.request(timezone.now(), by=worker)
    sign_in(phone_page, officer)
    phone_page.goto("/requests/")
    axe(phone_page)
    fits(phone_page)
    sign_in(phone_page, worker)
    for address in ("/requests/sent/", f"/requests/sent/{sent.pk}/"):
        phone_page.goto(address)
        axe(phone_page)
        fits(phone_page)


def test_panels_are_open_to_all(page: Page) -> None:
    chair, now = make.chair(), timezone.now()
    held = make.meeting(now, by=chair)
    sent = make.at_panel(now, held)
    make.at_panel(now, held)
    item = sent.agenda_items.get()
    sign_in(page, chair)
    for address in (
        "/requests/panels/",
        "/requests/panels/early-help-panel/",
        "/requests/panels/early-help-panel/plan/",
        f"/requests/panels/meetings/{held.pk}/",
        f"/requests/panels/meetings/{held.pk}/minutes/",
        f"/requests/panels/agenda/{item.pk}/decide/",
    ):
        page.goto(address)
        axe(page)
    press(page, "Keep the decision")
    axe(page)


@pytest.mark.parametrize(
    "step", ["who", "danger", "sharing", "person/you", "birth/you", "contact", "people", "home"]
)
def test_a_page_with_nothing_answered_says_so_to_everybody(phone_page: Page, step: str) -> None:
    phone_page.goto("/ask/")
    press(phone_page, "Start now")
    for place, given in PARENT.items():
        axe(phone_page)
        fits(phone_page)
        if place == step:
            press(phone_page, "Continue")
            axe(phone_page)
            return
        _give(phone_page, given)
        press(phone_page, "Continue")


def _give(page: Page, given: dict[str, str]) -> None:
    for name, value in given.items():
        box = page.locator(f'[name="{name}"]')
        if box.first.get_attribute("type") == "radio":
            page.locator(f'[name="{name}"][value="{value}"]').check()
        elif box.evaluate("one => one.tagName") == "SELECT":
            box.select_option(value)
        else:
            box.fill(value)


def test_a_family_reaches_the_end_with_or_without_scripts(either_page: Page) -> None:
    either_page.goto("/ask/")
    press(either_page, "Start now")
    for given in PARENT.values():
        _give(either_page, given)
        press(either_page, "Continue")
    axe(either_page)
    either_page.get_by_role("link", name="Save and come back later").click()
    axe(either_page)
    either_page.go_back()
    press(either_page, "Agree and send")
    axe(either_page)
    assert HelpRequest.objects.count() == 1
