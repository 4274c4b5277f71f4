"""Which help a family is in: never two at once."""

from datetime import datetime

import pytest

from rightdoor.access.models import AuditEntry
from rightdoor.access.policy import Refused
from rightdoor.families import actions
from rightdoor.families.models import Service
from tests.factories import family, practitioner

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("held", "asked"),
    [(Service.EDGE_OF_CARE, Service.EARLY_HELP), (Service.EARLY_HELP, Service.EDGE_OF_CARE)],
)
def test_early_help_and_edge_of_care_exclude_each_other(held: Service, asked: Service, now: datetime) -> None:
    officer = practitioner("front_door")
    found = family()
    actions.set_service(family=found, service=held, reason="first", by=officer, now=now)
    with pytest.raises(Refused, match="never"):
        actions.set_service(family=found, service=asked, reason="second", by=officer, now=now)
    found.refresh_from_db()
    assert found.service == held


def test_a_change_of_help_is_audited_with_before_and_after(now: datetime) -> None:
    officer = practitioner("front_door")
    found = family()
    actions.set_service(family=found, service=Service.EARLY_HELP, reason="agreed", by=officer, now=now)
    entry = AuditEntry.objects.get(verb="family_service_set")
    assert entry.detail == {"before": "none", "after": "early_help"}
    assert entry.by == officer
