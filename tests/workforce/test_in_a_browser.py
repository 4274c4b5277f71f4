"""Pages about champions in a real browser."""

import pytest
from playwright.sync_api import Page, expect

from rightdoor.access.roles import ROLES
from rightdoor.workforce import actions
from tests.browser_kit import axe, fits, sign_in
from tests.factories import NOW, practitioner
from tests.workforce.factories import BEGAN, active, champion, keeper, wish

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
STAFF = ["/workforce/champions/", "/workforce/champions/wishes/", "/workforce/champions/counts/"]


def full_desk() -> str:
    who = champion("Imani Okoro", meet="Library, Tuesdays at 9:30am", languages=["Somali", "English"])
    active(who)
    actions.add_training(
        champion=who, course="Safeguarding", done_on=BEGAN, expires_on=None, by=keeper(), now=NOW
    )
    actions.answer_wish(wish=wish(), by=keeper(), now=NOW)
    wish()
    return f"/workforce/champions/{who.pk}/"


@pytest.mark.parametrize("number", range(len(STAFF) + 1))
def test_the_pages_of_champions_are_open_to_all_and_fit(number: int, phone_page: Page) -> None:
    own = full_desk()
    sign_in(phone_page, practitioner(*ROLES))
    phone_page.goto([*STAFF, own][number])
    axe(phone_page)
    fits(phone_page)


def test_a_parent_finds_a_champion_and_asks_to_help(either_page: Page) -> None:
    full_desk()
    either_page.goto("/champions/")
    expect(either_page.get_by_text("Library, Tuesdays at 9:30am")).to_be_visible()
    axe(either_page)
    either_page.get_by_role("button", name="I would like to help").click()
    either_page.get_by_label("Peer mentor").check()
    either_page.get_by_role("button", name="Send").click()
    axe(either_page)
    either_page.get_by_label("What shall we call you?").fill("Bo")
    either_page.get_by_label("How can we reach you?").fill("020 7946 0000")
    either_page.get_by_label("I am 18 or over").check()
    either_page.get_by_role("button", name="Send").click()
    expect(either_page.get_by_role("heading", name="Thank you for asking to help")).to_be_visible()
