"""People who ask to help other parents."""

import uuid

from django.db import models
from django.db.models import Q

from rightdoor.access.models import Practitioner
from rightdoor.workforce.models.champions import Kind


class Wish(models.Model):
    """Somebody who asks to become a champion. What they wrote is removed some days after the answer."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=12, choices=Kind)
    name = models.CharField(max_length=200, blank=True)
    reach = models.CharField(max_length=320, blank=True)
    about = models.TextField(blank=True)
    area = models.CharField(max_length=20, blank=True)
    asked_at = models.DateTimeField()
    due_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        Practitioner, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    forget_at = models.DateTimeField(null=True, blank=True)
    forgotten_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["asked_at", "pk"]
        verbose_name_plural = "wishes"
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, answered_by__isnull=True)
                | Q(answered_at__isnull=False, answered_by__isnull=False),
                name="wish_answered_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(forgotten_at__isnull=True)
                | Q(name="", reach="", about="", answered_at__isnull=False),
                name="wish_forgotten_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, asked on {self.asked_at:%Y-%m-%d}"
