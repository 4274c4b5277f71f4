"""The agencies of the pack, brought into the database."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from rightdoor.access import audit
from rightdoor.access.models import Agency, Practitioner
from rightdoor.engines.packs import Pack


@dataclass(frozen=True)
class Loaded:
    """How many agencies were added, changed and found as they were."""

    added: int
    changed: int
    same: int


@transaction.atomic
def load_pack(*, pack: Pack, by: Practitioner | str, now: datetime) -> Loaded:
    """Bring in the pack's agencies. An agency that has left the pack stays, because history names it."""
    held = {agency.code: agency for agency in Agency.objects.all()}
    wanted = [Agency(code=row.id, name=row.name, kind=row.kind) for row in pack.agencies]
    added = [agency for agency in wanted if agency.code not in held]
    changed = [agency for agency in wanted if agency.code in held and _differs(agency, held[agency.code])]
    Agency.objects.bulk_create(added)
    Agency.objects.bulk_update(changed, ["name", "kind"])
    for agency in added:
        audit.record("agency_added", agency, by=by, now=now)
    for agency in changed:
        audit.record("agency_changed", agency, by=by, now=now)
    return Loaded(len(added), len(changed), len(wanted) - len(added) - len(changed))


def _differs(one: Agency, other: Agency) -> bool:
    return (one.name, one.kind) != (other.name, other.kind)
