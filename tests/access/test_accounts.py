"""Accounts: who may open, change and close them, and who may give which role."""

from datetime import datetime

import pytest

from rightdoor.access import actions, audit, hooks
from rightdoor.access.models import AuditEntry, Practitioner, RoleGrant
from rightdoor.access.permissions import Permission
from rightdoor.access.policy import Refused
from rightdoor.post.models import Message
from tests.factories import agency, practitioner

pytestmark = pytest.mark.django_db


@pytest.fixture
def governance() -> Practitioner:
    return practitioner("governance", name="Gil Records")


@pytest.fixture
def supervisor() -> Practitioner:
    return practitioner("supervisor", name="Sam Oversee")


def open_account(by: Practitioner | str, now: datetime, **changes: object) -> Practitioner:
    told = {
        "email": "New.One@Example.org",
        "name": "New One",
        "agency": agency(),
        "job": "health-visitor",
        "roles": ["practitioner"],
    }
    return actions.add_practitioner(**{**told, **changes}, by=by, now=now)  # type: ignore[arg-type]


def test_a_new_account_has_no_password_and_its_address_in_small_letters(
    governance: Practitioner, now: datetime
) -> None:
    opened = open_account(governance, now)
    assert (opened.email, opened.has_usable_password()) == ("new.one@example.org", False)
    assert opened.role_codes == {"practitioner"}


def test_opening_an_account_is_on_record_with_each_role(governance: Practitioner, now: datetime) -> None:
    opened = open_account(governance, now, roles=["practitioner", "lead"])
    verbs = AuditEntry.objects.filter(subject_id=str(opened.pk)).order_by("pk").values_list("verb", flat=True)
    assert list(verbs) == ["practitioner_added", "role_given", "role_given"]


def test_a_supervisor_opens_accounts_in_their_own_agency_only(
    supervisor: Practitioner, now: datetime
) -> None:
    assert open_account(supervisor, now).agency == supervisor.agency
    with pytest.raises(Refused, match="own agency"):
        open_account(supervisor, now, email="other@example.org", agency=agency("health"))


def test_a_lead_opens_no_accounts(now: datetime) -> None:
    with pytest.raises(Refused):
        open_account(practitioner("lead"), now)


def test_a_refused_role_leaves_no_account_behind(supervisor: Practitioner, now: datetime) -> None:
    with pytest.raises(Refused, match="Only information governance"):
        open_account(supervisor, now, roles=["practitioner", "front_door"])
    assert not Practitioner.objects.filter(email="new.one@example.org").exists()


@pytest.mark.parametrize(
    "role", ["governance", "supervisor", "front_door", "panel_chair", "commissioner", "analyst"]
)
def test_a_supervisor_cannot_give_a_role_that_is_not_theirs_to_give(
    role: str, supervisor: Practitioner, now: datetime
) -> None:
    with pytest.raises(Refused, match="Only information governance"):
        actions.give_role(practitioner=practitioner("lead"), role=role, by=supervisor, now=now)


@pytest.mark.parametrize("role", ["governance", "lead"])
def test_nobody_gives_a_role_to_themselves(role: str, governance: Practitioner, now: datetime) -> None:
    with pytest.raises(Refused, match="your own account"):
        actions.give_role(practitioner=governance, role=role, by=governance, now=now)


def test_a_role_that_does_not_exist_is_refused_with_those_that_do(now: datetime) -> None:
    with pytest.raises(Refused, match="practitioner, lead, front_door"):
        actions.give_role(practitioner=practitioner(), role="wizard", by=audit.SYSTEM, now=now)


def test_a_role_given_twice_is_held_once(governance: Practitioner, now: datetime) -> None:
    who = practitioner()
    for _ in range(2):
        actions.give_role(practitioner=who, role="lead", by=governance, now=now)
    assert RoleGrant.objects.filter(practitioner=who).count() == 1


def test_a_role_that_has_ended_gives_no_permission(governance: Practitioner, now: datetime) -> None:
    who = practitioner("lead")
    assert who.may(Permission.PLAN_LEAD)
    actions.end_role(practitioner=who, role="lead", by=governance, now=now)
    assert not who.may(Permission.PLAN_LEAD)
    assert RoleGrant.objects.get(practitioner=who).ended_at == now


