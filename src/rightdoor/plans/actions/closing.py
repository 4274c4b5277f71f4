"""Closing a plan, and asking afterwards how the family is."""

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from rightdoor.access import audit
from rightdoor.access.models import Practitioner
from rightdoor.access.policy import Refused, insist
from rightdoor.families import actions as families
from rightdoor.families.models import Service
from rightdoor.plans.actions.handover import withdraw_handover
from rightdoor.plans.actions.moves import move
from rightdoor.plans.letters import write_to_team
from rightdoor.plans.locking import hold
from rightdoor.plans.models import Handover, LeadTurn, Meeting, Plan
from rightdoor.plans.policy import may_follow_up, may_move
from rightdoor.plans.references import reference
from rightdoor.plans.states import State


@transaction.atomic
def close_plan(
    *,
    plan: Plan,
    planned: bool,
    reason: str,
    level: str,
    followup_on: date | None,
    by: Practitioner,
    now: datetime,
) -> Plan:
    """Close the plan: planned or not, why, at which level, and when somebody asks how things are.

    The team no longer sees the family. The lead does, until a follow-up that was booked is written down.
    """
    insist(may_move(hold(plan), State.CLOSED, by))
    if not reason.strip():
        raise Refused("Say why the plan closes.")
    write_to_team(
        plan, "A plan was closed", f"{by.name} closed a plan.", about=reference(plan), now=now, but=by
    )
    _end_what_waits(plan, by, now)
    move(
        plan=plan,
        after=State.CLOSED,
        reason=reason,
        level=level,
        by=by,
        now=now,
        closed_at=now,
        closed_by=by,
        closed_planned=planned,
        close_reason=reason,
        close_level=level,
        followup_on=followup_on,
        review_by=None,
    )
    LeadTurn.objects.filter(plan=plan, until__isnull=True).update(until=now)
    _end_sight(plan, by, now)
    _leave_service(plan, level, by, now)
    return plan


def _end_what_waits(plan: Plan, by: Practitioner, now: datetime) -> None:
    for offer in Handover.objects.filter(plan=plan, answer=""):
        withdraw_handover(offer=offer, reason="The plan was closed", by=by, now=now)
    Meeting.objects.filter(plan=plan, held_at__isnull=True, cancelled_at__isnull=True).update(
        cancelled_at=now, cancelled_reason="The plan was closed"
    )


def _end_sight(plan: Plan, by: Practitioner, now: datetime) -> None:
    for member in plan.team.filter(left_at__isnull=True):
        families.end_sight(because=reference(member), by=by, now=now)
    if plan.followup_on is None:
        families.end_sight(because=reference(plan), by=by, now=now)


def _leave_service(plan: Plan, level: str, by: Practitioner, now: datetime) -> None:
    family = plan.family
    if family.service == Service.EARLY_HELP:
        families.set_service(
            family=family, service=Service.NONE, reason="The plan was closed", by=by, now=now
        )
    families.set_level(family=family, level=level, by=by, now=now)
    families.note(
        family=family,
        on=localdate(now),
        kind="closing",
        title=f"The plan was closed {'as planned' if plan.closed_planned else 'before it was finished'}",
        text=plan.close_reason,
        because=reference(plan),
        by=by,
        now=now,
    )


@transaction.atomic
def record_followup(*, plan: Plan, on: date, note: str, by: Practitioner, now: datetime) -> Plan:
    """Write down how the family was after closing. With this the lead's sight of the family ends."""
    plan.refresh_from_db()
    insist(may_follow_up(plan, by))
    if not note.strip():
        raise Refused("Write down how things are now.")
    kept = Plan.objects.filter(pk=plan.pk, followed_up_on__isnull=True).update(
        followed_up_on=on, followup_note=note, version=plan.version + 1
    )
    plan.refresh_from_db()
    if kept:
        families.note(
            family=plan.family,
            on=on,
            kind="follow_up",
            title="The family was asked how things are since the plan closed",
            because=reference(plan),
            by=by,
            now=now,
        )
        families.end_sight(because=reference(plan), by=by, now=now)
        audit.record("plan_followed_up", plan, by=by, now=now, family_id=plan.family_id)
    return plan
