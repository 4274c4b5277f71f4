"""Saving over a text, keeping the wording it had: two editors, and no word lost."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import models, transaction

from rightdoor.access import audit
from rightdoor.access.editing import save_over
from rightdoor.access.models import Practitioner
from rightdoor.families.models import Family
from rightdoor.plans.models import Wording
from rightdoor.plans.references import reference


@transaction.atomic
def reword(
    *,
    record: models.Model,
    changes: Mapping[str, Any],
    version: int,
    family: Family,
    verb: str,
    by: Practitioner,
    now: datetime,
) -> None:
    """Change a text that has a version, keeping what it said before.

    Raises Conflict, and changes nothing, when somebody saved over `version` first.
    """
    before = type(record)._default_manager.filter(pk=record.pk).values(*changes).get()
    save_over(record, changes, version=version)
    Wording.objects.create(
        record=reference(record),
        version=version,
        fields={name: _plain(value) for name, value in before.items()},
        replaced_by=by,
        replaced_at=now,
    )
    audit.record(verb, record, by=by, now=now, family_id=family.pk, fields=sorted(changes))


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, (int, str, type(None))) else str(value)
