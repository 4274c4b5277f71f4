"""The same pages rendered from constants: everything a page is made from is fetched once, and kept.

Two ways to serve them: `plain`, by the template alone; `behind_sign_in`, by a view of the same site, so that
session, sign-in and headers are the same as for the real page and only the reading is missing.
"""

from collections.abc import Callable
from functools import cache

from django.db import connection
from django.http import HttpRequest, HttpResponse

from bench.capturing import Reader
from bench.pages import pages


@cache
def from_constants() -> list[Callable[[], str]]:
    """Give, for each page in order, what renders it from constants."""
    reader = Reader()
    found: list[Callable[[], str]] = [reader.read(page).again for page in pages()]
    for again in found:
        again()  # whatever the template still asks the database is asked now, and kept
    connection.close()
    return found


def plain(place: int) -> bytes:
    """Render one page, nothing else."""
    return from_constants()[place]().encode()


def behind_sign_in(request: HttpRequest, place: int) -> HttpResponse:
    """Render one page for somebody who is signed in."""
    return HttpResponse(from_constants()[place]())
