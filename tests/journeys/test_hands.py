"""The keyboard's hands notice what somebody without a mouse would suffer from."""

import pytest
from playwright.sync_api import Browser

from tests.journeys.hands import Keys, Mouse

pytestmark = pytest.mark.browser
PAGE = """<!DOCTYPE html><html lang="en"><style>{style}</style><title>Try</title><body>
<a href="#a">First</a> <a href="#b" {order}>Second</a> <a href="#c">Third</a>"""


def reach_third(browser: Browser, style: str = "", order: str = "") -> list[str]:
    page, keys = browser.new_page(), Keys()
    page.set_content(PAGE.format(style=style, order=order))
    keys.follow(page, "Third")
    page.close()
    return keys.faults


def test_a_page_whose_stops_are_seen_and_in_order_has_no_faults(browser: Browser):
    assert not reach_third(browser)


def test_a_stop_that_nothing_shows_is_found(browser: Browser):
    faults = reach_third(browser, style="a:focus { outline: none }")
    assert [fault for fault in faults if "nothing shows where the keyboard is" in fault]


def test_a_stop_out_of_order_is_found(browser: Browser):
    faults = reach_third(browser, order="tabindex='1'")
    assert [fault for fault in faults if "jumped back" in fault]


def test_a_question_without_a_label_is_not_found(browser: Browser):
    page = browser.new_page()
    page.set_content("<title>Try</title>Age <input name=age>")
    page.set_default_timeout(300)
    with pytest.raises(Exception, match="Timeout"):
        Mouse().answer(page, {"Age": "3"})
    page.close()
