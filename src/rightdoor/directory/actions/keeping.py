"""Keeping an entry: the one place where what was approved reaches the rows and a version is kept."""

from datetime import datetime, time
from enum import StrEnum
from typing import Any

from django.db import transaction
from django.utils.timezone import localtime

from rightdoor.access import audit
from rightdoor.access.models import Agency, Practitioner
from rightdoor.directory.index import keep_findable
from rightdoor.directory.models import (
    Closure,
    ContactPoint,
    DatedSession,
    Location,
    Organisation,
    Service,
    ServiceAtLocation,
    Standing,
    Version,
    WeeklyHours,
)
from rightdoor.directory.queries.listings import CLOSED, CONTACT, HOURS, PLACE, PLAIN, listing, whole
from rightdoor.engines.completeness import completeness
from rightdoor.engines.listings import Dated, Listing, Place, Provider

# What a row keeps by itself: it is no part of what an entry says.
OWN = {"id", "checked_on", "checked_by", "changed_at"}


class Kept(StrEnum):
    """What keeping an entry came to."""

    ADDED = "added"
    CHANGED = "changed"
    SAME = "same"


@transaction.atomic
def keep(
    *,
    entry: Listing,
    by: Practitioner | str,
    now: datetime,
    why: str = "",
    standing: Standing = Standing.PUBLIC,
    owner_agency: Agency | None = None,
) -> tuple[Service, Kept]:
    """Keep an approved entry whole, with a snapshot; one that says nothing new changes nothing.

    `standing` and `owner_agency` count for a new entry only; of one that is known they stay as they are.
    """
    known = Service.objects.select_for_update().filter(pk=entry.id).first()
    if known is not None and _says(listing(whole(Service.objects.filter(pk=known.pk)).get())) == _says(entry):
        if known.completeness is None:
            # Kept before there was such a score.
            known.completeness = completeness(entry).score
            known.save(update_fields=["completeness"])
        return known, Kept.SAME
    service = known or Service(
        pk=entry.id, standing=standing, owner_agency=owner_agency, created_at=now, fresh_from=now.date()
    )
    service.organisation = _organisation(entry.provider, now)
    _fill(service, entry.model_dump(mode="json", include=set(PLAIN) - OWN))
    service.changed_at, service.version = now, service.version + 1
    service.completeness = completeness(entry).score
    service.save()
    if known is not None:
        _take_off(service)
    _hang(service, entry)
    _snapshot(service, _as_listed(entry, service), by, now, why)
    keep_findable(service, entry, now, is_new=known is None)
    kept = Kept.CHANGED if known else Kept.ADDED
    audit.record(f"entry_{kept}", service, by=by, now=now, version=service.version)
    return service, kept


def _says(entry: Listing) -> dict[str, Any]:
    return entry.model_dump(mode="json", exclude={"checked_on", "checked_by", "changed_at"})


def _fill(row: Any, values: dict[str, Any]) -> None:
    for name, value in values.items():
        setattr(row, name, value)


def _organisation(provider: Provider, now: datetime) -> Organisation:
    values = provider.model_dump(mode="json", exclude={"id"})
    row = Organisation.objects.filter(pk=provider.id).first()
    if row is None or any(getattr(row, name) != value for name, value in values.items()):
        row, _ = Organisation.objects.update_or_create(pk=provider.id, defaults={**values, "changed_at": now})
    return row


def _take_off(service: Service) -> None:
    for related in (service.contacts, service.places, service.hours, service.dates, service.closures):
        related.all().delete()


def _hang(service: Service, entry: Listing) -> None:
    ContactPoint.objects.bulk_create(
        ContactPoint(service=service, order=order, **_row(contact, CONTACT))
        for order, contact in enumerate(entry.contacts)
    )
    ServiceAtLocation.objects.bulk_create(
        ServiceAtLocation(
            pk=row.id, service=service, location=_location(row.place), note=row.note, order=order
        )
        for order, row in enumerate(entry.places)
    )
    WeeklyHours.objects.bulk_create(
        WeeklyHours(service=service, at_id=row.at, **_row(row, HOURS)) for row in entry.hours
    )
    DatedSession.objects.bulk_create(
        DatedSession(
            pk=row.id,
            service=service,
            at_id=row.at,
            starts=row.starts,
            ends=row.ends,
            note=row.note,
            cancelled=row.cancelled,
        )
        for row in entry.dates
    )
    Closure.objects.bulk_create(
        Closure(service=service, at_id=row.at, **_row(row, CLOSED)) for row in entry.closures
    )


def _location(place: Place) -> Location:
    values = place.model_dump(include=set(PLACE) - {"id"})
    values["features"] = list(place.features)
    row, _ = Location.objects.update_or_create(pk=place.id, defaults=values)
    return row


def _row(record: Any, names: list[str]) -> dict[str, Any]:
    return {name: getattr(record, name) for name in names}


def _as_listed(entry: Listing, service: Service) -> Listing:
    """Give an entry as it would be read back, without reading it: its rows in their order, and what the house
    itself knows of it."""
    return entry.model_copy(
        update={
            "hours": tuple(
                sorted(entry.hours, key=lambda row: (row.weekday, row.opens or time(), str(row.id)))
            ),
            "dates": tuple(sorted(map(_local, entry.dates), key=lambda row: (row.starts, str(row.id)))),
            "closures": tuple(sorted(entry.closures, key=lambda row: (row.first, str(row.id)))),
            "checked_on": service.checked_on,
            "checked_by": service.checked_by,
            "changed_at": service.changed_at,
        }
    )


def _local(row: Dated) -> Dated:
    ends = localtime(row.ends) if row.ends else None
    return row.model_copy(update={"starts": localtime(row.starts), "ends": ends})


def _snapshot(service: Service, kept: Listing, by: Practitioner | str, now: datetime, why: str) -> None:
    Version.objects.create(
        service=service,
        number=service.version,
        entry=kept.model_dump(mode="json"),
        kept_at=now,
        kept_by=by if isinstance(by, Practitioner) else None,
        why=why,
    )
