"""When a service is open: hours of the week, dated meetings, and days on which nothing happens."""

import uuid

from django.db import models
from django.db.models import F, Q

from rightdoor.directory.models.organisations import Location
from rightdoor.directory.models.services import Service


class WeeklyHours(models.Model):
    """One opening in the week (Monday is 0), every so many weeks or on the nth such day of the month."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="hours")
    at = models.ForeignKey(Location, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    weekday = models.PositiveSmallIntegerField()
    opens = models.TimeField(null=True, blank=True)
    closes = models.TimeField(null=True, blank=True)
    every_weeks = models.PositiveSmallIntegerField(default=1)
    nth_of_month = models.SmallIntegerField(null=True, blank=True, help_text="-1 is the last.")
    first_on = models.DateField(null=True, blank=True)
    last_on = models.DateField(null=True, blank=True)
    term_time_only = models.BooleanField(default=False)
    closed_on_bank_holidays = models.BooleanField(default=True)
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["weekday", "opens", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(weekday__range=(0, 6)), name="hours_on_a_weekday"),
        ]

    def __str__(self) -> str:
        return f"{self.service}, day {self.weekday}"


class DatedSession(models.Model):
    """One dated meeting of a service."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="dates")
    at = models.ForeignKey(Location, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    starts = models.DateTimeField()
    ends = models.DateTimeField(null=True, blank=True)
    note = models.CharField(max_length=300, blank=True)
    cancelled = models.BooleanField(default=False)

    class Meta:
        ordering = ["starts", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends__isnull=True) | Q(ends__gt=F("starts")), name="session_ends_after_start"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.service}, {self.starts:%d %B %Y}"


class Closure(models.Model):
    """Days on which nothing happens, both included."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="closures")
    at = models.ForeignKey(Location, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    first = models.DateField()
    last = models.DateField()
    reason = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["first", "pk"]
        constraints = [models.CheckConstraint(condition=Q(first__lte=F("last")), name="closure_in_order")]

    def __str__(self) -> str:
        return f"{self.service} closed from {self.first}"
