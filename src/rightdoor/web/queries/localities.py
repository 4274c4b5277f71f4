"""Counts by area: never a name, never a number small enough to be one."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Q

from rightdoor.access.models import Practitioner
from rightdoor.access.permissions import Permission
from rightdoor.access.policy import check_may
from rightdoor.engines.packs import Pack
from rightdoor.families.models import Family, Service
from rightdoor.frontdoor.models import HelpRequest
from rightdoor.frontdoor.states import OPEN


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
    """Count open families and requests for each area of the pack, in two queries."""
    check_may(who, Permission.LOCALITY_READ)
    open_families = Family.objects.exclude(service=Service.NONE)
    families = dict(open_families.values_list("area").annotate(Count("pk")).order_by())
    requests = _requests(now)
    areas = [("", "Area not known"), *((area.code, area.name) for area in pack.atlas.areas.values())]
    counted = [
        Counted(code, name, _children(pack, code), families.get(code, 0), *requests.get(code, (0, 0, 0)))
        for code, name in areas
    ]
    return [one for one in counted if one.code or one.families or one.requests_90]


def _requests(now: datetime) -> dict[str, tuple[int, int, int]]:
    recent = Q(received_at__gte=now - timedelta(days=30))
    overdue = Q(state__in=OPEN, due_at__lt=now)
    newest = Q(received_at__gte=now - timedelta(days=90))
    rows = (
        HelpRequest.objects.filter(newest | overdue)
        .values_list("area")
        .annotate(Count("pk", filter=recent), Count("pk", filter=newest), Count("pk", filter=overdue))
        .order_by()
    )
    return {area: (in_30, in_90, late) for area, in_30, in_90, late in rows}


def _children(pack: Pack, code: str) -> int | None:
    row = pack.population(code)
    return row.children_0_17 if row else None
