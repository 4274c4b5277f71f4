"""Finding help in a real browser: with scripts and without, on a telephone, by its back button, and light."""

import gzip
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Response, expect

from rightdoor.access import audit
from rightdoor.access.partnership import pack
from rightdoor.directory import actions
from rightdoor.directory.sealing import seal
from tests.browser_kit import axe, fits
from tests.directory.factories import place, service
from tests.factories import NOW

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
POSTCODE = "SE13 6LY"
MOST_BYTES = 100_000


def full() -> None:
    actions.load_services(pack=pack(), by=audit.SYSTEM, now=NOW)
    for number in range(7):
        service(f"Play at hall {number}", places=(place(),), age_from_months=12, age_to_months=60)
    service("Play on the line", delivery=("telephone",))


def look(page: Page, words: str, postcode: str = "") -> None:
    page.goto("/find/")
    page.get_by_label("What would help?").fill(words)
    page.get_by_label("Your postcode").fill(postcode)
    page.get_by_role("button", name="Find help").click()


def test_somebody_finds_help_near_them_with_or_without_scripts(either_page: Page) -> None:
    full()
    either_page.goto("/find/")
    axe(either_page)
    look(either_page, "play with my toddler", POSTCODE)
    expect(either_page.get_by_role("heading", name="Near you")).to_be_visible()
    axe(either_page)
    either_page.get_by_role("link", name="See all 7").click()
    expect(either_page.get_by_role("link", name="Play at hall 6")).to_be_visible()
    axe(either_page)


def test_urgent_words_a_mistake_and_nothing_found_can_be_used_by_everybody(page: Page) -> None:
    full()
    look(page, "my husband hits me", "nowhere")
    expect(page.get_by_role("link", name="Call 999", exact=True)).to_be_visible()
    axe(page)
    look(page, "my husband hits me")
    expect(page.get_by_role("heading", name="If you are in danger now, call 999")).to_be_visible()
    axe(page)
    look(page, "xylophone")
    expect(page.get_by_text("We found nothing for these words")).to_be_visible()
    axe(page)


def test_the_back_button_leads_to_the_same_results(page: Page) -> None:
    full()
    look(page, "play with my toddler", POSTCODE)
    page.get_by_role("link", name="Play at hall 0").click()
    page.go_back()
    expect(page.get_by_role("heading", name="Near you")).to_be_visible()
    assert "toddler" not in page.url


@pytest.mark.parametrize("words", ["play", "my husband hits me", "x" * 200, "xylophone"])
def test_results_fit_a_small_telephone(phone_page: Page, words: str) -> None:
    full()
    look(phone_page, words, POSTCODE)
    fits(phone_page)
    phone_page.goto("/find/")
    fits(phone_page)


@pytest.mark.parametrize("asked", [{}, {"words": "play with my toddler", "postcode": POSTCODE}])
def test_a_first_visit_weighs_less_than_a_hundred_kilobytes(page: Page, asked: dict[str, str]) -> None:
    full()
    seen: list[Response] = []
    page.on("response", lambda one: seen.append(one))  # noqa: PLW0108 - playwright marks what it is given
    page.goto(f"/find/found/{seal(asked)}/" if asked else "/find/", wait_until="networkidle")
    weights = {urlsplit(one.url).path: weight(one) for one in seen}
    assert any(path.endswith(".woff2") for path in weights)
    assert sum(weights.values()) < MOST_BYTES, weights


def weight(answer: Response) -> int:
    """Give the bytes of an answer as the house's server sends it: text packed, fonts as they are."""
    body = answer.body()
    return len(body) if answer.url.endswith(".woff2") else len(gzip.compress(body))
