"""Where the stories happen: a calendar that can be turned, and a browser for everybody who plays."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.test import Client
from playwright.sync_api import Browser, Locator, Page

from rightdoor.access import actions as access
from rightdoor.access import audit
from rightdoor.access.models import Practitioner
from rightdoor.access.partnership import pack
from rightdoor.demo.actions import bring_personas
from tests.browser_kit import WIDE, Faults, keep_cookies, new_context, picture, sign_in
from tests.frontdoor.walking import walk
from tests.journeys.hands import Hands, Mouse, Said

TABLET = {"width": 1024, "height": 900}


@dataclass
class Calendar:
    """What day it is. It goes on by itself, as a clock does, from wherever it is set."""

    set_to: datetime
    set_at: float = field(default_factory=time.monotonic)

    def now(self) -> datetime:
        """Give the moment it is."""
        return self.set_to + timedelta(seconds=time.monotonic() - self.set_at)

    def turn_to(self, moment: datetime) -> None:
        """Turn to another moment."""
        self.set_to, self.set_at = moment, time.monotonic()

    def go_on(self, **by: float) -> datetime:
        """Turn on by some days or hours."""
        self.turn_to(self.now() + timedelta(**by))
        return self.now()


@dataclass
class Actor:
    """Somebody at a browser of their own."""

    page: Page
    hands: Hands = field(default_factory=Mouse)

    def opens(self, path: str) -> "Actor":
        """Open an address."""
        self.page.goto(path)
        return self

    def answers(self, questions: Mapping[str, Said], then: str = "Continue") -> "Actor":
        """Answer the page's questions and send them; the page that follows must have no mistakes to show."""
        self.hands.answer(self.page, questions)
        return self.presses(then)

    def presses(self, button: str) -> "Actor":
        """Press a button."""
        self.hands.press(self.page, button)
        faults = self.page.locator(".govuk-error-summary")
        assert not faults.count(), f"{self.page.url}: {faults.inner_text()}"
        return self

    def follows(self, link: str, within: str = "") -> "Actor":
        """Follow a link; in a list, the one that stands beside these words."""
        self.hands.follow(self.page, link, within)
        return self

    def sees(self, *words: str) -> "Actor":
        """Make sure that words stand on the page."""
        missing = [one for one in words if one not in self.text()]
        assert not missing, f"{missing} is not at {self.page.url}:\n{self.page.inner_text('body')[:1500]}"
        return self

    def does_not_see(self, *words: str) -> "Actor":
        """Make sure that words do not stand on the page."""
        there = [one for one in words if one in self.text()]
        assert not there, f"{there} is at {self.page.url}"
        return self

    def text(self) -> str:
        """Give everything the page says, folded parts too."""
        return " ".join((self.page.locator("body").text_content() or "").split())

    def heading(self) -> str:
        """Give the page's main heading."""
        return self.page.locator("h1").inner_text()

    def find(self, selector: str) -> Locator:
        """Find something by its place in the page."""
        return self.page.locator(selector)

    def keeps_picture(self, name: str) -> "Actor":
        """Keep what the page looks like for the docs, when that was asked for."""
        picture(self.page, name)
        return self


@dataclass
class Stage:
    """The house, its people, and a browser for each who plays."""

    browser: Browser
    address: str
    calendar: Calendar
    faults: Faults
    people: dict[str, Practitioner] = field(default_factory=dict)
    options: dict[str, Any] = field(default_factory=lambda: {"viewport": WIDE})
    hands: Hands = field(default_factory=Mouse)

    def furnish(self) -> None:
        """Bring in the partnership's pack and the people who work here."""
        now = self.calendar.now()
        access.load_pack(pack=pack(), by=audit.SYSTEM, now=now)
        self.people = bring_personas(pack=pack(), by=audit.SYSTEM, now=now)

    def somebody(self, **options: Any) -> Actor:
        """Give somebody who is not signed in, at a browser of their own."""
        page = new_context(self.browser, self.address, **{**self.options, **options}).new_page()
        self.faults.watch(page)
        return Actor(page, self.hands)

    def signed_in(self, key: str, **options: Any) -> Actor:
        """Give one of the people who work here, signed in now, at a browser of their own."""
        actor = self.somebody(**options)
        sign_in(actor.page, self.people[key])
        return actor

    def who_has_answered(self, answers: dict[str, dict[str, Any]]) -> Actor:
        """Give somebody not signed in who has answered every page, without walking there in the browser."""
        client, actor = Client(), self.somebody()
        walk(client, answers)
        keep_cookies(actor.page, client)
        return actor.opens("/ask/1/check/")

    def close(self) -> None:
        """Close every browser window."""
        for context in list(self.browser.contexts):
            context.close()
