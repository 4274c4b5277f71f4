"""Deciding about a request: one row that never changes, what follows from it, and the asker told."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate

from rightdoor.access import audit
from rightdoor.access.models import Agency, Practitioner
from rightdoor.access.once import once
from rightdoor.access.policy import Refused, insist
from rightdoor.families import actions as families
from rightdoor.families.models import Service
from rightdoor.frontdoor import clocks, letters
from rightdoor.frontdoor.actions.agenda import add_to_agenda
from rightdoor.frontdoor.actions.leads import ask_to_lead, tell_lead
from rightdoor.frontdoor.actions.moving import move
from rightdoor.frontdoor.locking import held, touched
from rightdoor.frontdoor.models import Choice, Decision, HelpRequest, PanelMeeting
from rightdoor.frontdoor.policy import as_kept, may_choose, may_decide, options
from rightdoor.frontdoor.queries.standing import earlier_marac, latest_screening, level_now, standing_of
from rightdoor.frontdoor.states import State
from rightdoor.plans.queries import open_plan

_SOCIAL_CARE = "Children's social care"
_FUNCTIONS = {
    Choice.SINGLE_AGENCY: "Early help from one agency",
    Choice.STATUTORY: "Assessment by children's social care",
    Choice.MARAC: "Safety planning for a person at high risk of domestic abuse",
}


@dataclass(frozen=True)
class Chosen:
    """What somebody decided. Only `reason` is always needed; the rest depends on the choice."""

    choice: Choice
    reason: str
    reason_code: str = ""
    agency: Agency | None = None
    agency_email: str = ""
    meeting: PanelMeeting | None = None
    worker: Practitioner | None = None
    note: str = ""
    over_limit_reason: str = ""
    services: tuple[str, ...] = ()
    basis: str = ""
    detail: dict[str, Any] = field(default_factory=dict)


@transaction.atomic
def decide(
    *,
    request: HelpRequest,
    chosen: Chosen,
    version: int | None = None,
    by: Practitioner,
    now: datetime,
    token: UUID | None = None,
) -> Decision:
    """Decide. Raises Refused, and changes nothing, when the choice is closed or somebody was there first."""

    def make() -> Decision:
        current = held(request.pk, version)
        insist(may_decide(current, by))
        standing = standing_of(current)
        insist(may_choose(chosen.choice, standing))
        _insist_complete(chosen, has_lead=bool(standing.lead))
        decision = Decision(
            request=current,
            options=as_kept(options(standing)),
            choice=chosen.choice,
            reason=chosen.reason,
            reason_code=chosen.reason_code,
            agency=chosen.agency,
            panel=chosen.meeting.panel if chosen.meeting else "",
            services=list(chosen.services),
            level=_level(current),
            detail=_detail(current, chosen),
            within_clock=_within(current, now),
            by=by,
            at=now,
        )
        decision.told_words = letters.decided(
            current, decision, meeting=chosen.meeting.at if chosen.meeting else None, now=now
        ).words
        decision.save(force_insert=True)
        _FOLLOWS[chosen.choice](current, decision, chosen)
        _write_down(current, decision)
        return decision

    return once(token, Decision, make, now=now, by=by)


def _insist_complete(chosen: Chosen, *, has_lead: bool) -> None:
    missing = {
        Choice.SINGLE_AGENCY: not chosen.agency and "Choose the agency that will help.",
        Choice.TEAM: not (chosen.worker or has_lead) and "Choose who is asked to become lead professional.",
        Choice.PANEL: not chosen.meeting and "Choose the meeting at which the panel hears it.",
        Choice.DECLINE: not chosen.reason_code and "Choose why no help is given through this door.",
        Choice.MARAC: not chosen.detail.get("risk") and "Say how the risk was assessed.",
    }.get(chosen.choice)
    if missing:
        raise Refused(missing)
    if not chosen.reason.strip():
        raise Refused("Write the reason for the decision.")


def _level(request: HelpRequest) -> str:
    found = level_now(latest_screening(request))
    return found.level if found else ""


def _detail(request: HelpRequest, chosen: Chosen) -> dict[str, Any]:
    detail = dict(chosen.detail)
    if chosen.choice is Choice.MARAC:
        earlier = earlier_marac(request)
        detail["repeat_of"] = earlier.request.reference if earlier else ""
    return detail


def _within(request: HelpRequest, now: datetime) -> bool:
    return clocks.state_of(request, now, request.pauses.all()).status != "overdue"


def _write_down(request: HelpRequest, decision: Decision) -> None:
    """Audit the decision and, where there is a record, set the level and add to the chronology."""
    by, now, family = decision.by, decision.at, request.family
    audit.record(
        "request_decided", decision, by=by, now=now, family_id=request.family_id,
        choice=decision.choice, within_clock=decision.within_clock,
    )  # fmt: skip
    if family is None:
        return
    if decision.level:
        families.set_level(family=family, level=decision.level, by=by, now=now)
    families.note(
        family=family,
        on=localdate(now),
        kind="decision",
        title=f"Front door decided: {decision.get_choice_display()}",
        text=decision.reason,
        because=request.because,
        by=by,
        now=now,
    )


def _end(request: HelpRequest, decision: Decision, chosen: Chosen) -> None:
    request.decided_at = decision.at
    move(request=request, to=State.ENDED, by=decision.by, now=decision.at)


def _single_agency(request: HelpRequest, decision: Decision, chosen: Chosen) -> None:
    _share(request, decision, chosen)
    if chosen.agency and chosen.agency_email:
        letters.to_agency(
            request,
            chosen.agency,
            chosen.agency_email,
            about_children=bool(chosen.detail.get("tell_of_children")),
            now=decision.at,
        )
    _end(request, decision, chosen)


def _team(request: HelpRequest, decision: Decision, chosen: Chosen) -> None:
    request.decided_at = decision.at
    plan = open_plan(request.family) if request.family else None
    if plan:
        tell_lead(request=request, plan=plan, by=decision.by, now=decision.at)
        move(request=request, to=State.HELPING, by=decision.by, now=decision.at)
        return
    move(request=request, to=State.ALLOCATING, by=decision.by, now=decision.at)
    if chosen.worker:
        ask_to_lead(
            request=request,
            to=chosen.worker,
            note=chosen.note or decision.reason,
            over_limit_reason=chosen.over_limit_reason,
            by=decision.by,
            now=decision.at,
        )


def _panel(request: HelpRequest, decision: Decision, chosen: Chosen) -> None:
    request.decided_at = decision.at
    move(request=request, to=State.AT_PANEL, by=decision.by, now=decision.at)
    if chosen.meeting:
        add_to_agenda(meeting=chosen.meeting, request=request, by=decision.by, now=decision.at)


def _statutory(request: HelpRequest, decision: Decision, chosen: Chosen) -> None:
    _share(request, decision, chosen)
    # A family with an open plan keeps plan and lead: its lead steps it up, and nothing is taken away here.
    if request.family and not open_plan(request.family):
        families.set_service(
            family=request.family,
            service=Service.STATUTORY,
            reason=f"Request {request.reference}",
            by=decision.by,
            now=decision.at,
        )
    _end(request, decision, chosen)


def _marac(request: HelpRequest, decision: Decision, chosen: Chosen) -> None:
    """Refer to MARAC. It does not replace a decision about the family, so the request stays open."""
    _share(request, decision, chosen)
    touched(request)


def _share(request: HelpRequest, decision: Decision, chosen: Chosen) -> None:
    if request.family is None:
        return
    children = " The agency is told that there are children." if chosen.detail.get("tell_of_children") else ""
    families.record_sharing(
        family=request.family,
        shared=True,
        what=f"Request {request.reference} and its screening.{children}",
        to_agency=chosen.agency,
        to_words="" if chosen.agency else {Choice.MARAC: "MARAC"}.get(chosen.choice, _SOCIAL_CARE),
        function=_FUNCTIONS[chosen.choice],
        lawful_basis=chosen.basis or "Not stated",
        why=decision.reason,
        by=decision.by,
        now=decision.at,
    )


_FOLLOWS: dict[Choice, Callable[[HelpRequest, Decision, Chosen], None]] = {
    Choice.ADVISE: _end,
    Choice.SINGLE_AGENCY: _single_agency,
    Choice.TEAM: _team,
    Choice.PANEL: _panel,
    Choice.STATUTORY: _statutory,
    Choice.MARAC: _marac,
    Choice.DECLINE: _end,
}
