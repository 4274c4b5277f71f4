"""Reading accounts: each practitioner sees those they may manage."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch, QuerySet
from django.http import Http404

from rightdoor.access.models import Agency, Practitioner, RoleGrant
from rightdoor.access.permissions import Permission
from rightdoor.access.prepared import prepared, several

A_PAGE = 25
_OPEN_GRANTS = Prefetch("grants", RoleGrant.objects.filter(ended_at__isnull=True))


def accounts_for(who: Practitioner, *, words: str = "", closed: bool = False) -> QuerySet[Practitioner]:
    """Give the accounts somebody may manage: one agency's, or all of them. No permission, no page."""
    found = _accounts(who).filter(is_active=not closed)
    for word in words.split():
        found = found.filter(name__icontains=word) | found.filter(email__icontains=word)
    # Their roles are fetched with a page of them, by `with_roles`.
    told = found.prefetch_related(None).select_related(None).select_related("agency")
    return told.only("name", "email", "job", "is_active", "agency__name").order_by("name", "pk")


def with_roles(accounts: Iterable[Practitioner]) -> list[Practitioner]:
    """Give a page of accounts with the roles each holds, in one query."""
    shown = list(accounts)
    roles: dict[UUID, set[str]] = defaultdict(set)
    for person, role in _grants(people=[account.pk for account in shown]):
        roles[person].add(role)
    for account in shown:
        account.role_codes = frozenset(roles[account.pk])
    return shown


@prepared
def _grants(people: Any) -> QuerySet[RoleGrant, tuple[UUID, str]]:
    held = RoleGrant.objects.filter(practitioner__in=several(people, A_PAGE), ended_at__isnull=True)
    return held.values_list("practitioner", "role")


def account_or_404(who: Practitioner, practitioner_id: UUID) -> Practitioner:
    """Give one account, if it may be managed by who asks."""
    found = _accounts(who).filter(pk=practitioner_id).first()
    if found is None:
        raise Http404
    return found


def agencies_for(who: Practitioner) -> QuerySet[Agency]:
    """Give the agencies in which somebody may open accounts."""
    if who.may(Permission.ACCOUNT_MANAGE_EVERYWHERE):
        return Agency.objects.order_by("name")
    return (
        Agency.objects.filter(pk=who.agency_id)
        if who.may(Permission.ACCOUNT_MANAGE)
        else Agency.objects.none()
    )


def supervisors_in(agency: Agency) -> QuerySet[Practitioner]:
    """Give those in an agency who may supervise."""
    return Practitioner.objects.filter(
        agency=agency, is_active=True, grants__role="supervisor", grants__ended_at__isnull=True
    ).order_by("name")


def _accounts(who: Practitioner) -> QuerySet[Practitioner]:
    if not who.may(Permission.ACCOUNT_MANAGE):
        raise PermissionDenied
    found = Practitioner.objects.select_related("agency", "supervisor").prefetch_related(_OPEN_GRANTS)
    return found if who.may(Permission.ACCOUNT_MANAGE_EVERYWHERE) else found.filter(agency=who.agency_id)
