"""What the open data asks of the directory. Nothing tells more than `told_of` does, not even a distance."""

import json
from collections.abc import Iterator
from datetime import datetime, time, timedelta
from typing import Any, Final, TypeVar
from uuid import UUID

from django.db.models import Exists, F, Model, OuterRef, Q, QuerySet, TextField
from django.db.models.functions import Cast

from rightdoor.directory.models import Organisation, Service, ServiceAtLocation, Standing, WeeklyHours
from rightdoor.directory.queries.listings import public
from rightdoor.engines.listings.telling import NEAR_PLACES
from rightdoor.engines.openreferral import lists
from rightdoor.engines.openreferral.words import DAYS, kilometres

YEAR: Final = 12
# For so long somebody who reads us now and then is told that a service is gone.
TOLD_GONE_FOR: Final = timedelta(days=90)
Point = tuple[float, float]
Row = TypeVar("Row", bound=Model)


def gone(now: datetime) -> QuerySet[Service]:
    """Give what was told once and is told no longer, for a while after it went."""
    since = now - TOLD_GONE_FOR
    over = Q(standing=Standing.WITHDRAWN) | Q(standing=Standing.PUBLIC, status="closed")
    hidden = Q(standing=Standing.PUBLIC, hidden_since__gte=since.date())
    return Service.objects.filter(version__gt=0).filter((over & Q(changed_at__gte=since)) | hidden)


def changed_since(services: QuerySet[Service], moment: datetime) -> QuerySet[Service]:
    """Give what changed since, came here since, or was hidden since."""
    return services.filter(
        Q(changed_at__gte=moment) | Q(created_at__gte=moment) | Q(hidden_since__gte=moment.date())
    )


def with_gone(
    found: QuerySet[Service], moment: datetime, now: datetime, *, narrowed: bool
) -> QuerySet[Service]:
    """Give what changed since a moment; what is gone too, unless filters ask what is no longer told."""
    wanted = Q(pk__in=found.order_by().values("pk"))
    if not narrowed:
        wanted |= Q(pk__in=gone(now).order_by().values("pk"))
    return changed_since(Service.objects.filter(wanted), moment).order_by("changed_at", "pk")


def told_or_gone(key: UUID, now: datetime) -> Service | None:
    """Give one service that is told, or that says it is gone."""
    known = Q(pk__in=public().order_by().values("pk")) | Q(pk__in=gone(now).order_by().values("pk"))
    return Service.objects.filter(known, pk=key).first()


def at_place(key: UUID) -> QuerySet[ServiceAtLocation]:
    """Give one service at a place."""
    return ServiceAtLocation.objects.filter(pk=key)


def chunks(rows: QuerySet[Row], size: int) -> Iterator[QuerySet[Row]]:
    """Give rows some at a time, in their order; what comes or goes meanwhile moves nothing."""
    keys = list(rows.values_list("pk", flat=True))
    model: Any = rows.model
    order = rows.query.order_by
    for start in range(0, len(keys), size):
        yield model.objects.filter(pk__in=keys[start : start + size]).order_by(*order)


def chosen(
    asked: Any, near: Point | None, area: str | None, terms: dict[str, tuple[str, str]]
) -> QuerySet[Service]:
    """Give the public services that meet every filter asked for, in an order that stays."""
    found = public().order_by("name", "pk")
    for word in (asked.search or "").replace("\x00", " ").split():
        found = found.filter(
            Q(name__icontains=word)
            | Q(about__icontains=word)
            | Q(who_for__icontains=word)
            | Q(organisation__name__icontains=word)
        )
    if asked.organization_id:
        found = found.filter(organisation_id=asked.organization_id)
    found = _of_age(found, asked)
    found = _with_words(found, asked, terms)
    if asked.day or asked.start_time or asked.end_time:
        found = found.filter(Exists(_open_then(asked).filter(service=OuterRef("pk"))))
    if near and asked.proximity:
        found = found.filter(pk__in=places_near(near, int(asked.proximity)).values())
    elif near:
        found = _covering(found, near, area)
    return found


def _of_age(found: QuerySet[Service], asked: Any) -> QuerySet[Service]:
    if asked.minimum_age is not None:
        found = found.filter(age_from_months__gte=asked.minimum_age * YEAR)
    if asked.maximum_age is not None:
        # A whole number of years is included: under five is told as four.
        found = found.annotate(odd_months=F("age_to_months") % YEAR).filter(
            Q(odd_months=0, age_to_months__lte=(asked.maximum_age + 1) * YEAR)
            | Q(age_to_months__lte=asked.maximum_age * YEAR)
        )
    if asked.age is not None:
        months = asked.age * YEAR
        found = found.filter(
            Q(age_from_months__isnull=True) | Q(age_from_months__lte=months),
            Q(age_to_months__isnull=True) | Q(age_to_months__gt=months),
        )
    return found


def _with_words(found: QuerySet[Service], asked: Any, terms: dict[str, tuple[str, str]]) -> QuerySet[Service]:
    if asked.taxonomy_term_id:
        taxonomy, code = terms.get(str(asked.taxonomy_term_id), ("", ""))
        found = _with_code(found, taxonomy, code)
    if asked.taxonomy_id:
        names = [
            name
            for name in {name for name, _ in terms.values()}
            if lists.taxonomy_id(name) == str(asked.taxonomy_id)
        ]
        found = _with_list(found, names[0] if names else "")
    return found


