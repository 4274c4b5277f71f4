"""Writing the plan with the family: goals in their words, who does what by when, and their agreement."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction
from django.db.models import F, Max
from django.utils.timezone import localdate

from rightdoor.access import audit
from rightdoor.access.models import Practitioner
from rightdoor.access.once import once
from rightdoor.access.policy import Refused, insist
from rightdoor.families import actions as families
from rightdoor.families.models import Person
from rightdoor.plans.actions.moves import move
from rightdoor.plans.actions.wording import reword
from rightdoor.plans.models import Goal, Plan, PlanAction
from rightdoor.plans.policy import may_agree, may_write
from rightdoor.plans.references import reference
from rightdoor.plans.reviewing import review_due
from rightdoor.plans.states import State


@transaction.atomic
def write_plan(
    *, plan: Plan, changes: Mapping[str, str], version: int, by: Practitioner, now: datetime
) -> Plan:
    """Change hopes, contingency, family contract or shape. Raises Conflict when somebody saved first."""
    insist(may_write(plan, by))
    allowed = {"hopes", "contingency", "family_contract", "shape"}
    if unknown := set(changes) - allowed:
        raise ValueError(f"These are not written here: {sorted(unknown)}")
    reword(
        record=plan, changes=changes, version=version, family=plan.family, verb="plan_changed", by=by, now=now
    )
    return plan


@transaction.atomic
def add_goal(
    *,
    plan: Plan,
    words: str,
    by: Practitioner,
    now: datetime,
    whose: Person | None = None,
    phase: int = 1,
    start_score: int | None = None,
    token: UUID | None = None,
) -> Goal:
    """Add what the family wants to be different, in their words."""
    insist(may_write(plan, by))

    def make() -> Goal:
        last = plan.goals.filter(phase=phase).aggregate(last=Max("position"))["last"] or 0
        goal = Goal.objects.create(
            plan=plan, words=words, whose=whose, phase=phase, position=last + 1, start_score=start_score
        )
        audit.record("goal_added", goal, by=by, now=now, family_id=plan.family_id)
        return goal

    return once(token, Goal, make, by=by, now=now)


@transaction.atomic
def change_goal(
    *, goal: Goal, changes: Mapping[str, Any], version: int, by: Practitioner, now: datetime
) -> Goal:
    """Change a goal's words, phase, whose it is or where it started. Raises Conflict when saved over."""
    insist(may_write(goal.plan, by))
    family = goal.plan.family
    reword(record=goal, changes=changes, version=version, family=family, verb="goal_changed", by=by, now=now)
    return goal


@transaction.atomic
def end_goal(
    *, goal: Goal, reached: bool, on: date, by: Practitioner, now: datetime, reason: str = ""
) -> Goal:
    """Say that a goal was reached, or that the family no longer wants it and why."""
    insist(may_write(goal.plan, by))
    if not reached and not reason.strip():
        raise Refused("Say why the family is leaving this goal.")
    change = {"reached_on": on} if reached else {"dropped_on": on, "dropped_reason": reason}
    ended = Goal.objects.filter(pk=goal.pk, reached_on__isnull=True, dropped_on__isnull=True).update(
        version=F("version") + 1, **change
    )
    goal.refresh_from_db()
    if ended:
        verb = "goal_reached" if reached else "goal_dropped"
        audit.record(verb, goal, by=by, now=now, family_id=goal.plan.family_id)
    return goal


@transaction.atomic
def add_action(
    *,
    goal: Goal,
    words: str,
    by: Practitioner,
    now: datetime,
    kind: PlanAction.Kind = PlanAction.Kind.ACTION,
    owner: Practitioner | None = None,
    owner_person: Person | None = None,
    owner_words: str = "",
    service: str = "",
    due_on: date | None = None,
    token: UUID | None = None,
) -> PlanAction:
    """Add something to be done: by a practitioner, one of the family or somebody outside, and by when."""
    insist(may_write(goal.plan, by))
    if not (owner or owner_person or owner_words.strip()):
        raise Refused("Say who will do this.")

    def make() -> PlanAction:
        action = PlanAction.objects.create(
            goal=goal,
            kind=kind,
            words=words,
            owner=owner,
            owner_person=owner_person,
            owner_words=owner_words,
            service=service,
            due_on=due_on,
        )
        audit.record("action_added", action, by=by, now=now, family_id=goal.plan.family_id, kind=kind)
        return action

    return once(token, PlanAction, make, by=by, now=now)


@transaction.atomic
def add_services(
    *,
    goal: Goal,
    services: Sequence[tuple[str, str]],
    by: Practitioner,
    now: datetime,
    owner: Practitioner | None = None,
    owner_person: Person | None = None,
    owner_words: str = "",
    due_on: date | None = None,
    token: UUID | None = None,
) -> list[PlanAction]:
    """Add services, each its code and name, as actions of one person: all of them or none."""
    if not services:
        raise Refused("Choose at least one service.")
    return [
        add_action(
            goal=goal,
            words=f"Get in touch with {name}",
            kind=PlanAction.Kind.SERVICE,
            service=code,
            owner=owner,
            owner_person=owner_person,
            owner_words=owner_words,
            due_on=due_on,
            token=uuid5(token, code) if token else None,
            by=by,
            now=now,
        )
        for code, name in services
    ]


@transaction.atomic
def change_action(
    *, action: PlanAction, changes: Mapping[str, Any], version: int, by: Practitioner, now: datetime
) -> PlanAction:
    """Change what is to be done, by whom or by when. Raises Conflict when somebody saved first."""
    plan = action.goal.plan
    insist(may_write(plan, by))
    reword(
        record=action,
        changes=changes,
        version=version,
        family=plan.family,
        verb="action_changed",
        by=by,
        now=now,
    )
    return action


@transaction.atomic
def settle_action(
    *,
    action: PlanAction,
    done: bool,
    by: Practitioner,
    now: datetime,
    on: date | None = None,
    reason: str = "",
) -> PlanAction:
    """Say that something was done, or that it was not and why. Saying it twice changes nothing."""
    plan = action.goal.plan
    insist(may_write(plan, by))
    if not done and not reason.strip():
        raise Refused("Say why this was not done.")
    change = {"done_on": on or localdate(now)} if done else {"not_done_reason": reason}
    settled = PlanAction.objects.filter(pk=action.pk, done_on__isnull=True, not_done_reason="").update(
        version=F("version") + 1, **change
    )
    action.refresh_from_db()
    if settled:
        verb = "action_done" if done else "action_not_done"
        audit.record(verb, action, by=by, now=now, family_id=plan.family_id)
    return action


@transaction.atomic
def agree_plan(*, plan: Plan, on: date, with_whom: str, by: Practitioner, now: datetime) -> Plan:
    """Record that the family agreed its plan, when and who; help begins and the first review is booked."""
    plan.refresh_from_db()
    assessed = plan.assessments.filter(completed_at__isnull=False).exists()
    insist(may_agree(plan, by, assessed=assessed, goals=plan.goals.count()))
    move(
        plan=plan,
        after=State.ACTIVE,
        reason="The family agreed the plan.",
        level=plan.level,
        by=by,
        now=now,
        agreed_on=on,
        agreed_with=with_whom,
        review_by=review_due(plan, now),
    )
    families.record_agreement(
        family=plan.family,
        given=True,
        how="When the plan was agreed",
        given_on=on,
        person_words=with_whom,
        to_what="The family's plan",
        by=by,
        now=now,
    )
    families.note(
        family=plan.family,
        on=on,
        kind="plan",
        title="The family agreed its plan",
        because=reference(plan),
        by=by,
        now=now,
    )
    return plan
