"""What is asked for where: counts for all with the right, families only for those who see them anyway."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from rightdoor.access.middleware import signed_in
from rightdoor.access.partnership import pack
from rightdoor.access.permissions import Permission
from rightdoor.access.policy import check_may
from rightdoor.families.queries import families_for
from rightdoor.web.locality_pages import area_page, areas_page
from rightdoor.web.queries.localities import counted_by_area

A_PAGE = 25


@require_safe
def localities(request: HttpRequest) -> HttpResponse:
    """Show every area: families being helped, requests, what is overdue, beside its share of children."""
    own = pack()
    counted = counted_by_area(signed_in(request), own, timezone.now())
    return render(request, "web/localities.html", areas_page(counted, own, request.GET.get("show", "")))


@require_safe
def locality(request: HttpRequest, code: str) -> HttpResponse:
    """Show one area, and those of its families that are in sight of who asks."""
    who = signed_in(request)
    check_may(who, Permission.LOCALITY_READ)
    one = next(iter(counted_by_area(who, pack(), timezone.now(), only=code)), None)
    if one is None:
        raise Http404
    families = Paginator(families_for(who).filter(area=code).order_by("name", "pk"), A_PAGE)
    page = families.get_page(request.GET.get("page"))
    return render(request, "web/locality.html", area_page(one, page))
