"""Home: what is mine, due, overdue, and waiting for my answer."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from rightdoor.access.middleware import signed_in
from rightdoor.web import presenters
from rightdoor.web.queries.home import home_of
from rightdoor.web.queries.team import led_by_or_404


@require_safe
def today(request: HttpRequest) -> HttpResponse:
    """Show a practitioner their day, by what they may do."""
    who, now = signed_in(request), timezone.now()
    return render(request, "web/today.html", presenters.home_page(home_of(who, now), who, now))


@require_safe
def team_lead(request: HttpRequest, practitioner_id: UUID) -> HttpResponse:
    """Show a supervisor what one of their leads holds."""
    lead, plans = led_by_or_404(signed_in(request), practitioner_id)
    return render(request, "web/team_lead.html", {"lead": lead, "rows": presenters.held_rows(plans)})
