"""The plan as a page, and as a print in plain words for the family."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from rightdoor.access.partnership import pack
from rightdoor.plans.models import Goal, Plan, PlanAction
from rightdoor.plans.reviewing import shape_of
from rightdoor.ui.addresses import reverse
from rightdoor.ui.words import date_words, days_from, plural

GOALS_AT_ONCE = 3
# Names of services by the words in the addresses of their pages.
Pages = Mapping[str, str]


@dataclass(frozen=True)
class ActionView:
    """One action in words."""

    action: PlanAction
    owner: str
    kind: str
    when: str
    tag: dict[str, str]
    href: str = ""


@dataclass(frozen=True)
class GoalView:
    """One goal with its actions and where it stands."""

    goal: Goal
    whose: str
    actions: list[ActionView]
    score: int | None
    before: int | None
    ended: str


@dataclass(frozen=True)
class Phase:
    """The goals of one phase."""

    number: int
    goals: list[GoalView]

    @property
    def title(self) -> str:
        """`Phase 1, now`"""
        return "Phase 1, now" if self.number == 1 else f"Phase {self.number}, later"


def phases(goals: Iterable[Goal], today: date, pages: Pages) -> list[Phase]:
    """Give the goals by phase, in order; `pages` names the services that have one."""
    found: dict[int, list[GoalView]] = defaultdict(list)
    for goal in goals:
        found[goal.phase].append(goal_view(goal, today, pages))
    return [Phase(number, views) for number, views in sorted(found.items())]


def goal_view(goal: Goal, today: date, pages: Pages) -> GoalView:
    """Give a goal in words."""
    scores = [score.score for score in goal.scores.all()]
    return GoalView(
        goal=goal,
        whose=goal.whose.full_name if goal.whose else "The whole family",
        actions=[action_view(action, today, pages) for action in goal.actions.all()],
        score=scores[-1] if scores else goal.start_score,
        before=goal.start_score if scores else None,
        ended=_ended(goal),
    )


def _ended(goal: Goal) -> str:
    if goal.reached_on:
        return f"Reached on {date_words(goal.reached_on)}"
    return f"Left on {date_words(goal.dropped_on)}: {goal.dropped_reason}" if goal.dropped_on else ""


def action_view(action: PlanAction, today: date, pages: Pages) -> ActionView:
    """Give an action in words."""
    kind = "" if action.kind == PlanAction.Kind.ACTION else action.get_kind_display()
    href = ""
    if action.service:
        kind = f"Service: {pages.get(action.service) or service_name(action.service)}"
    if action.service in pages:
        href = reverse("find:service", kwargs={"slug": action.service})
    return ActionView(action, action.owner_name, kind, _when(action, today), _tag(action, today), href)


def _when(action: PlanAction, today: date) -> str:
    if action.done_on:
        return f"done on {date_words(action.done_on)}"
    if action.due_on is None:
        return "no date yet"
    late = f" ({days_from(action.due_on, today)})" if action.is_open and action.due_on < today else ""
    return f"by {date_words(action.due_on)}{late}"


def _tag(action: PlanAction, today: date) -> dict[str, str]:
    if action.done_on:
        return {"text": "Done", "tone": "good"}
    if action.not_done_reason:
        return {"text": "Not done", "tone": "quiet"}
    if action.due_on and action.due_on < today:
        return {"text": "Late", "tone": "danger"}
    return {"text": "To do", "tone": "info"}


def service_name(service: str) -> str:
    """Give a service's name; one the pack no longer has stays as it was."""
    return next((known.name for known in pack().services if known.id == service), service)


def too_many(goals: Iterable[Goal]) -> str:
    """Warn when a family is asked to work on more goals at once than is kind."""
    now = [goal for goal in goals if goal.phase == 1 and goal.is_open]
    if len(now) <= GOALS_AT_ONCE:
        return ""
    return (
        f"{plural(len(now), 'goal')} are in phase 1. More than {GOALS_AT_ONCE} at once is a lot: "
        "move some to a later phase."
    )


def shape_words(plan: Plan) -> str:
    """Give the name of the shape of help; empty when there is none."""
    shape = shape_of(plan)
    return shape.name if shape else ""


def own_words(plan: Plan) -> list[dict[str, Any]]:
    """Give the plan's own words as rows; what is not written is said."""
    return [
        {"key": "What the family hopes for", "value": plan.hopes},
        {"key": "What we do if things get worse", "value": plan.contingency},
        {"key": "What each side promises", "value": plan.family_contract},
        {"key": "Shape of help", "value": shape_words(plan)},
    ]
