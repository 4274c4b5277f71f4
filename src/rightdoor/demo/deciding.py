"""What the made-up front door does with a request: looks at it, joins it to a record, decides, tells."""

from datetime import datetime, timedelta
from functools import cache
from typing import Any

from rightdoor.demo.asking import Asked
from rightdoor.demo.chance import LONDON
from rightdoor.demo.recording import admit
from rightdoor.demo.world import World
from rightdoor.engines.names import fold
from rightdoor.families.models import Agreement, SharingDecision, Sight
from rightdoor.frontdoor.circumstances import document_of
from rightdoor.frontdoor.models import Choice, Decision, HelpRequest, LevelFound, PersonNamed, Screening
from rightdoor.frontdoor.policy import Standing, as_kept, options
from rightdoor.frontdoor.states import OPEN, State

_FOLLOWS_TO = {
    Choice.PANEL: "Somebody from the panel's agencies will be chosen to help.",
    Choice.TEAM: "A lead professional is being asked.",
}
_BASIS = "Public task, children's welfare"
_DESK = "front-door"


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
    reason = rest.pop("reason", "") or asked.kin.voice(world.chance).decision(choice.value)
    decision = Decision(
        id=world.chance.id(),
        request=asked.request,
        options=_options(_standing(asked)),
        choice=choice,
        reason=reason,
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
