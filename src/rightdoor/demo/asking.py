"""Made-up requests for help: as they were told, looked at, and decided."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from rightdoor.access.models import Practitioner
from rightdoor.demo.chance import LONDON, Table
from rightdoor.demo.kin import Kin, story_of
from rightdoor.demo.recording import admit
from rightdoor.demo.world import World
from rightdoor.engines.names import fold
from rightdoor.engines.story import Story
from rightdoor.families.models import Agreement, Family, SharingDecision, Sight
from rightdoor.frontdoor.asking.story import Asking
from rightdoor.frontdoor.circumstances import document_of
from rightdoor.frontdoor.flags import flags_of, urgency_of
from rightdoor.frontdoor.models import (
    Asker,
    Choice,
    Decision,
    HelpRequest,
    LevelFound,
    PersonNamed,
    Screening,
)
from rightdoor.frontdoor.policy import Standing, as_kept, options
from rightdoor.frontdoor.states import OPEN, State

_CLEAR = "23456789BCDFGHJKMNPQRTVWXZ"
_ASKERS = Table({Asker.PRACTITIONER: 72.0, Asker.PARENT: 18.0, Asker.YOUNG_PERSON: 3.0, Asker.PUBLIC: 7.0})
_NEIGHBOURS = ("A neighbour", "A family friend", "A grandparent", "A football coach")
_FOLLOWS_TO = {
    Choice.PANEL: "Somebody from the panel's agencies will be chosen to help.",
    Choice.TEAM: "A lead professional is being asked.",
}
_BASIS = "Public task, children's welfare"
_DESK = "front-door"


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


def ask(world: World, kin: Kin, at: datetime, *, urgent: bool = True) -> Asked:
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


def _asking(world: World, kin: Kin) -> tuple[Asking, Practitioner | None]:
    """Say who asks; a practitioner with an account, somebody of the family, or somebody who knows them."""
    chance, asker = world.chance, world.chance.draw(_ASKERS)
    first = kin.parents[0]
    own = f"{first.known_as} {first.family_name}".strip()
    if asker == Asker.PRACTITIONER:
        who = chance.pick(world.staff.referrers)
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


def screen(world: World, asked: Asked, at: datetime, *, link: bool = True) -> None:
    """Look at a request: who the people are, what else is known, which level that gives."""
    at = max(world.past(at), asked.request.received_at)
    asked.request.taken_by, asked.looked_at = asked.officer, at
    asked.request.state = State.SCREENING
    on = at.astimezone(LONDON).date()
    document = document_of(asked.story, on)
    screening = Screening(request=asked.request, facts=document, by=asked.officer, at=at)
    world.keeper.keep(screening)
    for found in world.levels.found(document, on):
        asked.level = found.band if found.scheme == "levels" else asked.level
        world.keeper.keep(
            LevelFound(
                screening=screening,
                pack_version=asked.request.pack_version,
                by=asked.officer,
                at=at,
                **found._asdict(),
            )
        )
    if link:
        _link(world, asked, at)


def _link(world: World, asked: Asked, at: datetime) -> None:
    """Join the request to the family's record, new unless it is known."""
    request, because = asked.request, reference_of(asked)
    if asked.family is None:
        asked.family = admit(
            world, asked.kin, at, told_by=_teller(request), by=asked.officer, because=because
        )
    request.family = asked.family
    world.note(
        asked.family,
        request.received_at,
        "request",
        f"Request for help {request.reference} from {request.get_asker_display().lower()}",
        by=asked.officer,
        text=asked.story.worries,
        because=because,
        agency=request.asker_agency.name if request.asker_agency else "",
    )
    world.keeper.keep(
        Agreement(
            family=asked.family,
            given=request.agreed == "yes",
            how="In the request for help",
            given_on=request.received_at.astimezone(LONDON).date(),
            person_words=request.agreed_by,
            to_what="To read the request and get back to the family",
            without_reason=f"{request.not_agreed_reason} {request.not_agreed_basis}".strip(),
            recorded_by=asked.officer,
        )
    )


