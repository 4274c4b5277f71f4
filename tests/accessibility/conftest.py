"""One browser page for all pages of the house, and one world, undone at the end of each module."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from django.utils import timezone
from playwright.sync_api import Browser, BrowserContext
from pytest_django import DjangoDbBlocker

from tests.accessibility.inside import HOST, Inside
from tests.browser_kit import WIDE, Faults, new_context
from tests.house.walking import World
from tests.house.world import world
from tests.plans.factories import later


@pytest.fixture(scope="session")
def _window(browser: Browser) -> Iterator[tuple[BrowserContext, Faults, Inside]]:
    context, faults = new_context(browser, HOST, viewport=WIDE), Faults()
    page = context.new_page()
    faults.watch(page)
    yield context, faults, Inside(page)
    context.close()


@pytest.fixture
def inside(_window: tuple[BrowserContext, Faults, Inside]) -> Iterator[Inside]:
    """A page of a browser that the house answers in this process."""
    _, faults, own = _window
    faults.found.clear()
    yield own
    assert not faults.found, "\n".join(faults.found)


@pytest.fixture(autouse=True)
def _ten_days_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every page be read ten days after everything began."""
    monkeypatch.setattr(timezone, "now", lambda: later(10))


@pytest.fixture(scope="module")
def kept_open(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """A database in a transaction that is undone after the module."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def walked(kept_open: None) -> World:
    """One of every role, a family with a plan, a request before a panel."""
    return world()
