"""Made-up doors for the services of the pack: venues, hours, numbers, who answers for each and how long ago.

What the pack says of a service stays as it says it; what it leaves unknown is made up for most, so that every
state of a page can be seen. No number and no address can reach anybody.
"""

from collections.abc import Mapping
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from rightdoor.access import audit
from rightdoor.access.models import Practitioner
from rightdoor.demo.chance import Chance
from rightdoor.demo.world import World
from rightdoor.directory import actions as directory
from rightdoor.directory.models import Service
from rightdoor.directory.queries.listings import listings
from rightdoor.engines.listings import Closed, Contact, Cost, CostOption, Hours, Listing, Place, PlaceOf

KEEPER, OWNER = "coral-roster", "hana-visits"
VENUES: Final = (
    "Made-up Family Hub", "Elm Tree Children’s Centre", "St Somebody’s Hall", "Riverside Library",
    "The Old Bakery", "Park Lodge", "Northside Health Centre", "Hilltop School, the green door",
)  # fmt: skip
STREETS: Final = ("Example Road", "Nowhere Lane", "Sample Street", "Story Square")
TRAVEL: Final = (
    "Five minutes on foot from the station. Lifts at both ends.",
    "The bus stops outside. There is room for two prams inside.",
    "",
)
FEATURES: Final = ("step-free", "accessible-toilet", "baby-change", "hearing-loop", "parking", "quiet-space")
STARTS: Final = (time(9, 30), time(10), time(13), time(16), time(18))
MASKED: Final = frozenset({"domestic-abuse", "exploitation"})
LANGUAGES: Final = ((), ("en",), ("en", "so"), ("en", "ta", "pl"), ("en", "bn", "ar"))
FRESH, OLD = 150, 400


def open_doors(world: World, cast: Mapping[str, Practitioner]) -> None:
    """Give most services somewhere to be and somebody to answer for them."""
    # A source of its own, so that the families stay the same whatever is made up here.
    chance, keeper = Chance(world.size.seed + 2), cast[KEEPER]
    venues = [_venue(world, chance, name) for name in VENUES]
    for entry in listings(Service.objects.order_by("slug")):
        if chance.happens(0.85):
            told = _opened(chance, entry, venues, world.today.year)
            directory.keep(entry=told, by=audit.SYSTEM, now=world.now, why="Made up for the demo")
    for one in Service.objects.order_by("slug"):
        _owned(world, chance, one, cast[OWNER], keeper)
    _waiting(world, cast[OWNER])


def _venue(world: World, chance: Chance, name: str) -> Place:
    code, _ = chance.pick(world.places)
    at = world.pack.atlas.postcodes[code]
    return Place(
        id=chance.id(),
        name=name,
        address=f"{chance.between(1, 90)} {chance.pick(STREETS)}",
        city=world.pack.name,
        postcode=_spaced(code),
        lat=at.lat,
        lon=at.lon,
        area=at.area or "",
        travel=chance.pick(TRAVEL),
        features=tuple(chance.some(FEATURES, 0, 4)),
    )


def _spaced(code: str) -> str:
    tight = code.replace(" ", "")
    return f"{tight[:-3]} {tight[-3:]}"


def _opened(chance: Chance, entry: Listing, venues: list[Place], year: int) -> Listing:
    masked = bool(MASKED & set(entry.issues))
    places = tuple(_at(chance, place, masked=masked) for place in chance.some(venues, 1, 2))
    hours = tuple(_hours(chance, chance.pick(places).place.id) for _ in range(chance.between(1, 2)))
    changed: dict[str, Any] = {
        "places": places,
        "hours": () if masked else hours,
        "contacts": (_contact(chance),),
        "languages": entry.languages or chance.pick(LANGUAGES),
        "closures": () if masked else (_christmas(chance, year),),
        "delivery": entry.delivery or ("in-person",),
    }
    if entry.cost.kind == "unknown" and chance.happens(0.6):
        changed["cost"] = Cost(kind="free") if chance.happens(0.7) else _price(chance)
    if entry.creche == "unknown" and chance.happens(0.4):
        changed["creche"] = chance.pick(["yes", "no"])
    if chance.happens(0.3):
        changed["wait_weeks"] = chance.between(0, 12)
    return entry.model_copy(update=changed)


def _at(chance: Chance, place: Place, *, masked: bool) -> PlaceOf:
    if not masked:
        return PlaceOf(id=chance.id(), place=place)
    # A place of its own: masking it must not mask whatever else happens in the building.
    return PlaceOf(id=chance.id(), place=place.model_copy(update={"id": chance.id(), "shown": "near"}))


def _hours(chance: Chance, at: UUID) -> Hours:
    opens = chance.pick(STARTS)
    monthly = chance.happens(0.15)
    return Hours(
        id=chance.id(),
        at=at,
        weekday=chance.between(0, 4) if chance.happens(0.9) else 5,
        opens=opens,
        closes=time(opens.hour + 2, opens.minute),
        nth_of_month=chance.pick([1, 2, -1]) if monthly else None,
        term_time_only=chance.happens(0.4),
    )


def _contact(chance: Chance) -> Contact:
    number = f"020 7946 0{chance.between(0, 999):03d}"
    return Contact(id=chance.id(), title="Office", telephone=number, email="office@example.org")


def _price(chance: Chance) -> Cost:
    return Cost(
        kind="paid", options=(CostOption(words="Each visit", amount=Decimal(chance.pick(["1.00", "2.50"]))),)
    )


def _christmas(chance: Chance, year: int) -> Closed:
    return Closed(id=chance.id(), first=date(year, 12, 21), last=date(year + 1, 1, 1), reason="Christmas")


def _owned(world: World, chance: Chance, one: Service, owner: Practitioner, keeper: Practitioner) -> None:
    if chance.happens(0.1):
        directory.give_owner(service=one, owner=owner, agency=owner.agency, by=keeper, now=world.now)
    if chance.happens(0.7):
        ago = chance.between(0, FRESH) if chance.happens(0.8) else chance.between(FRESH, OLD)
        directory.say_still_right(service=one, by=keeper, now=world.now - timedelta(days=ago))


def _waiting(world: World, owner: Practitioner) -> None:
    one = Service.objects.filter(owner=owner).order_by("slug").first()
    if one is None:
        return
    directory.ask_for_change(
        service=one,
        changes={"alert": "From January we meet upstairs."},
        why="The hall is being painted",
        version=one.version,
        by=owner,
        now=world.now - timedelta(hours=30),
    )
    directory.suggest_correction(
        service=one,
        words="I rang twice and nobody answers in the afternoon.",
        reach="",
        now=world.now - timedelta(hours=5),
    )
