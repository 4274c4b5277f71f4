"""Handing the baton on: offered, held by the giver until the receiver says yes, then passed in one breath."""

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.timezone import localdate

from rightdoor.access import audit
from rightdoor.access.models import Practitioner
from rightdoor.access.once import once
from rightdoor.access.partnership import due_by
from rightdoor.access.policy import Refused, insist
from rightdoor.families import actions as families
from rightdoor.families.models import Sight
from rightdoor.plans.letters import write_to, write_to_team
from rightdoor.plans.locking import hold
from rightdoor.plans.models import Handover, LeadTurn, Plan, TeamMember
from rightdoor.plans.policy import CLOSED, may_accept, may_answer, may_offer_handover, may_withdraw
from rightdoor.plans.queries.caseload import caseload
from rightdoor.plans.references import reference

LEAD_ROLE = "Lead professional"


@transaction.atomic
def offer_handover(
    *,
    plan: Plan,
    to: Practitioner,
    reason: str,
    by: Practitioner,
    now: datetime,
    note: str = "",
    giver_stays: bool = False,
    over_limit_reason: str = "",
    token: UUID | None = None,
) -> Handover:
    """Offer the plan to another lead. Nothing changes hands until they accept."""
    hold(plan)

    def make() -> Handover:
        ruling = may_offer_handover(
            plan, to, by, load=caseload(to), today=localdate(now), over_limit_reason=over_limit_reason
        )
        insist(ruling)
        return _offer(
            Handover(
                plan=plan,
                giver=plan.lead,
                to=to,
                reason=reason,
                note=note,
                giver_stays=giver_stays,
                over_limit_reason=over_limit_reason,
                offered_by=by,
                offered_at=now,
                due_at=due_by("handover", now),
            )
        )

    return once(token, Handover, make, by=by, now=now)


def _offer(offer: Handover) -> Handover:
    try:
        with transaction.atomic():
            offer.save()
    except IntegrityError:
        raise Refused("This plan is already being offered to somebody. Take that offer back first.") from None
    by, now, family = offer.offered_by, offer.offered_at, offer.plan.family
    families.give_sight(
        family=family,
        reason=Sight.Reason.OFFERED,
        because=reference(offer),
        practitioner=offer.to,
        by=by,
        now=now,
    )
    says = f"{by.name} asks you to take over as lead professional for a family."
    write_to(offer.to, "You are asked to take over a family's plan", says, about=reference(offer), now=now)
    audit.record("handover_offered", offer, by=by, now=now, family_id=family.pk, to=offer.to_id)
    return offer


@transaction.atomic
def answer_handover(
    *, offer: Handover, accept: bool, reason: str, by: Practitioner, now: datetime
) -> Handover:
    """Accept, and the plan changes hands now; or decline with a reason, and it stays where it was."""
    hold(offer.plan)
    offer.refresh_from_db()
    if accept and offer.to_id == by.pk and offer.answer == Handover.Answer.ACCEPTED:
        return offer
    insist(may_accept(offer, Practitioner.objects.get(pk=by.pk)) if accept else may_answer(offer, by))
    if not accept and not reason.strip():
        raise Refused("Say why you cannot take this plan on.")
    _settle(offer, Handover.Answer.ACCEPTED if accept else Handover.Answer.DECLINED, reason, now)
    if accept:
        _pass_on(offer, by, now)
    families.end_sight(because=reference(offer), by=by, now=now)
    said = "has taken over the plan" if accept else "cannot take over the plan; it stays with you"
    write_to(
        offer.giver, "Your hand-over was answered", f"{by.name} {said}.", about=reference(offer), now=now
    )
    verb = "handover_accepted" if accept else "handover_declined"
    audit.record(verb, offer, by=by, now=now, family_id=offer.plan.family_id)
    return offer


@transaction.atomic
def withdraw_handover(*, offer: Handover, reason: str, by: Practitioner, now: datetime) -> Handover:
    """Take an offer back before it is answered; the plan stays where it is."""
    offer.refresh_from_db()
    insist(may_withdraw(offer, by))
    _settle(offer, Handover.Answer.WITHDRAWN, reason, now)
    families.end_sight(because=reference(offer), by=by, now=now)
    says = "You were asked to take over a family's plan. You are no longer needed."
    write_to(offer.to, "An offer was taken back", says, about=reference(offer), now=now)
    audit.record("handover_withdrawn", offer, by=by, now=now, family_id=offer.plan.family_id)
    return offer


def _settle(offer: Handover, answer: str, reason: str, now: datetime) -> None:
    settled = Handover.objects.filter(pk=offer.pk, answer="").update(
        answer=answer, answer_reason=reason, answered_at=now
    )
    if not settled:
        raise Refused("This has just been answered. Look at it again.")
    offer.refresh_from_db()


def _pass_on(offer: Handover, by: Practitioner, now: datetime) -> None:
    moved = (
        Plan.objects.filter(pk=offer.plan_id, lead=offer.giver)
        .exclude(state="closed")
        .update(lead=offer.to, version=F("version") + 1)
    )
    if not moved:
        raise Refused(CLOSED)
    offer.plan.refresh_from_db()
    LeadTurn.objects.filter(plan=offer.plan, until__isnull=True).update(until=now)
    LeadTurn.objects.create(plan=offer.plan, lead=offer.to, since=now)
    _move_sight(offer, by, now)
    _change_places(offer, by, now)
    _tell(offer, by, now)


def _move_sight(offer: Handover, by: Practitioner, now: datetime) -> None:
    about, family = reference(offer.plan), offer.plan.family
    families.end_sight(because=about, reason=Sight.Reason.LEAD, by=by, now=now)
    families.give_sight(
        family=family, reason=Sight.Reason.LEAD, because=about, practitioner=offer.to, by=by, now=now
    )


def _change_places(offer: Handover, by: Practitioner, now: datetime) -> None:
    """Give the receiver the lead's place in the team; the giver stays as a member, or leaves."""
    team = offer.plan.team.filter(left_at__isnull=True)
    for member in team.filter(practitioner=offer.to):
        families.end_sight(because=reference(member), by=by, now=now)
    team.filter(practitioner__in=[offer.to, offer.giver]).update(left_at=now, left_reason="Change of lead")
    TeamMember.objects.create(plan=offer.plan, practitioner=offer.to, role=LEAD_ROLE, joined_at=now)
    if offer.giver_stays:
        stayed = TeamMember.objects.create(
            plan=offer.plan, practitioner=offer.giver, role="Lead professional before", joined_at=now
        )
        families.give_sight(
            family=offer.plan.family,
            reason=Sight.Reason.TEAM,
            because=reference(stayed),
            practitioner=offer.giver,
            by=by,
            now=now,
        )


def _tell(offer: Handover, by: Practitioner, now: datetime) -> None:
    families.note(
        family=offer.plan.family,
        on=localdate(now),
        kind="lead",
        title=f"Lead professional changed from {offer.giver.name} to {offer.to.name}",
        because=reference(offer),
        by=by,
        now=now,
    )
    says = f"{offer.to.name} is now lead professional, after {offer.giver.name}."
    write_to_team(offer.plan, "A change of lead professional", says, about=reference(offer), now=now, but=by)
