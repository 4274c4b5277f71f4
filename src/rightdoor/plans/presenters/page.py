"""What every page of a plan shows: the family, the plan's state, who holds it."""

from datetime import datetime
from typing import Any

from rightdoor.access.models import Practitioner
from rightdoor.families.models import Family
from rightdoor.families.panels import Panel
from rightdoor.families.presenters import family_page
from rightdoor.plans.forms.choosing import level_name
from rightdoor.plans.models import Plan
from rightdoor.plans.policy import may_steer, may_write
from rightdoor.plans.presenters.clocks import review_clock
from rightdoor.plans.queries import open_plan
from rightdoor.plans.states import State
from rightdoor.ui.addresses import reverse
from rightdoor.ui.words import date_words

TONES = {
    State.ASSESSING: "info",
    State.ACTIVE: "good",
    State.STEPPED_UP: "danger",
    State.STEPPING_DOWN: "warning",
    State.CLOSED: "quiet",
}


def plan_page(who: Practitioner, plan: Plan, *, current: str, title: str) -> dict[str, Any]:
    """Give what every page about a plan needs."""
    return family_page(plan.family, current=current, title=title) | {
        "plan": plan,
        "state_tag": {"text": plan.get_state_display(), "tone": TONES[State(plan.state)]},
        "level": level_name(plan.level),
        "may_write": bool(may_write(plan, who)),
        "may_steer": bool(may_steer(plan, who)),
    }


def link(page: str, family: Family, **more: object) -> str:
    """Give the address of one of a family's pages."""
    return reverse(page, kwargs={"family_id": family.pk, **more})


def panels(who: Practitioner, family: Family, now: datetime) -> list[Panel]:
    """Give the box about the plan for the family's first page."""
    plan = open_plan(family)
    if plan is None:
        return []
    lines = [f"Held by {plan.lead.name}, {plan.lead.agency}"]
    if plan.overseer:
        lines.append(f"Overseen by {plan.overseer.name}")
    if plan.level:
        lines.append(level_name(plan.level))
    review = review_clock(plan, now)
    if review and plan.review_by:
        lines.append(f"Next review by {date_words(plan.review_by)}")
    tag = {"text": plan.get_state_display(), "tone": TONES[State(plan.state)]}
    return [Panel("The family's plan", tuple(lines), link("plans:plan", family), (tag,))]
