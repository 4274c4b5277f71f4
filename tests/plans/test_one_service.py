"""While a plan is open its family stays in its help, and its lead keeps an account."""

from datetime import datetime

import pytest

from rightdoor.access import actions as access
from rightdoor.access.policy import Refused
from rightdoor.families import actions as families
from rightdoor.families.models import Family, Service
from rightdoor.plans.models import Plan
from tests.factories import practitioner
from tests.plans.factories import Scene, opened

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene() -> Scene:
    return opened()


def _put(family: Family, service: Service, now: datetime) -> None:
    families.change_service(
        family=family, service=service, reason="So decided", by=practitioner("supervisor"), now=now
    )


@pytest.mark.parametrize("service", [Service.NONE, Service.EDGE_OF_CARE])
def test_a_family_with_an_open_plan_does_not_leave_early_help_by_hand(
    scene: Scene, service: Service, now: datetime
) -> None:
    with pytest.raises(Refused, match="Close the plan first"):
        _put(scene.family, service, now)


def test_social_care_is_no_way_round_into_edge_of_care(scene: Scene, now: datetime) -> None:
    _put(scene.family, Service.STATUTORY, now)
    with pytest.raises(Refused, match="never in both"):
        _put(scene.family, Service.EDGE_OF_CARE, now)
    assert Plan.objects.get().is_open


def test_whoever_holds_a_plan_keeps_their_account_until_it_is_handed_over(
    scene: Scene, now: datetime
) -> None:
    with pytest.raises(Refused, match="Hand over first"):
        access.end_practitioner(practitioner=scene.plan.lead, by=practitioner("governance"), now=now)
