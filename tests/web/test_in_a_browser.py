"""The shell in a real browser: every page of it, full and empty, right and wrong."""

import pytest
from playwright.sync_api import Page, expect

from rightdoor.access.models import Practitioner
from rightdoor.access.partnership import pack
from rightdoor.access.roles import ROLES
from tests.browser_kit import axe, fits, sign_in
from tests.factories import NOW, practitioner
from tests.frontdoor import factories as door
from tests.plans import factories as plans

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WARD = next(iter(pack().atlas.areas))


@pytest.fixture
def scene(db: None) -> plans.Scene:
    cast = plans.Cast()
    opened = plans.opened(cast=cast)
    plans.offered(cast)
    door.at_panel(NOW, door.meeting(NOW))
    door.request(NOW, by=cast.lead)
    return opened


@pytest.fixture
def everybody(db: None) -> Practitioner:
    return practitioner(*ROLES)


@pytest.mark.parametrize("who", ["lead", "supervisor", "officer", "stranger"])
def test_the_home_page_of_each_is_open_to_all(who: str, page: Page, scene: plans.Scene) -> None:
    sign_in(page, getattr(scene.cast, who))
    page.goto("/today/")
    axe(page)


@pytest.mark.parametrize(
    "path", ["/today/", "/search/", "/localities/", f"/localities/{WARD}/", "/practitioners/"]
)
def test_a_page_fits_a_small_telephone(path: str, phone_page: Page, everybody: Practitioner) -> None:
    sign_in(phone_page, everybody)
    phone_page.goto(path)
    fits(phone_page)


@pytest.mark.parametrize(
    "path",
    [
        "/search/",
        "/localities/",
        f"/localities/{WARD}/",
        "/practitioners/",
        "/practitioners/open/",
        "/nowhere/",
    ],
)
def test_a_page_is_open_to_all(path: str, page: Page, everybody: Practitioner) -> None:
    sign_in(page, everybody)
    page.goto(path)
    axe(page)


def test_a_search_shows_whom_to_ring_with_and_without_scripts(either_page: Page, scene: plans.Scene) -> None:
    sign_in(either_page, scene.cast.stranger)
    either_page.goto("/search/")
    either_page.get_by_label("First name").fill("Ines")
    either_page.get_by_label("Family name").fill("Quill")
    either_page.get_by_role("button", name="Search").click()
    expect(either_page.get_by_text("Known to:").first).to_be_visible()
    assert "Quill" not in either_page.url
    axe(either_page)


def test_an_empty_search_says_beside_the_field_what_is_needed(
    either_page: Page, everybody: Practitioner
) -> None:
    sign_in(either_page, everybody)
    either_page.goto("/search/")
    either_page.get_by_role("button", name="Search").click()
    either_page.get_by_role("link", name="Enter a family name").click()
    expect(either_page.get_by_label("Family name")).to_be_focused()
    axe(either_page)


def test_an_account_is_opened_and_a_role_given(either_page: Page, everybody: Practitioner) -> None:
    page = either_page
    sign_in(page, everybody)
    page.goto("/practitioners/open/")
    page.get_by_role("button", name="Open the account").click()
    axe(page)
    page.get_by_label("Name", exact=True).fill("Ada New")
    page.get_by_label("E-mail address").fill("ada@example.org")
    page.get_by_label("Agency").select_option(everybody.agency_id)
    page.get_by_label("Job").select_option("health-visitor")
    page.get_by_label("Practitioner", exact=True).check()
    page.get_by_role("button", name="Open the account").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ada New")
    page.get_by_label("Give a role").select_option("lead")
    page.get_by_role("button", name="Give this role").click()
    expect(page.get_by_role("heading", name="Lead professional")).to_be_visible()
    axe(page)
