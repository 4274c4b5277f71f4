"""Agreement to receive help and the decision to share are two different records."""

from django.db import models

from rightdoor.access.models import Agency, Practitioner
from rightdoor.families.models.family import Family
from rightdoor.families.models.people import Person


class Agreement(models.Model):
    """Who agreed to receive help, or did not, when, how, and when it was withdrawn."""

    family = models.ForeignKey(Family, on_delete=models.CASCADE, related_name="agreements")
    person = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="agreements"
    )
    person_words = models.CharField(
        max_length=200, blank=True, help_text="Who agreed, where no record is held yet."
    )
    given = models.BooleanField()
    how = models.CharField(max_length=120, help_text="In the request, face to face, by telephone ...")
    to_what = models.CharField(max_length=300, blank=True)
    given_on = models.DateField()
    withdrawn_on = models.DateField(null=True, blank=True)
    without_reason = models.TextField(blank=True, help_text="Why the request came without agreement.")
    recorded_by = models.ForeignKey(Practitioner, null=True, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return "Agreed" if self.given else "Not agreed"


class SharingDecision(models.Model):
    """A decision to share, or not to share: what, to whom, for what function, why, by whom."""

    family = models.ForeignKey(Family, on_delete=models.CASCADE, related_name="sharing_decisions")
    shared = models.BooleanField()
    what = models.CharField(max_length=300)
    to_agency = models.ForeignKey(Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    to_words = models.CharField(max_length=200, blank=True)
    function = models.CharField(max_length=200)
    lawful_basis = models.CharField(max_length=200)
    why = models.TextField()
    by = models.ForeignKey(Practitioner, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return "Shared" if self.shared else "Not shared"