def reference_of(asked: Asked) -> str:
    """Give how other records name this request as their reason."""
    return asked.request.because


def _teller(request: HelpRequest) -> str:
    agency = f", {request.asker_agency.name}" if request.asker_agency else ""
    return f"{request.get_asker_display()}{agency}"[:120]


def decide(
    world: World, asked: Asked, choice: Choice, at: datetime, *, state: State = State.ENDED, **rest: Any
) -> Decision:
    """Decide a request that was looked at, and let it be in the state that follows."""
    at = max(world.past(at), asked.looked_at or asked.request.received_at)
    voice = asked.kin.voice(world.chance)
    decision = Decision(
        id=world.chance.id(),
        request=asked.request,
        options=_options(_standing(asked)),
        choice=choice,
        reason=voice.decision(choice.value),
        level=asked.level,
        told_words=f"Outcome: {choice.label.lower()}. {_FOLLOWS_TO.get(choice, '')}".strip(),
        within_clock=at <= world.due("request-decision", asked.request.received_at),
        by=asked.officer,
        at=at,
        **rest,
    )
    asked.request.state, asked.request.decided_at = state, at
    world.keeper.keep(decision)
    if asked.family:
        asked.family.level = asked.level
        title = f"Front door decided: {choice.label}"
        world.note(
            asked.family,
            at,
            "decision",
            title,
            by=asked.officer,
            text=decision.reason,
            because=reference_of(asked),
        )
    return decision


@cache
def _options(standing: Standing) -> list[dict[str, Any]]:
    """Give the options as a decision keeps them; the same for all requests that stand alike."""
    return as_kept(options(standing))


def _standing(asked: Asked) -> Standing:
    parents = asked.story.of_part("parent")
    return Standing(
        screened=asked.looked_at is not None,
        linked=asked.family is not None,
        agreed=asked.request.agreed == "yes",
        danger_now=asked.kin.danger,
        domestic_abuse=any(parent.facts.get("domestic_abuse") == "yes" for parent in parents),
    )


def share(world: World, asked: Asked, decision: Decision, function: str, to_words: str = "") -> None:
    """Keep that the request was shared with those who now help."""
    if asked.family is None:
        return
    world.keeper.keep(
        SharingDecision(
            family=asked.family,
            shared=True,
            what=f"Request {asked.request.reference} and its screening",
            to_agency=decision.agency,
            to_words=to_words,
            function=function,
            lawful_basis=_BASIS,
            why=decision.reason,
            by=asked.officer,
            at=decision.at,
        )
    )


def finish(world: World, asked: Asked, *, until: datetime | None = None) -> None:
    """Keep the request with everybody named in it, and whether the front door still sees the family."""
    request = asked.request
    request.version = 1 + (asked.looked_at is not None) + (request.decided_at is not None)
    world.keeper.keep(request, *_named(asked))
    if asked.family is None or asked.looked_at is None:
        return
    still = State(request.state) in OPEN
    ended = None if still else until or request.decided_at or asked.looked_at
    world.sight(
        asked.family,
        Sight.Reason.FRONT_DOOR,
        request.because,
        asked.looked_at,
        ended,
        desk=_DESK,
    )


def _named(asked: Asked) -> list[PersonNamed]:
    ids = {person.key: person.id for person in asked.kin.people}
    return [
        PersonNamed(
            request=asked.request,
            key=told.key,
            part=told.part,
            known_as=told.known_as,
            family_name=told.family_name,
            search_key=fold(told.family_name)[:200],
            birth_date=told.birth_date if told.birth_date_exact else None,
            postcode="" if asked.kin.secret else asked.kin.postcode,
            person_id=ids[told.key] if asked.family else None,
        )
        for told in asked.story.people
    ]


def soon(world: World, moment: datetime) -> datetime:
    """Give when somebody at the front door turned to something: mostly within a working day."""
    late = world.chance.happens(0.08)
    return world.chance.later(moment, 2 if late else 0, 4 if late else 1) + timedelta(minutes=3)
