"""Moving a plan from state to state: checked against the table, kept as a step, audited."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F

from rightdoor.access import audit
from rightdoor.access.models import Practitioner
from rightdoor.access.policy import Refused
from rightdoor.plans.models import Plan, Step
from rightdoor.plans.states import STATES, State, may_become


@transaction.atomic
def move(
    *, plan: Plan, after: State, reason: str, level: str, by: Practitioner, now: datetime, **changes: Any
) -> Step:
    """Move a plan to another state with whatever changes belong to the move.

    The check and the change are one statement: of two people who move it at once, one is refused.
    """
    before = State(plan.state)
    if not may_become(before, after):
        raise Refused(f"A plan that is “{STATES[before].words}” cannot become “{STATES[after].words}”.")
    if level:
        changes["level"] = level
    moved = Plan.objects.filter(pk=plan.pk, state=before).update(
        state=after, version=F("version") + 1, **changes
    )
    if not moved:
        raise Refused("Somebody else has just moved this plan on. Look at it again.")
    plan.refresh_from_db()
    step = Step.objects.create(
        plan=plan, before=before, after=after, level=level, reason=reason, by=by, at=now
    )
    audit.record(STATES[after].audit, plan, by=by, now=now, family_id=plan.family_id, before=before.value)
    return step
