"""Entries out of the database: who may be shown what, and each whole with all that hangs on it."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.utils.timezone import localtime

from rightdoor.directory.models import Location, Service, ServiceAtLocation, Standing
from rightdoor.engines.listings import (
    Closed,
    Contact,
    Dated,
    Hours,
    Listing,
    Outline,
    Place,
    PlaceOf,
    Provider,
    told,
)

# Fields that an entry and its row share, name for name.
PLAIN = [
    "id",
    "slug",
    "name",
    "commissioner",
    "about",
    "who_for",
    "how_in",
    "how_in_note",
    "website",
    "stage",
    "levels",
    "ithrive",
    "issues",
    "offer",
    "terms",
    "audience",
    "age_from_months",
    "age_to_months",
    "for_pregnancy",
    "rule",
    "delivery",
    "coverage",
    "cost",
    "creche",
    "languages",
    "access_needs",
    "wait_weeks",
    "wait_words",
    "capacity",
    "alert",
    "status",
    "where",
    "when",
    "source",
    "as_of",
    "checked_on",
    "checked_by",
    "changed_at",
]
OUTLINE = tuple(Outline.model_fields)
PLACE = [
    "id",
    "name",
    "kind",
    "address",
    "city",
    "county",
    "postcode",
    "lat",
    "lon",
    "area",
    "travel",
    "features",
    "features_note",
    "uprn",
    "shown",
]
HOURS = [
    "id",
    "weekday",
    "opens",
    "closes",
    "every_weeks",
    "nth_of_month",
    "first_on",
    "last_on",
    "term_time_only",
    "closed_on_bank_holidays",
    "note",
]
PROVIDER = ["id", "name", "about", "website", "email", "telephone", "identifiers"]
CONTACT = ["id", "title", "telephone", "email", "note"]
CLOSED = ["id", "first", "last", "reason"]


def public() -> QuerySet[Service]:
    """Give what the public may see: approved, not closed, and not unchecked for too long."""
    return Service.objects.filter(standing=Standing.PUBLIC, hidden_since__isnull=True).exclude(
        status="closed"
    )


def whole(services: QuerySet[Service]) -> QuerySet[Service]:
    """Fetch all that hangs on services with them, in six questions whatever their number."""
    places = Prefetch("places", ServiceAtLocation.objects.select_related("location"))
    return services.select_related("organisation").prefetch_related(
        places, "contacts", "hours", "dates", "closures"
    )


def told_of(services: QuerySet[Service]) -> list[Listing]:
    """Give services as the public may be told of them: every public page, feed and export asks here."""
    return [told(entry) for entry in listings(services)]


def outlines(services: QuerySet[Service]) -> list[Outline]:
    """Give what lists and tables say of services, in one question. No place and no address is in it."""
    return [Outline.model_construct(**row) for row in services.values(*OUTLINE)]


def listings(services: QuerySet[Service]) -> list[Listing]:
    """Give services as whole entries, in their order, protected places among them: never for the public."""
    return [listing(service) for service in whole(services)]


def listing(service: Service) -> Listing:
    """Give one service as an entry."""
    return Listing(
        **_of(service, PLAIN),
        provider=Provider(**_of(service.organisation, PROVIDER)),
        contacts=tuple(Contact(**_of(row, CONTACT)) for row in service.contacts.all()),
        places=tuple(
            PlaceOf(id=row.pk, note=row.note, place=_place(row.location)) for row in service.places.all()
        ),
        hours=tuple(Hours(**_of(row, HOURS), at=row.at_id) for row in service.hours.all()),
        dates=tuple(_dated(row) for row in service.dates.all()),
        closures=tuple(Closed(**_of(row, CLOSED), at=row.at_id) for row in service.closures.all()),
    )


def _place(location: Location) -> Place:
    return Place(**_of(location, PLACE))


def _dated(row: Any) -> Dated:
    ends = localtime(row.ends) if row.ends else None
    return Dated(
        id=row.pk,
        at=row.at_id,
        starts=localtime(row.starts),
        ends=ends,
        note=row.note,
        cancelled=row.cancelled,
    )


def _of(row: Any, names: Iterable[str]) -> dict[str, Any]:
    return {name: getattr(row, name) for name in names}
