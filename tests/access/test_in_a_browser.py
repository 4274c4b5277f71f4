"""Signing in with a real browser: password, codes, keys; with and without JavaScript, by keyboard alone."""

import pytest
from allauth.mfa.totp.internal import auth as totp
from django.core.cache import cache
from playwright.sync_api import Page, expect

from rightdoor.access.models import Practitioner
from tests.browser_kit import axe, fits, sign_in
from tests.factories import practitioner

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PASSWORD = "a long test password"
PAGES = [
    "/",
    "/sign-in/",
    "/sign-in/password/link/",
    "/sign-in/inactive/",
    "/demo/",
    "/accessibility/",
    "/privacy/",
]
OWN_PAGES = [
    "/practitioners/mine/",
    "/sign-in/out/",
    "/sign-in/password/",
    "/sign-in/again/",
    "/sign-in/second-step/",
    "/sign-in/second-step/keys/",
]


@pytest.fixture(autouse=True)
def _no_limits_from_other_tests() -> None:
    cache.clear()


@pytest.fixture
def robin(db: None) -> Practitioner:
    return practitioner("lead", email="robin@example.org")


def code(secret: str) -> str:
    return str(totp.format_hotp_value(totp.hotp_value(secret, list(totp.yield_hotp_counters_from_time())[1])))


def enter(page: Page) -> None:
    page.goto("/sign-in/")
    page.get_by_label("E-mail address").fill("robin@example.org")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()


@pytest.mark.parametrize("path", PAGES)
def test_every_public_page_is_open_to_all(path: str, page: Page, db: None) -> None:
    page.goto(path)
    axe(page)


@pytest.mark.parametrize("path", OWN_PAGES)
def test_every_page_of_ones_own_account_is_open_to_all(path: str, page: Page, robin: Practitioner) -> None:
    sign_in(page, robin)
    page.goto(path)
    axe(page)


def test_a_wrong_password_is_said_at_the_top_and_is_open_to_all(
    either_page: Page, robin: Practitioner
) -> None:
    either_page.goto("/sign-in/")
    either_page.get_by_label("E-mail address").fill("robin@example.org")
    either_page.get_by_label("Password", exact=True).fill("wrong")
    either_page.get_by_role("button", name="Sign in").click()
    expect(either_page).to_have_title("Error: Sign in – Lewisham Children's Partnership")
    expect(either_page.get_by_label("E-mail address")).to_have_value("robin@example.org")
    axe(either_page)


def test_signing_in_needs_no_mouse(page: Page, robin: Practitioner) -> None:
    page.goto("/sign-in/")
    page.get_by_label("E-mail address").focus()
    page.keyboard.type("robin@example.org")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page).to_have_url("/today/")


def test_an_app_and_its_codes_are_the_second_step(either_page: Page, robin: Practitioner) -> None:
    page = either_page
    enter(page)
    page.goto("/sign-in/second-step/app/")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Confirm").click()
    secret = page.locator(".app-code").inner_text()
    axe(page)
    page.get_by_label("Code").fill(code(secret))
    page.get_by_role("button", name="Turn on").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Recovery codes")
    axe(page)
    page.goto("/sign-in/out/")
    page.get_by_role("button", name="Sign out").click()
    enter(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Second step")
    axe(page)


def test_a_security_key_is_added_and_opens_the_account_under_the_strict_policy(
    page: Page, robin: Practitioner
) -> None:
    keys = page.context.new_cdp_session(page)
    keys.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "usb", "hasUserVerification": True, "isUserVerified": True}
    keys.send(
        "WebAuthn.addVirtualAuthenticator",
        {"options": {**options, "automaticPresenceSimulation": True, "hasResidentKey": True}},
    )
    enter(page)
    page.goto("/sign-in/second-step/keys/add/")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Confirm").click()
    page.get_by_label("Name of the key").fill("My key")
    axe(page)
    page.get_by_role("button", name="Add the key").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Recovery codes")
    page.goto("/sign-in/out/")
    page.get_by_role("button", name="Sign out").click()
    enter(page)
    page.get_by_role("button", name="Use a security key").click()
    expect(page).to_have_url("/today/")


def test_signing_in_fits_a_small_telephone(phone_page: Page, db: None) -> None:
    phone_page.goto("/sign-in/")
    fits(phone_page)
