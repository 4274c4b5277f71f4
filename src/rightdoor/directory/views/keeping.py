"""Keeping the directory true: the board, one entry, its owner, its changes, what somebody said is wrong."""

import csv
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rightdoor.access.middleware import open_to_all, signed_in
from rightdoor.access.models import Practitioner
from rightdoor.access.partnership import pack
from rightdoor.access.permissions import Permission
from rightdoor.access.policy import Refused, check_may
from rightdoor.directory import actions
from rightdoor.directory.forms.keeping import AnswerForm, DecideForm, EntryForm, OwnerForm, entry_initial
from rightdoor.directory.models import ChangeRequest, Service
from rightdoor.directory.presenters import keeping as present
from rightdoor.directory.queries import keeping as asked
from rightdoor.engines.completeness import completeness
from rightdoor.engines.guarding import guarded
from rightdoor.engines.listings import Listing

A_PAGE, WRONG, GONE = 25, 422, 410


@require_safe
def board(request: HttpRequest) -> HttpResponse:
    """Show what needs somebody: to check, without an owner, incomplete, hidden, changes, corrections."""
    who, keeping, today = signed_in(request), pack().directory.keeping, localdate()
    show = _show(request)
    entries = asked.entries_for(who)
    counts = asked.counts(entries, keeping, today) | {
        present.CHANGES: asked.changes_for(who).count(),
        present.CORRECTIONS: asked.corrections_for(who).count(),
    }
    found, rows, head = _listed(who, show, entries, today)
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": rows(page.object_list),
        "head": head,
        "show": show,
        "query": {"show": show},
        "sections": present.lists(show, counts),
        "keeps": who.may(Permission.DIRECTORY_KEEP),
        "is_entries": show not in (present.CHANGES, present.CORRECTIONS),
    }
    return render(request, "directory/board.html", context)


def _show(request: HttpRequest) -> str:
    show = request.GET.get("show", "")
    return show if show in present.LISTS else asked.DUE


def _listed(who: Practitioner, show: str, entries: QuerySet[Service], today: date) -> tuple[Any, Any, Any]:
    if show == present.CHANGES:
        return asked.changes_for(who), present.change_rows, ["Service", "What", "Asked by", "When"]
    if show == present.CORRECTIONS:
        return asked.corrections_for(who), present.correction_rows, ["Service", "What is wrong", "When"]
    keeping = pack().directory.keeping
    found = asked.shown(entries, show, keeping, today)
    return found, lambda some: present.entry_rows(some, keeping, today), present.HEAD


@require_safe
def board_file(request: HttpRequest) -> HttpResponse:
    """Give a list of the board as a file for a spreadsheet."""
    who, keeping, today = signed_in(request), pack().directory.keeping, localdate()
    show = _show(request)
    found = asked.shown(asked.entries_for(who), show, keeping, today)
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="directory-{show}.csv"'
    writer = csv.writer(response)
    writer.writerow(present.HEAD)
    writer.writerows([guarded(cell) for cell in row] for row in present.plain_rows(found, keeping, today))
    return response


@require_safe
def entry(request: HttpRequest, service_id: UUID) -> HttpResponse:
    """Show one entry to whoever answers for it."""
    who = signed_in(request)
    one = asked.entry_or_404(who, service_id)
    told = asked.whole_of(one)
    page = present.entry_page(
        one, told, completeness(told), who=who, keeping=pack().directory.keeping, today=localdate()
    )
    waiting = present.waiting_links(
        asked.changes_for(who).filter(service=one), asked.corrections_for(who).filter(service=one)
    )
    return render(request, "directory/entry.html", {**page, **waiting})


@require_POST
def still_right_here(request: HttpRequest, service_id: UUID) -> HttpResponse:
    """Note that an entry is still right."""
    who = signed_in(request)
    one = asked.entry_or_404(who, service_id)
    actions.say_still_right(service=one, by=who, now=timezone.now())
    messages.success(request, "Noted: still right.")
    return redirect("directory:entry", service_id=one.pk)


@open_to_all
@require_http_methods(["GET", "HEAD", "POST"])
def still_right(request: HttpRequest, sealed: str) -> HttpResponse:
    """Say by the link of a letter that an entry is still right. Opening it changes nothing."""
    one, who, day = asked.meant_by(sealed)
    if one is None or who is None:
        return render(request, "directory/still_right_over.html", {}, status=GONE)
    if one.fresh_from.toordinal() != day:
        return render(request, "directory/still_right_done.html", {"one": one})
    if request.method == "POST":
        actions.say_still_right(service=one, by=who, now=timezone.now(), by_link=True)
        return redirect("directory:still-right", sealed=sealed)
    says = present.says(asked.whole_of(one))
    return render(request, "directory/still_right.html", {"one": one, "says": says})


