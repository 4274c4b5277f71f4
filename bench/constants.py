"""The same pages rendered from constants: everything a page is made from is fetched once, and kept.

Three ways to serve them. `plain`: by the template alone. `signed_in`: by a view of the same site, so that
session, sign-in and headers are the same as for the real page. `through_the_door`: the same, and the record
is fetched within sight and its reading audited as on the real page, so that only the page's own reading and
arranging are missing.
"""

from collections.abc import Callable
from functools import cache
from uuid import UUID

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from bench.capturing import Reader
from bench.pages import Page, pages
from rightdoor.access.middleware import signed_in as practitioner
from rightdoor.families.views.common import opened as family_opened
from rightdoor.frontdoor.actions import look_at
from rightdoor.frontdoor.queries.panels import meeting_or_404
from rightdoor.frontdoor.views.common import opened as request_opened


@cache
def from_constants() -> list[tuple[Page, Callable[..., str]]]:
    """Give each page, in order, with what renders it from constants."""
    reader = Reader()
    found = [(page, reader.read(page).again) for page in pages()]
    for _, again in found:
        again()  # whatever the template still asks the database is asked now, and kept
    connection.close()
    return found


def plain(place: int) -> bytes:
    """Render one page, nothing else."""
    return from_constants()[place][1]().encode()


def signed_in(request: HttpRequest, place: int) -> HttpResponse:
    """Render one page for somebody who is signed in."""
    return HttpResponse(from_constants()[place][1](request))


def through_the_door(request: HttpRequest, place: int) -> HttpResponse:
    """Render one page for somebody whose right to it was looked up, and whose reading of it was recorded."""
    page, again = from_constants()[place]
    if page.family:
        family_opened(request, UUID(page.family), "constants")
    elif page.request:
        request_opened(request, UUID(page.request), "constants")
    elif page.meeting:
        who = practitioner(request)
        held = meeting_or_404(who, UUID(page.meeting))
        look_at(record=held, page="constants", named=(), by=who, now=timezone.now())
    elif not practitioner(request).permissions:
        raise PermissionError(page.name)
    return HttpResponse(again(request))
