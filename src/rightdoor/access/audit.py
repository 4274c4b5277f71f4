"""Writing the audit: one line inside each action, in the same transaction as the change."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import models

from rightdoor.access.models import AuditEntry, Practitioner

PUBLIC, SYSTEM = "public", "system"


def record(
    verb: str,
    subject: models.Model,
    *,
    by: Practitioner | str,
    now: datetime,
    family_id: UUID | None = None,
    **detail: Any,
) -> AuditEntry:
    """Add an entry. `by` is a practitioner, or PUBLIC / SYSTEM where nobody was signed in.

    `detail` holds codes, ids and field names; never the words of a family.
    """
    person = by if isinstance(by, Practitioner) else None
    return AuditEntry.objects.create(
        at=now,
        by=person,
        actor="practitioner" if person else str(by),
        verb=verb,
        subject_kind=subject._meta.label_lower,
        subject_id=str(subject.pk),
        family_id=family_id,
        detail={
            key: value if isinstance(value, (int, list, dict, bool)) else str(value)
            for key, value in detail.items()
        },
    )