def _with_code(found: QuerySet[Service], taxonomy: str, code: str) -> QuerySet[Service]:
    if not taxonomy:
        return found.none()
    if taxonomy in {"stage", "offer"}:
        return found.filter(**{taxonomy: code})
    if taxonomy in lists.FIELDS:
        told = code if taxonomy == "levels" else json.dumps(code)
        return _written(found, taxonomy, told)
    found = _with_list(found, taxonomy)
    return _written(
        found, "terms", f'"name": {json.dumps(code)}', f'"name": {json.dumps(code, ensure_ascii=False)}'
    )


def _with_list(found: QuerySet[Service], taxonomy: str) -> QuerySet[Service]:
    if not taxonomy:
        return found.none()
    if taxonomy in {"stage", "offer"}:
        return found.exclude(**{taxonomy: ""})
    if taxonomy in lists.FIELDS:
        return found.exclude(**{taxonomy: []})
    name = taxonomy.removeprefix("other/")
    name = "" if name == "Other" else name
    return _written(
        found,
        "terms",
        f'"taxonomy": {json.dumps(name)}',
        f'"taxonomy": {json.dumps(name, ensure_ascii=False)}',
    )


def _written(found: QuerySet[Service], field: str, *told: str) -> QuerySet[Service]:
    """Give services in whose list something is written; both databases can look into its text."""
    any_of = Q()
    for one in told:
        any_of |= Q(**{f"{field}_text__contains": one})
    return found.annotate(**{f"{field}_text": Cast(field, TextField())}).filter(any_of)


def _open_then(asked: Any) -> QuerySet[WeeklyHours]:
    hours = WeeklyHours.objects.all()
    if asked.day:
        hours = hours.filter(weekday=DAYS.index(asked.day))
    if asked.start_time:
        hours = hours.filter(opens__gte=time.fromisoformat(asked.start_time))
    if asked.end_time:
        hours = hours.filter(closes__lte=time.fromisoformat(asked.end_time))
    return hours


def places_near(near: Point, metres: int) -> dict[UUID, UUID]:
    """Give each service at a place within reach, with its service. A masked one is where it is told to be."""
    rows = ServiceAtLocation.objects.exclude(location__shown="hidden").filter(
        location__lat__isnull=False, service__in=public().order_by()
    )
    fields = ("pk", "service_id", "location__lat", "location__lon", "location__shown")
    return {
        pk: service
        for pk, service, lat, lon, shown in rows.values_list(*fields)
        if kilometres(near, _shown(lat, lon, shown)) * 1000 <= metres
    }


def _shown(lat: float, lon: float, shown: str) -> Point:
    return (round(lat, NEAR_PLACES), round(lon, NEAR_PLACES)) if shown == "near" else (lat, lon)


def _covering(found: QuerySet[Service], near: Point, area: str | None) -> QuerySet[Service]:
    covers = Q(coverage__kind__in=["national", "unknown"]) | Q(coverage={})
    if area:
        covers |= Q(coverage__kind="council")
        found = found.annotate(coverage_text=Cast("coverage", TextField()))
        covers |= Q(coverage__kind="areas", coverage_text__contains=json.dumps(area))
    return found.filter(covers | Q(pk__in=_within_radius(near)))


def _within_radius(near: Point) -> list[UUID]:
    rows = ServiceAtLocation.objects.exclude(location__shown="hidden").filter(
        service__coverage__kind="radius", location__lat__isnull=False
    )
    fields = ("service_id", "service__coverage", "location__lat", "location__lon", "location__shown")
    return [
        service
        for service, coverage, lat, lon, shown in rows.values_list(*fields)
        if kilometres(near, _shown(lat, lon, shown)) <= float(coverage.get("km") or 0)
    ]


def at_places(services: QuerySet[Service], within: set[UUID] | None) -> QuerySet[ServiceAtLocation]:
    """Give services at places that may be told, of these services."""
    rows = ServiceAtLocation.objects.exclude(location__shown="hidden").filter(service__in=services.order_by())
    rows = rows if within is None else rows.filter(pk__in=within)
    return rows.order_by("service__name", "service_id", "pk")


def organisations(search: str | None) -> QuerySet[Organisation]:
    """Give organisations that run something public."""
    running = public().order_by().filter(organisation=OuterRef("pk"))
    found = Organisation.objects.filter(Exists(running)).order_by("name", "pk")
    for word in (search or "").replace("\x00", " ").split():
        found = found.filter(Q(name__icontains=word) | Q(about__icontains=word))
    return found


def words_in_use() -> list[tuple[str, str, str]]:
    """Give every word of others' lists that a public service carries: list, word, address."""
    rows = public().exclude(terms=[]).order_by().values_list("terms", flat=True)
    return sorted(
        {
            (str(term.get("taxonomy", "")), str(term["name"]), str(term.get("uri", "")))
            for terms in rows
            for term in terms
        }
    )
