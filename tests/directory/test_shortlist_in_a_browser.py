"""Keeping services in a real browser: with scripts and without, by keyboard, on a telephone and on paper."""

import pytest
from playwright.sync_api import Page, expect

from rightdoor.access import audit
from rightdoor.access.partnership import pack
from rightdoor.directory import actions, shortlist
from rightdoor.directory.models import Service
from rightdoor.directory.sealing import seal, seal_services
from tests.browser_kit import axe, fits
from tests.directory.factories import service
from tests.factories import NOW

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def full_list(db: None) -> str:
    """The address of a list with real entries, one of which is gone."""
    actions.load_services(pack=pack(), by=audit.SYSTEM, now=NOW)
    keys = list(Service.objects.order_by("name").values_list("pk", flat=True)[:5])
    Service.objects.filter(pk=keys[1]).update(status="closed")
    return seal_services(keys)


def hold(page: Page, sealed: str) -> None:
    page.context.add_cookies(
        [{"name": shortlist.COOKIE, "value": sealed, "domain": "localhost", "path": "/"}]
    )


def test_services_are_found_kept_ordered_and_cleared(either_page: Page) -> None:
    page = either_page
    for name in ("Stay and play", "Play outside"):
        service(name)
    page.goto(f"/find/found/{seal({'words': 'play'})}/")
    for already in range(2):
        page.get_by_role("button", name="Keep on your list").first.click()
        expect(page.get_by_text("On your list.")).to_have_count(already + 1)
    page.get_by_role("link", name="Your list", exact=True).click()
    before = page.locator(".app-kept h2").all_inner_texts()
    page.get_by_role("button", name=f"Move up ({before[1]})").click()
    expect(page.locator(".app-kept h2").first).to_have_text(before[1])
    page.get_by_role("button", name="Clear this list").click()
    expect(page.get_by_text("Nothing is on your list.")).to_be_visible()
    axe(page)


def test_a_service_is_kept_by_keyboard_alone(page: Page) -> None:
    service("Group")
    page.goto("/find/services/group/")
    page.get_by_role("button", name="Keep on your list (Group)").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Take it off (Group)")).to_be_visible()
    axe(page)


@pytest.mark.parametrize("view", ["", "?view=large"])
def test_a_list_can_be_used_by_everybody_and_fits_a_small_telephone(
    view: str, phone_page: Page, full_list: str
) -> None:
    hold(phone_page, full_list)
    for path in ("/find/kept/", f"/find/kept/{full_list}/", "/find/kept/over/"):
        phone_page.goto(path + view)
        fits(phone_page)
        axe(phone_page)


def test_a_list_reads_from_right_to_left(phone_page: Page, full_list: str) -> None:
    hold(phone_page, full_list)
    phone_page.goto("/language/ar/?back=/find/kept/")
    fits(phone_page)
    axe(phone_page)


def test_a_full_list_says_so_where_it_can_be_put_right(either_page: Page) -> None:
    keys = [service(f"Group {n}", slug=f"group-{n}").pk for n in range(shortlist.MOST)]
    service("One more")
    hold(either_page, seal_services(keys))
    either_page.goto("/find/services/one-more/")
    either_page.get_by_role("button", name="Keep on your list").click()
    expect(either_page.get_by_text("There is no room for that.")).to_be_visible()
    expect(either_page.locator(".app-kept > li")).to_have_count(shortlist.MOST)
    axe(either_page)


def test_only_the_services_are_on_paper(page: Page, full_list: str) -> None:
    hold(page, full_list)
    page.goto("/find/kept/")
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", name="No longer listed")).to_be_visible()
    for left_out in ("Clear this list", "Move down", "Take it off"):
        expect(page.get_by_role("button", name=left_out).first).to_be_hidden()
    expect(page.get_by_label("Address of this list")).to_be_hidden()


def test_a_list_is_opened_by_its_address_and_kept(either_page: Page, full_list: str) -> None:
    either_page.goto(f"/find/kept/{full_list}/")
    axe(either_page)
    either_page.get_by_role("button", name="Keep these on your list").click()
    expect(either_page.get_by_role("heading", name="Your list", level=1)).to_be_visible()
    expect(either_page.locator(".app-kept > li")).to_have_count(4)
