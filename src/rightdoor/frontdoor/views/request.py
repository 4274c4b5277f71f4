"""One request: what was told, who is known, its clock, its agreement, its history."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST, require_safe

from rightdoor.access.permissions import Permission
from rightdoor.access.policy import check_may
from rightdoor.families.queries import agreement_now
from rightdoor.frontdoor import actions, clocks, queries
from rightdoor.frontdoor.forms.triage import AgreeForm, LinkForm, PauseForm
from rightdoor.frontdoor.presenters.queue import came_of, names, pause_words
from rightdoor.frontdoor.presenters.request import entries, told_page
from rightdoor.frontdoor.queries import one
from rightdoor.frontdoor.queries.standing import earlier_marac
from rightdoor.frontdoor.views.common import opened, pressed, show, tried


@require_safe
def told(request: HttpRequest, request_id: UUID) -> HttpResponse:
    """Show what was told, by whom, and how the clock stands."""
    about = opened(request, request_id, "told")
    who, found, now = about
    return show(
        request,
        "told",
        about,
        current="request",
        title=names(found.people.all()),
        pause_reasons=[] if found.decided_at else clocks.pause_reasons(found),
        paused=any(pause.until is None for pause in found.pauses.all()),
        family=found.family,
        repeat=earlier_marac(found),
        agreement=agreement_now(found.family) if found.family else None,
        **told_page(who, found, localdate(now)),
    )


def known(request: HttpRequest, request_id: UUID) -> HttpResponse:
    """Show who on record may be the people named, and join them."""
    about = opened(request, request_id, "known")
    who, found, now = about
    check_may(who, Permission.REQUEST_TRIAGE)
    matched = [] if found.family else one.who_is_known(found, now)
    form = LinkForm(request.POST or None, matched=matched)
    if request.method == "POST" and not found.family and form.is_valid():
        family = form.known_families.get(form.family_id) if form.family_id else None
        if tried(
            form,
            lambda: actions.link_people(request=found, matches=form.matches, family=family, by=who, now=now),
        ):
            messages.success(request, "The people named are joined to records.")
            return redirect("frontdoor:known", request_id=found.pk)
    earlier = one.earlier_requests(found)
    may_open = queries.readable_among(who, [r.pk for r in earlier])
    return show(
        request,
        "known",
        about,
        current="known",
        title="Are they already known?",
        form=form,
        linked=one.people_named(found) if found.family else [],
        family=found.family,
        earlier=[{"request": r, "outcome": came_of(r), "may_open": r.pk in may_open} for r in earlier],
        submit_text="Join them to these records",
    )


@require_POST
def take(request: HttpRequest, request_id: UUID) -> HttpResponse:
    """Say that one is looking at this request."""
    who, found, now = opened(request, request_id, "take")
    return pressed(
        request,
        lambda: actions.take(request=found, by=who, now=now),
        "You have taken this request.",
        "frontdoor:request",
        request_id=found.pk,
    )


def pause(request: HttpRequest, request_id: UUID) -> HttpResponse:
    """Stop the clock for a reason the pack allows."""
    about = opened(request, request_id, "pause")
    who, found, now = about
    check_may(who, Permission.REQUEST_TRIAGE)
    reasons = {code: pause_words(code).capitalize() for code in clocks.pause_reasons(found)}
    form = PauseForm(request.POST or None, reasons=reasons)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        if tried(
            form,
            lambda: actions.pause_clock(
                request=found, reason=said["reason"], note=said["note"], by=who, now=now
            ),
        ):
            messages.success(request, "The clock stands still.")
            return redirect("frontdoor:request", request_id=found.pk)
    return show(request, "form", about, current="request", title="Stop the clock", form=form)


@require_POST
def resume(request: HttpRequest, request_id: UUID) -> HttpResponse:
    """Let the clock run on."""
    who, found, now = opened(request, request_id, "resume")
    check_may(who, Permission.REQUEST_TRIAGE)
    return pressed(
        request,
        lambda: actions.resume_clock(request=found, by=who, now=now),
        "The clock runs again.",
        "frontdoor:request",
        request_id=found.pk,
    )


def agree(request: HttpRequest, request_id: UUID) -> HttpResponse:
    """Record whether the family agrees to help, asked since the request came."""
    about = opened(request, request_id, "agree")
    who, found, now = about
    check_may(who, Permission.REQUEST_TRIAGE)
    form = AgreeForm(request.POST or None, today=localdate(now))
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        if tried(form, lambda: actions.agree_now(request=found, by=who, now=now, **said)):
            messages.success(request, "The agreement has been recorded.")
            return redirect("frontdoor:request", request_id=found.pk)
    return show(request, "form", about, current="request", title="Agreement to help", form=form)


@require_safe
def history(request: HttpRequest, request_id: UUID) -> HttpResponse:
    """Show what happened to the request."""
    about = opened(request, request_id, "history")
    _, found, _ = about
    return show(
        request,
        "history",
        about,
        current="history",
        title="What happened",
        entries=entries(found, one.decisions_of(found), one.agenda_items_of(found), one.offers_of(found)),
    )
