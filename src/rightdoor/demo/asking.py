"""Made-up requests for help, as they were told."""

from dataclasses import dataclass
from datetime import datetime

from rightdoor.access.models import Practitioner
from rightdoor.demo.chance import LONDON, Table
from rightdoor.demo.kin import Kin, story_of
from rightdoor.demo.world import World
from rightdoor.engines.story import Story
from rightdoor.families.models import Family
from rightdoor.frontdoor.asking.story import Asking
from rightdoor.frontdoor.flags import flags_of, urgency_of
from rightdoor.frontdoor.models import Asker, HelpRequest

_CLEAR = "23456789BCDFGHJKMNPQRTVWXZ"
_ASKERS = Table({Asker.PRACTITIONER: 72.0, Asker.PARENT: 18.0, Asker.YOUNG_PERSON: 3.0, Asker.PUBLIC: 7.0})
_BY_THE_FIRST_TWO = 90  # requests, of which about three in four come from practitioners
_NEIGHBOURS = ("A neighbour", "A family friend", "A grandparent", "A football coach")


@dataclass
class Asked:
    """A request on its way, with the family it is about once that is on record."""

    kin: Kin
    request: HelpRequest
    story: Story
    officer: Practitioner
    family: Family | None = None
    level: str = ""
    looked_at: datetime | None = None


def ask(world: World, kin: Kin, at: datetime) -> Asked:
    """Send a request. It is kept by `finish`, once it is known how it ended."""
    chance = world.chance
    story = story_of(kin, chance, at.astimezone(LONDON).date())
    asking, practitioner = _asking(world, kin)
    flags = flags_of(story, asking, ours=True)
    request = HelpRequest(
        id=chance.id(),
        reference=_reference(world),
        asker=asking.asker,
        asker_name=asking.name,
        asker_email=asking.email,
        asker_telephone=asking.telephone,
        asker_agency=practitioner.agency if practitioner else None,
        asker_job=asking.job,
        practitioner=practitioner,
        agreed=asking.agreed,
        agreed_by=asking.agreed_by,
        not_agreed_reason=asking.not_agreed_reason,
        not_agreed_basis=asking.not_agreed_basis,
        story=story.model_dump(mode="json"),
        pack_version=f"{world.pack.id} {world.pack.version}",
        area=kin.area,
        flags=flags,
        urgency=urgency_of(flags),
        received_at=at,
        **world.clock("request-decision", at),
    )
    return Asked(kin, request, story, chance.pick(world.staff.front_door))


def _reference(world: World) -> str:
    while True:
        signs = "".join(world.chance.pick(_CLEAR) for _ in range(8))
        if signs not in world.references:
            world.references.add(signs)
            return f"{signs[:4]}-{signs[4:]}"


def _referrer(world: World) -> Practitioner:
    """Give who asks; the first two, who can be signed in as, have asked often enough to fill a page."""
    if world.chance.happens(_BY_THE_FIRST_TWO / world.size.requests):
        return world.chance.pick(world.staff.practitioners[:2])
    return world.chance.pick(world.staff.referrers)


def _asking(world: World, kin: Kin) -> tuple[Asking, Practitioner | None]:
    """Say who asks; a practitioner with an account, somebody of the family, or somebody who knows them."""
    chance, asker = world.chance, world.chance.draw(_ASKERS)
    first = kin.parents[0]
    own = f"{first.known_as} {first.family_name}".strip()
    if asker == Asker.PRACTITIONER:
        who = _referrer(world)
        agreed = not chance.happens(0.04)
        return Asking(
            asker=asker,
            name=who.name,
            email=who.email,
            telephone=who.telephone,
            job=world.pack.role(who.job).name[:200],
            agreed="yes" if agreed else "no",
            agreed_by=own if agreed else "",
            not_agreed_reason="" if agreed else "Asking could put the children at risk.",
            not_agreed_basis="" if agreed else "Vital interests of a child",
            works_with=chance.pick(("children", "children", "adults")),
        ), who
    if asker == Asker.PUBLIC:
        return Asking(asker=asker, job=chance.pick(_NEIGHBOURS), agreed="not_asked"), None
    child = next((c for c in kin.children if c.born), None)
    name = f"{child.known_as} {child.family_name}" if asker == Asker.YOUNG_PERSON and child else own
    return Asking(
        asker=asker, name=name, email=kin.email, telephone=kin.telephone, agreed="yes", agreed_by=name
    ), None
