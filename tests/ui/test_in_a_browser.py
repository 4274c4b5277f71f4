"""Components in a real browser: accessible in every state, and what the scripts add."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser_kit import axe, fits, picture

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SHELL = """<!DOCTYPE html><html lang="en"><title>Try</title><body class="govuk-template__body">
<script src="/static/start.js"></script>{}<script src="/static/main.js"></script></body></html>"""
DRAFT = """<form method="post" action="/done" data-once data-autosave="/draft" data-autosave-local="try">
<input type="hidden" name="version" value="1"><textarea id="note" name="note"></textarea>
<p data-autosave-status role="status"></p><button>Send</button></form>"""


def show(page: Page, live: str, html: str) -> None:
    page.route("**/try", lambda route: route.fulfill(body=SHELL.format(html), content_type="text/html"))
    page.goto(f"{live}/try")


def answer(page: Page, path: str, status: int, body: str = "{}") -> list[str]:
    """Answer what is sent to a path; what was sent is in the list."""
    sent: list[str] = []

    def reply(route: Route) -> None:
        sent.append(route.request.post_data or "")
        route.fulfill(status=status, body=body, content_type="application/json")

    page.route(f"**{path}", reply)
    return sent


@pytest.mark.parametrize("address", ["/components/", "/components/?dir=rtl"])
def test_axe_finds_nothing_on_the_gallery(page: Page, live: str, address: str) -> None:
    page.goto(live + address)
    axe(page)
    fits(page)
    picture(page, "components-rtl" if "rtl" in address else "components")


def test_axe_finds_nothing_where_everything_is_wrong(either_page: Page, live: str) -> None:
    either_page.goto(f"{live}/components/?state=mistakes")
    axe(either_page)


@pytest.mark.parametrize("address", ["/components/", "/components/?dir=rtl", "/components/?state=mistakes"])
def test_nothing_is_wider_than_a_small_phone(phone_page: Page, live: str, address: str) -> None:
    phone_page.goto(live + address)
    fits(phone_page)
    axe(phone_page)


def test_the_summary_of_mistakes_takes_focus_and_leads_to_the_box(page: Page, live: str) -> None:
    page.goto(f"{live}/components/?state=mistakes")
    expect(page.locator(".govuk-error-summary")).to_be_focused()
    page.get_by_role("link", name="Date of birth must be a real date").click()
    expect(page.locator("#wrong_born-day")).to_be_focused()


def test_a_further_question_is_shown_only_under_its_answer(page: Page, live: str) -> None:
    page.goto(f"{live}/components/")
    number = page.locator("#empty_number")
    expect(number).to_be_hidden()
    page.locator("#empty_phone").check()
    expect(number).to_be_visible()
    axe(page)


def test_without_scripts_every_question_is_there(plain_page: Page, live: str) -> None:
    plain_page.goto(f"{live}/components/")
    expect(plain_page.locator("#empty_number")).to_be_visible()


def test_another_set_of_questions_is_added_and_takes_focus(page: Page, live: str) -> None:
    page.goto(f"{live}/components/")
    page.get_by_role("button", name="Add another child").click()
    expect(page.locator("#id_children-2-name")).to_be_focused()
    expect(page.locator("[name=children-TOTAL_FORMS]")).to_have_value("3")


def test_what_is_typed_is_kept_and_the_page_says_so(page: Page, live: str) -> None:
    sent = answer(page, "/draft", 200, '{"saved": "Draft saved at 10:42am", "version": "2"}')
    show(page, live, DRAFT)
    page.locator("#note").press_sequentially("Bea sleeps better", delay=10)
    expect(page.get_by_role("status")).to_have_text("Draft saved at 10:42am")
    page.wait_for_timeout(2500)
    assert "Bea sleeps better" in sent[-1]
    assert len(sent) <= 2
    assert page.locator("[name=version]").input_value() == "2"


def test_a_newer_text_of_somebody_else_stops_the_keeping(page: Page, live: str) -> None:
    sent = answer(page, "/draft", 409)
    show(page, live, DRAFT)
    page.locator("#note").fill("Mine")
    expect(page.get_by_role("status")).to_have_text(re.compile("Someone else has saved a newer version"))
    page.locator("#note").fill("Mine too")
    page.wait_for_timeout(2500)
    assert len(sent) == 1


def test_what_could_not_be_kept_is_put_back_in_this_tab(page: Page, live: str) -> None:
    answer(page, "/draft", 429)
    show(page, live, DRAFT)
    page.locator("#note").fill("Not lost")
    expect(page.get_by_role("status")).to_have_text("The last change is not saved yet.")
    page.reload()
    expect(page.locator("#note")).to_have_value("Not lost")
    expect(page.get_by_role("status")).to_have_text("We have put back what you had typed.")


def test_pressing_twice_sends_once(page: Page, live: str) -> None:
    sent: list[str] = []
    page.route("**/done", lambda route: sent.append(route.request.url))
    show(page, live, DRAFT)
    page.evaluate(
        "document.querySelector('form').requestSubmit(); document.querySelector('form').requestSubmit()"
    )
    page.wait_for_timeout(300)
    assert len(sent) == 1
