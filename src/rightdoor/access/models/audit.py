"""What was done and what was looked at. Rows are added and never touched again."""

from typing import Any, NoReturn

from django.db import models

from rightdoor.access.models.people import Practitioner


class AuditEntry(models.Model):
    """One thing done or one record looked at, by whom, when."""

    at = models.DateTimeField()
    by = models.ForeignKey(Practitioner, null=True, on_delete=models.PROTECT, related_name="+")
    actor = models.CharField(max_length=20, help_text="practitioner, public (a request sent in) or system")
    verb = models.CharField(max_length=60)
    subject_kind = models.CharField(max_length=40)
    subject_id = models.CharField(max_length=60)
    family_id = models.UUIDField(null=True, db_index=True)
    detail = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(by__isnull=False, actor="practitioner")
                | models.Q(by__isnull=True, actor__in=["public", "system"]),
                name="audit_has_an_actor",
            )
        ]
        indexes = [
            models.Index(fields=["subject_kind", "subject_id"], name="audit_subject"),
            models.Index(fields=["by", "at"], name="audit_by"),
        ]
        verbose_name_plural = "audit entries"

    def __str__(self) -> str:
        return f"{self.verb} {self.subject_kind} at {self.at:%d %B %Y %H:%M}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add the entry; a second save is refused."""
        if not self._state.adding:
            raise TypeError("An audit entry is never changed.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refuse: what was done stays on record."""
        raise TypeError("An audit entry is never removed.")
