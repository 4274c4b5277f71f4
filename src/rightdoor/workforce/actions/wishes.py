"""People who ask to help: asked, answered, forgotten."""

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
from rightdoor.workforce.models import Wish

MOST_IN_AN_HOUR: Final = 60


@transaction.atomic
def ask_to_join(
    *,
    told: Mapping[str, Any],
    by: Practitioner | str = audit.PUBLIC,
    now: datetime,
    token: UUID | None = None,
) -> Wish:
    """Keep that somebody asks to help, once. Raises Refused while far more ask than people do."""
    if Wish.objects.filter(asked_at__gt=now - timedelta(hours=1)).count() >= MOST_IN_AN_HOUR:
        raise Refused("Too many people have asked just now. Please try again in an hour, or ring us.")

    def make() -> Wish:
        made = Wish.objects.create(**told, asked_at=now, due_at=due_by("champion-answered", now))
        audit.record("champion_wish_asked", made, by=by, now=now, kind=made.kind)
        return made

    return once(token, Wish, make, now=now)


@transaction.atomic
def answer_wish(*, wish: Wish, by: Practitioner, now: datetime) -> Wish:
    """Note that somebody has spoken with them; noted twice, the first time counts."""
    held = Wish.objects.select_for_update().get(pk=wish.pk)
    if held.answered_at is None:
        held.answered_at, held.answered_by = now, by
        held.forget_at = due_by("champion-forgotten", now)
        held.save(update_fields=["answered_at", "answered_by", "forget_at"])
        audit.record("champion_wish_answered", held, by=by, now=now)
    return held


@transaction.atomic
def forget_wishes(*, by: str = audit.SYSTEM, now: datetime) -> int:
    """Remove what people wrote, some days after they were answered; give how many."""
    old = list(Wish.objects.filter(forget_at__lte=now, forgotten_at__isnull=True))
    for wish in old:
        wish.name = wish.reach = wish.about = ""
        wish.forgotten_at = now
        wish.save(update_fields=["name", "reach", "about", "forgotten_at"])
        audit.record("champion_wish_forgotten", wish, by=by, now=now)
    return len(old)
