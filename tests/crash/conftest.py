"""One server for every test of a kind of database: making one takes longer than killing it."""

from collections.abc import Iterator

import pytest

from scripts.machine import STRICT
from scripts.postgres import NoPostgres, private_postgres
from tests.crash_kit import Server


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def busy_server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The server on a database of its own, on each kind of database in turn."""
    folder = tmp_path_factory.mktemp("crash")
    if request.param == "sqlite":
        with Server(f"sqlite:///{folder / 'crash.sqlite3'}", folder) as server:
            yield server
        return
    try:
        with private_postgres() as url, Server(url, folder) as server:
            yield server
    except NoPostgres as reason:
        pytest.fail(str(reason)) if STRICT else pytest.skip(str(reason))
