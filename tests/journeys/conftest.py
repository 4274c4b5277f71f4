"""What every story needs: a stage."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from django.utils import timezone
from playwright.sync_api import Browser

from tests.browser_kit import Faults
from tests.journeys.stage import Calendar, Stage


@pytest.fixture
def calendar(monkeypatch: pytest.MonkeyPatch, now: datetime) -> Calendar:
    """A calendar that the whole house goes by."""
    own = Calendar(now)
    monkeypatch.setattr(timezone, "now", own.now)
    return own


@pytest.fixture
def stage(
    transactional_db: None, browser: Browser, live: str, calendar: Calendar, page_faults: list[str]
) -> Iterator[Stage]:
    """The house with its people. A fault on anybody's page fails the story."""
    own = Stage(browser, live, calendar, Faults(page_faults))
    own.furnish()
    yield own
    own.close()
    assert not page_faults, "\n".join(page_faults)
