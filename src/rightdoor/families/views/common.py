"""What the views of this room share: the page of a family, and a form on it."""

from datetime import datetime
from typing import Any, cast
from uuid import UUID

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone

from rightdoor.access.models import Practitioner
from rightdoor.families import actions, queries
from rightdoor.families.models import Family, Member
from rightdoor.families.presenters import family_page
from rightdoor.ui.forms import BaseForm


def worker(request: HttpRequest) -> Practitioner:
    """Give the practitioner signed in; the middleware has made sure there is one."""
    return cast(Practitioner, request.user)


def opened(request: HttpRequest, family_id: UUID, page: str) -> tuple[Practitioner, Family, datetime]:
    """Fetch a family within sight and record that its page was read."""
    who, now = worker(request), timezone.now()
    family = queries.family_or_404(who, family_id)
    if request.method == "GET":
        actions.look(family=family, page=page, by=who, now=now)
    return who, family, now


def sent(request: HttpRequest) -> QueryDict | None:
    """Give what was sent, however little; None where a page is only being opened."""
    return request.POST if request.method == "POST" else None


def form_page(
    request: HttpRequest,
    family: Family,
    form: BaseForm,
    *,
    title: str,
    current: str,
    back: str,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    """Show a form on a family's page; with faults it answers 422."""
    context = family_page(family, current=current, title=title)
    context |= {"form": form, "back_href": back, "cancel_href": back, "submit_text": "Save", **more}
    return render(
        request, "families/form.html", context, status=422 if form.is_bound and form.errors else status
    )


def others(members: list[Member], but: UUID | None = None) -> list[tuple[str, str]]:
    """Give the members as choices, leaving one out."""
    return [(str(m.person_id), m.person.full_name) for m in members if m.person_id != but]
