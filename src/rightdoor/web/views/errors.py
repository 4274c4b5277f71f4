"""What people see when something is wrong: what happened, what was kept, what to do."""

import logging

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader

from rightdoor.ui.speaking import work_in_english

LOG = logging.getLogger(__name__)
# Shown only if not even the page for faults can be made.
LAST_WORDS = (
    '<!DOCTYPE html><html lang="en-GB"><title>Something went wrong</title>'
    "<h1>Something went wrong</h1>"
    "<p>What you sent may not have been kept. Go back and try again in a few minutes.</p>"
    "<p>If anyone is hurt or in danger now, call 999.</p></html>"
)


def _page(request: HttpRequest, status: int) -> HttpResponse:
    """Say it in the reader's language; to somebody at work in English, as every page of theirs."""
    user = getattr(request, "user", None)
    if user is not None and user.is_authenticated:
        work_in_english()
    return render(request, f"{status}.html", status=status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: what was sent could not be read."""
    return _page(request, 400)


def not_allowed(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: signed in, but not for this."""
    return _page(request, 403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: no such page, or none that may be seen."""
    return _page(request, 404)


def broken(request: HttpRequest) -> HttpResponse:
    """500: our fault. Uses no database and nothing of the request."""
    try:
        page = loader.get_template("500.html").render({})
    except Exception:
        LOG.exception("The page for faults could not be made")
        page = LAST_WORDS
    return HttpResponse(page, status=500)
