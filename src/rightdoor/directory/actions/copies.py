"""Copies that somebody asks for: asked, sent, forgotten."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from django.db import transaction

from rightdoor.access import audit
from rightdoor.access.models import Practitioner
from rightdoor.access.once import once
from rightdoor.access.partnership import due_by
from rightdoor.access.policy import Refused
from rightdoor.directory.models import CopyAsked

# More than a partnership is asked for in a day, and fewer than would bury what is real.
MOST_IN_AN_HOUR: Final = 60


@transaction.atomic
def ask_for_copy(
    *,
    asked: Mapping[str, Any],
    by: Practitioner | str = audit.PUBLIC,
    now: datetime,
    token: UUID | None = None,
) -> CopyAsked:
    """Keep what somebody asks for, once. Raises Refused while far more are asked for than people ask."""
    if CopyAsked.objects.filter(asked_at__gt=now - timedelta(hours=1)).count() >= MOST_IN_AN_HOUR:
        raise Refused(
            "Too many copies have been asked for just now. Please try again in an hour, or ring us."
        )

    def make() -> CopyAsked:
        made = CopyAsked.objects.create(**asked, asked_at=now, due_at=due_by("copy-sent", now))
        audit.record("copy_asked", made, by=by, now=now, shape=made.shape, way=made.way)
        return made

    return once(token, CopyAsked, make, now=now)


@transaction.atomic
def send_copy(*, copy: CopyAsked, by: Practitioner, now: datetime) -> CopyAsked:
    """Note that a copy is on its way; noted twice, the first time counts."""
    held = CopyAsked.objects.select_for_update().get(pk=copy.pk)
    if held.sent_at is None:
        held.sent_at, held.sent_by = now, by
        held.forget_at = max(now, due_by("copy-forgotten", now))
        held.save(update_fields=["sent_at", "sent_by", "forget_at"])
        audit.record("copy_sent", held, by=by, now=now)
    return held


@transaction.atomic
def forget_copies(*, by: str = audit.SYSTEM, now: datetime) -> int:
    """Remove what was asked for and where it went, some days after it was sent; give how many."""
    old = list(CopyAsked.objects.filter(forget_at__lte=now, forgotten_at__isnull=True))
    for copy in old:
        copy.what = copy.where = copy.name = copy.language = ""
        copy.forgotten_at = now
        copy.save(update_fields=["what", "where", "name", "language", "forgotten_at"])
        audit.record("copy_forgotten", copy, by=by, now=now)
    return len(old)
