"""The shell changes nothing of families; it notes that somebody searched."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from rightdoor.access import audit
from rightdoor.access.models import Practitioner


@transaction.atomic
def note_search(*, used: Sequence[str], found: Sequence[UUID], by: Practitioner, now: datetime) -> None:
    """Write down that somebody searched, by which questions, and which records were shown to match."""
    audit.record("people_searched", by, by=by, now=now, used=list(used), found=[str(pk) for pk in found])
