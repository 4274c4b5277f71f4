"""Opening, changing and closing the accounts of practitioners."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction

from rightdoor.access import audit, hooks, policy
from rightdoor.access.actions.roles import give_role
from rightdoor.access.models import Agency, Practitioner
from rightdoor.post.actions import write


@transaction.atomic
def add_practitioner(
    *,
    email: str,
    name: str,
    agency: Agency,
    job: str,
    roles: Sequence[str],
    by: Practitioner | str,
    now: datetime,
    telephone: str = "",
    supervisor: Practitioner | None = None,
) -> Practitioner:
    """Open an account without a password; its owner chooses one from the link that `invite` sends."""
    policy.insist(policy.may_open_account(by, agency))
    practitioner = Practitioner(
        email=email.strip().lower(),
        name=name,
        agency=agency,
        job=job,
        telephone=telephone,
        supervisor=supervisor,
        date_joined=now,
    )
    practitioner.set_unusable_password()
    practitioner.save()
    audit.record("practitioner_added", practitioner, by=by, now=now, agency=agency.pk)
    for role in roles:
        give_role(practitioner=practitioner, role=role, by=by, now=now)
    return practitioner


@transaction.atomic
def invite(
    *, practitioner: Practitioner, link: str, partnership: str, by: Practitioner | str, now: datetime
) -> None:
    """Send the link with which a practitioner chooses a password."""
    policy.insist(policy.may_manage(by, practitioner))
    write(
        to_name=practitioner.name,
        to_address=practitioner.email,
        subject=f"Your account with {partnership}",
        body=(
            f"Hello {practitioner.name},\n\nAn account has been opened for you. "
            f"Choose a password here within one day:\n\n{link}\n\n"
            f"After a day, ask for a new link on the sign-in page.\n\n{partnership}\n"
        ),
        about=f"access.practitioner:{practitioner.pk}",
        now=now,
    )
    audit.record("practitioner_invited", practitioner, by=by, now=now)


@transaction.atomic
def change_practitioner(
    *,
    practitioner: Practitioner,
    name: str,
    job: str,
    telephone: str,
    supervisor: Practitioner | None,
    away_until: date | None,
    by: Practitioner | str,
    now: datetime,
) -> None:
    """Change what is kept about a practitioner. Nobody supervises themselves, at any distance."""
    policy.insist(policy.may_manage(by, practitioner))
    policy.insist(policy.may_supervise(by, supervisor, practitioner))
    wanted = {
        "name": name,
        "job": job,
        "telephone": telephone,
        "supervisor": supervisor,
        "away_until": away_until,
    }
    changed = sorted(field for field, value in wanted.items() if getattr(practitioner, field) != value)
    for field in changed:
        setattr(practitioner, field, wanted[field])
    practitioner.save(update_fields=changed)
    # Whoever supervises a lead sees their families: it is on record who came to.
    supervised: dict[str, Any] = (
        {"supervisor": supervisor.pk if supervisor else ""} if "supervisor" in changed else {}
    )
    audit.record("practitioner_changed", practitioner, by=by, now=now, fields=changed, **supervised)


@transaction.atomic
def end_practitioner(*, practitioner: Practitioner, by: Practitioner | str, now: datetime) -> None:
    """Close an account: signed out at once, every role ended. The name stays where it was written."""
    policy.insist(policy.may_end(by, practitioner))
    reason = hooks.reason_to_stay(practitioner)
    policy.insist(policy.no(reason) if reason else policy.YES)
    practitioner.is_active = False
    practitioner.session_turn = ""
    practitioner.save(update_fields=["is_active", "session_turn"])
    practitioner.grants.filter(ended_at__isnull=True).update(ended_at=now)
    audit.record("practitioner_ended", practitioner, by=by, now=now)


@transaction.atomic
def reopen_practitioner(*, practitioner: Practitioner, by: Practitioner | str, now: datetime) -> None:
    """Open a closed account again, with no role and no password: both must be given anew."""
    policy.insist(policy.may_manage(by, practitioner))
    practitioner.is_active = True
    practitioner.set_unusable_password()
    practitioner.save(update_fields=["is_active", "password"])
    audit.record("practitioner_reopened", practitioner, by=by, now=now)
