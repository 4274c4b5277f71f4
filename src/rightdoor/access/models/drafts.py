"""Half-written text, and the once-only marks that make a second press of the button harmless."""

import uuid

from django.db import models

from rightdoor.access.models.people import Practitioner


class Draft(models.Model):
    """What a practitioner has typed and not yet saved; or text that lost a race and must not be lost."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    practitioner = models.ForeignKey(Practitioner, on_delete=models.CASCADE, related_name="drafts")
    page = models.CharField(max_length=120, help_text="The address of the form, which names no person.")
    fields = models.JSONField()
    version = models.PositiveIntegerField(default=0, help_text="The version of the record it was typed over.")
    saved_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["practitioner", "page"], name="one_draft_per_page")]

    def __str__(self) -> str:
        return f"Draft of {self.page}"


class Submission(models.Model):
    """A form sent once. The same form sent again finds what the first made."""

    token = models.UUIDField(primary_key=True)
    made_kind = models.CharField(max_length=40)
    made_id = models.CharField(max_length=60)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.made_kind} {self.made_id}"
