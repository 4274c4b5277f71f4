"""The crash kit kills a real server and brings it back."""

import urllib.error
import urllib.request
from pathlib import Path

import pytest

from tests.crash_kit import Server, Visitor, attempt, how_long, kill_during, moments

pytestmark = pytest.mark.crash


def ask(server: Server) -> int:
    try:
        with urllib.request.urlopen(f"{server.url}/", timeout=10) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as refusal:
        with refusal:
            return refusal.code


def test_a_killed_server_answers_nobody_until_it_is_started(crash_server: Server):
    assert attempt(crash_server, ask).gave < 500
    crash_server.kill()
    assert not attempt(crash_server, ask).accepted
    crash_server.start()
    assert attempt(crash_server, ask).gave < 500


def test_a_server_killed_at_any_moment_comes_back(crash_server: Server):
    for after in moments(3, longest=how_long(crash_server, ask)):
        kill_during(crash_server, ask, after=after)
        assert attempt(crash_server, ask).accepted


def test_a_visitor_keeps_the_hidden_fields_of_the_page_last_seen():
    visitor = Visitor(Server("sqlite://", Path()))
    visitor.page = "<form><input type=hidden name=token value=abc><input name=age value=3></form>"
    assert visitor.hidden() == {"token": "abc"}


def test_rows_can_be_counted_beside_the_server(crash_server: Server):
    count = "from rightdoor.access.models import Practitioner; print(Practitioner.objects.count())"
    assert crash_server.python(count) == "0"


def test_moments_are_the_same_each_time():
    assert moments(3, longest=2.0) == moments(3, longest=2.0)
    assert all(0 <= moment <= 2.0 for moment in moments(50, longest=2.0))
