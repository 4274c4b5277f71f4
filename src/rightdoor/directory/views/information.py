"""Copies for those who cannot read a page, and who can tell you about help where you are."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET, require_http_methods, require_POST, require_safe

from rightdoor.access.editing import Conflict
from rightdoor.access.middleware import open_to_all, signed_in
from rightdoor.access.partnership import due_by, pack
from rightdoor.access.permissions import Permission
from rightdoor.access.policy import Refused, check_may
from rightdoor.directory import actions
from rightdoor.directory.forms.information import Board, CopyForm, FindSetting, LeadForm
from rightdoor.directory.presenters import information as present
from rightdoor.directory.queries import information as asked
from rightdoor.engines.packs import Setting
from rightdoor.engines.packs.nearby import find_settings
from rightdoor.ui.leaving import LEAVE_FOR
from rightdoor.ui.words import date_words

A_PAGE, MOST_SHOWN = 25, 10
HTTP_OK, CHANGED_MEANWHILE, WRONG = 200, 409, 422


@open_to_all
@require_http_methods(["GET", "POST"])
def copy(request: HttpRequest) -> HttpResponse:
    """Ask for a Braille, audio or printed copy."""
    form, now = CopyForm(_sent(request), initial={"what": _about(request)}), timezone.now()
    if form.is_valid():
        try:
            actions.ask_for_copy(asked=form.wanted(), now=now, token=form.once)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("advice:copy-asked")
    context = {"form": form, "quick_exit": LEAVE_FOR}
    return render(request, "directory/copy.html", context, status=WRONG if form.errors else 200)


def _about(request: HttpRequest) -> str:
    """Give the title of the sheet that somebody comes from."""
    known = {sheet.id: sheet.head.title for sheet in pack().sheets}
    return known.get(request.GET.get("sheet", ""), "")


@open_to_all
@require_safe
def copy_asked(request: HttpRequest) -> HttpResponse:
    """Say what happens now that a copy has been asked for."""
    by = date_words(localdate(due_by("copy-sent", timezone.now())))
    kept = pack().clock("copy-forgotten").version_at(localdate())
    context = {"by": by, "kept": kept.length, "quick_exit": LEAVE_FOR}
    return render(request, "directory/copy_asked.html", context)


@open_to_all
@require_http_methods(["GET", "POST"])
def who_can_tell(request: HttpRequest) -> HttpResponse:
    """Find who knows about help at a school, a GP practice or a children's centre.

    What is looked for is sent, not put into the address: a postcode stays in no history and no log.
    """
    form = FindSetting(_sent(request))
    said = form.cleaned_data if form.is_valid() else {}
    words, kind = said.get("words", ""), said.get("kind", "")
    found = find_settings(pack(), words, kind) if words or kind else []
    leads = asked.leads() if found else {}
    context = {
        "form": form,
        "searched": form.is_valid(),
        "cards": [present.card(pair, leads.get(pair[0].id)) for pair in found[:MOST_SHOWN]],
        "more": len(found) > MOST_SHOWN,
        "quick_exit": LEAVE_FOR,
    }
    return render(request, "directory/who_can_tell.html", context, status=WRONG if form.errors else 200)


@require_GET
def board(request: HttpRequest) -> HttpResponse:
    """Show every setting and its lead, with names; anybody signed in may look."""
    who, form, leads, own = signed_in(request), Board(request.GET), asked.leads(), pack()
    said = form.cleaned_data if form.is_valid() else {}
    show, today = said.get("show", ""), localdate()
    found = find_settings(own, said.get("words", ""), said.get("kind", ""))
    page = Paginator(present.on_board(found, leads, show, today), A_PAGE).get_page(request.GET.get("page"))
    rows = present.board_rows(page.object_list, today, may_change=who.may(Permission.INFORMATION_KEEP))
    gone = present.is_gone(show)
    context = {
        "filters": form,
        "page": None if gone else page,
        "rows": present.gone_rows(leads, own.settings) if gone else rows,
        "query": {key: value for key, value in request.GET.items() if key != "page"},
        "sections": present.desk_parts(who, "leads"),
        "count_words": present.count_words(own.settings, leads),
    }
    return render(request, "directory/leads.html", context)


@require_http_methods(["GET", "POST"])
def lead(request: HttpRequest, setting_id: str) -> HttpResponse:
    """Name who leads on information in a setting; if somebody saved first, both are shown."""
    who, now, status = signed_in(request), timezone.now(), 200
    check_may(who, Permission.INFORMATION_KEEP)
    setting, held = _setting(setting_id), asked.lead_of(setting_id)
    form = LeadForm(_sent(request), initial=present.lead_initial(held))
    if form.is_valid():
        try:
            actions.name_lead(
                setting=setting, changes=form.changes(), version=form.typed_over, by=who, now=now
            )
        except Conflict as conflict:
            held = asked.lead_of(setting_id)
            form = LeadForm(_over(request.POST, held.version if held else 0))
            form.add_error(None, _theirs(conflict))
            status = CHANGED_MEANWHILE
        else:
            messages.success(request, f"Saved for {setting.name}.")
            return redirect("information:leads")
    context = {"form": form, "setting": setting, "held": held}
    wrong = WRONG if form.errors and status == HTTP_OK else status
    return render(request, "directory/lead.html", context, status=wrong)


def _over(posted: QueryDict, version: int) -> QueryDict:
    again = posted.copy()
    again["version"] = str(version)
    return again


def _theirs(conflict: Conflict) -> str:
    theirs = ", ".join(
        str(conflict.theirs[name]) for name in ("role", "telephone", "email") if conflict.theirs[name]
    )
    return f"{conflict} They wrote: {theirs}. Save again to put your words in place of theirs."


@require_POST
def lead_checked(request: HttpRequest, setting_id: str) -> HttpResponse:
    """Note that a lead is still right."""
    who = signed_in(request)
    held = asked.lead_or_404(who, setting_id)
    actions.check_lead(lead=held, by=who, now=timezone.now())
    messages.success(request, "Noted: still right.")
    return redirect("information:leads")


@require_POST
def lead_end(request: HttpRequest, setting_id: str) -> HttpResponse:
    """Take a lead off."""
    who = signed_in(request)
    held = asked.lead_or_404(who, setting_id)
    actions.end_lead(lead=held, by=who, now=timezone.now())
    messages.success(request, "Taken off. This setting has nobody named now.")
    return redirect("information:leads")


@require_GET
def copies(request: HttpRequest) -> HttpResponse:
    """Show the copies that wait, and those that were sent."""
    who = signed_in(request)
    page = Paginator(asked.copies(who), A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "cards": present.copy_cards(page.object_list, timezone.now()),
        "query": {},
        "sections": present.desk_parts(who, "copies"),
    }
    return render(request, "directory/copies.html", context)


@require_POST
def copy_sent(request: HttpRequest, copy_id: UUID) -> HttpResponse:
    """Note that a copy is on its way."""
    who = signed_in(request)
    actions.send_copy(copy=asked.copy_or_404(who, copy_id), by=who, now=timezone.now())
    messages.success(request, "Noted: it is on its way.")
    return redirect("information:copies")


def _setting(setting_id: str) -> Setting:
    try:
        return pack().setting(setting_id)
    except KeyError:
        raise Http404 from None


def _sent(request: HttpRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None
