"""Every wording a text had before it was changed, so that no word anybody wrote is lost."""

from django.db import models

from rightdoor.access.models import Practitioner


class Wording(models.Model):
    """The fields of one record as they stood until somebody saved over them."""

    record = models.CharField(max_length=80, help_text="Which record, as kind:id.")
    version = models.PositiveIntegerField()
    fields = models.JSONField()
    replaced_by = models.ForeignKey(Practitioner, on_delete=models.PROTECT, related_name="+")
    replaced_at = models.DateTimeField()

    class Meta:
        ordering = ["-version"]
        constraints = [models.UniqueConstraint(fields=["record", "version"], name="one_wording_per_version")]

    def __str__(self) -> str:
        return f"Wording {self.version} of {self.record}"
