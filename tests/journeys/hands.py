"""The hands of somebody at a browser: one pair uses a mouse, the other nothing but the keyboard.

Both find a question by its own words, as the person would, so a question without a label is not found.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Protocol

from playwright.sync_api import Locator, Page, Response

Said = str | int | date | list[str]
MOST_STOPS = 250

# Where the keyboard stands: said once for a box, a button, a link, and for a choice by the mark beside it.
_SEEN = """(at, without) => {
  const look = (el, pseudo) => {
    const s = getComputedStyle(el, pseudo);
    return [s.outlineStyle, s.outlineWidth, s.outlineColor, s.boxShadow, s.backgroundColor, s.borderColor,
            s.textDecorationLine].join("|");
  };
  const label = at.labels && at.labels[0];
  const now = () => [look(at)].concat(label ? [look(label, "::before")] : []).join("#");
  const focused = now();
  at.blur();
  const plain = now();
  at.focus({ preventScroll: true });
  return focused !== plain;
}"""
_WHO = "document.activeElement && document.activeElement !== document.body"
_AFTER = """(at) => {
  const before = window.journeyBefore;
  window.journeyBefore = at;
  return !before || !before.isConnected || !!(before.compareDocumentPosition(at) & 4);
}"""


class Hands(Protocol):
    """What somebody does on a page."""

    def answer(self, page: Page, answers: Mapping[str, Said]) -> None:
        """Answer questions, each found by its words."""

    def press(self, page: Page, words: str) -> None:
        """Press a button and wait for the page that follows."""

    def follow(self, page: Page, words: str, within: str = "") -> None:
        """Follow a link and wait for the page that follows."""


def question(page: Page, words: str) -> Locator:
    """Find a question by its own words: several boxes under one heading, or one box.

    `Nadia: Is she well?` is the question as it stands below the heading `Nadia`.
    """
    whom, asked = words.split(": ", 1) if ": " in words else ("", words)
    if whom and page.get_by_role("heading", name=whom, exact=True).count():
        below = f'//*[self::h2 or self::h3][normalize-space(.)="{whom}"]/following::legend'
        return page.locator(f'xpath=({below}[normalize-space(.)="{asked}"])[1]/parent::fieldset')
    exact = re.compile(rf"^\s*{re.escape(words)}\s*$")
    group = page.get_by_role("group", name=exact)
    return group.first if group.count() else page.get_by_label(exact).first


def is_group(found: Locator) -> bool:
    """Say whether a question has several boxes."""
    return str(found.evaluate("at => at.tagName")) == "FIELDSET"


def choices(found: Locator, said: Said) -> list[Locator]:
    """Find the boxes to tick, by their words."""
    wanted = said if isinstance(said, list) else [str(said)]
    return [found.get_by_label(re.compile(rf"^\s*{re.escape(one)}\s*$")).first for one in wanted]


def button(page: Page, words: str) -> Locator:
    """Find a button by its words; it must be there, for the page has been loaded."""
    found = page.get_by_role("button", name=words, exact=True)
    assert found.count(), f"There is no button “{words}” at {page.url}:\n{page.inner_text('body')[:1500]}"
    return found.first


def link(page: Page, words: str, within: str = "") -> Locator:
    """Find a link by its words, be it drawn as a button; it must be there, for the page has been loaded.

    In a list of things its words begin like this, and `within` says what stands beside it.
    """
    place = page.locator("section, article, li, tr").filter(has_text=within).last if within else page
    name = re.compile(rf"^\s*{re.escape(words)}") if within else words
    found = place.get_by_role("link", name=name, exact=True)
    found = found.or_(place.get_by_role("button", name=name, exact=True).and_(page.locator("a")))
    assert found.count(), f"There is no link “{words}” at {page.url}:\n{page.inner_text('body')[:1500]}"
    return found.first


def option(found: Locator, said: str) -> str:
    """Give the value of the choice in a list whose words are these, or begin with them."""
    offered: list[list[str]] = found.locator("option").evaluate_all(
        "all => all.map(o => [o.textContent.trim(), o.value])"
    )
    fits = [value for words, value in offered if words == said]
    fits += [value for words, value in offered if words.startswith(said)]
    assert fits, f"“{said}” is not among {[words for words, _ in offered]}"
    return fits[0]


def dated(found: Locator, said: date) -> list[tuple[Locator, str]]:
    """Give the three boxes of a date, and what goes into each."""
    parts = {"Day": said.day, "Month": said.month, "Year": said.year}
    return [(found.get_by_label(name, exact=True), str(value)) for name, value in parts.items()]


class Mouse:
    """Points, clicks and types."""

    def answer(self, page: Page, answers: Mapping[str, Said]) -> None:
        """Answer questions, each found by its words."""
        for words, said in answers.items():
            self._one(question(page, words), said)

    def _one(self, found: Locator, said: Said) -> None:
        if isinstance(said, date):
            for box, text in dated(found, said):
                box.fill(text)
        elif is_group(found):
            for box in choices(found, said):
                box.check()
        elif found.evaluate("at => at.tagName") == "SELECT":
            found.select_option(option(found, str(said)))
        elif found.get_attribute("type") == "checkbox":
            found.check()
        else:
            found.fill(str(said))

    def press(self, page: Page, words: str) -> None:
        """Press a button and wait for the page that follows."""
        found = button(page, words)
        arrived(page, found.click)

    def follow(self, page: Page, words: str, within: str = "") -> None:
        """Follow a link and wait for the page that follows."""
        found = link(page, words, within)
        arrived(page, found.click)


class Keys:
    """Tab, Enter, Space, arrows and letters. Every stop must be seen, and stops must follow the page."""

    def __init__(self) -> None:
        """Begin with nothing found."""
        self.faults: list[str] = []

    def answer(self, page: Page, answers: Mapping[str, Said]) -> None:
        """Answer questions, each found by its words."""
        for words, said in answers.items():
            self._one(page, question(page, words), said)

    def _one(self, page: Page, found: Locator, said: Said) -> None:
        if isinstance(said, date):
            for box, text in dated(found, said):
                self._type(page, box, text)
        elif is_group(found):
            for box in choices(found, said):
                self._choose(page, box)
        elif found.evaluate("at => at.tagName") == "SELECT":
            self._pick(page, found, option(found, str(said)))
        elif found.get_attribute("type") == "checkbox":
            self._choose(page, found)
        else:
            self._type(page, found, str(said))

    def press(self, page: Page, words: str) -> None:
        """Reach a button and press it with the Enter key."""
        self._go(page, button(page, words))

    def follow(self, page: Page, words: str, within: str = "") -> None:
        """Reach a link and follow it with the Enter key."""
        self._go(page, link(page, words, within))

    def _go(self, page: Page, found: Locator) -> None:
        self._reach(page, found)
        arrived(page, lambda: page.keyboard.press("Enter"))

    def _type(self, page: Page, found: Locator, text: str) -> None:
        self._reach(page, found)
        page.keyboard.press("Control+A")
        page.keyboard.type(text)

    def _pick(self, page: Page, found: Locator, value: str) -> None:
        self._reach(page, found)
        for _ in range(found.locator("option").count()):
            if found.input_value() == value:
                return
            page.keyboard.press("ArrowDown")
        assert found.input_value() == value

    def _choose(self, page: Page, found: Locator) -> None:
        if found.get_attribute("type") == "checkbox":
            self._reach(page, found)
            page.keyboard.press("Space")
        else:
            self._arrow(page, found)
        assert found.is_checked()

    def _arrow(self, page: Page, found: Locator) -> None:
        """Reach the one stop that a set of choices has, then walk along it with the arrows."""
        name = found.get_attribute("name")
        together = page.locator(f"input[type=radio][name='{name}']")
        chosen = page.locator(f"input[type=radio][name='{name}']:checked")
        self._reach(page, chosen.first if chosen.count() else together.first)
        if found.evaluate("at => at === document.activeElement"):
            page.keyboard.press("Space")
        for _ in range(together.count()):
            if found.is_checked():
                return
            page.keyboard.press("ArrowDown")

    def _reach(self, page: Page, found: Locator) -> None:
        """Press Tab until the keyboard stands there, looking at every stop on the way."""
        for _ in range(MOST_STOPS):
            if found.evaluate("at => at === document.activeElement"):
                return
            page.keyboard.press("Tab")
            self._look(page)
        raise AssertionError(f"{page.url}: the keyboard never came to {found}")

    def _look(self, page: Page) -> None:
        if not page.evaluate(_WHO):
            return
        at = page.evaluate_handle("document.activeElement")
        words = str(at.evaluate("at => (at.outerHTML || '').slice(0, 120)"))
        if not at.evaluate(_SEEN):
            self.faults.append(f"{page.url}: nothing shows where the keyboard is: {words}")
        if not at.evaluate(_AFTER):
            self.faults.append(f"{page.url}: the keyboard jumped back to {words}")


def arrived(page: Page, act: Callable[[], object]) -> Response | None:
    """Do something that leads to another page; wait until it is there."""
    with page.expect_navigation(wait_until="load") as going:
        act()
    return going.value
