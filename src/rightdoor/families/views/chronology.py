"""What happened, in order."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from rightdoor.access.permissions import Permission
from rightdoor.access.policy import check_may
from rightdoor.families import actions, queries
from rightdoor.families.forms import EventForm
from rightdoor.families.presenters import family_page, timeline
from rightdoor.families.views.common import form_page, opened, sent
from rightdoor.ui.addresses import reverse
from rightdoor.ui.tokens import new_token, token_of

A_PAGE = 50


@require_safe
def chronology(request: HttpRequest, family_id: UUID) -> HttpResponse:
    """Show the family's chronology, newest first."""
    who, family, _ = opened(request, family_id, "chronology")
    page = Paginator(queries.chronology(family), A_PAGE).get_page(request.GET.get("page"))
    context = family_page(family, current="families:chronology", title="Chronology") | {
        "page": page,
        "events": timeline(page.object_list),
        "may_add": who.may(Permission.FAMILY_WRITE),
    }
    return render(request, "families/chronology.html", context)


def add(request: HttpRequest, family_id: UUID) -> HttpResponse:
    """Add something that happened; sending it twice adds it once."""
    who, family, now = opened(request, family_id, "chronology-add")
    check_may(who, Permission.FAMILY_WRITE)
    form = EventForm(sent(request), initial={"token": new_token()})
    form.not_after("on", localdate(now))
    back = reverse("families:chronology", kwargs={"family_id": family.pk})
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        actions.note(
            family=family,
            on=told["on"],
            kind="happened",
            title=told["title"],
            text=told["text"],
            agency=told["agency"],
            token=token_of(told["token"]),
            by=who,
            now=now,
        )
        messages.success(request, "Added to the chronology.")
        return redirect(back)
    return form_page(
        request, family, form, title="Add something that happened", current="families:chronology", back=back
    )
