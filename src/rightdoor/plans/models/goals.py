"""What the family wants to be different, and who does what about it by when."""

import uuid

from django.db import models

from rightdoor.access.models import Practitioner
from rightdoor.families.models import Person
from rightdoor.plans.models.plan import Plan


class Goal(models.Model):
    """What the family wants to be different, in their words."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="goals")
    words = models.TextField()
    whose = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    phase = models.PositiveSmallIntegerField(
        default=1, help_text="Which phase it belongs to; not everything at once."
    )
    position = models.PositiveSmallIntegerField(default=1)
    start_score = models.PositiveSmallIntegerField(null=True, blank=True)
    reached_on = models.DateField(null=True, blank=True)
    dropped_on = models.DateField(null=True, blank=True)
    dropped_reason = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["phase", "position"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(start_score__isnull=True) | models.Q(start_score__lte=10),
                name="goal_score_0_to_10",
            )
        ]

    def __str__(self) -> str:
        return self.words[:80]

    @property
    def is_open(self) -> bool:
        """Whether the family is still working towards it."""
        return self.reached_on is None and self.dropped_on is None


class PlanAction(models.Model):
    """Something to be done: by whom, by when, done or not."""

    class Kind(models.TextChoices):
        """What kind of step it is."""

        ACTION = "action", "Action"
        CONFERENCE = "conference", "Family group conference"
        MEDIATION = "mediation", "Mediation"
        SERVICE = "service", "Service from the directory"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="actions")
    kind = models.CharField(max_length=12, choices=Kind, default=Kind.ACTION)
    words = models.TextField()
    owner = models.ForeignKey(
        Practitioner, null=True, blank=True, on_delete=models.PROTECT, related_name="actions_owned"
    )
    owner_person = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    owner_words = models.CharField(max_length=200, blank=True)
    service = models.CharField(max_length=80, blank=True)
    due_on = models.DateField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
    not_done_reason = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["due_on"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(owner__isnull=False)
                | models.Q(owner_person__isnull=False)
                | ~models.Q(owner_words=""),
                name="action_has_an_owner",
            ),
            models.CheckConstraint(
                condition=models.Q(done_on__isnull=True) | models.Q(not_done_reason=""),
                name="action_done_or_not_never_both",
            ),
        ]
        indexes = [
            models.Index(
                fields=["owner", "due_on"],
                name="action_due",
                condition=models.Q(done_on__isnull=True, not_done_reason=""),
            ),
        ]

    def __str__(self) -> str:
        return self.words[:80]

    @property
    def owner_name(self) -> str:
        """Who is to do it."""
        return str(self.owner or self.owner_person or self.owner_words)

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.done_on is None and not self.not_done_reason
