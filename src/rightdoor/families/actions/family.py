"""Opening a family, which help it is in, its level, and who may see it."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from rightdoor.access import audit
from rightdoor.access.models import Practitioner
from rightdoor.access.policy import YES, insist, no
from rightdoor.families.actions.record import note
from rightdoor.families.hooks import reason_against
from rightdoor.families.models import Family, Service, Sight
from rightdoor.families.policy import may_enter


@transaction.atomic
def open_family(*, name: str, area: str = "", by: Practitioner, now: datetime) -> Family:
    """Begin a family's record."""
    family = Family.objects.create(name=name, area=area, created_at=now)
    audit.record("family_opened", family, by=by, now=now, family_id=family.pk)
    return family


@transaction.atomic
def set_service(*, family: Family, service: Service, reason: str, by: Practitioner, now: datetime) -> Family:
    """Move a family into one kind of help, out of whichever it was in. Raises Refused with the reason."""
    # Not the strongest lock: rows that point at the family may still be added meanwhile.
    held = Family.objects.select_for_update(no_key=True).get(pk=family.pk)
    insist(may_enter(held, service))
    before, held.service = held.service, service
    if before != service:
        held.service_since = localdate(now)
        held.version += 1
        held.save(update_fields=["service", "service_since", "version"])
        audit.record(
            "family_service_set", held, by=by, now=now, family_id=held.pk, before=before, after=service.value
        )
    family.refresh_from_db()
    return family


@transaction.atomic
def change_service(
    *, family: Family, service: Service, reason: str, by: Practitioner, now: datetime
) -> Family:
    """Move a family into another kind of help by hand, and say so in its chronology; where it is, nothing.

    Raises Refused when it may not be, such as out of early help while a plan is open.
    """
    against = reason_against(family, service)
    insist(no(against) if against else YES)
    family.refresh_from_db()
    if family.service == service:
        return family
    changed = set_service(family=family, service=service, reason=reason, by=by, now=now)
    title = f"The family is now in: {service.label}"
    note(family=family, on=localdate(now), kind="help_changed", title=title, text=reason, by=by, now=now)
    return changed


@transaction.atomic
def set_level(*, family: Family, level: str, by: Practitioner, now: datetime) -> Family:
    """Keep the level of need last decided."""
    Family.objects.filter(pk=family.pk).update(level=level)
    audit.record("family_level_set", family, by=by, now=now, family_id=family.pk, level=level)
    family.refresh_from_db()
    return family


@transaction.atomic
def give_sight(
    *,
    family: Family,
    reason: Sight.Reason,
    because: str,
    by: Practitioner,
    now: datetime,
    practitioner: Practitioner | None = None,
    desk: str = "",
) -> Sight:
    """Let a practitioner, or a desk, see a family for a named reason. Giving it twice changes nothing."""
    sight, made = Sight.objects.get_or_create(
        family=family,
        reason=reason,
        practitioner=practitioner,
        desk=desk,
        because=because,
        until=None,
        defaults={"since": now},
    )
    if made:
        audit.record(
            "sight_given",
            sight,
            by=by,
            now=now,
            family_id=family.pk,
            reason=reason,
            desk=desk,
            to=practitioner.pk if practitioner else "",
        )
    return sight


@transaction.atomic
def end_sight(
    *,
    because: str,
    by: Practitioner,
    now: datetime,
    reason: Sight.Reason | None = None,
    practitioner: Practitioner | None = None,
    desk: str = "",
) -> int:
    """End the open sights that rest on a record, all or only one kind or holder; give how many ended."""
    sights = Sight.objects.filter(because=because, until__isnull=True)
    if reason:
        sights = sights.filter(reason=reason)
    if practitioner:
        sights = sights.filter(practitioner=practitioner)
    if desk:
        sights = sights.filter(desk=desk)
    ending = list(sights)
    for sight in ending:
        sight.until = now
        sight.save(update_fields=["until"])
        audit.record("sight_ended", sight, by=by, now=now, family_id=sight.family_id, reason=sight.reason)
    return len(ending)
