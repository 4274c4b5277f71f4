"""How fast finding help answers among 20,000 services, beside the bare database query, in one run.

python -m bench.search.scale                                   # SQLite
python -m scripts.postgres python -m bench.search.scale        # PostgreSQL
"""

import os
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from random import Random
from statistics import median, quantiles
from typing import Any
from uuid import uuid4

from bench.databases import FOLDER
from bench.search.judged import judged
from rightdoor.site import running

SERVICES, ASKED, SEED, A_BATCH = 20_000, 300, 7, 1_000
MIDDLE = (51.45, -0.02)
NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)


def main() -> None:
    """Fill an empty database and print the figures."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rightdoor.site.settings")
    os.environ.setdefault("DATABASE_URL", f"sqlite:///{FOLDER / 'search.sqlite3'}")
    os.environ.setdefault("RIGHTDOOR_MODE", "demo")
    running.start()
    from django.core.management import call_command
    from django.db import connection

    from rightdoor.directory.models import SearchEntry

    call_command("migrate", verbosity=0)
    if SearchEntry.objects.count() < SERVICES:
        fill(Random(SEED))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    measure(connection.vendor)


def fill(chance: Random) -> None:
    """Keep services made of the words of the three packs, each with a place of its own."""
    from django.db import transaction

    from rightdoor.directory.models import SearchEntry

    began, made = time.perf_counter(), []
    told = _written()
    for number in range(SERVICES):
        made.append(_like(chance, number, told))
        if len(made) == A_BATCH:
            with transaction.atomic():
                _keep(made)
            made = []
    print(f"{SearchEntry.objects.count():,} services made in {time.perf_counter() - began:.0f} s")


def _written() -> list[Any]:
    from rightdoor.access.partnership import pack
    from rightdoor.engines.listings import from_pack

    return [
        from_pack(pack(name), service)
        for name in ("lewisham", "islington", "essex")
        for service in pack(name).services
    ]


def _like(chance: Random, number: int, told: list[Any]) -> Any:
    """Make a service with the name of one, the words of another, and a place for four of five."""
    from rightdoor.engines.listings import Place, PlaceOf

    named, about = chance.choice(told), chance.choice(told)
    lat, lon = (middle + chance.uniform(-0.3, 0.3) for middle in MIDDLE)
    place = Place(id=uuid4(), lat=lat, lon=lon, postcode="SE13 6LY")
    return named.model_copy(
        update={
            "id": uuid4(),
            "slug": f"{named.slug[:60]}-{number}",
            "about": about.about,
            "who_for": chance.choice(told).who_for,
            "issues": tuple({*named.issues[:1], *about.issues[:1]}),
            "places": (PlaceOf(id=uuid4(), place=place),) if chance.random() < 0.8 else (),
        }
    )


def _keep(entries: list[Any]) -> None:
    from rightdoor.directory.index.keeping import issue_token
    from rightdoor.directory.index.packing import packed
    from rightdoor.directory.models import Organisation, SearchEntry, SearchSpot, Service
    from rightdoor.engines.finding import document_of, prepare

    body, _ = Organisation.objects.get_or_create(name="Made up", defaults={"changed_at": NOW})
    Service.objects.bulk_create(
        Service(
            pk=one.id,
            slug=one.slug,
            name=one.name,
            organisation=body,
            standing="public",
            fresh_from=NOW.date(),
            created_at=NOW,
            changed_at=NOW,
        )
        for one in entries
    )
    ready = [(one, prepare(document_of(one))) for one in entries]
    rows = SearchEntry.objects.bulk_create(
        SearchEntry(
            service_id=one.id,
            name=" ".join(made.name),
            rest=" ".join([*made.line.replace("|", " ").split(), *map(issue_token, one.issues)]),
            ready=packed(made),
            placed=bool(made.document.spots),
            changed_at=NOW,
        )
        for one, made in ready
    )
    SearchSpot.objects.bulk_create(
        SearchSpot(entry=row, lat=spot.lat, lon=spot.lon)
        for row, (_, made) in zip(rows, ready, strict=True)
        for spot in made.document.spots
    )


def measure(vendor: str) -> None:
    """Ask the judged queries, in turns with the bare query, with a postcode and without."""
    from rightdoor.directory.queries import finding
    from rightdoor.engines.finding import Query, read

    finding.all_words()
    texts = Random(SEED).choices([one.query for one in judged()], k=ASKED)
    for name, position in (("words", None), ("words near a postcode", MIDDLE)):
        bare, whole = [], []
        for text in texts:
            query = Query(words=text, position=position)
            reading = read(query, finding.all_words(), finding.lexicon())
            bare.append(_timed(lambda reading=reading: _bare(reading)))
            whole.append(_timed(lambda query=query: finding.found(query)))
        print(
            f"{vendor}, {name}: bare query p50 {median(bare):.1f} ms, p95 {_p95(bare):.1f} ms; "
            f"finding help p50 {median(whole):.1f} ms, p95 {_p95(whole):.1f} ms; "
            f"ratio p50 {median(whole) / median(bare):.2f}, p95 {_p95(whole) / _p95(bare):.2f}"
        )


def _bare(reading: Any) -> None:
    """Ask the database the same question, and do nothing with the answer."""
    from django.db import connection

    from rightdoor.directory.index.asking import statement

    with connection.cursor() as cursor:
        cursor.execute(*statement(reading))
        cursor.fetchall()


def _timed(work: Callable[[], Any]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def _p95(values: list[float]) -> float:
    return quantiles(values, n=20)[-1]


if __name__ == "__main__":
    sys.exit(main())
