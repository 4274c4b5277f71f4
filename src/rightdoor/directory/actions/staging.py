"""Files read in: staged row by row, then accepted, refused or said to be the same. Nothing is ever wiped."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Final

from django.db import transaction

from rightdoor.access import audit
from rightdoor.access.models import Practitioner
from rightdoor.access.policy import Refused
from rightdoor.directory.actions.keeping import Kept, keep
from rightdoor.directory.models import Location, Service, StagedEntry, StagedImport, Standing
from rightdoor.directory.queries.listings import listings
from rightdoor.engines.listings import Listing, Place
from rightdoor.engines.openreferral.alike import Known
from rightdoor.engines.openreferral.checking import Checked

SOME: Final = 500
State = StagedEntry.State
OPEN: Final = (State.WAITING, State.DUPLICATE)
OWN: Final = {"checked_on", "checked_by", "changed_at", "slug"}


@transaction.atomic
def stage(
    *,
    file: str,
    rows: Iterator[Checked],
    by: Practitioner | str,
    now: datetime,
    tell: Callable[[int], None] = lambda _: None,
) -> StagedImport:
    """Keep every row of a file as it came and as it was read, with what it may be a duplicate of."""
    made = StagedImport.objects.create(
        file=Path(file).name[:300], made_at=now, made_by=by if isinstance(by, Practitioner) else None
    )
    known = Known()
    for entry in listings(Service.objects.exclude(standing=Standing.WITHDRAWN)):
        known.add(entry)
    counted: Counter[str] = Counter()
    while some := list(islice(rows, SOME)):
        staged = _stage(made, some, known)
        StagedEntry.objects.bulk_create(staged)
        counted.update(str(row.state) for row in staged)
        tell(sum(counted.values()))
    audit.record("file_staged", made, by=by, now=now, rows=dict(counted))
    return made


def _stage(made: StagedImport, some: list[Checked], known: Known) -> list[StagedEntry]:
    ids = [row.entry.id for row in some if row.entry]
    held = {entry.id: entry for entry in listings(Service.objects.filter(pk__in=ids))}
    before, staged = _decided(some), []
    for row in some:
        entry = row.entry
        alike = known.alike(entry) if entry and entry.id not in held else []
        same = entry is not None and entry.id in held and _says(entry) == _says(held[entry.id])
        earlier = before.get(row.checksum) if entry else None
        state = _state(entry, same=same, alike=bool(alike)) if earlier is None else State(earlier.state)
        staged.append(
            StagedEntry(
                of=made,
                row=row.row,
                name=entry.name if entry else "",
                raw=row.raw,
                checksum=row.checksum,
                entry=entry.model_dump(mode="json") if entry else None,
                notes=[asdict(note) for note in row.notes],
                alike=[asdict(one) for one in alike],
                changes=entry is not None and entry.id in held,
                state=state,
                service_id=earlier.service_id if earlier else entry.id if entry and same else None,
            )
        )
        if entry:
            known.add(entry)
    return staged


def _decided(some: list[Checked]) -> dict[str, StagedEntry]:
    """Give rows that stood in an earlier file just so, and were left out or called the same."""
    told = [row.checksum for row in some if row.checksum]
    found = StagedEntry.objects.filter(
        checksum__in=told, decided_at__isnull=False, state__in=[State.REFUSED, State.SAME]
    )
    return {row.checksum: row for row in found.defer("raw", "entry")}


def _state(entry: Listing | None, *, same: bool, alike: bool) -> StagedEntry.State:
    if entry is None:
        return State.REFUSED
    return State.SAME if same else State.DUPLICATE if alike else State.WAITING


def _says(entry: Listing) -> dict[str, object]:
    return entry.model_dump(mode="json", exclude=OWN)


@transaction.atomic
def accept(*, staged: StagedEntry, by: Practitioner | str, now: datetime) -> Service:
    """Let a row become what the public sees. Raises Refused when it was decided already."""
    held = _open(staged)
    entry = _as_kept(Listing.model_validate(held.entry))
    service, kept = keep(entry=entry, by=by, now=now, why="From a file", standing=Standing.PUBLIC)
    if kept is Kept.ADDED:
        _date(service, entry, now)
    _decide(held, State.ACCEPTED, service, by, now)
    return service


@transaction.atomic
def accept_new(
    *, made: StagedImport, by: Practitioner | str, now: datetime, tell: Callable[[int], None] = lambda _: None
) -> int:
    """Accept every row that is new and like nothing that is here: for a file that is trusted."""
    rows = StagedEntry.objects.filter(of=made, state=State.WAITING, changes=False).defer("raw")
    number = 0
    for number, staged in enumerate(rows.iterator(SOME), 1):
        accept(staged=staged, by=by, now=now)
        tell(number)
    return number


@transaction.atomic
def refuse(*, staged: StagedEntry, by: Practitioner, now: datetime) -> None:
    """Leave a row out."""
    _decide(_open(staged), State.REFUSED, None, by, now)


@transaction.atomic
def same_as(*, staged: StagedEntry, service: Service, by: Practitioner, now: datetime) -> None:
    """Say that a row is an entry that is here already, which stays as it is."""
    _decide(_open(staged), State.SAME, service, by, now)


def _open(staged: StagedEntry) -> StagedEntry:
    held = StagedEntry.objects.select_for_update().get(pk=staged.pk)
    if held.state not in OPEN:
        raise Refused("Somebody has decided this row already.")
    return held


def _decide(
    held: StagedEntry,
    state: StagedEntry.State,
    service: Service | None,
    by: Practitioner | str,
    now: datetime,
) -> None:
    held.state, held.service, held.decided_at = state, service, now
    held.decided_by = by if isinstance(by, Practitioner) else None
    held.save(update_fields=["state", "service", "decided_at", "decided_by"])
    audit.record(f"row_{state}", held, by=by, now=now)


def _as_kept(entry: Listing) -> Listing:
    """Give an entry that takes nobody's address on the web, and unmasks no place that is masked here."""
    known = Service.objects.filter(pk=entry.id).values_list("slug", flat=True).first()
    slug = known or entry.slug
    if known is None and Service.objects.filter(slug=slug).exists():
        slug = f"{slug[:70]}-{str(entry.id)[:8]}"
    masked = {
        row.pk: row
        for row in Location.objects.filter(pk__in=[row.place.id for row in entry.places]).exclude(
            shown="full"
        )
    }
    places = tuple(
        row.model_copy(update={"place": _place(masked[row.place.id])}) if row.place.id in masked else row
        for row in entry.places
    )
    return entry.model_copy(update={"slug": slug, "places": places})


def _place(row: Location) -> Place:
    return Place(**{name: getattr(row, name) for name in Place.model_fields})


def _date(service: Service, entry: Listing, now: datetime) -> None:
    """Keep when a new entry was last checked and changed where it comes from."""
    if entry.checked_on and entry.checked_on <= now.date():
        service.checked_on = service.fresh_from = entry.checked_on
        service.checked_by = entry.checked_by
    if entry.changed_at and entry.changed_at <= now:
        service.changed_at = entry.changed_at
    service.save(update_fields=["checked_on", "fresh_from", "checked_by", "changed_at"])
