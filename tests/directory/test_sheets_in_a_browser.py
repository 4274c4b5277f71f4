"""Sheets in a real browser: whole, large and easy, on a small telephone and on paper."""

import pytest
from playwright.sync_api import Page

from tests.browser_kit import axe, fits

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PATHS = [
    "/advice/",
    "/advice/?age=0m&worry=offending",
    "/advice/easy-read/",
    "/advice/your-rights/",
    "/advice/safe-sleep/?view=large",
    "/advice/domestic-abuse/?view=easy",
]


@pytest.mark.parametrize("path", PATHS)
def test_a_page_of_sheets_is_open_to_all(path: str, page: Page) -> None:
    page.goto(path)
    axe(page)


@pytest.mark.parametrize("path", PATHS)
def test_a_page_of_sheets_fits_a_small_telephone(path: str, phone_page: Page) -> None:
    phone_page.goto(path)
    fits(phone_page)


def test_large_print_is_18_points_or_more(page: Page) -> None:
    page.goto("/advice/tantrums/?view=large")
    sizes = page.eval_on_selector_all(
        "main p, main li",
        "all => all.filter(e => e.checkVisibility()).map(e => parseFloat(getComputedStyle(e).fontSize))",
    )
    assert min(sizes) >= 24  # pixels, which are 18 points


def test_on_paper_a_sheet_is_only_what_it_says(page: Page) -> None:
    page.goto("/advice/tantrums/")
    page.emulate_media(media="print")
    assert page.get_by_text("Get help now").is_visible()
    assert not page.get_by_text("What you can do next").is_visible()
    assert not page.locator(".govuk-exit-this-page").first.is_visible()
