"""A service, how it is reached, where it is, and how it stood at each approval."""

import uuid

from django.db import models
from django.db.models import F, Q

from rightdoor.access.models import Agency, Practitioner
from rightdoor.directory.models.organisations import Location, Organisation


class Standing(models.TextChoices):
    """Whether the public sees it."""

    DRAFT = "draft", "Draft"
    PUBLIC = "public", "Public"
    WITHDRAWN = "withdrawn", "Withdrawn"


class Service(models.Model):
    """One service, as last approved. What somebody wants to change waits elsewhere until it is approved."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    slug = models.SlugField(max_length=80, unique=True)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="services")
    name = models.CharField(max_length=200)
    commissioner = models.CharField(max_length=200, blank=True)
    about = models.TextField(blank=True)
    who_for = models.TextField(blank=True)
    how_in = models.JSONField(default=list, blank=True)
    how_in_note = models.TextField(blank=True)
    website = models.CharField(max_length=500, blank=True)
    stage = models.CharField(max_length=12, blank=True)
    levels = models.JSONField(default=list, blank=True)
    ithrive = models.JSONField(default=list, blank=True)
    issues = models.JSONField(default=list, blank=True)
    offer = models.CharField(max_length=24, blank=True)
    terms = models.JSONField(default=list, blank=True)
    audience = models.JSONField(default=list, blank=True)
    age_from_months = models.PositiveSmallIntegerField(null=True, blank=True)
    age_to_months = models.PositiveSmallIntegerField(null=True, blank=True, help_text="Not included.")
    for_pregnancy = models.BooleanField(default=False)
    rule = models.CharField(max_length=80, blank=True, help_text="A rule of eligibility of the pack.")
    delivery = models.JSONField(default=list, blank=True)
    coverage = models.JSONField(default=dict, blank=True)
    cost = models.JSONField(default=dict, blank=True)
    creche = models.CharField(max_length=8, default="unknown")
    languages = models.JSONField(default=list, blank=True)
    access_needs = models.TextField(blank=True)
    wait_weeks = models.PositiveSmallIntegerField(null=True, blank=True)
    wait_words = models.CharField(max_length=200, blank=True)
    capacity = models.CharField(max_length=300, blank=True)
    alert = models.TextField(blank=True)
    status = models.CharField(max_length=8, default="active")
    where = models.TextField(blank=True)
    when = models.TextField(blank=True)
    source = models.CharField(max_length=300, blank=True)
    as_of = models.CharField(max_length=40, blank=True)

    standing = models.CharField(max_length=10, choices=Standing, default=Standing.DRAFT)
    owner = models.ForeignKey(
        Practitioner, null=True, blank=True, on_delete=models.SET_NULL, related_name="entries"
    )
    owner_agency = models.ForeignKey(
        Agency, null=True, blank=True, on_delete=models.SET_NULL, related_name="entries"
    )
    checked_on = models.DateField(null=True, blank=True, help_text="When somebody last said it is right.")
    checked_by = models.CharField(max_length=200, blank=True, help_text="An organisation, never a person.")
    fresh_from = models.DateField(help_text="Its age is counted from here: last checked, or first kept.")
    completeness = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="Out of 100, counted when it is kept."
    )
    reminded_at = models.DateTimeField(null=True, blank=True, help_text="When its owner was last asked.")
    escalated_at = models.DateTimeField(null=True, blank=True, help_text="When its keepers were told.")
    hidden_since = models.DateField(null=True, blank=True, help_text="Nobody checked it for too long.")
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField(help_text="When it, or anything that hangs on it, last changed.")
    version = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["name", "pk"]
        indexes = [
            models.Index(fields=["standing", "name", "id"], name="service_by_name"),
            models.Index(fields=["standing", "changed_at", "id"], name="service_by_change"),
            models.Index(fields=["fresh_from"], name="service_by_age"),
            models.Index(fields=["completeness"], name="service_by_completeness"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(age_from_months__isnull=True)
                | Q(age_to_months__isnull=True)
                | Q(age_from_months__lt=F("age_to_months")),
                name="service_ages_rise",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["active", "paused", "closed"]), name="service_status_known"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class ContactPoint(models.Model):
    """How a service is reached: a role and a shared address, never a person's own."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="contacts")
    title = models.CharField(max_length=120, blank=True)
    telephone = models.CharField(max_length=60, blank=True)
    email = models.CharField(max_length=320, blank=True)
    note = models.CharField(max_length=300, blank=True)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.title or self.telephone or self.email


class ServiceAtLocation(models.Model):
    """A service at a place."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="places")
    location = models.ForeignKey(Location, on_delete=models.PROTECT, related_name="services")
    note = models.CharField(max_length=300, blank=True)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order", "pk"]
        constraints = [models.UniqueConstraint(fields=["service", "location"], name="service_there_once")]

    def __str__(self) -> str:
        return f"{self.service} at {self.location}"


class Version(models.Model):
    """The whole entry as it stood when it was approved, so that any day's page can be shown again."""

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    entry = models.JSONField()
    kept_at = models.DateTimeField()
    kept_by = models.ForeignKey(
        Practitioner, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    why = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["service", "number"], name="version_once")]

    def __str__(self) -> str:
        return f"{self.service}, version {self.number}"
