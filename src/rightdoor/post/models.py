"""What waits to be sent, and what has been."""

import uuid

from django.db import models


class Channel(models.TextChoices):
    """How a message travels."""

    EMAIL = "email", "E-mail"
    TEXT = "text", "Text message"
    LETTER = "letter", "Letter"


class Message(models.Model):
    """One message to one person, kept with the change that caused it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    channel = models.CharField(max_length=10, choices=Channel)
    to_name = models.CharField(max_length=200, blank=True)
    to_address = models.CharField(max_length=320)
    subject = models.CharField(max_length=200)
    body = models.TextField()
    about = models.CharField(max_length=60, help_text="What it belongs to, as kind:id; never a name.")
    written_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    last_error = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["written_at"], name="post_waiting", condition=models.Q(sent_at__isnull=True)
            ),
            models.Index(fields=["about"], name="post_about"),
        ]

    def __str__(self) -> str:
        return f"{self.get_channel_display()} written {self.written_at:%d %B %Y}"
