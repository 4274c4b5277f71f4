"""How every path of a made-up family begins: somebody asks, and the front door looks."""

from collections.abc import Callable
from datetime import datetime, timedelta

from rightdoor.demo.asking import Asked, ask
from rightdoor.demo.chance import LONDON, Chance
from rightdoor.demo.deciding import decide, finish, screen, soon
from rightdoor.demo.drawing_kin import draw_kin
from rightdoor.demo.kin import Kin
from rightdoor.demo.world import World
from rightdoor.frontdoor.models import Choice

Grave = Callable[[Chance, Kin], None]


def new_kin(world: World, at: datetime) -> Kin:
    """Draw a family as it is at a moment."""
    return draw_kin(world.chance, world.places, at.astimezone(LONDON).date())


def long_ago(world: World, at_least: int = 8) -> datetime:
    """Give a moment some days ago or more, as far back as the demo goes."""
    return world.ago(at_least, max(at_least + 1, 365 * world.size.years - 1))


def ask_and_screen(world: World, at: datetime, *, link: bool = True, grave: Grave | None = None) -> Asked:
    """Send a request and look at it; one family in several has asked before, and is known from then.

    `grave` makes the needs of a family new to us graver than most.
    """
    size = world.size
    ordinary = size.families - size.statutory - size.edge_of_care - size.marac
    known = size.advised_known / ordinary
    before = _before(world, at) if link and not grave and world.chance.happens(known) else None
    kin = before.kin if before else new_kin(world, at)
    if grave:
        grave(world.chance, kin)
    asked = ask(world, kin, at)
    asked.family = before.family if before else None
    screen(world, asked, soon(world, at), link=link)
    return asked


def _before(world: World, at: datetime) -> Asked:
    """An earlier request of the same family, answered with advice."""
    earlier = world.chance.at_work(at.date() - timedelta(days=world.chance.between(30, 330)))
    asked = ask(world, new_kin(world, earlier), earlier)
    screen(world, asked, soon(world, earlier))
    advise(world, asked)
    finish(world, asked)
    return asked


def advise(world: World, asked: Asked) -> None:
    """Answer a request with advice and a service or two."""
    pointed = [service.id for service in world.pack.services]
    services = world.chance.some(pointed, 1, 2)
    decide(world, asked, Choice.ADVISE, decided(world, asked), services=services)


def decided(world: World, asked: Asked) -> datetime:
    """Give when a request that was looked at is decided."""
    looked = asked.looked_at or asked.request.received_at
    return looked + timedelta(minutes=world.chance.between(10, 200))
