"""A server killed at any moment loses no request and no decision it accepted, and leaves none half-made."""

import json
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import pytest
from bs4 import BeautifulSoup

from tests.crash_kit import Outcome, Server, Visitor, attempt, kill_during, moments

pytestmark = pytest.mark.crash
AT_ONCE = 4
KILLS_SENDING, KILLS_DECIDING = 6, 4
DECIDED = {"state": "allocating", "decisions": 1, "offers": 1, "letters": 1, "audited": 1, "sights": 1}
NOT_DECIDED = {"state": "screening", **dict.fromkeys(list(DECIDED)[1:], 0)}


@dataclass
class Window:
    """A form filled in, before its button is pressed; it can be sent again as a browser sends again."""

    visitor: Visitor
    address: str
    given: dict[str, str]

    def press(self) -> str:
        """Press the button; give the page that answers."""
        return self.visitor.post(self.address, **self.given)


Act = Callable[[Window], str]


def beside(server: Server, ask: str) -> Any:
    """Ask a process beside the server, on the same database."""
    return json.loads(server.python(f"from tests.crash import inside; inside.{ask}").splitlines()[-1])


def kill_again_and_again(server: Server, windows: list[Window], act: Act) -> list[Outcome]:
    """Let some act at once, kill the server at a random moment, and so on; tell how it ended for each."""
    groups = [windows[start : start + AT_ONCE] for start in range(0, len(windows), AT_ONCE)]
    began = time.monotonic()
    ended = together(server, groups[0], act)
    longest = 1.3 * (time.monotonic() - began)
    for after, group in zip(moments(len(groups) - 1, longest=longest, seed=7), groups[1:], strict=True):
        gave = kill_during(server, lambda _, own=group: together(server, own, act), after=after).gave
        ended += gave
    return ended


def together(server: Server, windows: list[Window], act: Act) -> list[Outcome]:
    """Let people act at the same time; tell how it ended for each."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(lambda one: attempt(server, lambda _: act(one)), windows))


def before_sending(server: Server, code: str) -> Window:
    """Have somebody come back with their code and stand before the button that sends."""
    visitor = Visitor(server)
    visitor.get("/ask/come-back/")
    visitor.post("/ask/come-back/", code=code)
    assert "Check your answers" in visitor.get("/ask/1/check/")
    return Window(visitor, "/ask/1/check/", visitor.hidden())


def send(window: Window) -> str:
    """Press Send; give the reference that was shown."""
    page = window.press()
    shown = BeautifulSoup(page, "html.parser").select_one(".app-done strong")
    assert shown, page[:2000]
    return shown.get_text(strip=True)


def test_every_request_that_was_confirmed_is_there_once_and_none_is_half_made(busy_server: Server):
    codes = beside(busy_server, f"drafts({AT_ONCE * (1 + KILLS_SENDING)})")
    windows = [before_sending(busy_server, code) for code in codes]
    ended = kill_again_and_again(busy_server, windows, send)
    confirmed = {one.gave for one in ended if one.accepted}
    found = beside(busy_server, "sent_requests()")
    assert confirmed <= {row["reference"] for row in found["sent"]}
    none_half_made(found, codes)
    again = {send(window) for window in windows}
    found = beside(busy_server, "sent_requests()")
    none_half_made(found, codes)
    assert again == {row["reference"] for row in found["sent"]}
    assert confirmed <= again and not found["drafts"]


def none_half_made(found: dict[str, Any], codes: list[str]) -> None:
    """Fail if a request lacks its people, audit or letter, if one is doubled, or if any row stands alone."""
    whole = {"people": 2, "audited": 1, "letters": 1}
    broken = [row for row in found["sent"] if {name: row[name] for name in whole} != whole]
    assert not broken and not found["alone"]
    sent = [row["code"] for row in found["sent"]]
    assert sorted(sent + found["drafts"]) == sorted(codes)


def before_deciding(server: Server, ready: dict[str, Any]) -> list[Window]:
    """Have one officer stand before the decision about each request, in windows of one browser."""
    officer = Visitor(server)
    officer.get("/demo/")
    officer.post("/demo/dolores-door/")
    chosen = {"choice": "team", "worker": ready["lead"], "reason": "They need one plan."}
    windows = []
    for request in ready["requests"]:
        own, address = Visitor(server, _cookies=officer._cookies), f"/requests/{request}/decide/"
        assert "What do you decide?" in own.get(address)
        windows.append(Window(own, address, {**own.hidden(), **chosen}))
    return windows


def decide(window: Window) -> str:
    """Press Decide; give the address of the page that answers."""
    page = window.press()
    assert window.visitor.url.endswith(("/history/", "/offer/")), page[:2000]
    return window.visitor.url


def test_a_decision_comes_with_its_state_its_letter_and_its_offer_or_not_at_all(busy_server: Server):
    ready = beside(busy_server, f"requests_to_decide({AT_ONCE * (1 + KILLS_DECIDING)})")
    windows = before_deciding(busy_server, ready)
    ended = kill_again_and_again(busy_server, windows, decide)
    found = beside(busy_server, "decided_requests()")
    for request, outcome in zip(ready["requests"], ended, strict=True):
        assert found[request] in ([DECIDED] if outcome.accepted else [DECIDED, NOT_DECIDED])
    for window in windows:
        decide(window)
    found = beside(busy_server, "decided_requests()")
    assert all(row == DECIDED for row in found.values())
