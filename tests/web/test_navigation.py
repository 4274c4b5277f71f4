"""What stands at the top of the pages for families: the ways to help, the one we are in marked."""

import re

import pytest
from django.test import Client
from playwright.sync_api import Page, expect

from rightdoor.engines.codes import SPOKEN
from rightdoor.web.languages import COOKIE
from rightdoor.web.navigation import FOR_FAMILIES, navigation
from tests.browser_kit import axe, fits


def marked(path: str) -> list[tuple[object, object]]:
    return [(entry["text"], entry["current"]) for entry in navigation(None, path) if entry["active"]]


def test_every_entry_for_families_leads_somewhere() -> None:
    assert len(navigation(None, "/")) == len(FOR_FAMILIES)


def test_no_entry_is_marked_on_the_front_page() -> None:
    assert marked("/") == []


def test_the_page_itself_is_marked_as_the_page_and_one_within_it_as_where_we_are() -> None:
    assert marked("/find/") == [("Find help", True)]
    assert marked("/find/services/new-direction/") == [("Find help", False)]
    assert marked("/find/pathways/money/") == [("Help by worry", False)]
    assert marked("/champions/join/") == [("Parents who help parents", False)]


def test_nothing_leads_away_by_accident_while_a_question_is_asked() -> None:
    assert navigation(None, "/ask/")
    assert navigation(None, "/ask/1/hard/") == []


@pytest.mark.django_db
@pytest.mark.parametrize("code", SPOKEN)
def test_the_navigation_speaks_the_readers_language(code: str, client: Client) -> None:
    client.cookies[COOKIE] = code
    page = client.get("/find/").content.decode()
    (entries,) = re.findall(r"<nav[^>]*govuk-service-navigation__wrapper.*?</nav>", page, re.DOTALL)
    assert ("Help by worry" in entries) == (code == "en")
    assert entries.count("aria-current") == 1


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("code", ["en", "ar"])
def test_the_front_page_and_its_navigation_fit_a_small_telephone(code: str, phone_page: Page) -> None:
    phone_page.goto(f"/language/{code}/?back=/")
    fits(phone_page)
    phone_page.locator(".govuk-service-navigation__toggle").click()
    expect(phone_page.locator(".app-navigation").get_by_role("link").first).to_be_visible()
    fits(phone_page)
    axe(phone_page)


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_without_scripts_every_entry_is_in_sight(plain_page: Page) -> None:
    plain_page.goto("/advice/")
    entries = plain_page.locator(".app-navigation").get_by_role("link")
    assert all(entry.is_visible() for entry in entries.all())
    assert entries.count() == len(FOR_FAMILIES)
    axe(plain_page)


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_help_is_looked_for_from_the_front_page(either_page: Page) -> None:
    either_page.goto("/")
    axe(either_page)
    either_page.get_by_label("What would help?").fill("my husband hits me")
    either_page.get_by_role("button", name="Find help").click()
    expect(either_page.get_by_role("heading", name="If you are in danger now, call 999")).to_be_visible()
