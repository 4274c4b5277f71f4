"""Single sign-on opens an account that exists; it makes none, and takes nobody's word for an address."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.test import RequestFactory
from pytest_django import Settings

from rightdoor.access import middleware
from rightdoor.access.adapters import AccountAdapter, SingleSignOnAdapter
from rightdoor.access.models import Practitioner
from tests.factories import practitioner

pytestmark = pytest.mark.django_db


class Arriving:
    """Somebody coming from the council's sign-in with one address."""

    is_existing = False

    def __init__(self, email: str, *, verified: bool) -> None:
        self.email_addresses = [SimpleNamespace(email=email, verified=verified)]
        self.joined: Practitioner | None = None

    def connect(self, request: Any, found: Practitioner) -> None:
        """Note whose account was opened."""
        self.joined = found


def arrive(email: str, *, verified: bool = True) -> Practitioner | None:
    somebody = Arriving(email, verified=verified)
    SingleSignOnAdapter().pre_social_login(RequestFactory().get("/"), somebody)
    return somebody.joined


def test_a_checked_address_opens_the_account_that_has_it() -> None:
    robin = practitioner("lead", email="robin@council.example")
    assert arrive("Robin@Council.Example") == robin


def test_an_address_nobody_checked_opens_nothing() -> None:
    practitioner("lead", email="robin@council.example")
    assert arrive("robin@council.example", verified=False) is None


def test_a_closed_account_stays_closed() -> None:
    practitioner("lead", email="robin@council.example", is_active=False)
    assert arrive("robin@council.example") is None


def test_nobody_signs_up_by_themselves() -> None:
    request = RequestFactory().get("/")
    assert not AccountAdapter().is_open_for_signup(request)
    assert not SingleSignOnAdapter().is_open_for_signup(request, Arriving("x@council.example", verified=True))


@pytest.mark.parametrize(
    ("trusted", "method", "opens"),
    [(True, "socialaccount", True), (True, "password", False), (False, "socialaccount", False)],
)
def test_the_councils_own_second_factor_counts_only_where_the_partnership_says_so(
    trusted: bool, method: str, opens: bool, settings: Settings
) -> None:
    settings.OIDC_ASKS_SECOND_FACTOR = trusted
    request = RequestFactory().get("/")
    request.user, request.session = practitioner("lead"), SessionStore()
    request.session["account_authentication_methods"] = [{"method": method}]
    assert (middleware._second_factor_first(request) is None) == opens
