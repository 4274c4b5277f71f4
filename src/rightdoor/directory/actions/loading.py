"""The services of the pack, brought into the directory."""

from collections import Counter
from datetime import datetime

from django.db import transaction

from rightdoor.access.models import Agency, Practitioner
from rightdoor.directory.actions.keeping import Kept, keep
from rightdoor.directory.index import keep_missing
from rightdoor.directory.models import Service
from rightdoor.engines.listings import from_pack
from rightdoor.engines.packs import Pack


@transaction.atomic
def load_services(*, pack: Pack, by: Practitioner | str, now: datetime) -> Counter[Kept]:
    """Bring in services of the pack that the directory does not hold yet, as public entries.

    An entry that is held already is left alone: it is kept true by the people who own it, and the pack is
    where it began.
    """
    held = set(Service.objects.values_list("pk", flat=True))
    agencies = {agency.code: agency for agency in Agency.objects.all()}
    counted: Counter[Kept] = Counter()
    for service in pack.services:
        entry = from_pack(pack, service)
        if entry.id in held:
            counted[Kept.SAME] += 1
            continue
        owner = agencies.get(service.agency)
        _, kept = keep(entry=entry, by=by, now=now, why="From the pack", owner_agency=owner)
        counted[kept] += 1
    keep_missing(now)
    return counted
