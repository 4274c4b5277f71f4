"""The queue of the front door, and what one has sent oneself."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from rightdoor.access.middleware import signed_in
from rightdoor.access.permissions import Permission
from rightdoor.access.policy import check_may
from rightdoor.frontdoor import actions, queries
from rightdoor.frontdoor.clocks import by_when
from rightdoor.frontdoor.forms.queue import QueueFilters, page_number
from rightdoor.frontdoor.presenters.queue import outcome, queue_rows, sent_rows, turning
from rightdoor.frontdoor.presenters.request import told_page
from rightdoor.frontdoor.queries.one import decisions_of
from rightdoor.frontdoor.states import STATES, State


@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """Show the requests in hand, the most pressing first."""
    who, now = signed_in(request), timezone.now()
    check_may(who, Permission.REQUEST_TRIAGE)
    filters = QueueFilters(request.GET)
    found = queries.queue(who, now, filters.wanted(), page_number(request.GET.get("page")))
    context = {
        "title": "Requests for help",
        "filters": QueueFilters(initial={name: request.GET.get(name, "") for name in filters.fields}),
        "rows": queue_rows(found.rows, now),
        "turning": turning(found, request.GET.dict()),
        "number": found.number,
        "filtered": any(request.GET.get(name) for name in filters.fields),
        "wide": True,
    }
    return render(request, "frontdoor/queue.html", context)


@require_safe
def sent(request: HttpRequest) -> HttpResponse:
    """Show a practitioner the requests they sent, and what became of each."""
    found = queries.sent_by(signed_in(request), page_number(request.GET.get("page")))
    context = {
        "title": "Requests I sent",
        "rows": sent_rows(found.rows),
        "turning": turning(found, request.GET.dict()),
    }
    return render(request, "frontdoor/sent.html", context)


@require_safe
def sent_one(request: HttpRequest, request_id: UUID) -> HttpResponse:
    """Show a practitioner one request they sent: its outcome, and their own words."""
    who, now = signed_in(request), timezone.now()
    found = queries.sent_or_404(who, request_id)
    actions.look(request=found, page="sent", by=who, now=now)
    context = {
        "title": f"Request {found.reference}",
        "caption": "Requests I sent",
        "state_words": STATES[State(found.state)].words,
        "outcome": outcome(found, found.decisions.order_by("-at").first()),
        "decisions": decisions_of(found),
        "due": by_when(found.due_at),
        **told_page(who, found, localdate(now)),
    }
    return render(request, "frontdoor/sent_one.html", context)
