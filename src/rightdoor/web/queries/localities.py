"""Counts by area: never a name, never a number small enough to be one."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Q, QuerySet

from rightdoor.access.models import Practitioner
from rightdoor.access.permissions import Permission
from rightdoor.access.policy import check_may
from rightdoor.access.prepared import prepared
from rightdoor.engines.packs import Pack
from rightdoor.families.models import Family, Service
from rightdoor.frontdoor.models import HelpRequest
from rightdoor.frontdoor.states import OPEN, State


@dataclass(frozen=True)
class Counted:
    """What is counted for one area; `code` is empty for families whose area is not known."""

    code: str
    name: str
    children: int | None
    families: int = 0
    requests_30: int = 0
    requests_90: int = 0
    overdue: int = 0


def counted_by_area(who: Practitioner, pack: Pack, now: datetime) -> list[Counted]:
    """Count open families and requests for each area of the pack, in three queries."""
    check_may(who, Permission.LOCALITY_READ)
    families, requests = dict(_families()), _requests(now)
    areas = [("", "Area not known"), *((area.code, area.name) for area in pack.atlas.areas.values())]
    counted = [
        Counted(code, name, _children(pack, code), families.get(code, 0), *requests.get(code, (0, 0, 0)))
        for code, name in areas
    ]
    return [one for one in counted if one.code or one.families or one.requests_90]


@prepared
def _families() -> QuerySet[Family, tuple[str, int]]:
    helped = Family.objects.filter(service__in=[one for one in Service if one is not Service.NONE])
    # COUNT(*), not of a column: so it is answered from the index alone.
    return helped.values("area").annotate(number=Count("*")).order_by().values_list("area", "number")


def _requests(now: datetime) -> dict[str, tuple[int, int, int]]:
    # Two narrow questions, each answered from an index, rather than one that reads every request.
    rows = _received(in_90=now - timedelta(days=90), in_30=now - timedelta(days=30))
    new = {area: (in_30, in_90) for area, in_90, in_30 in rows}
    overdue = dict(_late(now=now))
    return {area: (*new.get(area, (0, 0)), overdue.get(area, 0)) for area in new.keys() | overdue.keys()}


@prepared
def _received(in_90: Any, in_30: Any) -> QuerySet[HelpRequest, tuple[str, int, int]]:
    received = HelpRequest.objects.filter(received_at__gte=in_90, state__in=list(State))
    recent = Count("area", filter=Q(received_at__gte=in_30))
    counted = received.order_by().values("area").annotate(all=Count("*"), recent=recent)
    return counted.values_list("area", "all", "recent")


@prepared
def _late(now: Any) -> QuerySet[HelpRequest, tuple[str, int]]:
    late = HelpRequest.objects.filter(state__in=OPEN, due_at__lt=now).order_by().values("area")
    return late.annotate(late=Count("*")).values_list("area", "late")


def _children(pack: Pack, code: str) -> int | None:
    row = pack.population(code)
    return row.children_0_17 if row else None
