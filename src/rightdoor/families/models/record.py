"""What happened, and what is known of a family's circumstances."""

import uuid

from django.db import models

from rightdoor.access.models import Practitioner
from rightdoor.families.models.family import Family
from rightdoor.families.models.people import Person


class ChronologyEvent(models.Model):
    """Something that happened to the family, on a day, as one line that can be read in order."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    family = models.ForeignKey(Family, on_delete=models.CASCADE, related_name="events")
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="events")
    on = models.DateField()
    kind = models.CharField(max_length=40)
    title = models.CharField(max_length=200)
    text = models.TextField(blank=True)
    agency = models.CharField(max_length=200, blank=True)
    by = models.ForeignKey(Practitioner, null=True, on_delete=models.PROTECT, related_name="+")
    because = models.CharField(max_length=80, blank=True, help_text="The record it comes from, as kind:id.")
    recorded_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["family", "-on", "-recorded_at"], name="chronology_order")]

    def __str__(self) -> str:
        return self.title


class Circumstance(models.Model):
    """One fact about a person or a family, as told by somebody on a day. The latest counts; all are kept."""

    family = models.ForeignKey(Family, on_delete=models.CASCADE, related_name="circumstances")
    person = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.CASCADE, related_name="circumstances"
    )
    fact = models.CharField(max_length=60)
    value = models.JSONField()
    told_by = models.CharField(max_length=120, help_text="Whose word it is: a role or an agency.")
    by = models.ForeignKey(Practitioner, null=True, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["family", "person", "fact", "-recorded_at"], name="circumstance_latest")
        ]

    def __str__(self) -> str:
        return self.fact
