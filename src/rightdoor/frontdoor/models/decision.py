"""Screening, the level found, and the decision: each a row that is added and never changed."""

import uuid
from typing import Any

from django.db import models

from rightdoor.access.models import Agency, Practitioner
from rightdoor.frontdoor.models.request import HelpRequest


class Choice(models.TextChoices):
    """What can be decided about a request."""

    ADVISE = "advise", "Advice and pointing to a service"
    SINGLE_AGENCY = "single_agency", "Help from one agency"
    TEAM = "team", "Team around the family"
    PANEL = "panel", "A panel decides"
    STATUTORY = "statutory", "Children's social care"
    MARAC = "marac", "MARAC, for high-risk domestic abuse"
    DECLINE = "decline", "No help through this door"


class Kept(models.Model):
    """A row that is added and never changed."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add the row; a second save is refused."""
        if not self._state.adding:
            raise TypeError("This is a record of what was decided; add a new one instead.")
        super().save(*args, **kwargs)


class Screening(Kept):
    """What the front door asked and was answered, on top of what the request told."""

    request = models.ForeignKey(HelpRequest, on_delete=models.CASCADE, related_name="screenings")
    facts = models.JSONField(help_text="The facts document the rules were asked with.")
    by = models.ForeignKey(Practitioner, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"Screened {self.at:%d %B %Y}"


class LevelFound(Kept):
    """The level the rules gave and, where a practitioner judged otherwise, theirs and why."""

    screening = models.ForeignKey(Screening, on_delete=models.CASCADE, related_name="levels")
    scheme = models.CharField(max_length=40)
    pack_version = models.CharField(max_length=60)
    band = models.CharField(max_length=40)
    may_be = models.JSONField(default=list)
    reasons = models.JSONField(default=list)
    override = models.CharField(max_length=40, blank=True)
    override_reason = models.TextField(blank=True)
    by = models.ForeignKey(Practitioner, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(override="") | ~models.Q(override_reason=""), name="override_has_a_reason"
            )
        ]

    def __str__(self) -> str:
        return self.level

    @property
    def level(self) -> str:
        """The level that counts: the practitioner's where they judged otherwise."""
        return self.override or self.band


class Decision(Kept):
    """What was decided about a request: the options there were, the choice, the reason, who, when."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    request = models.ForeignKey(HelpRequest, on_delete=models.CASCADE, related_name="decisions")
    options = models.JSONField(help_text="Each choice with whether it was open and, if not, why.")
    choice = models.CharField(max_length=20, choices=Choice)
    reason = models.TextField()
    reason_code = models.CharField(max_length=40, blank=True)
    agency = models.ForeignKey(Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    panel = models.CharField(max_length=60, blank=True)
    services = models.JSONField(default=list, help_text="Ids of services pointed to.")
    level = models.CharField(max_length=40, blank=True)
    told_words = models.TextField(blank=True, help_text="What the referrer was told.")
    detail = models.JSONField(
        default=dict, help_text="What this choice alone needs, such as a risk assessment."
    )
    within_clock = models.BooleanField()
    by = models.ForeignKey(Practitioner, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~models.Q(reason=""), name="decision_has_a_reason")]
        indexes = [models.Index(fields=["request", "-at"], name="decision_latest")]

    def __str__(self) -> str:
        return self.get_choice_display()
