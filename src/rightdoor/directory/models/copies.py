"""Copies somebody asked for in a form they can read."""

import uuid

from django.db import models
from django.db.models import F, Q

from rightdoor.access.models import Practitioner
from rightdoor.ui.speaking import lazy as _


class CopyAsked(models.Model):
    """One copy asked for by somebody who need not say who they are.

    What was asked for and where it goes are removed some days after it was sent; that there was one stays.
    """

    class Shape(models.TextChoices):
        """How it should be."""

        BRAILLE = "braille", _("Braille")
        AUDIO = "audio", _("Audio: somebody reads it out")
        LARGE = "large", _("Large print on paper")
        EASY = "easy", _("Easy read on paper, with pictures")
        LANGUAGE = "language", _("Another language")

    class Way(models.TextChoices):
        """How it should reach them."""

        POST = "post", _("By post")
        EMAIL = "email", _("By e-mail")
        TELEPHONE = "telephone", _("Ring me first")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    shape = models.CharField(max_length=10, choices=Shape)
    language = models.CharField(max_length=80, blank=True)
    what = models.TextField(blank=True)
    way = models.CharField(max_length=10, choices=Way)
    name = models.CharField(max_length=200, blank=True)
    where = models.TextField(blank=True)
    asked_at = models.DateTimeField()
    due_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)
    sent_by = models.ForeignKey(
        Practitioner, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    forget_at = models.DateTimeField(null=True, blank=True)
    forgotten_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["asked_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(sent_at__isnull=True, sent_by__isnull=True, forget_at__isnull=True)
                | Q(sent_at__isnull=False, sent_by__isnull=False, forget_at__gte=F("sent_at")),
                name="copy_sent_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(forgotten_at__isnull=True) | Q(what="", where="", name="", sent_at__isnull=False),
                name="copy_forgotten_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_shape_display()}, asked for on {self.asked_at:%Y-%m-%d}"
