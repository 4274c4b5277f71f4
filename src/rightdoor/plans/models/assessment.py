"""The whole-family assessment: short entries, each about somebody, each saying whose words they are."""

import uuid

from django.db import models

from rightdoor.access.models import Practitioner
from rightdoor.families.models import Family, Person
from rightdoor.plans.models.plan import Plan
from rightdoor.ui.words import date_words


class Assessment(models.Model):
    """One assessment of one family; many entries."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="assessments")
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="assessments")
    because = models.CharField(max_length=80, blank=True)
    summary = models.TextField(blank=True)
    started_at = models.DateTimeField()
    completed_at = models.DateTimeField(null=True, blank=True)
    completed_by = models.ForeignKey(
        Practitioner, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    took_part = models.TextField(blank=True, help_text="Who took part, in words.")
    level = models.CharField(max_length=20, blank=True)
    level_advised = models.CharField(max_length=20, blank=True, help_text="What the rules advised that day.")
    level_reasons = models.JSONField(default=list, help_text="The reasons the rules gave that day.")
    level_why = models.TextField(blank=True, help_text="Why the level agreed is not the one advised.")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(completed_at__isnull=True, completed_by__isnull=True)
                | models.Q(completed_at__isnull=False, completed_by__isnull=False),
                name="assessment_completed_by_somebody",
            )
        ]

    def __str__(self) -> str:
        return f"Assessment begun {date_words(self.started_at)}"


class Entry(models.Model):
    """One thing that is known, and who said it."""

    class Kind(models.TextChoices):
        """Where it stands in the assessment."""

        WORRY = "worry", "What are we worried about?"
        STRENGTH = "strength", "What is working well?"
        NEED = "need", "What needs to happen?"
        VOICE = "voice", "In the child's own words"
        HISTORY = "history", "What has happened before"
        ABOUT = "about", "About the family"

    class Origin(models.TextChoices):
        """How it came here."""

        REQUEST = "request", "From the request"
        ASSESSMENT = "assessment", "Written in the assessment"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    assessment = models.ForeignKey(Assessment, on_delete=models.CASCADE, related_name="entries")
    kind = models.CharField(max_length=10, choices=Kind)
    question = models.CharField(
        max_length=60, blank=True, help_text="The question it answers, so none is asked twice."
    )
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    text = models.TextField(blank=True)
    said_by = models.CharField(max_length=200, blank=True)
    origin = models.CharField(max_length=10, choices=Origin, default=Origin.ASSESSMENT)
    by = models.ForeignKey(Practitioner, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, blank=True)
    removed_by = models.ForeignKey(
        Practitioner, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["at", "question"]
        verbose_name_plural = "entries"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(removed_at__isnull=True, removed_by__isnull=True)
                | models.Q(removed_at__isnull=False, removed_by__isnull=False),
                name="entry_removed_by_somebody",
            )
        ]

    def __str__(self) -> str:
        return self.get_kind_display()


class Rating(models.Model):
    """How things are from 0 to 10, on a day, in somebody's view. New ones are added; none is overwritten."""

    assessment = models.ForeignKey(Assessment, on_delete=models.CASCADE, related_name="ratings")
    scale = models.CharField(max_length=40, help_text="What is rated, such as 'safety' or 'how-things-are'.")
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    score = models.PositiveSmallIntegerField()
    said_by = models.CharField(max_length=200)
    why = models.TextField(blank=True)
    by = models.ForeignKey(Practitioner, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["at"]
        constraints = [models.CheckConstraint(condition=models.Q(score__lte=10), name="rating_0_to_10")]

    def __str__(self) -> str:
        return f"{self.scale}: {self.score}"
