"""A real server in a process of its own, killed at any moment and started again on the same database."""

import http.client
import os
import random
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from http.cookiejar import CookieJar
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urljoin

import pytest
from bs4 import BeautifulSoup

from scripts.machine import STRICT
from scripts.postgres import NoPostgres, private_postgres

ROOT = Path(__file__).resolve().parents[1]
PATIENCE = 30.0  # seconds for the server to answer
CUT_OFF = (OSError, http.client.HTTPException)


@dataclass(frozen=True)
class Outcome:
    """How one step ended: with what it gave, or with the connection that broke."""

    gave: Any = None
    broke: BaseException | None = None

    @property
    def accepted(self) -> bool:
        """Whether the server said yes before it died."""
        return self.broke is None


@dataclass
class Server:
    """The product's own server on a free port of this machine. Use it as a context manager."""

    database_url: str
    folder: Path
    health: str = "/"
    port: int = 0
    process: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    @property
    def url(self) -> str:
        """Its address, without a slash at the end."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def environment(self) -> dict[str, str]:
        """What the server, and any command run beside it, finds in its environment."""
        own = {"RIGHTDOOR_MODE": "demo", "RIGHTDOOR_VAR": str(self.folder), "DATABASE_URL": self.database_url}
        return {
            **os.environ,
            **own,
            "PYTHONPATH": str(ROOT / "src"),
            "PYTHONUNBUFFERED": "1",
            "DJANGO_SETTINGS_MODULE": "rightdoor.site.settings",
        }

    def __enter__(self) -> "Server":
        self._run("-m", "rightdoor.site.cli", "migrate")
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    def command(self, *arguments: str) -> str:
        """Run a management command on the same database; give what it printed."""
        return self._run("-m", "django", *arguments)

    def python(self, code: str) -> str:
        """Run a few lines with Django ready, on the same database; give what they printed."""
        return self.command("shell", "--verbosity", "0", "--command", code).strip()

    def start(self) -> None:
        """Start, on the same port as before if there was one, and wait until it answers."""
        self.port = self.port or _free_port()
        serve = [sys.executable, "-m", "rightdoor.site.cli", "serve", "--no-deliver", "--workers", "1"]
        with (self.folder / "server.log").open("ab") as log:
            self.process = subprocess.Popen(
                [*serve, "--port", str(self.port)],
                env=self.environment,
                cwd=ROOT,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self._wait_until_it_answers()

    def kill(self) -> None:
        """Kill the server and its workers at once: nothing is said, nothing is tidied."""
        if self.process is None:
            return
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self.process = None

    def _run(self, *arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, *arguments],
            env=self.environment,
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def _wait_until_it_answers(self) -> None:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            assert self.process is not None
            assert self.process.poll() is None, self.said()
            try:
                urllib.request.urlopen(f"{self.url}{self.health}", timeout=5).close()
            except urllib.error.HTTPError as answer:
                answer.close()
                return
            except CUT_OFF:
                time.sleep(0.05)
            else:
                return
        raise AssertionError(f"The server did not answer within {PATIENCE:.0f} seconds.\n{self.said()}")

    def said(self) -> str:
        """Give the end of what the server wrote."""
        log = self.folder / "server.log"
        return log.read_text(encoding="utf-8", errors="replace")[-4000:] if log.exists() else ""


@dataclass
class Visitor:
    """Somebody at a plain browser: cookies, the page last seen, and its forms' tokens."""

    server: Server
    page: str = ""
    url: str = ""
    _cookies: CookieJar = field(default_factory=CookieJar)

    def get(self, path: str) -> str:
        """Open a page, following redirects; give its HTML."""
        return self._open(urllib.request.Request(self._address(path)))

    def post(self, path: str, **fields: str) -> str:
        """Send a form with the hidden fields of the page last seen, and these. Give the page that answers."""
        given = urlencode({**self.hidden(), **fields}).encode()
        return self._open(urllib.request.Request(self._address(path), data=given))

    def hidden(self) -> dict[str, str]:
        """Give the hidden fields of the page last seen, the token against forgery among them."""
        found = BeautifulSoup(self.page, "html.parser").select("form input[type=hidden][name]")
        return {str(one["name"]): str(one.get("value", "")) for one in found}

    def _address(self, path: str) -> str:
        return urljoin(self.url or self.server.url, path)

    def _open(self, request: urllib.request.Request) -> str:
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self._cookies))
        with opener.open(request, timeout=PATIENCE) as answer:
            self.url, self.page = answer.url, answer.read().decode()
        return self.page


def kill_during(server: Server, step: Callable[[Server], Any], *, after: float) -> Outcome:
    """Begin a step, kill the server `after` seconds later, wait for the step to end, start the server again.

    A step talks to the server and returns when it has been told yes; any broken connection is a no.
    """
    ended: list[Outcome] = []
    doing = threading.Thread(target=lambda: ended.append(attempt(server, step)))
    doing.start()
    time.sleep(after)
    server.kill()
    doing.join(PATIENCE)
    assert ended, "The step was still waiting after the server had been killed."
    server.start()
    return ended[0]


def attempt(server: Server, step: Callable[[Server], Any]) -> Outcome:
    """Do a step and tell how it ended."""
    try:
        return Outcome(gave=step(server))
    except CUT_OFF as broke:
        return Outcome(broke=broke)


def moments(number: int, *, longest: float, seed: int = 1) -> list[float]:
    """Give this many moments, in seconds, spread at random over the time a step takes."""
    chance = random.Random(seed)
    return [chance.uniform(0, longest) for _ in range(number)]


def how_long(server: Server, step: Callable[[Server], Any]) -> float:
    """Give how many seconds a step takes when nobody kills anything (the second of two tries)."""
    attempt(server, step)
    began = time.monotonic()
    outcome = attempt(server, step)
    assert outcome.accepted, outcome.broke
    return time.monotonic() - began


@pytest.fixture(params=["sqlite", "postgresql"])
def crash_server(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Server]:
    """The server on a database of its own, once for each kind of database."""
    if request.param == "sqlite":
        with Server(f"sqlite:///{tmp_path / 'crash.sqlite3'}", tmp_path) as server:
            yield server
        return
    try:
        with private_postgres() as url, Server(url, tmp_path) as server:
            yield server
    except NoPostgres as reason:
        pytest.fail(str(reason)) if STRICT else pytest.skip(str(reason))


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
