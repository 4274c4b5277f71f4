"""Deciding about a request, and asking somebody else to lead."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.timezone import localdate

from rightdoor.access.models import Agency
from rightdoor.access.partnership import pack
from rightdoor.access.permissions import Permission
from rightdoor.access.policy import check_may
from rightdoor.frontdoor import actions, queries
from rightdoor.frontdoor.actions import Chosen
from rightdoor.frontdoor.circumstances import circumstances_of, document_of
from rightdoor.frontdoor.forms.deciding import DecideForm, OfferForm, ReconsiderForm
from rightdoor.frontdoor.models import Choice, HelpRequest, PanelMeeting
from rightdoor.frontdoor.policy import may_decide, may_offer_again, options
from rightdoor.frontdoor.presenters.levels import fits, level_words, names_of
from rightdoor.frontdoor.presenters.panels import meeting_words
from rightdoor.frontdoor.presenters.request import what_to_do_first
from rightdoor.frontdoor.queries import one
from rightdoor.frontdoor.queries.panels import meetings_with_room
from rightdoor.frontdoor.queries.standing import earlier_marac, latest_screening, level_now, standing_of
from rightdoor.frontdoor.states import State
from rightdoor.frontdoor.views.common import opened, show, sought, tried
from rightdoor.ui.tokens import new_token, token_of


def decide(request: HttpRequest, request_id: UUID) -> HttpResponse:
    """Offer every choice, open or closed with its reason, and keep the decision."""
    about = opened(request, request_id, "decide")
    who, found, _ = about
    if found.state == State.ALLOCATING:
        return redirect("frontdoor:offer", request_id=found.pk)
    check_may(who, Permission.REQUEST_TRIAGE)
    standing = standing_of(found)
    choices = options(standing)
    offered = _offered(about, {option.choice for option in choices if option.open}, request.POST)
    form = DecideForm(
        request.POST or None,
        open_choices=[(option.choice.value, option.words) for option in choices if option.open],
        offered=offered["choices"],
        workers=offered["workers"],
        has_lead=bool(standing.lead),
        initial={"token": new_token(), "version": found.version},
    )
    if request.method == "POST" and form.is_valid() and _decided(form, about, offered["found"]):
        messages.success(request, _done_words(found))
        if queries.requests_for(who).filter(pk=found.pk).exists():
            return redirect("frontdoor:history", request_id=found.pk)
        return redirect("frontdoor:queue")
    screening = latest_screening(found)
    return show(
        request,
        "decide",
        about,
        current="decide",
        title="Decide",
        form=form,
        options=choices,
        ruling=may_decide(found, who),
        level_words=level_words(pack(), level_now(screening)),
        repeat=earlier_marac(found),
        to_do=what_to_do_first(found, standing),
    )


def _offered(about: Any, open_now: set[Choice], sent: QueryDict) -> dict[str, Any]:
    """Gather what can be chosen, by field: the choices to show, and the records behind them.

    Nothing is gathered for a choice that is not open.
    """
    who, found, now = about
    workers = one.workers_to_choose(who, **sought(sent)) if Choice.TEAM in open_now else []
    agencies = one.agencies_to_choose() if Choice.SINGLE_AGENCY in open_now else []
    meetings = meetings_with_room(now) if Choice.PANEL in open_now else []
    return {
        "workers": workers,
        "choices": {
            "agency": [(agency.pk, agency.name) for agency in agencies],
            "meeting": [(str(meeting.pk), meeting_words(meeting)) for meeting in meetings],
            "services": _services(found, localdate(now)) if Choice.ADVISE in open_now else [],
        },
        "found": {
            "worker": {str(worker.practitioner.pk): worker.practitioner for worker in workers},
            "agency": {agency.pk: agency for agency in agencies},
            "meeting": {str(meeting.pk): meeting for meeting in meetings},
        },
    }


def _services(found: HelpRequest, today: Any) -> list[tuple[str, str]]:
    """Give the services to point to: those that fit, those to ask about, and those nobody has a rule for."""
    screening, own = latest_screening(found), pack()
    document = screening.facts if screening else document_of(found.told, today)
    groups = fits(own, circumstances_of(document), names_of(found.told))
    weighed = {service["id"]: group["title"] for group in groups for service in group["services"]}
    ordered = [service["id"] for group in groups[:2] for service in group["services"]]
    free = [service.id for service in own.services if service.id not in weighed]
    return [
        (code, f"{own.service(code).name} ({weighed.get(code, 'no rule written').lower()})")
        for code in [*ordered, *free]
    ]


def _decided(form: DecideForm, about: Any, offered: dict[str, dict[str, Any]]) -> bool:
    who, found, now = about
    said = form.cleaned_data
    agency: Agency | None = offered["agency"].get(said["agency"])
    meeting: PanelMeeting | None = offered["meeting"].get(said["meeting"])
    chosen = Chosen(
        choice=Choice(said["choice"]),
        reason=said["reason"],
        reason_code=said["reason_code"] or "",
        agency=agency,
        agency_email=said["agency_email"] or "",
        meeting=meeting,
        worker=offered["worker"].get(said["worker"]),
        over_limit_reason=said["over_limit_reason"] or "",
        services=tuple(said["services"] or ()),
        basis=said["basis"] or "",
        detail=form.detail,
    )
    version = int(said["version"]) if (said["version"] or "").isdecimal() else None
    return tried(
        form,
        lambda: actions.decide(
            request=found, chosen=chosen, version=version, by=who, now=now, token=token_of(said["token"])
        ),
    )


def _done_words(found: HelpRequest) -> str:
    told = "Whoever asked has been told." if found.asker_email else "There is no address to write to."
    return f"The decision is kept. {told}"


def offer(request: HttpRequest, request_id: UUID) -> HttpResponse:
    """Show who was asked to lead and what they said; ask somebody else."""
    about = opened(request, request_id, "offer")
    who, found, now = about
    check_may(who, Permission.PLAN_ALLOCATE)
    offers = one.offers_of(found)
    workers = one.workers_to_choose(who, **sought(request.POST))
    form = OfferForm(request.POST or None, workers=workers, initial={"token": new_token()})
    waiting = next((asked for asked in offers if not asked.answer), None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        to = next(w.practitioner for w in workers if str(w.practitioner.pk) == said["worker"])
        if tried(
            form,
            lambda: actions.offer_again(
                request=found,
                to=to,
                note=said["note"],
                over_limit_reason=said["over_limit_reason"],
                by=who,
                now=now,
                token=token_of(said["token"]),
            ),
        ):
            messages.success(request, f"{to.name} has been asked to lead.")
            return redirect("frontdoor:offer", request_id=found.pk)
    return show(
        request,
        "offer",
        about,
        current="decide",
        title="Finding a lead professional",
        form=form,
        offers=offers,
        waiting=waiting,
        ruling=may_offer_again(found, who),
    )


def reconsider(request: HttpRequest, request_id: UUID) -> HttpResponse:
    """Give a request for which nobody can be found back to be decided again."""
    about = opened(request, request_id, "reconsider")
    who, found, now = about
    check_may(who, Permission.PLAN_ALLOCATE)
    form = ReconsiderForm(request.POST or None)
    if (
        request.method == "POST"
        and form.is_valid()
        and tried(
            form,
            lambda: actions.reconsider(request=found, reason=form.cleaned_data["reason"], by=who, now=now),
        )
    ):
        messages.success(request, "The request is back with the front door.")
        return redirect("frontdoor:request", request_id=found.pk)
    return show(request, "form", about, current="decide", title="Decide again", form=form)
