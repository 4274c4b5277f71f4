"""A visitor who signs in as a persona and opens pages over one kept connection."""

import http.client
import re
from http.cookies import SimpleCookie
from typing import NamedTuple
from urllib.parse import urlencode

_FORM = "application/x-www-form-urlencoded"
_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


class Answer(NamedTuple):
    """What came back."""

    status: int
    body: str


class Visitor:
    """Keeps cookies and one connection."""

    def __init__(self, port: int) -> None:
        """Visit the server on a port of this machine."""
        self._line = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self._cookies: dict[str, str] = {}
        self._token = ""

    def sign_in(self, persona: str) -> None:
        """Become a persona of the demo."""
        self._keep_token(self.open("/demo/"))
        answer = self.open(f"/demo/{persona}/", {})
        if answer.status != http.client.FOUND:
            raise RuntimeError(f"Could not become {persona}: {answer.status}")

    def prepare(self, path: str) -> None:
        """Open the page a form stands on, for its token."""
        self._keep_token(self.open(path))

    def open(self, path: str, form: dict[str, str] | None = None) -> Answer:
        """Open a page, or send a form."""
        try:
            return self._open(path, form)
        except ConnectionError:  # a connection that was not used for a while is closed by the server
            self._line.close()
            return self._open(path, form)

    def _open(self, path: str, form: dict[str, str] | None) -> Answer:
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self._cookies.items())}
        if form is None:
            self._line.request("GET", path, headers=headers)
        else:
            body = urlencode({**form, "csrfmiddlewaretoken": self._token})
            self._line.request("POST", path, body, {**headers, "Content-Type": _FORM})
        response = self._line.getresponse()
        text = response.read().decode()
        for line in response.headers.get_all("Set-Cookie") or []:
            self._cookies |= {name: morsel.value for name, morsel in SimpleCookie(line).items()}
        return Answer(response.status, text)

    def _keep_token(self, answer: Answer) -> None:
        found = _TOKEN.search(answer.body)
        self._token = found.group(1) if found else self._token
