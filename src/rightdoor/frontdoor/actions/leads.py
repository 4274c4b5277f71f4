"""From the front door to a lead: asking, hearing the answer, telling the one who holds the plan."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate

from rightdoor.access import audit
from rightdoor.access.models import Practitioner
from rightdoor.access.policy import Refused, insist
from rightdoor.families import actions as families
from rightdoor.frontdoor import letters
from rightdoor.frontdoor.actions.moving import move
from rightdoor.frontdoor.locking import held, touched
from rightdoor.frontdoor.models import HelpRequest
from rightdoor.frontdoor.policy import may_offer_again
from rightdoor.frontdoor.states import State
from rightdoor.plans import actions as plans
from rightdoor.plans.models import LeadOffer, Plan
from rightdoor.plans.queries import lead_offer_waiting

_KIND = HelpRequest._meta.label_lower
_NOT_LEAD: dict[str, str] = {
    LeadOffer.Answer.DECLINED: "{name} cannot become lead professional; the front door asks somebody else",
    LeadOffer.Answer.WITHDRAWN: "The offer to {name} to become lead professional was taken back",
}


@transaction.atomic
def ask_to_lead(
    *,
    request: HelpRequest,
    to: Practitioner,
    note: str,
    by: Practitioner,
    now: datetime,
    over_limit_reason: str = "",
    token: UUID | None = None,
) -> LeadOffer:
    """Ask a practitioner to become the family's lead, handing over the whole story. Raises Refused."""
    if request.family is None:
        raise Refused("Link the people named to records first.")
    offer = plans.offer_lead(
        family=request.family,
        to=to,
        story=request.told,
        people={named.key: named.person_id for named in request.people.all() if named.person_id},
        because=request.because,
        note=note,
        over_limit_reason=over_limit_reason,
        by=by,
        now=now,
        token=token,
    )
    audit.record("request_offered", request, by=by, now=now, family_id=request.family_id, to=to.pk)
    return offer


@transaction.atomic
def offer_again(
    *,
    request: HelpRequest,
    to: Practitioner,
    note: str,
    by: Practitioner,
    now: datetime,
    over_limit_reason: str = "",
    token: UUID | None = None,
) -> LeadOffer:
    """Ask somebody else, after the one asked before has said no."""
    current = held(request.pk)
    insist(may_offer_again(current, by))
    return ask_to_lead(
        request=current, to=to, note=note, over_limit_reason=over_limit_reason, by=by, now=now, token=token
    )


@transaction.atomic
def reconsider(*, request: HelpRequest, reason: str, by: Practitioner, now: datetime) -> HelpRequest:
    """Take back whatever offer waits and give the request back to be decided again, with a reason."""
    current = held(request.pk)
    insist(may_offer_again(current, by))
    if not reason.strip():
        raise Refused("Say why it is decided again.")
    waiting = lead_offer_waiting(current.family) if current.family else None
    if waiting and waiting.because == current.because:
        plans.withdraw_lead_offer(offer=waiting, reason=reason, by=by, now=now)
        current.refresh_from_db()
    if current.family is not None:
        families.note(
            family=current.family,
            on=localdate(now),
            kind="decision",
            title=f"Request {current.reference} is decided again",
            text=reason,
            because=current.because,
            by=by,
            now=now,
        )
    return move(request=current, to=State.SCREENING, by=by, now=now)


@transaction.atomic
def tell_lead(*, request: HelpRequest, plan: Plan, by: Practitioner, now: datetime) -> None:
    """Tell the lead who already holds the family's plan that another request has come."""
    letters.to_lead(plan.lead, request, now=now)
    families.note(
        family=plan.family,
        on=localdate(now),
        kind="request",
        title=f"Request {request.reference} passed to {plan.lead.name}, who holds the plan",
        because=request.because,
        by=by,
        now=now,
    )
    audit.record("request_to_lead", request, by=by, now=now, family_id=plan.family_id, lead=plan.lead_id)


@transaction.atomic
def hear_answer(*, offer: LeadOffer, plan: Plan | None, by: Practitioner, now: datetime) -> None:
    """Hear the answer, in its own transaction: with a plan the request is done, else somebody is sought.

    A plan also answers every other request of the family for which a lead was being sought.
    """
    kind, _, request_id = offer.because.partition(":")
    request = held(UUID(request_id)) if kind == _KIND else None
    if request is not None and request.state == State.ALLOCATING:
        if plan is None:
            _still_looking(request, offer, by, now)
        else:
            _helped(request, by, now)
    if plan is not None:
        for other in _also_waiting(plan):
            tell_lead(request=other, plan=plan, by=by, now=now)
            _helped(other, by, now)


def _helped(request: HelpRequest, by: Practitioner, now: datetime) -> None:
    move(request=request, to=State.HELPING, by=by, now=now)
    letters.moved_on(
        request, family=letters.HELPING_FAMILY, practitioner=letters.HELPING_PRACTITIONER, now=now
    )


def _also_waiting(plan: Plan) -> list[HelpRequest]:
    waiting = HelpRequest.objects.filter(family=plan.family_id, state=State.ALLOCATING).order_by("pk")
    return [held(pk) for pk in waiting.values_list("pk", flat=True)]


def _still_looking(request: HelpRequest, offer: LeadOffer, by: Practitioner, now: datetime) -> None:
    touched(request)
    audit.record(
        "request_unanswered", request, by=by, now=now, family_id=request.family_id, answer=offer.answer
    )
    if request.family is not None:
        families.note(
            family=request.family,
            on=localdate(now),
            kind="lead",
            title=_NOT_LEAD[offer.answer].format(name=offer.to.name),
            because=request.because,
            by=by,
            now=now,
        )
