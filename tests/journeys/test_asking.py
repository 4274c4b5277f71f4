"""Asking for help, as each who may ask does it: on a small phone, with a code, twice at once, and back."""

import pytest

from rightdoor.frontdoor.models import HelpRequest
from tests.browser_kit import axe, fits
from tests.frontdoor import walking
from tests.journeys import asking
from tests.journeys.asking import Pages
from tests.journeys.stage import Actor, Stage

pytestmark = pytest.mark.browser
SMALL_PHONE = {"width": 360, "height": 640}
ON_A_PHONE = {
    "parent": (asking.parents_answers(), "Agree and send"),
    "young person": (asking.young_persons_answers(), "Agree and send"),
    "neighbour": (asking.neighbours_answers(), "Send"),
}


@pytest.mark.parametrize(("pages", "button"), ON_A_PHONE.values(), ids=ON_A_PHONE)
def test_somebody_asks_on_a_small_phone(stage: Stage, pages: Pages, button: str):
    somebody = stage.somebody(viewport=SMALL_PHONE)
    somebody.opens("/ask/").presses("Start now")
    for page in pages:
        fits(somebody.page)
        asking.go_on(somebody, [page])
    fits(somebody.page)
    reference = asking.send(somebody, button)
    assert HelpRequest.objects.get().reference == reference


def test_somebody_comes_back_with_their_code_on_another_phone(stage: Stage):
    first, pages = stage.somebody(), asking.parents_answers()
    asking.ask(first, pages[:5]).follows("Save and come back later")
    code = asking.reference(first)
    other = stage.somebody(viewport=SMALL_PHONE).opens("/ask/")
    other.follows("Go on with what you began, with your code").answers({"Your code": code}, then="Go on")
    asking.go_on(other, pages[5:6]).opens("/ask/1/check/").sees("Marisol", "020 7946 0044")


def test_a_wrong_code_finds_nothing_and_says_so(stage: Stage):
    somebody = stage.somebody().opens("/ask/come-back/")
    somebody.hands.answer(somebody.page, {"Your code": "AAAA-BBBB-CCCC-DDDD"})
    somebody.hands.press(somebody.page, "Go on")
    somebody.sees("There is no request with this code")
    axe(somebody.page)


def test_the_back_button_shows_what_was_answered_and_it_can_be_changed(stage: Stage):
    somebody = stage.who_has_answered(walking.PARENT).opens("/ask/1/hopes/")
    somebody.answers({"What would help?": "Somebody to talk to."})
    somebody.page.go_back()
    assert somebody.page.get_by_label("What would help?").input_value() == "Somebody to talk to."
    somebody.answers({"What would help?": "My sister."})
    somebody.opens("/ask/1/check/").sees("My sister.").does_not_see("Somebody to talk to.")


def test_going_back_after_sending_leads_to_what_was_sent_and_sends_nothing_more(stage: Stage):
    somebody = stage.who_has_answered(walking.PARENT)
    asking.send(somebody, "Agree and send")
    somebody.page.go_back()
    somebody.page.reload()
    somebody.sees("We have your request")
    assert HelpRequest.objects.count() == 1


def test_two_windows_with_one_form_change_nothing_behind_each_others_back(stage: Stage):
    one = stage.who_has_answered(walking.PARENT).opens("/ask/1/worries/")
    two = Actor(one.page.context.new_page()).opens("/ask/1/worries/")
    asked = "What is happening that you would like help with?"
    one.answers({asked: "I cry a lot."})
    two.hands.answer(two.page, {asked: "I am very tired."})
    two.hands.press(two.page, "Continue")
    two.sees("I cry a lot.")
    assert two.page.locator("textarea").input_value() == "I am very tired."
    axe(two.page)


def test_a_double_click_on_send_sends_one_request(stage: Stage):
    somebody = stage.who_has_answered(walking.PARENT)
    somebody.page.get_by_role("button", name="Agree and send").dblclick()
    somebody.page.wait_for_url("**/sent/")
    assert HelpRequest.objects.count() == 1


def test_two_windows_that_both_send_send_one_request(stage: Stage):
    one = stage.who_has_answered(walking.PARENT)
    two = Actor(one.page.context.new_page()).opens(one.page.url)
    for window in (one, two):
        window.presses("Agree and send").sees("We have your request")
    assert HelpRequest.objects.count() == 1


def test_somebody_who_may_not_be_safe_leaves_quickly(stage: Stage):
    somebody = asking.ask(stage.somebody(), asking.parents_answers()[:1])
    leave = somebody.page.get_by_role("button", name="Exit this page")
    assert leave.get_attribute("href") == "https://www.bbc.co.uk/weather"