@require_http_methods(["GET", "HEAD", "POST"])
def owner(request: HttpRequest, service_id: UUID) -> HttpResponse:
    """Say who answers for an entry."""
    who = signed_in(request)
    check_may(who, Permission.DIRECTORY_KEEP)
    one = asked.entry_or_404(who, service_id)
    held = {"email": one.owner.email if one.owner else "", "agency": one.owner_agency_id or ""}
    form = OwnerForm(request.POST if request.method == "POST" else None, initial=held)
    if form.is_valid():
        actions.give_owner(
            service=one, owner=form.owner, agency=form.agency_chosen, by=who, now=timezone.now()
        )
        messages.success(request, "Saved.")
        return redirect("directory:entry", service_id=one.pk)
    status = WRONG if form.errors else 200
    return render(request, "directory/entry_owner.html", {"form": form, "one": one}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, service_id: UUID) -> HttpResponse:
    """Ask for a change, and what those who keep the directory change is approved at once."""
    who = signed_in(request)
    one = asked.entry_or_404(who, service_id)
    told = asked.whole_of(one)
    form = _entry_form(request, told, one)
    if form.is_valid():
        try:
            made = _changed(form, told, one, who)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return _after_change(request, made, who)
    complete = completeness(told)
    context = {
        "form": form,
        "one": one,
        "complete": complete.score,
        "missing": present.missing_words(complete),
        "keeps": who.may(Permission.DIRECTORY_KEEP),
    }
    return render(request, "directory/entry_change.html", context, status=WRONG if form.errors else 200)


def _after_change(request: HttpRequest, made: ChangeRequest, who: Practitioner) -> HttpResponse:
    if made.state != ChangeRequest.State.WAITING:
        messages.success(request, "Saved.")
        return redirect("directory:entry", service_id=made.service_id)
    if who.may(Permission.DIRECTORY_KEEP):
        messages.info(request, "Somebody changed the same while you were writing. Look at both, and choose.")
        return redirect("directory:change", change_id=made.pk)
    messages.success(
        request, "Sent to those who keep the directory. Families see the entry as it was until then."
    )
    return redirect("directory:entry", service_id=made.service_id)


def _entry_form(request: HttpRequest, told: Listing, one: Service) -> EntryForm:
    sent = request.POST if request.method == "POST" else None
    form = EntryForm(sent, initial=entry_initial(told, one.version))
    form.offer("issues", [(issue.id, issue.name) for issue in pack().issues])
    return form


def _changed(form: EntryForm, told: Listing, one: Service, who: Practitioner) -> ChangeRequest:
    now, said = timezone.now(), form.cleaned_data
    return actions.change_entry(
        service=one,
        changes=form.changes(told),
        why=said["why"] or "",
        version=said["version"],
        by=who,
        now=now,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def one_change(request: HttpRequest, change_id: UUID) -> HttpResponse:
    """Decide a change: all of it, some, or none."""
    who = signed_in(request)
    held = asked.change_or_404(who, change_id)
    page = present.change_page(held, asked.whole_of(held.service).model_dump(mode="json"))
    form = DecideForm(
        request.POST if request.method == "POST" else None,
        initial={"take": [row["name"] for row in page["rows"]]},
    )
    form.offer("take", [(row["name"], row["field"]) for row in page["rows"]])
    if form.is_valid():
        said = form.cleaned_data
        try:
            actions.decide_change(
                change=held, take=said["take"], reason=said["reason"] or "", by=who, now=timezone.now()
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Decided.")
            return redirect("directory:entry", service_id=held.service_id)
    return render(
        request, "directory/change.html", {**page, "form": form}, status=WRONG if form.errors else 200
    )


@require_http_methods(["GET", "HEAD", "POST"])
def one_correction(request: HttpRequest, correction_id: UUID) -> HttpResponse:
    """Read what somebody says is wrong, and note what was done about it."""
    who = signed_in(request)
    held = asked.correction_or_404(who, correction_id)
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        outcome = form.cleaned_data["outcome"]
        actions.answer_correction(correction=held, outcome=outcome, by=who, now=timezone.now())
        messages.success(request, "Noted.")
        return redirect("directory:entry", service_id=held.service_id)
    context = {"form": form, "held": held, "title": held.service.name}
    return render(request, "directory/correction.html", context, status=WRONG if form.errors else 200)


@require_safe
def history(request: HttpRequest, service_id: UUID) -> HttpResponse:
    """Show every version of an entry and what it changed."""
    one = asked.entry_or_404(signed_in(request), service_id)
    versions = present.history(list(asked.versions_of(one)))
    return render(request, "directory/entry_history.html", {"one": one, "versions": versions})
