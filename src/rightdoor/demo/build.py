"""Building a demo: a partnership of made-up people in the database, the same from the same seed and moment.

Staff, families, requests and plans are written in bulk, with the rows that the actions would have made; a
handful of families then go through the actions themselves. Rows written in bulk have one audit entry for each
batch, by the system, in place of one for each change.
"""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

from django.core.exceptions import ImproperlyConfigured
from django.db import connection, transaction
from django.utils import timezone

from rightdoor.access import actions as access
from rightdoor.access import audit
from rightdoor.access.models import Agency, AuditEntry, Practitioner
from rightdoor.access.partnership import pack as own_pack
from rightdoor.demo.acted import act
from rightdoor.demo.actions import bring_personas
from rightdoor.demo.caseloads import share_out
from rightdoor.demo.chance import Chance
from rightdoor.demo.informing import inform
from rightdoor.demo.levels import Levels
from rightdoor.demo.opening import open_doors
from rightdoor.demo.panels import Panels
from rightdoor.demo.paths import all_paths
from rightdoor.demo.sizes import SIZES, Size
from rightdoor.demo.staff import hire
from rightdoor.demo.world import World
from rightdoor.demo.writing import Keeper, silent
from rightdoor.directory import actions as directory
from rightdoor.engines.packs import Pack
from rightdoor.families.models import Family

Report = Callable[[str, float], None]
_MARK, _BEGUN, _BUILT = "demo", "demo_begun", "demo_built"
_IN_ONE_GO = 10_000  # plans up to which everything is kept in one transaction
_ROOMY = {"cache_size": -256_000, "synchronous": 0}  # 256 MB; 0 is OFF


class NotEmpty(ImproperlyConfigured):
    """The database holds something that no finished demo left there. The message says what to do."""


def build(size: str, report: Report = silent, now: datetime | None = None) -> None:
    """Build the demo of a size (borough, county) once; when it is there already, change nothing.

    `report` is told what is being done and how far that is (0 to 1). Raises NotEmpty when the database holds
    families of another origin, or a demo that was broken off: neither is ever touched.
    """
    if is_built():
        report("The made-up people are already there", 1.0)
        return
    _insist_empty()
    moment = now or timezone.now()
    wanted = SIZES[size]
    # A county is too much for one transaction; if broken off, its mark says so.
    with transaction.atomic() if wanted.plans_closed < _IN_ONE_GO else _roomy():
        _mark(_BEGUN, wanted, moment)
        _fill(wanted, own_pack(), moment, report)
        _mark(_BUILT, wanted, moment)


def is_built() -> bool:
    """Say whether a demo was built in this database, to the end."""
    return _marks(_BUILT)


def _marks(verb: str) -> bool:
    return AuditEntry.objects.filter(subject_kind=_MARK, subject_id="whole", verb=verb).exists()


def _mark(verb: str, size: Size, now: datetime) -> None:
    AuditEntry.objects.create(
        at=now,
        actor=audit.SYSTEM,
        verb=verb,
        subject_kind=_MARK,
        subject_id="whole",
        detail={"size": size.name, "seed": size.seed},
    )


def _insist_empty() -> None:
    if _marks(_BEGUN):
        raise NotEmpty("A demo was begun here and broken off. Delete its database and start again.")
    if Family.objects.exists():
        raise NotEmpty("This database already holds families. A demo is only made in an empty one.")


def _fill(size: Size, pack: Pack, now: datetime, report: Report) -> None:
    report("Opening the agencies and accounts", 0.0)
    access.load_pack(pack=pack, by=audit.SYSTEM, now=now)
    directory.load_services(pack=pack, by=audit.SYSTEM, now=now)
    personas = bring_personas(pack=pack, by=audit.SYSTEM, now=now)
    world = _world(size, pack, now, list(personas.values()))
    world.panels.meet(world.keeper, world.staff.chairs)
    _walk(world, report)
    report("Letting a few families happen one by one", 1.0)
    act(world, personas)
    inform(world, personas)
    open_doors(world, personas)


def _world(size: Size, pack: Pack, now: datetime, personas: list[Practitioner]) -> World:
    chance, keeper = Chance(size.seed), Keeper(now)
    staff = hire(chance, pack, size, now, personas)
    places = sorted((code, place.area or "") for code, place in pack.atlas.postcodes.items())
    return World(
        chance=chance,
        keeper=keeper,
        pack=pack,
        staff=staff,
        size=size,
        now=now,
        levels=Levels(pack),
        panels=Panels(chance, pack, size.years, now),
        places=places,
        agencies=list(Agency.objects.exclude(kind="council").order_by("pk")),
    )


def _walk(world: World, report: Report) -> None:
    """Let every family go its way; tell after each hundredth part."""
    paths = all_paths(world, share_out(world.chance, world.pack, world.staff.leads, world.size.plans_open))
    step = max(1, len(paths) // 100)
    with _tidying_between_batches():
        for place, path in enumerate(paths):
            path()
            world.keeper.rest()
            if place % step == 0:
                report("Making up families, requests and plans", place / len(paths))
        world.keeper.flush()


@contextmanager
def _roomy() -> Iterator[None]:
    """Let SQLite keep more in memory and not wait for the disk: a county that breaks off is made anew."""
    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        held = {name: cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in _ROOMY}
        for name, value in _ROOMY.items():
            cursor.execute(f"PRAGMA {name} = {value}")
        try:
            yield
        finally:
            for name, value in held.items():
                cursor.execute(f"PRAGMA {name} = {value}")


@contextmanager
def _tidying_between_batches() -> Iterator[None]:
    """The keeper looks for rubbish after each batch; while rows are gathered there is none to find."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
