"""Parents who help other parents, what they have learnt and what they have done."""

import uuid

from django.db import models
from django.db.models import F, Q

from rightdoor.ui.speaking import lazy as _

MOST_HOURS = 24


class Kind(models.TextChoices):
    """What somebody does for other parents."""

    CHAMPION = "champion", _("Parent champion")
    AMBASSADOR = "ambassador", _("Ambassador")
    MENTOR = "mentor", _("Peer mentor")
    GROUP = "group", _("Leads a self-support group")


class Champion(models.Model):
    """An adult who volunteers and has agreed to be on this list. The public never sees the name."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=200)
    reach = models.CharField(max_length=300, blank=True, help_text="How staff reach them.")
    kind = models.CharField(max_length=12, choices=Kind)
    area = models.CharField(max_length=20, blank=True, help_text="Ward or district code; empty: everywhere.")
    languages = models.JSONField(default=list, blank=True)
    meet = models.CharField(max_length=300, blank=True, help_text="Where parents can meet them; public.")
    agreed_on = models.DateField(help_text="Day on which they agreed to be on this list.")
    started_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("started_on")),
                name="champion_ends_after_starting",
            )
        ]

    def __str__(self) -> str:
        return self.name


class Training(models.Model):
    """A course somebody has done, and until when it counts."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    champion = models.ForeignKey(Champion, on_delete=models.CASCADE, related_name="trainings")
    course = models.CharField(max_length=200)
    done_on = models.DateField()
    expires_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-done_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(expires_on__isnull=True) | Q(expires_on__gt=F("done_on")),
                name="training_expires_later",
            )
        ]

    def __str__(self) -> str:
        return self.course


class Activity(models.Model):
    """What somebody did on a day: how long, where, and how many people they reached."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    champion = models.ForeignKey(Champion, on_delete=models.CASCADE, related_name="activities")
    on = models.DateField()
    hours = models.DecimalField(max_digits=4, decimal_places=2)
    reached = models.PositiveIntegerField()
    area = models.CharField(max_length=20, blank=True)
    where = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["-on", "pk"]
        indexes = [models.Index(fields=["on"], name="activity_on")]
        constraints = [
            models.CheckConstraint(
                condition=Q(hours__gt=0, hours__lte=MOST_HOURS), name="activity_within_a_day"
            )
        ]

    def __str__(self) -> str:
        return f"{self.on}: {self.hours} hours"
