"""Open pages inside this process; keep template, context, and how often the database was asked."""

from dataclasses import dataclass
from typing import Any

import jinja2
from django.db import connection
from django.http import HttpRequest
from django.template import engines
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bench.pages import Page
from rightdoor.demo.queries import persona_or_404
from rightdoor.demo.views import BACKEND


@dataclass
class Captured:
    """What a page was made from."""

    status: int
    queries: int
    template: jinja2.Template
    context: dict[str, Any]

    def again(self, request: HttpRequest | None = None) -> str:
        """Render the page from what was kept; for a request within the frame that every page is given."""
        frame: dict[str, Any] = {}
        for given in engines["jinja2"].template_context_processors if request else ():
            frame |= given(request)
        return self.template.render(self.context | frame)


class Reader:
    """Opens pages as personas and watches which template is rendered, with what."""

    def __init__(self) -> None:
        """Begin with nobody signed in."""
        self._clients: dict[str, Client] = {}

    def read(self, page: Page) -> Captured:
        """Open a page twice, the second time watched, so that nothing is counted that happens only once."""
        client = self._client(page.persona)
        self._open(client, page)
        seen: list[tuple[jinja2.Template, dict[str, Any]]] = []
        plain = jinja2.Template.render

        def watched(template: jinja2.Template, *args: Any, **kwargs: Any) -> str:
            seen.append((template, dict(*args, **kwargs)))
            return plain(template, *args, **kwargs)

        jinja2.Template.render = watched  # type: ignore[method-assign,assignment]
        try:
            with CaptureQueriesContext(connection) as asked:
                status = self._open(client, page)
        finally:
            jinja2.Template.render = plain  # type: ignore[method-assign]
        if not seen:
            raise LookupError(f"{page.name} ({page.path}) renders no page: status {status}")
        # The page itself is rendered last; whatever a view renders for it comes before.
        return Captured(status, len(asked), *seen[-1])

    def _open(self, client: Client, page: Page) -> int:
        answer = client.post(page.path, page.form) if page.form else client.get(page.path)
        return int(answer.status_code)

    def _client(self, persona: str) -> Client:
        if persona not in self._clients:
            self._clients[persona] = Client(SERVER_NAME="127.0.0.1")
            self._clients[persona].force_login(persona_or_404(persona), backend=BACKEND)
        return self._clients[persona]
