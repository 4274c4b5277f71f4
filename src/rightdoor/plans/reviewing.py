"""When a plan must next be reviewed: by its shape, where that says so, or by the partnership's clock."""

from datetime import datetime, time, timedelta

from django.utils.timezone import get_default_timezone, localdate

from rightdoor.access.partnership import due_by, pack
from rightdoor.engines.packs.shapes import Shape
from rightdoor.plans.models import Plan


def shape_of(plan: Plan) -> Shape | None:
    """Give the shape of help the plan follows; None when it follows none, or one the pack no longer has."""
    return next((shape for shape in pack().shapes if shape.id == plan.shape), None)


def review_due(plan: Plan, now: datetime) -> datetime:
    """Give the end of the last day for the next review, counted from `now`."""
    weeks = _weeks(shape_of(plan), _weeks_in(plan, now))
    if weeks is None:
        return due_by("review", now)
    day = localdate(now) + timedelta(weeks=weeks)
    return datetime.combine(day, time(23, 59, 59), get_default_timezone())


def _weeks_in(plan: Plan, now: datetime) -> int:
    began = plan.agreed_on or localdate(now)
    return (localdate(now) - began).days // 7


def _weeks(shape: Shape | None, weeks_in: int) -> int | None:
    """Give how often the phase of the shape that the plan is in wants a review."""
    if shape is None:
        return None
    end = 0
    for phase in shape.phase:
        if phase.weeks_from_to is None:
            return phase.review_every_weeks or shape.review_every_weeks
        end += phase.weeks_from_to[1]
        if weeks_in < end:
            return phase.review_every_weeks or shape.review_every_weeks
    return shape.review_every_weeks
