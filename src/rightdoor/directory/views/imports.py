"""Looking through files that were read in: accept a row, leave it out, or say which entry it is."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from rightdoor.access.middleware import signed_in
from rightdoor.access.policy import Refused
from rightdoor.directory import actions
from rightdoor.directory.models import StagedEntry
from rightdoor.directory.presenters import staging as present
from rightdoor.directory.queries import staging as asked

A_PAGE = 25


@require_safe
def imports(request: HttpRequest) -> HttpResponse:
    """Show the files that were read in."""
    page = Paginator(asked.imports(signed_in(request)), A_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "rows": present.import_rows(page.object_list), "query": {}}
    return render(request, "directory/imports.html", context)


@require_safe
def one_import(request: HttpRequest, import_id: UUID) -> HttpResponse:
    """Show the rows of one file."""
    made = asked.import_or_404(signed_in(request), import_id)
    show = request.GET.get("show", "")
    show = show if show in StagedEntry.State.values else ""
    page = Paginator(asked.rows(made, show), A_PAGE).get_page(request.GET.get("page"))
    context = {
        "made": made,
        "page": page,
        "rows": present.entry_rows(page.object_list),
        "sections": present.states(made, show),
        "query": {"show": show} if show else {},
    }
    return render(request, "directory/import.html", context)


@require_safe
def row(request: HttpRequest, row_id: UUID) -> HttpResponse:
    """Show one row, with what was noted of it and what it may be."""
    found = asked.row_or_404(signed_in(request), row_id)
    return render(request, "directory/import_row.html", present.row_page(found, asked.proposed(found)))


@require_POST
def accept(request: HttpRequest, row_id: UUID) -> HttpResponse:
    """Let a row become what the public sees."""
    who = signed_in(request)
    found = asked.row_or_404(who, row_id)
    try:
        actions.accept(staged=found, by=who, now=timezone.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, f"{found.name} is in the directory now.")
    return redirect("directory:import", import_id=found.of_id)


@require_POST
def refuse(request: HttpRequest, row_id: UUID) -> HttpResponse:
    """Leave a row out."""
    who = signed_in(request)
    found = asked.row_or_404(who, row_id)
    try:
        actions.refuse(staged=found, by=who, now=timezone.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, f"{found.name} was left out.")
    return redirect("directory:import", import_id=found.of_id)


@require_POST
def same(request: HttpRequest, row_id: UUID, service_id: UUID) -> HttpResponse:
    """Say that a row is an entry that is here already, which stays as it is."""
    who = signed_in(request)
    found = asked.row_or_404(who, row_id)
    service = get_object_or_404(asked.proposed(found), pk=service_id)
    try:
        actions.same_as(staged=found, service=service, by=who, now=timezone.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, f"Noted: the same as {service.name}, which stays as it is.")
    return redirect("directory:import", import_id=found.of_id)
