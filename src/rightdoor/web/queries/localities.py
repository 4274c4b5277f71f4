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


def counted_by_area(who: Practitioner, pack: Pack, now: datetime, only: str = "") -> list[Counted]:
    """Count open families and requests for each area of the pack, or for `only` one, in three queries."""
    check_may(who, Permission.LOCALITY_READ)
    open_families = Family.objects.filter(service__in=[one for one in Service if one is not Service.NONE])
    if only:
        open_families = open_families.filter(area=only)
    # COUNT(*), not of a column: so it is answered from the index alone.
    by_area = open_families.values("area").annotate(number=Count("*")).order_by()
    families = dict(by_area.values_list("area", "number"))
    requests = _requests(now, only)
    areas = [("", "Area not known"), *((area.code, area.name) for area in pack.atlas.areas.values())]
    counted = [
        Counted(code, name, _children(pack, code), families.get(code, 0), *requests.get(code, (0, 0, 0)))
        for code, name in areas
    ]
    shown = [one for one in counted if one.code or one.families or one.requests_90]
    return [one for one in shown if one.code == only] if only else shown


def _requests(now: datetime, only: str) -> dict[str, tuple[int, int, int]]:
    # Two narrow questions, each answered from an index, rather than one that reads every request.
    states = {"area": only} if only else {"state__in": list(State)}
    received = HelpRequest.objects.filter(received_at__gte=now - timedelta(days=90), **states)
    recent = Count("area", filter=Q(received_at__gte=now - timedelta(days=30)))
    rows = received.values("area").annotate(in_90=Count("*"), in_30=recent).order_by()
    late = HelpRequest.objects.filter(state__in=OPEN, due_at__lt=now).values("area").annotate(late=Count("*"))
    overdue = {row["area"]: row["late"] for row in late.order_by()}
    new = {row["area"]: (row["in_30"], row["in_90"]) for row in rows}
    return {area: (*new.get(area, (0, 0)), overdue.get(area, 0)) for area in new.keys() | overdue.keys()}


def _children(pack: Pack, code: str) -> int | None:
    row = pack.population(code)
    return row.children_0_17 if row else None
