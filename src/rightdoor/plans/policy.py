"""May this person do this to this plan, now? Each answer carries its reason, in words that can be shown."""

from datetime import date
from enum import StrEnum

from rightdoor.access.models import Practitioner
from rightdoor.access.permissions import Permission
from rightdoor.access.policy import YES, Ruling, no
from rightdoor.families.models import Family, Service
from rightdoor.plans.models import Assessment, Handover, LeadOffer, Meeting, Plan
from rightdoor.plans.queries.caseload import Caseload
from rightdoor.plans.queries.family import open_plan_of
from rightdoor.plans.queries.mine import held_by
from rightdoor.plans.states import STATES, State, may_become

CLOSED = "This plan is closed. It can be read but not changed."
FULL = "{name} has no room for another family. {words}. Only a supervisor can ask them, and must say why."

OVERSEES = "{name} oversees this plan, so cannot lead it too. Choose somebody else, or step help down first."


class Part(StrEnum):
    """The part somebody plays in a plan; the first that fits counts."""

    LEAD = "lead"
    SUPERVISOR = "supervisor"
    OVERSEER = "overseer"
    TEAM = "team"
    NOBODY = "nobody"


def part_of(plan: Plan, who: Practitioner) -> Part:
    """Give the part a practitioner plays in a plan."""
    if plan.lead_id == who.pk:
        return Part.LEAD
    if who.may(Permission.PLAN_SUPERVISE) and plan.lead.supervisor_id == who.pk:
        return Part.SUPERVISOR
    if plan.overseer_id == who.pk:
        return Part.OVERSEER
    return Part.TEAM if in_team(plan, who) else Part.NOBODY


def in_team(plan: Plan, who: Practitioner) -> bool:
    """Say whether a practitioner is in the team around the family now."""
    return any(member.practitioner_id == who.pk and member.left_at is None for member in plan.team.all())


def may_write(plan: Plan, who: Practitioner) -> Ruling:
    """Whether somebody may write in the assessment and the plan: the lead, the team, those who oversee."""
    if not plan.is_open:
        return no(CLOSED)
    if part_of(plan, who) is Part.NOBODY:
        return no("Only the lead professional and the team around the family can write here.")
    return YES


def may_steer(plan: Plan, who: Practitioner) -> Ruling:
    """Whether somebody may agree, review, step up or down and close: the lead, or the lead's supervisor."""
    if not plan.is_open:
        return no(CLOSED)
    if part_of(plan, who) not in {Part.LEAD, Part.SUPERVISOR}:
        return no(f"Only {plan.lead}, who holds this plan, or their supervisor can do this.")
    return YES


def may_complete(assessment: Assessment, who: Practitioner) -> Ruling:
    """Whether somebody may say that the assessment is finished."""
    if assessment.completed_at:
        return no("This assessment is already finished.")
    return may_steer(assessment.plan, who)


def may_agree(plan: Plan, who: Practitioner, *, assessed: bool, goals: int) -> Ruling:
    """Whether the plan may be agreed: only once it is assessed and the family has named a goal."""
    if not may_steer(plan, who):
        return may_steer(plan, who)
    if plan.state != State.ASSESSING:
        return no("This plan has already been agreed.")
    if not assessed:
        return no("Finish the assessment first, so that the plan rests on it.")
    if not goals:
        return no("Write at least one goal in the family's words first.")
    return YES


def may_review(plan: Plan, who: Practitioner) -> Ruling:
    """Whether the plan may be reviewed: only once it has been agreed."""
    if plan.state == State.ASSESSING:
        return no("There is nothing to review until the family has agreed its plan.")
    return may_steer(plan, who)


def may_move(plan: Plan, after: State, who: Practitioner) -> Ruling:
    """Whether somebody may move the plan to another state."""
    if not may_steer(plan, who):
        return may_steer(plan, who)
    if not may_become(State(plan.state), after):
        here, there = STATES[State(plan.state)].words.lower(), STATES[after].words.lower()
        return no(f"A plan that is “{here}” cannot become “{there}”.")
    return YES


