"""Who knows, in each school, GP practice and children's centre, what help there is."""

from django.db import models

from rightdoor.access.models import Practitioner


class InformationLead(models.Model):
    """The information lead of one setting of the pack: a role for all, a name for practitioners."""

    setting = models.CharField(primary_key=True, max_length=100, help_text="Id of a setting of the pack.")
    role = models.CharField(max_length=200)
    telephone = models.CharField(max_length=60, blank=True)
    email = models.CharField(max_length=320, blank=True, help_text="A shared address, never a person's own.")
    how = models.CharField(max_length=300, blank=True)
    person = models.CharField(max_length=200, blank=True, help_text="Never shown to the public.")
    check_by = models.DateField()
    set_at = models.DateTimeField()
    set_by = models.ForeignKey(Practitioner, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["setting"]

    def __str__(self) -> str:
        return f"{self.role} ({self.setting})"
