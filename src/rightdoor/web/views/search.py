"""Searching for a person."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from rightdoor.access.middleware import signed_in
from rightdoor.access.permissions import Permission
from rightdoor.access.policy import check_may
from rightdoor.web.actions import note_search
from rightdoor.web.forms import FindPerson
from rightdoor.web.queries.searching import find


@require_http_methods(["GET", "POST"])
def search(request: HttpRequest) -> HttpResponse:
    """Show that a person is known and to whom; with a link only where the family is in sight."""
    who = signed_in(request)
    check_may(who, Permission.PERSON_SEARCH)
    form = FindPerson(request.POST if request.method == "POST" else None)
    if request.method == "GET" or not form.is_valid():
        return render(
            request, "web/search.html", {"form": form}, status=422 if request.method == "POST" else 200
        )
    found = find(who, form.wanted)
    note_search(used=form.used, found=[one.person_id for one in found], by=who, now=timezone.now())
    return render(request, "web/search.html", {"form": form, "found": found, "searched": True})
