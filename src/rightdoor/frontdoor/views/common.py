"""What the pages about a request share: fetching within sight, noting the read, showing a form."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone

from rightdoor.access.middleware import signed_in
from rightdoor.access.models import Practitioner
from rightdoor.access.policy import Refused
from rightdoor.frontdoor import actions, queries
from rightdoor.frontdoor.models import HelpRequest
from rightdoor.frontdoor.presenters.request import request_page
from rightdoor.ui.forms import BaseForm


def opened(request: HttpRequest, request_id: UUID, page: str) -> tuple[Practitioner, HelpRequest, datetime]:
    """Fetch a request within sight and note that a page about it was read."""
    who, now = signed_in(request), timezone.now()
    found = queries.request_or_404(who, request_id)
    if request.method == "GET":
        actions.look(request=found, page=page, by=who, now=now)
    return who, found, now


def show(
    request: HttpRequest,
    template: str,
    about: tuple[Practitioner, HelpRequest, datetime],
    *,
    current: str,
    title: str,
    form: BaseForm | None = None,
    **more: Any,
) -> HttpResponse:
    """Show a page about a request; with faults in its form it answers 422."""
    who, found, now = about
    context = request_page(who, found, now, current=current, title=title) | {"form": form, **more}
    status = 422 if form is not None and form.is_bound and form.errors else 200
    return render(request, f"frontdoor/{template}.html", context, status=status)


def sought(sent: QueryDict) -> dict[str, str]:
    """Give what was typed to find a lead, and who was chosen, as `workers_to_choose` takes them."""
    return {"words": sent.get("worker_words", "")[:100], "chosen": sent.get("worker", "")}


def tried(form: BaseForm, act: Callable[[], object]) -> bool:
    """Do it; where it is refused say so on the form, with everything typed still there."""
    try:
        act()
    except Refused as refused:
        form.add_error(None, str(refused))
        return False
    return True


def pressed(
    request: HttpRequest, act: Callable[[], object], done: str, page: str, **where: Any
) -> HttpResponse:
    """Do what a single button asks, say what was done or why not, and go to a page."""
    try:
        act()
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, done)
    answer: HttpResponse = redirect(page, **where)
    return answer
