"""Whether a stop of a child's journey was held."""

from django.db import models

from rightdoor.access.models import Practitioner
from rightdoor.families.models.people import Person


class StopNoted(models.Model):
    """What became of one stop of one child. The last word counts; the audit keeps every one."""

    class Outcome(models.TextChoices):
        """What became of it."""

        HELD = "held", "Held"
        MISSED = "missed", "Not held"
        DECLINED = "declined", "The family did not want it"

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="stops")
    stop = models.SlugField(max_length=60, help_text="Id of a stop of the pack.")
    outcome = models.CharField(max_length=10, choices=Outcome)
    on = models.DateField(null=True, blank=True, help_text="The day it was held.")
    note = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(Practitioner, on_delete=models.PROTECT, related_name="+")
    noted_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "stop"], name="stop_noted_once"),
            models.CheckConstraint(
                condition=models.Q(outcome="held", on__isnull=False)
                | (~models.Q(outcome="held") & models.Q(on__isnull=True)),
                name="stop_held_on_a_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.stop}: {self.get_outcome_display()}"