def test_a_closed_account_holds_no_role_and_may_do_nothing(governance: Practitioner, now: datetime) -> None:
    who = practitioner("lead", "practitioner")
    actions.end_practitioner(practitioner=who, by=governance, now=now)
    closed = Practitioner.objects.get(pk=who.pk)
    assert (closed.is_active, closed.permissions, closed.session_turn) == (False, frozenset(), "")


def test_an_account_that_a_room_still_needs_stays_open(
    governance: Practitioner, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    who = practitioner("lead")
    monkeypatch.setattr(
        hooks, "reasons_to_stay", [lambda one: "Hand over three plans first." if one == who else ""]
    )
    with pytest.raises(Refused, match="three plans"):
        actions.end_practitioner(practitioner=who, by=governance, now=now)
    assert Practitioner.objects.get(pk=who.pk).is_active


def test_a_reopened_account_starts_without_role_or_password(governance: Practitioner, now: datetime) -> None:
    who = practitioner("lead")
    actions.end_practitioner(practitioner=who, by=governance, now=now)
    actions.reopen_practitioner(practitioner=who, by=governance, now=now)
    again = Practitioner.objects.get(pk=who.pk)
    assert (again.is_active, again.has_usable_password(), again.role_codes) == (True, False, frozenset())


def test_a_line_of_supervisors_never_leads_back(governance: Practitioner, now: datetime) -> None:
    top = practitioner("supervisor")
    middle = practitioner("supervisor", supervisor=top)
    with pytest.raises(Refused, match="supervises them"):
        actions.change_practitioner(
            practitioner=top, name=top.name, job=top.job, telephone="", supervisor=middle, away_until=None,
            by=governance, now=now,
        )  # fmt: skip


def test_an_invitation_waits_in_the_post_and_names_nobody_in_its_address(
    governance: Practitioner, now: datetime
) -> None:
    who = practitioner(email="ada@example.org")
    actions.invite(
        practitioner=who, link="https://x.example/link", partnership="Ours", by=governance, now=now
    )
    message = Message.objects.get()
    assert message.to_address == "ada@example.org"
    assert "https://x.example/link" in message.body
    assert message.about == f"access.practitioner:{who.pk}"


def test_a_supervisor_does_not_close_the_account_of_information_governance(
    supervisor: Practitioner, governance: Practitioner, now: datetime
) -> None:
    with pytest.raises(Refused, match="Only information governance"):
        actions.end_practitioner(practitioner=governance, by=supervisor, now=now)
    assert governance.is_active


def test_it_is_on_record_who_came_to_supervise_somebody(
    supervisor: Practitioner, governance: Practitioner, now: datetime
) -> None:
    worker = practitioner("lead")
    kept = {"name": worker.name, "job": worker.job, "telephone": "", "away_until": None}
    actions.change_practitioner(practitioner=worker, supervisor=supervisor, by=governance, now=now, **kept)  # type: ignore[arg-type]
    entry = AuditEntry.objects.get(verb="practitioner_changed")
    assert entry.detail == {"fields": ["supervisor"], "supervisor": str(supervisor.pk)}


def test_nobody_takes_a_colleagues_team_member_over_by_their_own_hand(
    supervisor: Practitioner, governance: Practitioner, now: datetime
) -> None:
    colleague = practitioner("supervisor", at=supervisor.agency)
    theirs = practitioner("lead", at=supervisor.agency, supervisor=colleague)
    new = practitioner("lead", at=supervisor.agency)
    kept = {"name": "Ada", "job": new.job, "telephone": "", "away_until": None, "now": now}
    actions.change_practitioner(practitioner=new, supervisor=supervisor, by=supervisor, **kept)  # type: ignore[arg-type]
    with pytest.raises(Refused, match="They have a supervisor"):
        actions.change_practitioner(practitioner=theirs, supervisor=supervisor, by=supervisor, **kept)  # type: ignore[arg-type]
    actions.change_practitioner(practitioner=theirs, supervisor=supervisor, by=governance, **kept)  # type: ignore[arg-type]
    assert theirs.supervisor == supervisor
