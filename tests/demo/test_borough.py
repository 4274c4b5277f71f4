"""The borough that a demo shows: big enough, every state, names of many kinds."""

import re
from collections.abc import Iterator

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from rightdoor.access.models import Practitioner
from rightdoor.demo.build import build
from rightdoor.families.models import Family, Person
from rightdoor.frontdoor.models import HelpRequest
from rightdoor.frontdoor.states import State
from rightdoor.plans.models import Plan
from rightdoor.plans.queries import caseloads
from rightdoor.plans.states import State as PlanState
from tests.demo.conftest import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("borough")]


@pytest.fixture(scope="module")
def borough(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Build it once for this module."""
    with django_db_blocker.unblock(), transaction.atomic():
        build("borough", now=NOW)
        yield
        transaction.set_rollback(True)


def test_the_borough_is_as_big_as_a_demo_should_be_and_every_state_is_there():
    assert 750 <= Person.objects.count() <= 1100
    assert 360 <= HelpRequest.objects.count() <= 440
    assert 110 <= Plan.objects.count() <= 130
    assert 55 <= Plan.objects.exclude(state=PlanState.CLOSED).count() <= 65
    assert set(HelpRequest.objects.values_list("state", flat=True)) == set(State)
    assert set(Plan.objects.values_list("state", flat=True)) == set(PlanState)
    assert set(Family.objects.values_list("service", flat=True)) == {
        "none", "early_help", "edge_of_care", "statutory",
    }  # fmt: skip


def test_names_of_many_kinds_appear():
    names = [person.full_name for person in Person.objects.all()]
    assert any("-" in name for name in names)
    assert any(" " not in name for name in names)
    assert any(len(name) > 35 for name in names)
    assert any(re.search("[\u0600-\u06ff]", name) for name in names)
    assert any(re.search("[à-ÿğłşțž]", name) for name in names)


def test_some_lead_holds_more_than_their_role_allows_and_most_do_not():
    loads = caseloads(Practitioner.objects.filter(grants__role="lead"))
    over = [load for load in loads.values() if load.over]
    assert 1 <= len(over) <= 3


def test_the_first_page_of_requests_sent_is_full_for_those_who_can_be_signed_in_as():
    for email in ("hana-visits@rightdoor.invalid", "tariq-chalk@rightdoor.invalid"):
        assert HelpRequest.objects.filter(practitioner__email=email).count() >= 25
