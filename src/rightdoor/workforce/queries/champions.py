"""Champions for staff, by name; for the public and in counts, without."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Count, F, Max, Q, QuerySet, Sum
from django.db.models.functions import TruncMonth
from django.shortcuts import get_object_or_404

from rightdoor.access.models import Practitioner
from rightdoor.access.permissions import Permission
from rightdoor.access.policy import check_may
from rightdoor.workforce.models import Activity, Champion, Wish


@dataclass(frozen=True)
class Met:
    """What the public may know of a champion. There is no field for a name, so none can be shown."""

    kind: str
    area: str
    languages: tuple[str, ...]
    meet: str


@dataclass(frozen=True)
class Tally:
    """What was done under one heading: how many were active, for how long, and whom they reached."""

    key: Any
    active: int
    hours: Decimal
    reached: int


def champions(who: Practitioner, *, words: str = "", ended: bool = False) -> QuerySet[Champion]:
    """Give champions to somebody who keeps them, with the first day on which some training runs out."""
    check_may(who, Permission.WORKFORCE_KEEP)
    found = Champion.objects.annotate(
        hours=Sum("activities__hours", default=Decimal(0)), last_on=Max("activities__on")
    ).prefetch_related("trainings")
    found = found.filter(ended_on__isnull=not ended).order_by("name", "pk")
    return found.filter(name__icontains=words) if words else found


def champion_or_404(who: Practitioner, champion_id: UUID) -> Champion:
    """Give one champion to somebody who keeps them."""
    check_may(who, Permission.WORKFORCE_KEEP)
    kept = Champion.objects.prefetch_related("trainings", "activities")
    return get_object_or_404(kept, pk=champion_id)


def wishes(who: Practitioner) -> QuerySet[Wish]:
    """Give those who asked to help, those who wait first."""
    check_may(who, Permission.WORKFORCE_KEEP)
    return Wish.objects.select_related("answered_by").order_by(
        F("answered_at").desc(nulls_first=True), "due_at", "pk"
    )


def wish_or_404(who: Practitioner, wish_id: UUID) -> Wish:
    """Give one of those who asked to help."""
    return get_object_or_404(wishes(who), pk=wish_id)


def to_meet() -> list[Met]:
    """Give where parents can meet champions: those who are active and have said where."""
    active = Champion.objects.filter(ended_on__isnull=True).exclude(meet="").order_by("area", "kind", "meet")
    return [
        Met(one["kind"], one["area"], tuple(one["languages"]), one["meet"])
        for one in active.values("kind", "area", "languages", "meet")
    ]


def by_month(who: Practitioner, since: date) -> list[Tally]:
    """Give what was done in each month from a day on, newest first."""
    return list(_tallies(who, since, month=TruncMonth("on")))[::-1]


def by_area(who: Practitioner, since: date) -> list[Tally]:
    """Give what was done in each area from a day on; the key is empty where nobody said."""
    return list(_tallies(who, since, key="area"))


def _tallies(who: Practitioner, since: date, key: str = "month", **named: Any) -> Iterator[Tally]:
    check_may(who, Permission.WORKFORCE_READ)
    rows = (
        Activity.objects.filter(on__gte=since)
        .annotate(**named)
        .order_by(key)
        .values(key)
        .annotate(active=Count("champion", distinct=True), hours_=Sum("hours"), reached_=Sum("reached"))
    )
    for row in rows:
        yield Tally(row[key], row["active"], row["hours_"], row["reached_"])


def standing(who: Practitioner, today: date) -> dict[str, int]:
    """Give how many champions there are, how many are trained, and how many wait to join."""
    check_may(who, Permission.WORKFORCE_READ)
    trained = Q(trainings__expires_on__isnull=True, trainings__isnull=False) | Q(
        trainings__expires_on__gte=today
    )
    active = Champion.objects.filter(ended_on__isnull=True)
    return {
        "active": active.count(),
        "trained": active.filter(trained).distinct().count(),
        "waiting": Wish.objects.filter(answered_at__isnull=True).count(),
    }
