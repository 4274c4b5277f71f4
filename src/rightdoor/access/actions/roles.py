"""Giving roles and taking them back."""

from datetime import datetime

from django.db import transaction

from rightdoor.access import audit, policy
from rightdoor.access.models import Practitioner, RoleGrant


@transaction.atomic
def give_role(*, practitioner: Practitioner, role: str, by: Practitioner | str, now: datetime) -> RoleGrant:
    """Give a role. A role already held is left as it is."""
    policy.insist(policy.may_give(by, practitioner, role))
    held = practitioner.grants.filter(role=role, ended_at__isnull=True).first()
    if held:
        return held
    giver = by if isinstance(by, Practitioner) else None
    grant = practitioner.grants.create(role=role, given_by=giver, given_at=now)
    _forget(practitioner)
    audit.record("role_given", practitioner, by=by, now=now, role=role)
    return grant


@transaction.atomic
def end_role(*, practitioner: Practitioner, role: str, by: Practitioner | str, now: datetime) -> None:
    """Take a role back. From the next page on, its permissions are gone."""
    policy.insist(policy.may_give(by, practitioner, role))
    ended = practitioner.grants.filter(role=role, ended_at__isnull=True).update(ended_at=now)
    _forget(practitioner)
    if ended:
        audit.record("role_ended", practitioner, by=by, now=now, role=role)


def _forget(practitioner: Practitioner) -> None:
    # What was worked out from the grants is worked out again.
    for name in ("role_codes", "permissions"):
        practitioner.__dict__.pop(name, None)
