"""What somebody would change in an entry, and what somebody says is wrong with it."""

import uuid

from django.db import models
from django.db.models import Q

from rightdoor.access.models import Practitioner
from rightdoor.directory.models.services import Service


class ChangeRequest(models.Model):
    """A change to an entry that waits for a keeper. It holds the changed fields and nothing else."""

    class State(models.TextChoices):
        """What became of it."""

        WAITING = "waiting", "Waiting"
        APPROVED = "approved", "Approved"
        PART = "part", "Approved in part"
        REFUSED = "refused", "Refused"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="change_requests")
    base_version = models.PositiveIntegerField(help_text="The version it was written over.")
    before = models.JSONField(help_text="Field name to what it was in that version.")
    after = models.JSONField(help_text="Field name to what it should be.")
    why = models.CharField(max_length=300, blank=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Practitioner, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    taken = models.JSONField(default=list, blank=True, help_text="Names of the fields that were approved.")
    reason = models.CharField(max_length=300, blank=True, help_text="Why not, or not all.")
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        Practitioner, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["made_at", "pk"]
        indexes = [models.Index(fields=["state", "made_at"], name="change_by_state")]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="waiting", decided_at__isnull=True, decided_by__isnull=True)
                | (~Q(state="waiting") & Q(decided_at__isnull=False, decided_by__isnull=False)),
                name="change_decided_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"Change to {self.service}"


class Correction(models.Model):
    """What somebody who need not say who they are thinks is wrong with an entry.

    How to reach them is removed once it is answered; the words are removed some time later.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="corrections")
    words = models.TextField(blank=True)
    reach = models.CharField(max_length=320, blank=True)
    made_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        Practitioner, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    outcome = models.CharField(max_length=300, blank=True)
    forgotten_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["made_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, answered_by__isnull=True)
                | Q(answered_at__isnull=False, answered_by__isnull=False, reach=""),
                name="correction_answered_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(forgotten_at__isnull=True) | Q(words="", reach=""),
                name="correction_forgotten_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"Correction to {self.service}"
