"""Reviews: how far each goal has come, beside the last time."""

import uuid

from django.db import models

from rightdoor.access.models import Practitioner
from rightdoor.plans.models.goals import Goal
from rightdoor.plans.models.plan import Plan


class Review(models.Model):
    """A look at the whole plan with the family."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="reviews")
    on = models.DateField()
    level = models.CharField(max_length=20, blank=True)
    went_well = models.TextField(blank=True)
    still_hard = models.TextField(blank=True)
    child_words = models.TextField(blank=True)
    next_steps = models.TextField(blank=True)
    with_whom = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(Practitioner, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["on", "at"]

    def __str__(self) -> str:
        return f"Review on {self.on:%d %B %Y}"


class GoalScore(models.Model):
    """How far a goal had come at a review, 0 to 10."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="scores")
    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="scores")
    score = models.PositiveSmallIntegerField()
    words = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["review", "goal"], name="goal_scored_once_per_review"),
            models.CheckConstraint(condition=models.Q(score__lte=10), name="goal_score_at_most_10"),
        ]

    def __str__(self) -> str:
        return f"{self.goal}: {self.score}"
