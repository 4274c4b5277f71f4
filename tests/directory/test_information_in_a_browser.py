"""Copies and information leads in a real browser, full and with mistakes."""

import pytest
from playwright.sync_api import Page, expect

from rightdoor.access.partnership import pack
from rightdoor.access.roles import ROLES
from rightdoor.directory import actions
from tests.browser_kit import axe, fits, sign_in
from tests.directory.test_copies import WANTED
from tests.directory.test_leads import LEAD
from tests.factories import NOW, practitioner

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
STAFF = ["/information/leads/", "/information/copies/", "/information/sheets/"]


def full_desk() -> None:
    keeper = practitioner("coordinator")
    actions.name_lead(setting=pack().settings[0], changes=LEAD, version=0, by=keeper, now=NOW)
    actions.ask_for_copy(asked=WANTED, now=NOW)
    actions.send_copy(copy=actions.ask_for_copy(asked=WANTED, now=NOW), by=keeper, now=NOW)


@pytest.mark.parametrize("path", STAFF)
def test_the_desk_is_open_to_all(path: str, page: Page) -> None:
    full_desk()
    sign_in(page, practitioner(*ROLES))
    page.goto(path)
    axe(page)


@pytest.mark.parametrize("path", STAFF)
def test_the_desk_fits_a_small_telephone(path: str, phone_page: Page) -> None:
    full_desk()
    sign_in(phone_page, practitioner(*ROLES))
    phone_page.goto(path)
    fits(phone_page)


def test_somebody_asks_for_a_copy_with_or_without_scripts(either_page: Page) -> None:
    either_page.goto("/advice/copy/?sheet=your-rights")
    either_page.get_by_label("Braille").check()
    either_page.get_by_label("By e-mail").check()
    either_page.get_by_role("button", name="Ask for this copy").click()
    axe(either_page)
    either_page.get_by_label("Your e-mail address").fill("somebody@example.org")
    either_page.get_by_label("It is safe to send it there").check()
    either_page.get_by_role("button", name="Ask for this copy").click()
    expect(either_page.get_by_role("heading", name="We have your wish for a copy")).to_be_visible()
    axe(either_page)


def test_somebody_finds_who_can_tell_them_on_a_small_telephone(phone_page: Page) -> None:
    full_desk()
    phone_page.goto("/advice/who-can-tell-you/")
    phone_page.get_by_label("Name, or your postcode").fill(pack().settings[0].name)
    phone_page.get_by_role("button", name="Find").click()
    expect(phone_page.get_by_text("Ask for: Family support worker")).to_be_visible()
    axe(phone_page)
    fits(phone_page)
