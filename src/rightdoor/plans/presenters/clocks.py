"""Clocks as the clock component shows them: on time, due soon, overdue, met, met late."""

from datetime import datetime, timedelta
from typing import Any

from django.utils.timezone import localdate

from rightdoor.plans.models import Plan
from rightdoor.plans.queries import TeamClock
from rightdoor.ui.words import days_from

SOON = timedelta(days=3)


def clock(name: str, due_at: datetime, now: datetime, met_at: datetime | None = None) -> dict[str, Any]:
    """Say how a clock stands. `met_at` is when what it waits for was done."""
    if met_at:
        state = "met" if met_at <= due_at else "met_late"
        return {"name": name, "state": state, "words": days_from(met_at, localdate(now)), "due": None}
    state = "overdue" if now > due_at else "due_soon" if due_at - now <= SOON else "on_time"
    return {"name": name, "state": state, "words": days_from(due_at, localdate(now)), "due": due_at}


def team_clock_words(held: TeamClock) -> dict[str, Any]:
    """Say how the first team meeting stands."""
    return clock("First team meeting", held.due_at, held.now, held.first_held)


def review_clock(plan: Plan, now: datetime) -> dict[str, Any] | None:
    """Say how the next review stands; None when none is booked."""
    return clock("Next review", plan.review_by, now) if plan.review_by else None
