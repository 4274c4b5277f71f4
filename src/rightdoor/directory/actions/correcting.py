"""What somebody says is wrong with an entry: kept, answered, forgotten."""

from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.db import transaction

from rightdoor.access import audit
from rightdoor.access.models import Practitioner
from rightdoor.access.once import once
from rightdoor.access.policy import Refused, insist
from rightdoor.directory import policy
from rightdoor.directory.models import Correction, Service

MOST_IN_AN_HOUR: Final = 60
KEPT_FOR: Final = timedelta(days=90)


@transaction.atomic
def suggest_correction(
    *,
    service: Service,
    words: str,
    reach: str,
    by: Practitioner | str = audit.PUBLIC,
    now: datetime,
    token: UUID | None = None,
) -> Correction:
    """Keep what somebody says is wrong, once. Raises Refused while far more is sent than people send."""
    if Correction.objects.filter(made_at__gt=now - timedelta(hours=1)).count() >= MOST_IN_AN_HOUR:
        raise Refused("Too much has been sent just now. Please try again in an hour.")

    def make() -> Correction:
        made = Correction.objects.create(service=service, words=words, reach=reach, made_at=now)
        audit.record("correction_suggested", made, by=by, now=now)
        return made

    return once(token, Correction, make, now=now)


@transaction.atomic
def answer_correction(*, correction: Correction, outcome: str, by: Practitioner, now: datetime) -> Correction:
    """Note what was done about it, and forget how to reach whoever said it."""
    held = Correction.objects.select_for_update(of=("self",)).select_related("service").get(pk=correction.pk)
    insist(policy.may_check(by, held.service))
    if held.answered_at is not None:
        raise Refused("Somebody has answered this already.")
    held.answered_at, held.answered_by, held.outcome, held.reach = now, by, outcome, ""
    held.save(update_fields=["answered_at", "answered_by", "outcome", "reach"])
    audit.record("correction_answered", held, by=by, now=now)
    return held


@transaction.atomic
def forget_corrections(*, by: str = audit.SYSTEM, now: datetime) -> int:
    """Remove words and reach of what is older than we keep it; give how many."""
    old = list(Correction.objects.filter(made_at__lte=now - KEPT_FOR, forgotten_at__isnull=True))
    for one in old:
        one.words = one.reach = ""
        one.forgotten_at = now
        one.save(update_fields=["words", "reach", "forgotten_at"])
        audit.record("correction_forgotten", one, by=by, now=now)
    return len(old)
