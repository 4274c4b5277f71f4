"""Information leads: named, checked, ended."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from rightdoor.access import audit
from rightdoor.access.editing import save_over
from rightdoor.access.models import Practitioner
from rightdoor.access.partnership import due_by
from rightdoor.directory.models import InformationLead
from rightdoor.engines.packs import Setting


@transaction.atomic
def name_lead(
    *, setting: Setting, changes: Mapping[str, Any], version: int, by: Practitioner, now: datetime
) -> InformationLead:
    """Name who leads on information in a setting, or change it. Raises Conflict if somebody saved first."""
    values = {**changes, "check_by": _next_check(now), "set_at": now, "set_by": by}
    lead, made = InformationLead.objects.get_or_create(setting=setting.id, defaults=values)
    if not made:
        save_over(lead, values, version=version)
    audit.record("information_lead_named", lead, by=by, now=now, fields=sorted(changes))
    return lead


@transaction.atomic
def check_lead(*, lead: InformationLead, by: Practitioner, now: datetime) -> InformationLead:
    """Note that a setting says its lead is still right."""
    lead.check_by = _next_check(now)
    lead.save(update_fields=["check_by"])
    audit.record("information_lead_checked", lead, by=by, now=now)
    return lead


@transaction.atomic
def end_lead(*, lead: InformationLead, by: Practitioner, now: datetime) -> None:
    """Take a lead off: the setting is then without one."""
    audit.record("information_lead_ended", lead, by=by, now=now)
    lead.delete()


def _next_check(now: datetime) -> date:
    return localdate(due_by("information-lead", now))
