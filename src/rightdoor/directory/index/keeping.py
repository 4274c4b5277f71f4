"""The row of a service in the index, changed in the transaction that changes the service."""

from datetime import datetime

from rightdoor.directory.index.packing import packed
from rightdoor.directory.models import SearchEntry, SearchSpot, Service
from rightdoor.directory.queries.listings import listing, whole
from rightdoor.engines.finding import document_of, prepare
from rightdoor.engines.listings import Listing, told


def issue_token(issue: str) -> str:
    """Give the word that stands in the index for an issue; nobody types it."""
    return f"xissue{issue.replace('-', '')}"


def keep_findable(service: Service, entry: Listing, now: datetime, *, is_new: bool = False) -> None:
    """Make a service findable as it is now told to the public. Full-text indexes follow by themselves.

    Of one that `is_new` nothing is in the index yet, and nothing is looked for there.
    """
    ready = prepare(document_of(told(entry)))
    document = ready.document
    rest = [one for one in ready.line.split() if one != "|"]
    said = {
        "name": " ".join(ready.name),
        "rest": " ".join([*rest, *(issue_token(issue) for issue in document.issues)]),
        "ready": packed(ready),
        "placed": bool(document.spots),
        "changed_at": now,
    }
    if is_new:
        row = SearchEntry.objects.create(service=service, **said)
    else:
        row, _ = SearchEntry.objects.update_or_create(service=service, defaults=said)
        row.spots.all().delete()
    SearchSpot.objects.bulk_create(
        SearchSpot(entry=row, lat=spot.lat, lon=spot.lon) for spot in document.spots
    )


def keep_missing(now: datetime) -> int:
    """Make findable what was kept before there was an index, and say how many."""
    missing = whole(Service.objects.filter(search_entry__isnull=True))
    for service in missing:
        keep_findable(service, listing(service), now)
    return len(missing)
