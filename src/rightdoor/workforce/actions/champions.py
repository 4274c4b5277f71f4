"""Champions: added, changed, trained, active, ended."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import transaction

from rightdoor.access import audit
from rightdoor.access.editing import save_over
from rightdoor.access.models import Practitioner
from rightdoor.access.once import once
from rightdoor.access.policy import insist
from rightdoor.workforce import policy
from rightdoor.workforce.models import Activity, Champion, Training


@transaction.atomic
def add_champion(
    *, told: Mapping[str, Any], by: Practitioner, now: datetime, token: UUID | None = None
) -> Champion:
    """Put somebody on the list who has agreed to be on it."""

    def make() -> Champion:
        made = Champion.objects.create(**told)
        audit.record("champion_added", made, by=by, now=now, kind=made.kind)
        return made

    return once(token, Champion, make, now=now, by=by)


@transaction.atomic
def change_champion(
    *, champion: Champion, changes: Mapping[str, Any], version: int, by: Practitioner, now: datetime
) -> Champion:
    """Change what is kept of a champion. Raises Conflict if somebody saved first."""
    save_over(champion, changes, version=version)
    audit.record("champion_changed", champion, by=by, now=now, fields=sorted(changes))
    return champion


@transaction.atomic
def add_training(
    *,
    champion: Champion,
    course: str,
    done_on: date,
    expires_on: date | None,
    by: Practitioner,
    now: datetime,
    token: UUID | None = None,
) -> Training:
    """Write down a course somebody has done."""

    def make() -> Training:
        made = Training.objects.create(
            champion=champion, course=course, done_on=done_on, expires_on=expires_on
        )
        audit.record("champion_trained", champion, by=by, now=now, done_on=done_on)
        return made

    return once(token, Training, make, now=now, by=by)


@transaction.atomic
def log_activity(
    *,
    champion: Champion,
    on: date,
    hours: Decimal,
    reached: int,
    area: str,
    where: str,
    by: Practitioner,
    now: datetime,
    token: UUID | None = None,
) -> Activity:
    """Write down what somebody did. Raises Refused for a day on which they were no champion."""
    insist(policy.may_log(champion, on))

    def make() -> Activity:
        made = Activity.objects.create(
            champion=champion, on=on, hours=hours, reached=reached, area=area, where=where
        )
        audit.record("champion_active", champion, by=by, now=now, on=on)
        return made

    return once(token, Activity, make, now=now, by=by)


@transaction.atomic
def end_champion(*, champion: Champion, on: date, by: Practitioner, now: datetime) -> Champion:
    """Note that somebody has stopped. They are no longer shown to parents, and what they did still counts."""
    held = Champion.objects.select_for_update().get(pk=champion.pk)
    insist(policy.may_end(held, on))
    held.ended_on, held.meet, held.version = on, "", held.version + 1
    held.save(update_fields=["ended_on", "meet", "version"])
    audit.record("champion_ended", held, by=by, now=now, on=on)
    return held
