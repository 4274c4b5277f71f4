"""Looking through files in a real browser, on a telephone too."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser_kit import axe, fits, sign_in
from tests.directory.test_import_pages import read_in, row
from tests.factories import practitioner

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_keeper_looks_through_a_file_on_a_telephone(phone_page: Page) -> None:
    made = read_in()
    sign_in(phone_page, practitioner("coordinator"))
    phone_page.goto("/directory/imports/")
    axe(phone_page)
    phone_page.get_by_role("link", name="services.json").click()
    axe(phone_page)
    fits(phone_page)
    phone_page.goto(f"/directory/imports/rows/{row(made, 2).pk}/")
    axe(phone_page)
    fits(phone_page)
    phone_page.get_by_role("button", name="It is this one").click()
    expect(phone_page.get_by_text("which stays as it is")).to_be_visible()
