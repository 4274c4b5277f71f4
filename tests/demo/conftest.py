"""A very small demo, built once for each module of tests."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from rightdoor.demo.build import build

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def tiny(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[datetime]:
    """Give the moment at which the made-up partnership was built."""
    with django_db_blocker.unblock(), transaction.atomic():
        build("tiny", now=NOW)
        yield NOW
        transaction.set_rollback(True)
