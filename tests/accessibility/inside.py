"""A browser whose every request is answered by the house in this very process, so that nothing is kept.

Pages are thus seen on a database in a transaction that is undone afterwards, with no server to wait for.
"""

import mimetypes
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.cache import cache
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from playwright.sync_api import Page, Route

from rightdoor.access.models import Practitioner
from tests.browser_kit import PHONE, WIDE, axe, fits

HOST = "http://localhost:1"
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
PAPER = {"width": 760, "height": 1000}
_CLIPPED = """() => [...document.querySelectorAll("body *")].filter((at) => {
  const style = getComputedStyle(at);
  const hides = [style.overflowX, style.overflowY].some((one) => one !== "visible");
  const gone = at.closest("[hidden], .govuk-visually-hidden, .govuk-skip-link") || !at.checkVisibility();
  const cut = at.scrollWidth > at.clientWidth + 1 || at.scrollHeight > at.clientHeight + 1;
  const box = ["HTML", "BODY", "SELECT", "INPUT"].includes(at.tagName) || at.clientWidth <= 1;
  return hides && !gone && cut && !box;
}).map((at) => at.outerHTML.slice(0, 120))"""


@dataclass
class Inside:
    """A page that shows what the house answers, to whom it answers."""

    page: Page
    shown: HttpResponse | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        """Answer every request of the page from here."""
        self.page.context.route("**/*", self._answer)

    def open(self, path: str, who: Practitioner | Client | None) -> "Inside":
        """Show what somebody sees at an address. Nothing that the house does for it is kept."""
        return self._show(path, self.ask(path, who))

    def send(
        self, path: str, who: Practitioner | Client | None, given: Mapping[str, Any] | None = None
    ) -> "Inside":
        """Show what somebody sees who sends a form. Nothing that the house does for it is kept."""
        return self._show(path, self.ask(path, who, given or {"sent": "yes"}))

    def ask(
        self, path: str, who: Practitioner | Client | None, given: Mapping[str, Any] | None = None
    ) -> HttpResponse:
        """Give the house's answer."""
        cache.clear()
        client = who if isinstance(who, Client) else of(who)
        with transaction.atomic():
            answer: HttpResponse = client.get(path) if given is None else client.post(path, given)
            transaction.set_rollback(True)
        return answer

    def _show(self, path: str, answer: HttpResponse) -> "Inside":
        self.shown = answer
        self.page.goto(HOST + path)
        return self

    def _answer(self, route: Route) -> None:
        path = urlsplit(route.request.url).path
        if path.startswith(settings.STATIC_URL):
            found = Path(str(finders.find(path.removeprefix(settings.STATIC_URL))))
            kind = mimetypes.guess_type(found.name)[0] or "application/octet-stream"
            route.fulfill(body=found.read_bytes(), content_type=kind)
        elif route.request.resource_type == "document" and self.shown is not None:
            kept = {name: value for name, value in self.shown.items() if name != "Location"}
            route.fulfill(status=self.shown.status_code, body=self.shown.content, headers=kept)
        elif path == "/brand.css":
            route.fulfill(body=Client().get(path).content, content_type="text/css")
        else:
            route.fulfill(status=204)

    def is_open_to_all(self) -> None:
        """Fail unless the page is good: for axe, at 400% zoom, written from the right, and on paper."""
        self.page.set_viewport_size(WIDE)
        axe(self.page)
        self.page.set_viewport_size(PHONE)
        fits(self.page)
        self.page.evaluate("document.documentElement.dir = 'rtl'")
        fits(self.page)
        self.page.evaluate("document.documentElement.dir = 'ltr'")
        self._is_whole_on_paper()

    def _is_whole_on_paper(self) -> None:
        self.page.set_viewport_size(PAPER)
        self.page.emulate_media(media="print")
        try:
            fits(self.page)
            clipped = self.page.evaluate(_CLIPPED)
        finally:
            self.page.emulate_media(media="screen")
        assert not clipped, f"{self.page.url} would lose on paper:\n" + "\n".join(clipped)


def of(who: Practitioner | None) -> Client:
    """Give a client, signed in as somebody."""
    client = Client()
    if who is not None:
        client.force_login(who, backend=BACKEND)
    return client
