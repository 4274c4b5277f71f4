"""Debian's own Chromium against a live server: pages with and without JavaScript, and what each must be."""

import os
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from weakref import WeakSet

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

from scripts.machine import STRICT, chromium

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"

# No sandbox inside a container; nothing fetched, updated or synchronised behind a test's back.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--force-color-profile=srgb",
]
WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 320, "height": 640}
PATIENCE = 10_000  # milliseconds
_WITHOUT_SCRIPTS: WeakSet[BrowserContext] = WeakSet()


@dataclass
class Faults:
    """What went wrong on a page while nobody was looking."""

    found: list[str] = field(default_factory=list)

    def watch(self, page: Page) -> None:
        """Note every script error, refused resource, request to elsewhere and answer of 500."""
        page.on("pageerror", lambda error: self.found.append(f"script error: {error}"))
        page.on("console", lambda said: self._console(said.type, said.text))
        page.on("response", lambda answer: self._answer(answer.status, answer.url))
        page.on("request", lambda request: self._request(request.url))

    def _console(self, kind: str, text: str) -> None:
        # Chromium also reports our own 4xx pages here; those are looked at where they are expected.
        if kind == "error" and not text.startswith("Failed to load resource"):
            self.found.append(f"console: {text}")

    def _answer(self, status: int, url: str) -> None:
        if status >= 500 or (status == 404 and "/static/" in url):
            self.found.append(f"{status} from {url}")

    def _request(self, url: str) -> None:
        if not url.startswith(("http://localhost:", "data:", "blob:", "about:")):
            self.found.append(f"asked elsewhere: {url}")


@pytest.fixture(scope="session")
def _playwright() -> Iterator[Playwright]:
    # Playwright keeps an event loop in this thread, which Django would take for asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(_playwright: Playwright) -> Iterator[Browser]:
    """One Chromium for all tests of a worker."""
    program = chromium()
    if program is None:
        reason = "Chromium is not on this machine; `make test` installs it where it can."
        pytest.fail(reason) if STRICT else pytest.skip(reason)
    browser = _playwright.chromium.launch(executable_path=str(program), args=FLAGS)
    yield browser
    browser.close()


@pytest.fixture
def page_faults() -> list[str]:
    """What went wrong on this test's pages. A test that expects a fault takes it out of the list."""
    return []


@pytest.fixture
def page(browser: Browser, live: str, page_faults: list[str]) -> Iterator[Page]:
    """A page with JavaScript. The test fails if the page had a fault nobody looked at."""
    yield from _page(browser, live, page_faults, java_script_enabled=True, viewport=WIDE)


@pytest.fixture
def plain_page(browser: Browser, live: str, page_faults: list[str]) -> Iterator[Page]:
    """A page without JavaScript."""
    yield from _page(browser, live, page_faults, java_script_enabled=False, viewport=WIDE)


@pytest.fixture
def phone_page(browser: Browser, live: str, page_faults: list[str]) -> Iterator[Page]:
    """A page 320 pixels wide: a small phone, or 400% zoom."""
    yield from _page(browser, live, page_faults, java_script_enabled=True, viewport=PHONE)


@pytest.fixture(params=["with JavaScript", "without JavaScript"])
def either_page(
    browser: Browser, live: str, page_faults: list[str], request: pytest.FixtureRequest
) -> Iterator[Page]:
    """The same test twice: with JavaScript and without."""
    scripted = request.param == "with JavaScript"
    yield from _page(browser, live, page_faults, java_script_enabled=scripted, viewport=WIDE)


@pytest.fixture
def live(live_server: Any) -> str:
    """The address of a server that holds this test's database, without a slash at the end."""
    return str(live_server.url)


def new_context(browser: Browser, live: str, **options: Any) -> BrowserContext:
    """Give one person's browser: its own cookies, British English, London time."""
    context = browser.new_context(
        base_url=live, locale="en-GB", timezone_id="Europe/London", reduced_motion="reduce", **options
    )
    context.set_default_timeout(PATIENCE)
    return context


def _page(browser: Browser, live: str, found: list[str], **options: Any) -> Iterator[Page]:
    context, faults = new_context(browser, live, **options), Faults(found)
    if not options["java_script_enabled"]:
        _WITHOUT_SCRIPTS.add(context)
    page = context.new_page()
    faults.watch(page)
    yield page
    context.close()
    assert not faults.found, "\n".join(faults.found)


def sign_in(page: Page, practitioner: Any) -> None:
    """Have this practitioner signed in on this page's browser, without walking through the sign-in pages."""
    client = Client()
    client.force_login(practitioner, backend="allauth.account.auth_backends.AuthenticationBackend")
    keep_cookies(page, client)


def keep_cookies(page: Page, client: Client) -> None:
    """Let this page's browser go on where a client without a browser has come to."""
    cookies: list[Any] = [
        {"name": name, "value": kept.value, "domain": "localhost", "path": "/"}
        for name, kept in client.cookies.items()
    ]
    page.context.add_cookies(cookies)


def axe(page: Page) -> None:
    """Fail unless axe finds nothing here, link texts say where they lead, and title and heading are there."""
    with _scripted(page) as seen:
        violations = Axe().run(seen).response["violations"]
        faults = [f"{v['id']}: {v['help']}: {node['html'][:200]}" for v in violations for node in v["nodes"]]
        links = _links(seen).items()
        faults += [f"the link “{text}” leads to {len(to)} places" for text, to in links if len(to) > 1]
        faults += _frame(seen)
    assert not faults, f"{page.url}\n" + "\n".join(faults)


@contextmanager
def _scripted(page: Page) -> Iterator[Page]:
    """Give the page or, where scripts are off, its likeness in a browser that runs axe and nothing else."""
    browser = page.context.browser
    if page.context not in _WITHOUT_SCRIPTS or browser is None:
        yield page
        return
    html = page.content()
    context = browser.new_context(viewport=page.viewport_size, locale="en-GB")
    twin = context.new_page()
    twin.route("**/*.js*", lambda route: route.abort())
    twin.route(page.url, lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8"))
    twin.goto(page.url)
    yield twin
    context.close()


def fits(page: Page) -> None:
    """Fail if the page must be scrolled sideways at this width."""
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0, f"{page.url} is {wide} pixels wider than the screen"


def picture(page: Page, name: str) -> None:
    """Keep what the page looks like as docs/pictures/<name>.png, when RIGHTDOOR_PICTURES=1."""
    if os.environ.get("RIGHTDOOR_PICTURES") != "1":
        return
    PICTURES.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=PICTURES / f"{name}.png", full_page=True, animations="disabled")


def _links(page: Page) -> dict[str, set[str]]:
    """Give where each link's words lead; links with the same words must lead to the same place."""
    found: list[list[str]] = page.eval_on_selector_all(
        "a[href]",
        "all => all.filter(a => a.checkVisibility())"
        ".map(a => [(a.getAttribute('aria-label') || a.textContent).replace(/\\s+/g, ' ').trim(), a.href])",
    )
    places: defaultdict[str, set[str]] = defaultdict(set)
    for text, address in found:
        places[text].add(address)
    return dict(places)


def _frame(page: Page) -> list[str]:
    faults = []
    title, headings = page.title(), page.locator("h1").count()
    if not title.strip():
        faults.append("the page has no title")
    if headings != 1:
        faults.append(f"the page has {headings} main headings")
    if page.locator(".govuk-error-summary").count() and not title.startswith("Error:"):
        faults.append(f"the page shows errors but its title is “{title}”")
    return faults
