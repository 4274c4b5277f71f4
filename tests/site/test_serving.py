"""Serving: where another program listens already, the start stops and says so."""

import socket

import pytest

from rightdoor.site.running import PortTaken, insist_free
from tests.site.starting import rightdoor


@pytest.fixture
def taken() -> "socket.socket":
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    # As the server itself does: with this, two programs can share a port without either knowing.
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    listening.bind(("127.0.0.1", 0))
    listening.listen()
    return listening


def test_a_port_in_use_is_refused_in_words(taken: socket.socket) -> None:
    port = taken.getsockname()[1]
    with taken, pytest.raises(PortTaken, match=f"Port {port} on 127.0.0.1 is already in use"):
        insist_free("127.0.0.1", port)


def test_a_port_that_was_left_is_free_again(taken: socket.socket) -> None:
    port = taken.getsockname()[1]
    taken.close()
    insist_free("127.0.0.1", port)


def test_an_address_of_another_machine_is_refused_in_words() -> None:
    with pytest.raises(PortTaken, match="cannot be listened on"):
        insist_free("192.0.2.1", 8000)


def test_serving_on_a_port_in_use_stops_with_one_sentence(
    taken: socket.socket, tmp_path_factory: pytest.TempPathFactory
) -> None:
    var = tmp_path_factory.mktemp("var")
    house = {
        "RIGHTDOOR_VAR": str(var),
        "DATABASE_URL": f"sqlite:///{var}/x.sqlite3",
        "RIGHTDOOR_MODE": "demo",
    }
    with taken:
        for command in ("serve", "demo"):
            done = rightdoor(command, "--port", str(taken.getsockname()[1]), **house)
            assert done.returncode == 2
            assert "is already in use" in done.stderr
            assert "Traceback" not in done.stderr
