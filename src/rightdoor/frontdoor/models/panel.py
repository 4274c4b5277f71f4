"""A panel's meetings and what is on their agendas."""

import uuid

from django.db import models

from rightdoor.access.models import Agency, Practitioner
from rightdoor.frontdoor.models.request import HelpRequest


class PanelMeeting(models.Model):
    """One meeting of one panel of the pack."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    panel = models.CharField(max_length=60)
    at = models.DateTimeField()
    place = models.CharField(max_length=200, blank=True)
    capacity = models.PositiveSmallIntegerField()
    minutes = models.TextField(blank=True)
    present = models.TextField(blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(
        Practitioner, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["panel", "at"], name="one_meeting_at_a_time"),
            models.CheckConstraint(
                condition=models.Q(closed_at__isnull=True, closed_by__isnull=True)
                | models.Q(closed_at__isnull=False, closed_by__isnull=False),
                name="meeting_closed_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"Panel on {self.at:%d %B %Y}"


class Outcome(models.TextChoices):
    """What a panel decided about one item."""

    ACCEPTED = "accepted", "Accepted"
    ELSEWHERE = "elsewhere", "Allocated elsewhere"
    BACK = "back", "Back to the front door"
    LATER = "later", "Held over to the next meeting"


class AgendaItem(models.Model):
    """A request on an agenda, and what the panel decided."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    meeting = models.ForeignKey(PanelMeeting, on_delete=models.PROTECT, related_name="items")
    request = models.ForeignKey(HelpRequest, on_delete=models.PROTECT, related_name="agenda_items")
    position = models.PositiveSmallIntegerField()
    outcome = models.CharField(max_length=12, choices=Outcome, blank=True)
    reason = models.TextField(blank=True)
    agency = models.ForeignKey(Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    worker = models.ForeignKey(
        Practitioner, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_by = models.ForeignKey(
        Practitioner, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "request"], name="once_per_agenda"),
            models.UniqueConstraint(
                fields=["request"], condition=models.Q(outcome=""), name="on_one_open_agenda"
            ),
            models.CheckConstraint(
                condition=models.Q(outcome="", decided_at__isnull=True, decided_by__isnull=True)
                | (
                    ~models.Q(outcome="")
                    & ~models.Q(reason="")
                    & models.Q(decided_at__isnull=False, decided_by__isnull=False)
                ),
                name="panel_decides_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.request} on the agenda"
