"""What is asked for where: counts for all with the right, families only for those who see them anyway."""

from datetime import datetime
from typing import NamedTuple

from django.core.cache import cache
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from rightdoor.access.middleware import signed_in
from rightdoor.access.models import Practitioner
from rightdoor.access.partnership import pack
from rightdoor.access.permissions import Permission
from rightdoor.access.policy import check_may
from rightdoor.families.queries import families_for
from rightdoor.web.locality_pages import area_page, areas_page
from rightdoor.web.queries.localities import Counted, counted_by_area

A_PAGE = 25
A_MINUTE = 60


class _Counts(NamedTuple):
    """Every area counted, and when."""

    areas: list[Counted]
    at: datetime


def _counted(who: Practitioner) -> _Counts:
    """Give the counts as they stood within the last minute: no name and nobody's work is in them."""
    check_may(who, Permission.LOCALITY_READ)
    own = pack()
    found: _Counts | None = cache.get(key := f"localities-{own.id}-{own.version}")
    if found is None:
        now = timezone.now()
        found = _Counts(counted_by_area(who, own, now), now)
        cache.set(key, found, A_MINUTE)
    return found


@require_safe
def localities(request: HttpRequest) -> HttpResponse:
    """Show every area: families being helped, requests, what is overdue, beside its share of children."""
    own = pack()
    found = _counted(signed_in(request))
    page = areas_page(found.areas, own, request.GET.get("show", ""))
    return render(request, "web/localities.html", page | {"counted_at": found.at})


@require_safe
def locality(request: HttpRequest, code: str) -> HttpResponse:
    """Show one area, and those of its families that are in sight of who asks."""
    who = signed_in(request)
    one = next((area for area in _counted(who).areas if area.code == code), None)
    if one is None:
        raise Http404
    families = Paginator(families_for(who).filter(area=code).order_by("name", "pk"), A_PAGE)
    page = families.get_page(request.GET.get("page"))
    return render(request, "web/locality.html", area_page(one, page))
