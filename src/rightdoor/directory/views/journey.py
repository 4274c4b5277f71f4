"""A child's journey from one date. The date is sealed into the address and kept nowhere."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods, require_safe

from rightdoor.access.middleware import open_to_all
from rightdoor.access.partnership import pack
from rightdoor.directory.forms.journey import JourneyForm
from rightdoor.directory.presenters.journey import journey_page, occasions
from rightdoor.directory.sealing import seal_child, unseal_child
from rightdoor.engines.journey import Child, journey
from rightdoor.engines.openings import calendar_of
from rightdoor.ui.addresses import reverse
from rightdoor.ui.leaving import LEAVE_FOR
from rightdoor.ui.speaking import gettext

WRONG = 422


@open_to_all
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    """Ask when a child was born, or is due."""
    form = JourneyForm(request.POST if request.method == "POST" else None, today=localdate())
    if form.is_valid():
        return redirect("find:journey-shown", child=seal_child(form.child()))
    context = {"form": form, "quick_exit": LEAVE_FOR}
    return render(request, "directory/journey.html", context, status=WRONG if form.errors else 200)


@open_to_all
@require_safe
def shown(request: HttpRequest, child: str) -> HttpResponse:
    """Show the journey of one child."""
    found, today = _child(child), localdate()
    page = journey_page(journey(pack().stops, found), found, today)
    context = {**page, "sealed": child, "quick_exit": LEAVE_FOR}
    response = render(request, "directory/journey_shown.html", context)
    response["X-Robots-Tag"] = "noindex"
    response["Referrer-Policy"] = "no-referrer"
    return response


@open_to_all
@require_safe
def dates(request: HttpRequest, child: str) -> HttpResponse:
    """Give the journey for a calendar, which may read it again and again."""
    found, now = _child(child), timezone.now()
    coming, titles = occasions(journey(pack().stops, found), found, localdate(now))
    made = calendar_of(
        coming,
        name=gettext("Your child’s journey"),
        places={},
        link=request.build_absolute_uri(reverse("find:journey-shown", kwargs={"child": child})),
        now=now,
        titles=titles,
    )
    response = HttpResponse(made, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="journey.ics"'
    response["X-Robots-Tag"] = "noindex"
    return response


def _child(sealed: str) -> Child:
    found = unseal_child(sealed)
    if found is None:
        raise Http404
    return found
