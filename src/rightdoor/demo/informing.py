"""What families can find out, and parents who help parents: leads, champions, copies asked for."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Final

from rightdoor.access.models import Practitioner
from rightdoor.demo.chance import Chance
from rightdoor.demo.naming import communities, forename, surname
from rightdoor.demo.world import World
from rightdoor.directory import actions as directory
from rightdoor.workforce import actions as workforce
from rightdoor.workforce.models import Champion, Kind

KEEPER: Final = "coral-roster"
LEADS, CHAMPIONS = 60, 12
YEAR: Final = 365
ROLES: Final = {
    "school": ("Family support worker", "Safeguarding lead", "School office"),
    "gp": ("Care coordinator", "Reception", "Social prescriber"),
}
OTHERS: Final = ("Family worker", "Front desk")
HOURS: Final = ("", "At the gate from 8:30am", "Mornings, Monday to Thursday", "Ask at the front desk")
PLACES: Final = ("School gate", "Library", "Stay and play", "Food bank", "Clinic waiting room")
MEET: Final = ("Library, Tuesdays at 10am", "Stay and play, Thursdays", "School gate, Friday mornings", "")
LANGUAGES: Final = (["English"], ["English", "Somali"], ["English", "Tamil"], ["English", "Portuguese"])
COURSES: Final = ("Getting started as a champion", "Safeguarding", "Mental health first aid")


def inform(world: World, cast: Mapping[str, Practitioner]) -> None:
    """Name information leads, look after champions, and have a few copies and offers of help waiting."""
    # A source of its own, so that the families stay the same whatever is made up here.
    chance, keeper = Chance(world.size.seed + 1), cast[KEEPER]
    _leads(world, chance, keeper)
    for _ in range(CHAMPIONS):
        _champion(world, chance, keeper)
    _waiting(world, keeper)


def _leads(world: World, chance: Chance, keeper: Practitioner) -> None:
    for setting in chance.some(world.pack.settings, LEADS, LEADS):
        told = {
            "role": chance.pick(ROLES.get(setting.kind, OTHERS)),
            "telephone": _telephone(chance),
            "email": "office@example.org" if chance.happens(0.5) else "",
            "how": chance.pick(HOURS),
            "person": _name(world, chance),
        }
        named = world.now - timedelta(days=chance.between(1, YEAR + 60))
        directory.name_lead(setting=setting, changes=told, version=0, by=keeper, now=named)


def _champion(world: World, chance: Chance, keeper: Practitioner) -> None:
    began = world.today - timedelta(days=chance.between(60, 2 * YEAR))
    told = {
        "name": _name(world, chance),
        "reach": _telephone(chance),
        "kind": chance.pick(list(Kind.values)),
        "area": chance.pick(["", *world.pack.atlas.areas]),
        "languages": chance.pick(LANGUAGES),
        "meet": chance.pick(MEET),
        "agreed_on": began,
        "started_on": began,
    }
    champion = workforce.add_champion(told=told, by=keeper, now=_morning(world, began))
    for course in chance.some(COURSES, 0, 2):
        runs_out = began + timedelta(days=YEAR + chance.between(0, YEAR)) if course == COURSES[1] else None
        workforce.add_training(
            champion=champion,
            course=course,
            done_on=began,
            expires_on=runs_out,
            by=keeper,
            now=_morning(world, began),
        )
    _done(world, chance, keeper, champion)


def _done(world: World, chance: Chance, keeper: Practitioner, champion: Champion) -> None:
    last = (world.today - champion.started_on).days
    for days in sorted(chance.between(0, min(last, YEAR - 30)) for _ in range(chance.between(3, 10))):
        on = world.today - timedelta(days=days)
        workforce.log_activity(
            champion=champion,
            on=on,
            hours=Decimal(chance.between(2, 8)) / 2,
            reached=chance.between(1, 25),
            area=champion.area,
            where=chance.pick(PLACES),
            by=keeper,
            now=_morning(world, on),
        )


def _waiting(world: World, keeper: Practitioner) -> None:
    asked = [("braille", "Your rights", 12), ("audio", "Safer sleep for babies", 3), ("large", "Tantrums", 1)]
    copies = [
        directory.ask_for_copy(
            asked={"shape": shape, "what": what, "way": "telephone", "where": "020 7946 0123"},
            now=world.now - timedelta(days=days),
        )
        for shape, what, days in asked
    ]
    directory.send_copy(copy=copies[1], by=keeper, now=world.now - timedelta(days=1))
    wish = {"kind": Kind.MENTOR, "name": "Nadia", "reach": "020 7946 0456", "about": "I had a hard time too."}
    workforce.ask_to_join(told=wish, now=world.now - timedelta(days=2))


def _name(world: World, chance: Chance) -> str:
    community = chance.draw(communities())
    born = world.today - timedelta(days=chance.between(25, 60) * YEAR)
    return f"{forename(chance, community, chance.pick('FFFM'), born)} {surname(chance, community)}"


def _telephone(chance: Chance) -> str:
    return f"020 7946 0{chance.between(0, 999):03d}"


def _morning(world: World, day: object) -> datetime:
    return min(world.now, datetime.fromisoformat(f"{day}T09:00:00").replace(tzinfo=world.now.tzinfo))
