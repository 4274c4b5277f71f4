"""The page of one service, its dates for a calendar, and the list of all pages for search engines."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from rightdoor.access.middleware import open_to_all
from rightdoor.access.partnership import pack
from rightdoor.directory import queries
from rightdoor.directory.presenters import openings
from rightdoor.directory.presenters.service import LARGE, service_page
from rightdoor.directory.presenters.sitemap import robots_text, sitemap_xml
from rightdoor.directory.presenters.structured import structured
from rightdoor.directory.seasons import seasons
from rightdoor.engines.listings import Listing
from rightdoor.engines.openings import calendar_of, upcoming
from rightdoor.ui.addresses import reverse

# A year of one meeting a week, and as much again.
MOST_IN_A_CALENDAR = 104


@open_to_all
@require_safe
def service(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one service as the public may be told of it."""
    entry, now = the_entry(slug), timezone.now()
    coming = upcoming(entry, now, seasons())
    large = request.GET.get("view") == LARGE
    page = service_page(entry, coming, pack=pack(), today=localdate(now), large=large)
    address = request.build_absolute_uri(reverse("find:service", kwargs={"slug": slug}))
    return render(
        request, "directory/service.html", {**page, "structured": structured(entry, coming, address)}
    )


@open_to_all
@require_safe
def dates(request: HttpRequest, slug: str) -> HttpResponse:
    """Give the next dates of a service as a file for a calendar; read again, it changes what has changed."""
    entry, now = the_entry(slug), timezone.now()
    coming = upcoming(entry, now, seasons(), most=MOST_IN_A_CALENDAR)
    if not coming:
        raise Http404
    names = openings.place_names(entry)
    sole = next(iter(names.values()), "") if len(names) == 1 else ""
    places = {one.key: names.get(one.at, sole) if one.at else sole for one in coming}
    link = request.build_absolute_uri(reverse("find:service", kwargs={"slug": slug}))
    made = calendar_of(coming, name=entry.name, places=places, link=link, now=now)
    response = HttpResponse(made, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{slug}.ics"'
    return response


@open_to_all
@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """List the public pages of the directory for search engines."""
    rows = queries.public().order_by("slug").values_list("slug", "changed_at")
    made = sitemap_xml([(slug, changed) for slug, changed in rows], request.build_absolute_uri, pack())
    return HttpResponse(made, content_type="application/xml")


@open_to_all
@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Say to search engines what to leave alone."""
    return HttpResponse(robots_text(request.build_absolute_uri), content_type="text/plain; charset=utf-8")


def the_entry(slug: str) -> Listing:
    """Give a service as the public may be told of it, or answer that there is no such page."""
    (entry,) = queries.told_of(queries.public().filter(slug=slug)) or (None,)
    if entry is None:
        raise Http404
    return entry