def may_step_up(plan: Plan, overseer: Practitioner, who: Practitioner) -> Ruling:
    """Whether the plan may be stepped up with this overseer, who must be a supervisor other than the lead."""
    if overseer.pk == plan.lead_id:
        return no("Choose somebody other than the lead professional to oversee the plan.")
    if not overseer.may(Permission.PLAN_SUPERVISE):
        return no(f"{overseer} is not a supervisor, so cannot oversee a plan.")
    return may_move(plan, State.STEPPED_UP, who)


def may_step_down(plan: Plan, after: State, who: Practitioner, *, agreed: bool) -> Ruling:
    """Whether the plan may be stepped down: the family is asked again, and has to say yes."""
    if after not in {State.ACTIVE, State.STEPPING_DOWN}:
        return no("Choose how the plan steps down.")
    if not agreed:
        return no(
            "The family has to agree again before help steps down. "
            "If they do not want any more help, close the plan. If you are worried, step it up."
        )
    return may_move(plan, after, who)


def may_follow_up(plan: Plan, who: Practitioner) -> Ruling:
    """Whether somebody may write down how the family was after closing."""
    if plan.is_open:
        return no("This plan is still open.")
    if plan.followup_on is None:
        return no("No follow-up was booked for this plan.")
    if plan.followed_up_on:
        return no("The follow-up has already been written down.")
    if part_of(plan, who) not in {Part.LEAD, Part.SUPERVISOR}:
        return no(f"Only {plan.lead}, who held this plan, or their supervisor can do this.")
    return YES


def may_hold_meeting(meeting: Meeting, who: Practitioner) -> Ruling:
    """Whether a meeting may be written up, or called off."""
    if meeting.cancelled_at:
        return no("This meeting was called off.")
    if meeting.held_at:
        return no("This meeting has already been written up.")
    return may_write(meeting.plan, who)


def may_join(who: Practitioner) -> Ruling:
    """Whether somebody may be in the team around a family: only those who work with named families."""
    if not who.is_active:
        return no(f"{who} no longer works here.")
    if not who.may(Permission.PERSON_SEARCH):
        return no(f"{who} does not work with named families, so cannot join the team.")
    return YES


def may_take_on(to: Practitioner, load: Caseload, by: Practitioner, over_limit_reason: str) -> Ruling:
    """Whether somebody may hold one more family. Over the limit only a supervisor may ask, saying why."""
    if not to.is_active:
        return no(f"{to} no longer works here.")
    if not to.may(Permission.PLAN_LEAD):
        return no(f"{to} does not hold plans. Choose a lead professional.")
    if load.full and not (over_limit_reason.strip() and by.may(Permission.PLAN_SUPERVISE)):
        return no(FULL.format(name=to, words=load.words))
    return YES


def may_offer_lead(
    by: Practitioner,
    to: Practitioner,
    load: Caseload,
    *,
    over_limit_reason: str = "",
    plan_open: bool,
    waiting: bool,
) -> Ruling:
    """Whether a family without a lead may be offered to somebody."""
    if not by.may(Permission.PLAN_ALLOCATE):
        return no("Only the front door, a panel or a supervisor can ask somebody to become lead.")
    if plan_open:
        return no("This family already has an open plan and a lead professional.")
    if waiting:
        return no("Somebody has already been asked to lead. Wait for their answer, or take the offer back.")
    return may_take_on(to, load, by, over_limit_reason)


def may_answer(offer: LeadOffer | Handover, who: Practitioner) -> Ruling:
    """Whether somebody may accept or decline: only the one who was asked, and only once."""
    if offer.to_id != who.pk:
        return no(f"Only {offer.to} can answer this.")
    if offer.answer:
        return no(f"This was already answered: {offer.get_answer_display().lower()}.")
    return YES


