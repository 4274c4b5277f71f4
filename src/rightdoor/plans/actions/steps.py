"""Stepping help up and down, and back to where it was."""

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from rightdoor.access.models import Practitioner
from rightdoor.access.policy import Refused, insist
from rightdoor.families import actions as families
from rightdoor.plans.actions.moves import move
from rightdoor.plans.actions.team import invite, leave
from rightdoor.plans.letters import write_to, write_to_team
from rightdoor.plans.locking import hold
from rightdoor.plans.models import Plan, Step
from rightdoor.plans.policy import in_team, may_move, may_step_down, may_step_up
from rightdoor.plans.references import reference
from rightdoor.plans.states import State

OVERSIGHT = "Oversight"
TOWARDS = {
    State.ACTIVE: "back to the plan without oversight",
    State.STEPPING_DOWN: "towards what every family can use",
}


@transaction.atomic
def step_up(
    *, plan: Plan, overseer: Practitioner, level: str, reason: str, by: Practitioner, now: datetime
) -> Plan:
    """Add a supervisor's oversight. Plan, lead, goals and chronology stay as they are."""
    insist(may_step_up(hold(plan), overseer, by))
    step = move(
        plan=plan, after=State.STEPPED_UP, reason=reason, level=level, by=by, now=now, overseer=overseer
    )
    if not in_team(plan, overseer):
        invite(plan=plan, practitioner=overseer, role=OVERSIGHT, by=by, now=now)
    says = f"{by.name} asks you to oversee a family's plan. {plan.lead.name} stays lead professional."
    write_to(overseer, "You oversee a plan", says, about=reference(plan), now=now)
    _note(step, f"Help stepped up, with oversight by {overseer.name}", by, now)
    return plan


@transaction.atomic
def step_down(
    *,
    plan: Plan,
    after: State,
    level: str,
    reason: str,
    agreed: bool,
    agreed_with: str,
    how: str,
    agreed_on: date,
    by: Practitioner,
    now: datetime,
) -> Plan:
    """Step help down, to the plan without oversight or towards help that every family can use.

    The family is asked again: their agreement is recorded with the step, which is refused without it.
    """
    insist(may_step_down(hold(plan), after, by, agreed=agreed))
    if not agreed_with.strip():
        raise Refused("Say who in the family agreed.")
    overseer = plan.overseer
    step = move(plan=plan, after=after, reason=reason, level=level, by=by, now=now, overseer=None)
    families.record_agreement(
        family=plan.family,
        given=True,
        how=how,
        given_on=agreed_on,
        person_words=agreed_with,
        to_what=f"Stepping down, {TOWARDS[after]}",
        by=by,
        now=now,
    )
    _end_oversight(plan, overseer, by, now)
    _note(step, f"Help stepped down, {TOWARDS[after]}", by, now)
    return plan


@transaction.atomic
def resume(*, plan: Plan, level: str, reason: str, by: Practitioner, now: datetime) -> Plan:
    """Go back to the full plan, because stepping down came too soon."""
    plan.refresh_from_db()
    if plan.state != State.STEPPING_DOWN:
        raise Refused("Only a plan that is stepping down can go back to the full plan.")
    insist(may_move(plan, State.ACTIVE, by))
    step = move(plan=plan, after=State.ACTIVE, reason=reason, level=level, by=by, now=now)
    _note(step, "Help went back to the full plan", by, now)
    return plan


def _end_oversight(plan: Plan, overseer: Practitioner | None, by: Practitioner, now: datetime) -> None:
    """Let the overseer leave, unless they were in the team before in a part of their own."""
    if overseer is None:
        return
    for member in plan.team.filter(left_at__isnull=True, role=OVERSIGHT, practitioner=overseer):
        leave(member=member, reason="Oversight ended", by=by, now=now)


def _note(step: Step, title: str, by: Practitioner, now: datetime) -> None:
    plan = step.plan
    if step.level:
        families.set_level(family=plan.family, level=step.level, by=by, now=now)
    families.note(
        family=plan.family,
        on=localdate(now),
        kind="step",
        title=title,
        text=step.reason,
        because=reference(plan),
        by=by,
        now=now,
    )
    write_to_team(
        plan, title.split(",", maxsplit=1)[0], f"{by.name}: {title}.", about=reference(plan), now=now, but=by
    )
