"""The browser kit finds what it is there to find."""

import pytest
from playwright.sync_api import Page

from tests.browser_kit import axe, fits, picture

pytestmark = [pytest.mark.browser, pytest.mark.urls("tests.kits.pages")]


def test_a_page_in_order_passes_with_and_without_javascript(either_page: Page):
    either_page.goto("/good")
    axe(either_page)


def test_an_input_without_a_label_is_found(page: Page):
    page.goto("/unlabelled")
    with pytest.raises(AssertionError, match="label"):
        axe(page)


def test_the_same_words_leading_to_two_places_are_found(page: Page):
    page.goto("/same-words")
    with pytest.raises(AssertionError, match="“More” leads to 2 places"):
        axe(page)


def test_errors_without_the_word_in_the_title_are_found(page: Page):
    page.goto("/error")
    with pytest.raises(AssertionError, match="its title is “A page”"):
        axe(page)


def test_a_page_that_fits_a_phone_passes(phone_page: Page):
    phone_page.goto("/good")
    fits(phone_page)


def test_a_page_wider_than_a_phone_is_found(phone_page: Page):
    phone_page.goto("/wide")
    with pytest.raises(AssertionError, match="wider than the screen"):
        fits(phone_page)


def test_a_script_in_the_page_is_refused_and_noted(page: Page, page_faults: list[str]):
    page.goto("/refused")
    assert page.title() == "A page"
    assert "Content Security Policy" in page_faults.pop()


def test_pictures_are_kept_only_when_asked_for(page: Page, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("RIGHTDOOR_PICTURES", raising=False)
    page.goto("/good")
    picture(page, "never-kept")
