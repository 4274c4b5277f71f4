"""Who may see which family."""

from datetime import datetime
from types import SimpleNamespace

import pytest
from django.http import Http404

from rightdoor.families import actions
from rightdoor.families.models import Sight
from rightdoor.families.queries import families_for, family_or_404
from rightdoor.families.sight import seats_of
from tests.factories import agency, family, practitioner

pytestmark = pytest.mark.django_db


def test_a_lead_sees_the_family_and_a_colleague_does_not() -> None:
    lead, colleague = practitioner("lead"), practitioner("lead")
    seen = family(seen_by=lead)
    assert list(families_for(lead)) == [seen]
    assert list(families_for(colleague)) == []


def test_a_stranger_is_told_that_there_is_no_such_family() -> None:
    with pytest.raises(Http404):
        family_or_404(practitioner("lead"), family().pk)


def test_sight_ends_with_its_reason(now: datetime) -> None:
    lead = practitioner("lead")
    family(seen_by=lead)
    actions.end_sight(because="test:1", by=lead, now=now)
    assert not families_for(lead).exists()


def test_a_supervisor_sees_the_families_of_those_supervised_and_is_told_why() -> None:
    manager = practitioner("supervisor")
    lead = practitioner("lead", name="Sam Worker", supervisor=manager)
    seen = family(seen_by=lead)
    assert family_or_404(manager, seen.pk).seen_because == ("You supervise Sam Worker, who leads",)


def test_a_supervisor_does_not_see_families_of_others() -> None:
    family(seen_by=practitioner("lead"))
    assert not families_for(practitioner("supervisor")).exists()


def test_the_front_door_sees_a_family_while_its_desk_has_it(now: datetime) -> None:
    officer, outsider = practitioner("front_door"), practitioner("lead")
    held = family()
    actions.give_sight(
        family=held,
        reason=Sight.Reason.FRONT_DOOR,
        desk="front-door",
        because="request:1",
        by=officer,
        now=now,
    )
    assert families_for(officer).get() == held
    assert not families_for(outsider).exists()


def test_a_closed_account_sees_nothing() -> None:
    lead = practitioner("lead", is_active=False)
    family(seen_by=lead)
    assert not families_for(lead).exists()


def test_giving_sight_twice_leaves_one_row(now: datetime) -> None:
    lead = practitioner("lead")
    held = family(seen_by=lead)
    actions.give_sight(
        family=held, reason=Sight.Reason.LEAD, practitioner=lead, because="test:1", by=lead, now=now
    )
    assert held.sights.count() == 1


def test_sight_is_decided_in_one_query(django_assert_num_queries: object) -> None:
    lead = practitioner("lead")
    family(seen_by=lead)
    assert lead.permissions  # roles are read once, outside the count
    with django_assert_num_queries(1):  # type: ignore[operator]
        list(families_for(lead))


@pytest.mark.parametrize("roles", [(), ("analyst",), ("commissioner",), ("governance",)])
def test_no_family_is_seen_by_roles_that_work_with_counts_nor_without_a_role(roles: tuple[str, ...]) -> None:
    somebody = practitioner(*roles)
    family(seen_by=somebody)
    assert not families_for(somebody).exists()


@pytest.mark.parametrize(
    ("role", "code", "seats"),
    [
        ("supervisor", "core-assets", ["early-help-panel"]),
        ("supervisor", "metropolitan-police", ["marac"]),
        ("supervisor", "nowhere", []),
        ("lead", "lewisham-council", []),
        ("panel_chair", "nowhere", ["early-help-panel", "locality-panel", "marac"]),
        ("front_door", "nowhere", ["early-help-panel", "locality-panel", "marac"]),
    ],
)
def test_members_sit_at_their_own_panels_and_chairs_and_the_front_door_at_all(
    role: str, code: str, seats: list[str]
) -> None:
    assert seats_of(practitioner(role, at=agency(code))) == seats


def test_a_panel_without_members_in_the_pack_is_open_to_all_who_may_read_panels(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    nameless = SimpleNamespace(panels=[SimpleNamespace(id="open-panel", members=())])
    monkeypatch.setattr("rightdoor.families.sight.pack", lambda: nameless)
    assert seats_of(practitioner("supervisor", at=agency("nowhere"))) == ["open-panel"]
