"""Files that were read in, and their rows: nothing of them is public until a keeper accepts it."""

import uuid

from django.db import models

from rightdoor.access.models import Practitioner
from rightdoor.directory.models.services import Service


class StagedImport(models.Model):
    """One reading of one file."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    file = models.CharField(max_length=300)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(
        Practitioner, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ["-made_at", "pk"]

    def __str__(self) -> str:
        return self.file


class StagedEntry(models.Model):
    """One row of a file: as it came, as it was read, and what became of it."""

    class State(models.TextChoices):
        """What became of it."""

        WAITING = "waiting", "Waiting"
        DUPLICATE = "duplicate", "May be here already"
        ACCEPTED = "accepted", "Accepted"
        REFUSED = "refused", "Refused"
        SAME = "same", "The same as one that is here"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    of = models.ForeignKey(StagedImport, on_delete=models.CASCADE, related_name="rows")
    row = models.PositiveIntegerField()
    name = models.CharField(max_length=200, blank=True)
    raw = models.JSONField(null=True)
    checksum = models.CharField(max_length=64)
    entry = models.JSONField(null=True)
    notes = models.JSONField(default=list, blank=True)
    alike = models.JSONField(default=list, blank=True)
    changes = models.BooleanField(default=False, help_text="It is here already under the same id.")
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    service = models.ForeignKey(Service, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        Practitioner, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ["row", "pk"]
        indexes = [models.Index(fields=["of", "state", "row"], name="staged_by_state")]

    def __str__(self) -> str:
        return f"{self.of}, row {self.row}"
