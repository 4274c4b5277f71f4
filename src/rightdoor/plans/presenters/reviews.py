"""Reviews side by side, and how far each goal has come, as a picture with its table."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from django.utils.timezone import localdate

from rightdoor.engines.drawing.chart import Chart
from rightdoor.engines.drawing.progress import Series, progress
from rightdoor.plans.forms.choosing import level_name
from rightdoor.plans.models import Goal, Plan, Review
from rightdoor.ui.pictures import drawn
from rightdoor.ui.words import date_words


def picture(plan: Plan, goals: Iterable[Goal]) -> dict[str, Any] | None:
    """Draw every goal's scores from the start on; None while nothing has been scored."""
    series = [_series(plan, goal) for goal in goals]
    scored = [one for one in series if one.points]
    if not scored:
        return None
    chart = _drawn(tuple(scored))
    return {"svg": drawn(chart.svg), "words": chart.words, "head": chart.head, "rows": chart.rows}


@lru_cache(maxsize=64)
def _drawn(scored: tuple[Series, ...]) -> Chart:
    # Drawn anew when a score is added, not each time that somebody looks.
    return progress(scored, title="How far each goal has come")


def _series(plan: Plan, goal: Goal) -> Series:
    points = {score.review.on: score.score for score in goal.scores.all()}
    began = plan.agreed_on or localdate(plan.opened_at)
    if goal.start_score is not None:
        points.setdefault(began, goal.start_score)
    return Series(str(goal), tuple(sorted(points.items())))


def side_by_side(last: Review, before: Review | None, goals: Iterable[Goal]) -> list[dict[str, Any]]:
    """Give the last review beside the one before, or beside the start where it was the first."""
    now_scores = {score.goal_id: score for score in last.scores.all()}
    then_scores = {score.goal_id: score.score for score in before.scores.all()} if before else {}
    rows = [
        {
            "key": goal.words,
            "before": _score(then_scores.get(goal.pk) if before else goal.start_score),
            "now": _score(now_scores[goal.pk].score if goal.pk in now_scores else None),
        }
        for goal in goals
        if goal.pk in now_scores or goal.pk in then_scores
    ]
    return [*rows, *(_words_row(words, name, last, before) for words, name in _WORDS)]


_WORDS = (
    ("What went well", "went_well"),
    ("What is still hard", "still_hard"),
    ("What the children say", "child_words"),
    ("What happens next", "next_steps"),
    ("Level of need", "level"),
)


def _words_row(words: str, name: str, last: Review, before: Review | None) -> dict[str, Any]:
    return {"key": words, "before": _told(before, name), "now": _told(last, name)}


def _told(review: Review | None, name: str) -> str:
    said = getattr(review, name) if review else ""
    return level_name(said) if name == "level" and said else said


def _score(score: int | None) -> str:
    return "" if score is None else f"{score} out of 10"


def goal_rows(goals: Iterable[Goal]) -> list[tuple[str, str, str, str]]:
    """Give each goal with its score at the start, last time and now."""
    return [_goal_row(goal) for goal in goals]


def _goal_row(goal: Goal) -> tuple[str, str, str, str]:
    scores = [score.score for score in goal.scores.all()]
    before = scores[-2] if scores[1:] else None
    now = scores[-1] if scores else None
    said = [("not scored" if score is None else str(score)) for score in (goal.start_score, before, now)]
    return goal.words, said[0], said[1], said[2]


def review_title(review: Review) -> str:
    """`Review on 4 January 2027`"""
    return f"Review on {date_words(review.on)}"
