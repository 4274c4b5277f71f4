"""Who runs services, and where."""

import uuid

from django.db import models


class Organisation(models.Model):
    """An organisation that runs services."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=200)
    about = models.TextField(blank=True)
    website = models.CharField(max_length=500, blank=True)
    email = models.CharField(max_length=320, blank=True, help_text="A shared address, never a person's own.")
    telephone = models.CharField(max_length=60, blank=True)
    identifiers = models.JSONField(default=list, blank=True)
    changed_at = models.DateTimeField()

    class Meta:
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name


class Location(models.Model):
    """Where something happens. `shown` decides how much of it ever leaves the server."""

    class Kind(models.TextChoices):
        """What kind of place."""

        PHYSICAL = "physical", "A place one can go to"
        POSTAL = "postal", "An address for letters"
        VIRTUAL = "virtual", "Online"

    class Shown(models.TextChoices):
        """How much of it is told."""

        FULL = "full", "All of it"
        NEAR = "near", "About where it is"
        HIDDEN = "hidden", "Nothing"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=200, blank=True)
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.PHYSICAL)
    address = models.CharField(max_length=300, blank=True)
    city = models.CharField(max_length=100, blank=True)
    county = models.CharField(max_length=100, blank=True)
    postcode = models.CharField(max_length=10, blank=True)
    lat = models.FloatField(null=True, blank=True)
    lon = models.FloatField(null=True, blank=True)
    area = models.CharField(max_length=12, blank=True, help_text="Ward or district code.")
    travel = models.TextField(blank=True)
    features = models.JSONField(default=list, blank=True)
    features_note = models.TextField(blank=True)
    uprn = models.CharField(max_length=20, blank=True)
    shown = models.CharField(max_length=10, choices=Shown, default=Shown.FULL)

    class Meta:
        indexes = [models.Index(fields=["lat", "lon"], name="location_position")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(lat__isnull=True, lon__isnull=True)
                | models.Q(lat__range=(-90, 90), lon__range=(-180, 180)),
                name="location_on_earth",
            )
        ]

    def __str__(self) -> str:
        return self.name or self.postcode or str(self.pk)
