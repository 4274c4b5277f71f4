"""Building a demo: once, the same every time, for any pack, and never over somebody's records."""

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core import serializers
from django.db import transaction

from rightdoor.access.models import Agency, AuditEntry, Practitioner
from rightdoor.demo.build import NotEmpty, build
from rightdoor.demo.naming import DATA
from rightdoor.demo.writing import ORDER
from rightdoor.families import actions as families
from rightdoor.families.models import ContactPoint, Family, Identifier
from rightdoor.frontdoor.models import HelpRequest
from rightdoor.plans.models import Plan
from rightdoor.plans.states import State as PlanState
from tests.factories import practitioner

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
pytestmark = pytest.mark.django_db
ADDRESS = re.compile(r"[\w.+-]+@(example\.org|rightdoor\.invalid)")
DRAWN = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\b[2-9B-Z]{4}-[2-9B-Z]{4}\b")
TELEPHONE = re.compile(r"020 7946 0\d{3}")


def everything() -> list[str]:
    """Every row as words, without the ids and codes that the actions draw anew each time."""
    rows = serializers.serialize("python", [row for m in ORDER for row in m._default_manager.all()])
    return sorted(
        DRAWN.sub("", str({**row["fields"], "model": row["model"], "screening": ""})) for row in rows
    )


def test_the_same_moment_gives_the_same_people():
    built = []
    for _ in range(2):
        with transaction.atomic():
            build("tiny", now=NOW)
            built.append(everything())
            transaction.set_rollback(True)
    assert built[0] == built[1]


def test_building_again_changes_nothing_and_asks_only_whether_it_was_built(
    django_assert_num_queries: Any,
):
    build("tiny", now=NOW)
    before, entries = everything(), AuditEntry.objects.count()
    with django_assert_num_queries(1):
        build("tiny", now=NOW.replace(year=2027))
    assert (everything(), AuditEntry.objects.count()) == (before, entries)


def test_records_of_another_origin_are_left_alone():
    families.open_family(name="Quill", by=practitioner("front_door"), now=NOW)
    with pytest.raises(NotEmpty, match="already holds families"):
        build("tiny", now=NOW)
    assert Family.objects.count() == 1


def test_a_demo_that_broke_off_says_so():
    AuditEntry.objects.create(
        at=NOW, actor="system", verb="demo_begun", subject_kind="demo", subject_id="whole"
    )
    with pytest.raises(NotEmpty, match="broken off"):
        build("tiny", now=NOW)


@pytest.mark.parametrize("name", ["essex", "islington"])
def test_another_partnerships_pack_gives_its_own_demo(name: str, settings: Any):
    settings.PACK = name
    build("tiny", now=NOW)
    agencies = set(HelpRequest.objects.values_list("pack_version", flat=True))
    assert {version.split()[0] for version in agencies} == {name}
    assert Plan.objects.exclude(state=PlanState.CLOSED).count() >= 8


def test_every_address_and_number_is_one_that_reaches_nobody():
    build("tiny", now=NOW)
    emails = [p.email for p in Practitioner.objects.all()]
    emails += ContactPoint.objects.filter(kind="email").values_list("value", flat=True)
    emails += HelpRequest.objects.exclude(asker_email="").values_list("asker_email", flat=True)
    assert all(ADDRESS.fullmatch(email) for email in emails)
    numbers = [p.telephone for p in Practitioner.objects.exclude(telephone="")]
    numbers += ContactPoint.objects.filter(kind="phone").values_list("value", flat=True)
    assert all(TELEPHONE.fullmatch(number) for number in numbers)
    assert all(i.value.startswith("999") for i in Identifier.objects.filter(system="nhs"))


def test_every_agency_of_the_pack_is_there_once():
    build("tiny", now=NOW)
    assert Agency.objects.count() == 32


def test_what_the_demo_is_made_from_is_small():
    assert sum(file.stat().st_size for file in Path(DATA).iterdir()) < 500_000
    assert settings.PACKS_DIR.is_dir()
