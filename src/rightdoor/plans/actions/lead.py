"""Asking somebody to become a family's lead, and opening the plan when they say yes."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from rightdoor.access import audit
from rightdoor.access.models import Practitioner
from rightdoor.access.once import once
from rightdoor.access.partnership import due_by
from rightdoor.access.policy import Refused, insist
from rightdoor.engines.story import Story
from rightdoor.families import actions as families
from rightdoor.families.models import Family, Sight
from rightdoor.plans import hooks
from rightdoor.plans.actions.opening import open_plan
from rightdoor.plans.letters import write_to
from rightdoor.plans.locking import hold_family
from rightdoor.plans.models import LeadOffer, Plan
from rightdoor.plans.policy import may_accept, may_answer, may_offer_lead, may_withdraw_lead_offer
from rightdoor.plans.queries.caseload import caseload
from rightdoor.plans.queries.family import lead_offer_waiting, open_plan_of
from rightdoor.plans.references import reference


@transaction.atomic
def offer_lead(
    *,
    family: Family,
    to: Practitioner,
    story: Story,
    because: str,
    note: str,
    by: Practitioner,
    now: datetime,
    people: Mapping[str, UUID] | None = None,
    over_limit_reason: str = "",
    token: UUID | None = None,
) -> LeadOffer:
    """Ask a practitioner to become lead of a family without one. They see the family from now on.

    `people` joins each key of the story to the person's record. Raises Refused when the family has a lead or
    somebody is being asked, when `to` may not lead, and when `to` is full, unless a supervisor says why.
    """
    hold_family(family)

    def make() -> LeadOffer:
        insist(
            may_offer_lead(
                by,
                to,
                caseload(to),
                over_limit_reason=over_limit_reason,
                plan_open=open_plan_of(family) is not None,
                waiting=lead_offer_waiting(family) is not None,
            )
        )
        return _offer(
            family=family,
            to=to,
            story=story.model_dump(mode="json"),
            people={key: str(person) for key, person in (people or {}).items()},
            because=because,
            note=note,
            over_limit_reason=over_limit_reason,
            offered_by=by,
            offered_at=now,
            due_at=due_by("handover", now),
        )

    return once(token, LeadOffer, make, by=by, now=now)


def _offer(**fields: object) -> LeadOffer:
    try:
        with transaction.atomic():
            offer = LeadOffer.objects.create(**fields)
    except IntegrityError:
        raise Refused("Somebody has just been asked to lead. Look at this family again.") from None
    by, now, about = offer.offered_by, offer.offered_at, reference(offer)
    families.give_sight(
        family=offer.family, reason=Sight.Reason.OFFERED, because=about, practitioner=offer.to, by=by, now=now
    )
    says = f"{by.name} asks you to become lead professional for a family."
    write_to(offer.to, "You are asked to become lead professional", says, about=about, now=now)
    audit.record("lead_offered", offer, by=by, now=now, family_id=offer.family_id, to=offer.to_id)
    return offer


@transaction.atomic
def answer_lead_offer(
    *, offer: LeadOffer, accept: bool, reason: str, by: Practitioner, now: datetime
) -> Plan | None:
    """Accept, and the plan is open with its assessment already begun; or decline, with a reason.

    Accepting twice gives the plan that the first acceptance opened. Raises Refused when the family may not
    enter early help (then nothing is answered), or when the offer is somebody else's or no longer waits.
    """
    offer.refresh_from_db()
    if accept and offer.to_id == by.pk and offer.answer == LeadOffer.Answer.ACCEPTED:
        return Plan.objects.get(offer=offer)
    insist(may_accept(offer, Practitioner.objects.get(pk=by.pk)) if accept else may_answer(offer, by))
    if not accept and not reason.strip():
        raise Refused("Say why you cannot take this family on, so that the right person can be asked.")
    _settle(offer, LeadOffer.Answer.ACCEPTED if accept else LeadOffer.Answer.DECLINED, reason, now)
    plan = open_plan(offer=offer, by=by, now=now) if accept else None
    verb = "lead_accepted" if accept else "lead_declined"
    audit.record(verb, offer, by=by, now=now, family_id=offer.family_id)
    _tell_offerer(offer, accept=accept, by=by, now=now)
    families.end_sight(because=reference(offer), by=by, now=now)
    hooks.tell_lead_answered(offer, plan, by, now)
    return plan


@transaction.atomic
def withdraw_lead_offer(*, offer: LeadOffer, reason: str, by: Practitioner, now: datetime) -> LeadOffer:
    """Take an offer back before it is answered."""
    offer.refresh_from_db()
    insist(may_withdraw_lead_offer(offer, by))
    _settle(offer, LeadOffer.Answer.WITHDRAWN, reason, now)
    audit.record("lead_offer_withdrawn", offer, by=by, now=now, family_id=offer.family_id)
    says = "You were asked to become lead professional for a family. You are no longer needed."
    write_to(offer.to, "An offer was taken back", says, about=reference(offer), now=now)
    families.end_sight(because=reference(offer), by=by, now=now)
    hooks.tell_lead_answered(offer, None, by, now)
    return offer


def _settle(offer: LeadOffer, answer: str, reason: str, now: datetime) -> None:
    settled = LeadOffer.objects.filter(pk=offer.pk, answer="").update(
        answer=answer, answer_reason=reason, answered_at=now
    )
    if not settled:
        raise Refused("This has just been answered. Look at it again.")
    offer.refresh_from_db()


def _tell_offerer(offer: LeadOffer, *, accept: bool, by: Practitioner, now: datetime) -> None:
    said = "has said yes: the family has a lead professional" if accept else "cannot take this family on"
    subject = "A family has its lead professional" if accept else "A family still needs a lead professional"
    write_to(offer.offered_by, subject, f"{by.name} {said}.", about=reference(offer), now=now)
