"""The directory for those who keep it true: their entries, what waits, and who is asked about what."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from django.db.models import Q, QuerySet
from django.shortcuts import get_object_or_404

from rightdoor.access.models import Practitioner
from rightdoor.access.permissions import Permission
from rightdoor.access.policy import check_may
from rightdoor.access.roles import ROLES
from rightdoor.directory.models import ChangeRequest, Correction, Service, Standing, Version
from rightdoor.directory.queries.listings import listings
from rightdoor.directory.sealing import unseal_right
from rightdoor.engines.completeness import ENOUGH
from rightdoor.engines.freshness import Keeping
from rightdoor.engines.listings import Listing

Waiting = ChangeRequest.State.WAITING
_KEEP: Final = [code for code, role in ROLES.items() if Permission.DIRECTORY_KEEP in role.permissions]
_SUPERVISE: Final = [code for code, role in ROLES.items() if Permission.PLAN_SUPERVISE in role.permissions]
# The longest months there are: a first, cheap cut; the engine says exactly.
_LONGEST_MONTH: Final = 31
DUE, ORPHANS, INCOMPLETE, HIDDEN, ALL = "due", "orphans", "incomplete", "hidden", "all"


def entries_for(who: Practitioner) -> QuerySet[Service]:
    """Give the entries somebody answers for; all of them to those who keep the directory."""
    found = Service.objects.exclude(standing=Standing.WITHDRAWN)
    if who.may(Permission.DIRECTORY_KEEP):
        return found
    return found.filter(Q(owner=who) | Q(owner_agency=who.agency_id))


def entry_or_404(who: Practitioner, service_id: UUID) -> Service:
    """Give one entry to somebody who answers for it."""
    found = entries_for(who).select_related("owner", "owner_agency", "organisation")
    return get_object_or_404(found, pk=service_id)


def whole_of(service: Service) -> Listing:
    """Give all that an entry says, protected places among it: for whoever answers for it."""
    (found,) = listings(Service.objects.filter(pk=service.pk))
    return found


def meant_by(sealed: str) -> tuple[Service | None, Practitioner | None, int]:
    """Give the entry that a letter's link is about, who was asked, and from which day its age was counted.

    The entry is None for somebody who answers for it no more.
    """
    told = unseal_right(sealed)
    if told is None:
        return None, None, 0
    owner, service_id, day = told
    who = Practitioner.objects.filter(pk=owner, is_active=True).select_related("agency").first()
    return (entries_for(who).filter(pk=service_id).first() if who else None), who, day


def shown(entries: QuerySet[Service], show: str, keeping: Keeping, today: date) -> QuerySet[Service]:
    """Give the entries of one list of the board, those that wait longest first."""
    lists = {
        DUE: Q(fresh_from__lte=_due_before(keeping, today)) & ~Q(status="closed"),
        ORPHANS: Q(owner__isnull=True, owner_agency__isnull=True) | Q(owner__is_active=False),
        INCOMPLETE: Q(completeness__lt=ENOUGH) | Q(completeness__isnull=True),
        HIDDEN: Q(hidden_since__isnull=False),
    }
    found = entries.filter(lists[show]) if show in lists else entries
    return found.select_related("owner", "owner_agency").order_by("fresh_from", "name", "pk")


def counts(entries: QuerySet[Service], keeping: Keeping, today: date) -> dict[str, int]:
    """Say how many entries each list of the board has."""
    return {show: shown(entries, show, keeping, today).count() for show in (DUE, ORPHANS, INCOMPLETE, HIDDEN)}


def _due_before(keeping: Keeping, today: date) -> date:
    """Give the last day on which an entry that is due today can have been checked."""
    day = today - timedelta(days=_LONGEST_MONTH * keeping.check_months + 1)
    while keeping.due_on(day + timedelta(days=1)) <= today:
        day += timedelta(days=1)
    return day


def changes_for(who: Practitioner) -> QuerySet[ChangeRequest]:
    """Give the changes that wait, oldest first, of the entries somebody answers for."""
    found = ChangeRequest.objects.filter(state=Waiting, service__in=entries_for(who))
    return found.select_related("service", "made_by")


def change_or_404(who: Practitioner, change_id: UUID) -> ChangeRequest:
    """Give one change to somebody who may decide it."""
    check_may(who, Permission.DIRECTORY_KEEP)
    found = ChangeRequest.objects.select_related("service", "made_by", "decided_by")
    return get_object_or_404(found, pk=change_id)


def corrections_for(who: Practitioner) -> QuerySet[Correction]:
    """Give what was said to be wrong and waits, oldest first."""
    found = Correction.objects.filter(answered_at__isnull=True, service__in=entries_for(who))
    return found.select_related("service")


def correction_or_404(who: Practitioner, correction_id: UUID) -> Correction:
    """Give one correction to somebody who answers for its entry."""
    return get_object_or_404(corrections_for(who), pk=correction_id)


def versions_of(service: Service) -> QuerySet[Version]:
    """Give every version of an entry, newest first."""
    return service.versions.select_related("kept_by").order_by("-number")


def keepers() -> list[Practitioner]:
    """Give everybody who keeps the directory."""
    return list(_holding(_KEEP))


def owners_of(entries: Iterable[Service]) -> Iterator[tuple[Service, list[Practitioner]]]:
    """Give who is asked about each entry: its owner, or else those who supervise in the agency that owns it,
    or else those who keep the directory."""
    by_agency: dict[str, list[Practitioner]] = {}
    for one in _holding(_SUPERVISE):
        by_agency.setdefault(one.agency_id, []).append(one)
    everybody = keepers()
    for entry in entries:
        owner = entry.owner
        if owner is not None and owner.is_active:
            yield entry, [owner]
        else:
            yield entry, by_agency.get(entry.owner_agency_id or "", everybody)


def _holding(roles: list[str]) -> QuerySet[Practitioner]:
    found = Practitioner.objects.filter(is_active=True, grants__role__in=roles, grants__ended_at__isnull=True)
    return found.order_by("name", "pk").distinct()
