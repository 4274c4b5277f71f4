"""Starting a server on a free port, and the processor time it has used."""

import http.client
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.databases import ROOT, Database

APPLICATION = "bench.served:application"
_PATIENCE = 180  # seconds


@dataclass
class Server:
    """A running server: one process, one thread, so that its processor time is that of the requests."""

    port: int
    process: int

    def worked(self) -> float:
        """Give the processor time used so far, in milliseconds, by the server and its workers."""
        return sum(_nanoseconds(process) for process in _family(self.process)) / 1e6


@contextmanager
def serving(database: Database) -> Iterator[Server]:
    """Serve the pages of a database until the block ends."""
    port = _free_port()
    command = [
        sys.executable, "-m", "granian", "--interface", "wsgi", "--port", str(port), "--workers", "1",
        "--blocking-threads", "1", "--no-ws", "--log-level", "warning", APPLICATION,
    ]  # fmt: skip
    process = subprocess.Popen(command, env=database.environment, cwd=ROOT)
    try:
        _wait(port, process)
        yield Server(port, process.pid)
    finally:
        process.terminate()
        process.wait(timeout=30)


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


def _wait(port: int, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        if process.poll() is not None:
            raise RuntimeError("The server stopped before it answered.")
        try:
            line = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
            line.request("GET", "/health/")
            line.getresponse().read()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise TimeoutError("The server did not answer in time.")


def _family(process: int) -> list[int]:
    children = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="utf-8").split()
    return [process, *(one for child in children for one in _family(int(child)))]


def _nanoseconds(process: int) -> int:
    """Give the time on a processor of all threads of a process, ended ones left out."""
    tasks = Path(f"/proc/{process}/task").iterdir()
    return sum(int((task / "schedstat").read_text(encoding="utf-8").split()[0]) for task in tasks)
