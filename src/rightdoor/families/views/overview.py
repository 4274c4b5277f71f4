"""The first page of a family's record."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from rightdoor.access.permissions import Permission
from rightdoor.access.policy import Refused, check_may
from rightdoor.families import actions, queries
from rightdoor.families.drawing import picture
from rightdoor.families.forms import ServiceForm
from rightdoor.families.models import Service
from rightdoor.families.panels import panels_for
from rightdoor.families.presenters import family_page, people_rows, timeline
from rightdoor.families.relations import relations_among
from rightdoor.families.views.common import form_page, opened, sent
from rightdoor.ui.addresses import reverse


@require_safe
def overview(request: HttpRequest, family_id: UUID) -> HttpResponse:
    """Everybody, the drawing, what happened lately, and what other rooms have to say."""
    who, family, now = opened(request, family_id, "overview")
    members = queries.people_of(family)
    households = queries.households_of(family, members)
    drawing = picture(
        members, relations_among(family, [m.person for m in members]), households, localdate(now)
    )
    context = family_page(family, current="families:overview", title="Overview") | {
        "people": people_rows(members, localdate(now)),
        "drawing": drawing,
        "recent": timeline(queries.lately(family)),
        "panels": panels_for(who, family, now),
        "agreement": queries.agreement_now(family),
        "may_change_service": who.may(Permission.REQUEST_DECIDE) or who.may(Permission.PLAN_SUPERVISE),
    }
    return render(request, "families/overview.html", context)


def change_service(request: HttpRequest, family_id: UUID) -> HttpResponse:
    """Move the family into another kind of help, or say why it cannot be."""
    who, family, now = opened(request, family_id, "help")
    if not who.may(Permission.PLAN_SUPERVISE):
        check_may(who, Permission.REQUEST_DECIDE)
    form = ServiceForm(sent(request), initial={"service": family.service})
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_service(
                family=family,
                service=Service(form.cleaned_data["service"]),
                reason=form.cleaned_data["reason"],
                by=who,
                now=now,
            )
        except Refused as refusal:
            form.add_error("service", str(refusal))
        else:
            messages.success(request, f"The family is now in: {family.get_service_display()}.")
            return redirect("families:overview", family_id=family.pk)
    back = reverse("families:overview", kwargs={"family_id": family.pk})
    return form_page(
        request, family, form, title="Which help the family is in", current="families:overview", back=back
    )
