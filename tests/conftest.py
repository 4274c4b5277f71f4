"""What every test shares: a fixed moment, no network, a database of its own, a browser when asked for."""

import os
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import hypothesis
import pytest
from django.conf import settings
from django.core.cache import cache

from scripts import languages
from scripts.machine import STRICT

pytest_plugins = ["tests.browser_kit", "tests.crash_kit"]

# Two busy cores make any time limit a matter of luck. Under CI the examples are the same each time, so that a
# change is judged by what it changed; elsewhere they differ, so that somebody meets the rare one.
hypothesis.settings.register_profile("house", deadline=None, derandomize=STRICT, print_blob=True)
hypothesis.settings.load_profile("house")

LONDON = ZoneInfo("Europe/London")

# Only `database` tests are run again on PostgreSQL; those that drive a browser say nothing new there.
TOUCHES_DATABASE = {"db", "transactional_db", "django_db_setup", "live_server"}


def pytest_configure(config: pytest.Config) -> None:
    """Have the languages compiled, and the folder of collected static files, though none is collected."""
    if not hasattr(config, "workerinput"):
        languages.ready()
    if settings.STATIC_ROOT:
        Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what touches the database, so that `-m database` finds it."""
    for item in items:
        uses = TOUCHES_DATABASE.intersection(getattr(item, "fixturenames", ()))
        if uses or item.get_closest_marker("django_db"):
            item.add_marker(pytest.mark.database)


@pytest.fixture
def now() -> datetime:
    """Monday 23 November 2026, ten in the morning in London: an ordinary working day."""
    return datetime(2026, 11, 23, 10, 0, tzinfo=LONDON)


@pytest.fixture(autouse=True)
def _nothing_counted_before() -> None:
    """Have no test find what another test's directory said: a rolled back row takes the same key again."""
    from rightdoor.directory.queries.finding import forget

    forget()


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    tmp_path_factory: pytest.TempPathFactory, django_db_modify_db_settings_parallel_suffix: None
) -> None:
    """Keep SQLite's test database in a file: a live server and its test then hold a connection each."""
    database = settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        folder = Path(tmp_path_factory.mktemp("database"))
        worker = os.environ.get("PYTEST_XDIST_WORKER", "only")
        database.setdefault("TEST", {})["NAME"] = str(folder / f"{worker}.sqlite3")
        # Nothing here outlives the tests, so nothing waits for the disk.
        options = database["OPTIONS"]
        options["init_command"] = options["init_command"].replace("synchronous=FULL", "synchronous=OFF")


@pytest.fixture(autouse=True)
def _nothing_remembered() -> None:
    """Let no test see what another left in the shared cache."""
    cache.clear()