def may_accept(offer: LeadOffer | Handover, who: Practitioner) -> Ruling:
    """Whether somebody may accept: asked, still holding plans, and not the one who oversees this plan.

    `who` is read anew from the database: a role may have ended since they signed in. Declining stays free.
    """
    if not may_answer(offer, who):
        return may_answer(offer, who)
    if not (who.is_active and who.may(Permission.PLAN_LEAD)):
        return no("You no longer hold plans, so you cannot take this on. Say no, and somebody else is asked.")
    return may_lead_beside_overseer(offer.plan, who) if isinstance(offer, Handover) else YES


def may_lead_beside_overseer(plan: Plan, to: Practitioner) -> Ruling:
    """Whether somebody may become lead: nobody oversees their own plan."""
    if plan.overseer_id == to.pk:
        return no(OVERSEES.format(name=to))
    return YES


def may_hand_over(plan: Plan, who: Practitioner, today: date) -> Ruling:
    """Whether somebody may offer the plan on: its lead, or their supervisor while the lead is away."""
    if not plan.is_open:
        return no(CLOSED)
    part = part_of(plan, who)
    if part is Part.LEAD or (part is Part.SUPERVISOR and is_away(plan.lead, today)):
        return YES
    if part is Part.SUPERVISOR:
        return no(f"{plan.lead} is not away. Ask them to offer the plan themselves.")
    return no(f"Only {plan.lead}, who holds this plan, can offer it to somebody else.")


def is_away(lead: Practitioner, today: date) -> bool:
    """Say whether a lead is away on a day, or has left."""
    return not lead.is_active or (lead.away_until is not None and lead.away_until >= today)


def may_offer_handover(
    plan: Plan,
    to: Practitioner,
    who: Practitioner,
    *,
    load: Caseload,
    today: date,
    over_limit_reason: str = "",
) -> Ruling:
    """Whether the plan may be offered to this person by this person."""
    if not may_hand_over(plan, who, today):
        return may_hand_over(plan, who, today)
    if to.pk == plan.lead_id:
        return no(f"{to} already holds this plan.")
    if not may_lead_beside_overseer(plan, to):
        return may_lead_beside_overseer(plan, to)
    return may_take_on(to, load, who, over_limit_reason)


def may_withdraw(offer: Handover, who: Practitioner) -> Ruling:
    """Whether a hand-over may be taken back: by who offered it, or the lead, until it is answered."""
    if offer.answer:
        return no(f"This was already answered: {offer.get_answer_display().lower()}.")
    if (
        who.pk not in {offer.offered_by_id, offer.giver_id}
        and part_of(offer.plan, who) is not Part.SUPERVISOR
    ):
        return no(f"Only {offer.giver}, who offered the plan, can take it back.")
    return YES


def may_withdraw_lead_offer(offer: LeadOffer, who: Practitioner) -> Ruling:
    """Whether an offer may be taken back: by anybody who may share out work, until it is answered."""
    if offer.answer:
        return no(f"This was already answered: {offer.get_answer_display().lower()}.")
    if not who.may(Permission.PLAN_ALLOCATE):
        return no("Only the front door, a panel or a supervisor can take this back.")
    return YES


def reason_against_service(family: Family, service: Service) -> str:
    """Say why a family whose plan is open may not leave early help by hand; empty where it may."""
    if service in {Service.EARLY_HELP, Service.STATUTORY} or open_plan_of(family) is None:
        return ""
    return "This family has an open early help plan. Close the plan first: a family is never in both."


def reason_to_stay(who: Practitioner) -> str:
    """Say why an account must stay open: a family would be without its lead; empty where it may close."""
    held = len(held_by(who))
    plans = "a family's plan" if held == 1 else f"the plans of {held} families"
    return f"{who} still holds {plans}. Hand over first, then close the account." if held else ""
