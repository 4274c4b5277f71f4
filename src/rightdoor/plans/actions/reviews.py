"""Looking at the whole plan with the family: what each goal scores now, and when to look again."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F

from rightdoor.access import audit
from rightdoor.access.models import Practitioner
from rightdoor.access.once import once
from rightdoor.access.policy import Refused, insist
from rightdoor.families import actions as families
from rightdoor.plans.models import GoalScore, Plan, Review
from rightdoor.plans.policy import may_review
from rightdoor.plans.references import reference
from rightdoor.plans.reviewing import review_due


@dataclass(frozen=True)
class Told:
    """What a review writes down, in the family's and the team's words."""

    with_whom: str
    went_well: str = ""
    still_hard: str = ""
    child_words: str = ""
    next_steps: str = ""


@dataclass(frozen=True)
class Scored:
    """How far a goal has come, 0 to 10, and what was said about it."""

    score: int
    words: str = ""


@transaction.atomic
def hold_review(
    *,
    plan: Plan,
    on: date,
    told: Told,
    scores: Mapping[UUID, Scored],
    level: str,
    by: Practitioner,
    now: datetime,
    token: UUID | None = None,
) -> Review:
    """Keep a review with a score for each goal looked at; the next one is booked by the clock.

    `scores` is by id of the goal. Raises Refused before the plan is agreed, or for a goal of another plan.
    """
    insist(may_review(plan, by))
    goals = {goal.pk: goal for goal in plan.goals.all()}
    if set(scores) - set(goals):
        raise Refused("One of these goals belongs to another plan.")

    def make() -> Review:
        review = Review.objects.create(plan=plan, on=on, level=level, by=by, at=now, **vars(told))
        GoalScore.objects.bulk_create(
            GoalScore(review=review, goal=goals[pk], score=scored.score, words=scored.words)
            for pk, scored in scores.items()
        )
        _follow_on(review, by, now)
        return review

    return once(token, Review, make, by=by, now=now)


def _follow_on(review: Review, by: Practitioner, now: datetime) -> None:
    plan = review.plan
    Plan.objects.filter(pk=plan.pk).update(
        review_by=review_due(plan, now), level=review.level, version=F("version") + 1
    )
    plan.refresh_from_db()
    families.set_level(family=plan.family, level=review.level, by=by, now=now)
    families.note(
        family=plan.family,
        on=review.on,
        kind="review",
        title=f"The plan was reviewed at level {review.level}",
        because=reference(review),
        by=by,
        now=now,
    )
    audit.record("plan_reviewed", review, by=by, now=now, family_id=plan.family_id)
