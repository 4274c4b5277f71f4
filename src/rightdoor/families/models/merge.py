"""Two records of one person made one, and made two again if that was wrong."""

import uuid

from django.db import models

from rightdoor.access.models import Practitioner
from rightdoor.families.models.people import Person


class Merge(models.Model):
    """A merge with everything needed to undo it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kept = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="merges")
    gone = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="merged_by")
    moved = models.JSONField(help_text="Which rows moved, by model and id, and what they were before.")
    why = models.TextField()
    by = models.ForeignKey(Practitioner, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    undone_by = models.ForeignKey(Practitioner, null=True, on_delete=models.PROTECT, related_name="+")
    undone_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(undone_by__isnull=True, undone_at__isnull=True)
                | models.Q(undone_by__isnull=False, undone_at__isnull=False),
                name="merge_undone_by_somebody",
            )
        ]

    def __str__(self) -> str:
        return f"Merged on {self.at:%d %B %Y}"
