"""The ways a made-up family can go: from asking for help to wherever it stands today."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from rightdoor.access.models import Practitioner
from rightdoor.demo import helping, needs
from rightdoor.demo.asking import Asked, ask
from rightdoor.demo.beginning import advise, ask_and_screen, decided, long_ago, new_kin
from rightdoor.demo.chance import LONDON
from rightdoor.demo.deciding import decide, finish, share
from rightdoor.demo.paths_of_plans import plan_closed, plan_open
from rightdoor.demo.world import World
from rightdoor.families.models import Service, Sight
from rightdoor.frontdoor.models import Choice, ClockPause
from rightdoor.frontdoor.states import State
from rightdoor.plans.models import LeadOffer

Path = Callable[[], None]
_SOCIAL_CARE = "Children's social care"
_STILL_STATUTORY = timedelta(days=300)
_CLOSED_BY_THE_FIRST = 2
_EVERY = 4  # one offer in so many has been turned down


def all_paths(world: World, open_leads: list[Practitioner]) -> list[Path]:
    """Give every path a demo of this size has, mixed. `open_leads` are the leads of its open plans."""
    size = world.size
    paths = [partial(receive, world) for _ in range(size.received)]
    paths += [partial(look_at, world) for _ in range(size.screening)]
    paths += [partial(wait_for_panel, world) for _ in range(size.at_panel)]
    paths += [partial(wait_for_lead, world, place) for place in range(size.allocating)]
    paths += [partial(single_agency, world) for _ in range(size.single_agency)]
    paths += [partial(statutory, world) for _ in range(size.statutory)]
    paths += [partial(edge_of_care, world) for _ in range(size.edge_of_care)]
    paths += [partial(marac, world) for _ in range(size.marac)]
    paths += [partial(answered, world) for _ in range(size.unlinked)]
    paths += [partial(plan_closed, world, lead) for lead in _closed_by(world)]
    paths += [
        partial(plan_open, world, lead, offered_on=place < size.handovers_waiting)
        for place, lead in enumerate(open_leads)
    ]
    world.chance.shuffle(paths)
    return list(paths)


def _closed_by(world: World) -> list[Practitioner]:
    """Give the lead of each closed plan: a few for each of the first two, the rest by chance."""
    staff, number = world.staff, world.size.plans_closed
    given = [lead for lead in staff.leads[:2] for _ in range(_CLOSED_BY_THE_FIRST)]
    return [*given, *(world.chance.pick(staff.free_leads) for _ in range(number - len(given)))]


def receive(world: World) -> None:
    """A request that nobody has looked at yet; a few wait too long."""
    at = world.ago(2, 4) if world.chance.happens(0.2) else world.ago(0, 1)
    finish(world, ask(world, new_kin(world, at), at))


def look_at(world: World) -> None:
    """A request the front door has in hand; some clocks stand still while the family is asked something."""
    asked = ask_and_screen(world, world.ago(0, 3), link=world.chance.happens(0.6))
    pauses = world.pack.clock("request-decision").version_at(world.today).pauses
    finish(world, asked)
    if pauses and asked.looked_at and world.chance.happens(0.3):
        since = asked.looked_at
        world.keeper.keep(ClockPause(request=asked.request, reason=pauses[0], by=asked.officer, since=since))


def wait_for_panel(world: World) -> None:
    """A request on the agenda of a panel that is still to meet."""
    asked = ask_and_screen(world, world.ago(3, 9))
    panel = world.chance.pick(world.panels.ids)
    meeting = world.panels.room(panel, world.now, held=False)
    if meeting is None or asked.family is None:
        advise(world, asked)
        return finish(world, asked)
    decision = decide(
        world, asked, Choice.PANEL, decided(world, asked), state=State.AT_PANEL, panel=meeting.panel
    )
    for field, value in world.clock("panel", decision.at).items():
        setattr(asked.request, field, value)
    item = world.panels.add(meeting, asked.request)
    finish(world, asked)
    world.keeper.keep(item)
    because = f"frontdoor.agendaitem:{item.pk}"
    world.sight(asked.family, Sight.Reason.PANEL, because, decision.at, desk=f"panel:{meeting.panel}")
    return None


def wait_for_lead(world: World, place: int) -> None:
    """A family for whom a lead is being sought; every fourth has been turned down once."""
    asked = ask_and_screen(world, world.ago(4, 9))
    decision = decide(world, asked, Choice.TEAM, decided(world, asked), state=State.ALLOCATING)
    for field, value in world.clock("handover", decision.at).items():
        setattr(asked.request, field, value)
    finish(world, asked)
    first, free = world.staff.leads[:2], world.staff.free_leads
    if place % _EVERY == _EVERY - 1:
        declined = LeadOffer.Answer.DECLINED
        when = world.past(world.chance.later(decision.at, 0, 1))
        reason = "I have no room before half-term."
        helping.offer(
            world, asked, world.chance.pick(free), decision.at,
            answer=declined, answered_at=when, answer_reason=reason,
        )  # fmt: skip
    else:
        helping.offer(world, asked, [*first, *free][place % len(free)], decision.at)


def single_agency(world: World) -> None:
    """A family helped by one agency."""
    asked = ask_and_screen(world, long_ago(world))
    agency = world.chance.pick(world.agencies)
    decision = decide(world, asked, Choice.SINGLE_AGENCY, decided(world, asked), agency=agency)
    share(world, asked, decision, "Early help from one agency")
    finish(world, asked)


def statutory(world: World) -> None:
    """A family passed to children's social care."""
    asked = ask_and_screen(world, long_ago(world), grave=needs.harm)
    _to_social_care(world, asked, Service.STATUTORY)
    finish(world, asked)


def edge_of_care(world: World) -> None:
    """A family whose children are close to coming into care, so not in early help."""
    asked = ask_and_screen(world, world.ago(8, 200), grave=needs.edge)
    _to_social_care(world, asked, Service.EDGE_OF_CARE)
    finish(world, asked)


def marac(world: World) -> None:
    """A family referred to MARAC, and then to social care."""
    asked = ask_and_screen(world, long_ago(world), grave=needs.high_risk)
    at = decided(world, asked)
    risk = {"risk": "score", "repeat_of": ""}
    decision = decide(world, asked, Choice.MARAC, at, detail=risk)
    share(world, asked, decision, "Safety planning for a person at high risk of domestic abuse", "MARAC")
    asked.looked_at = at
    _to_social_care(world, asked, Service.STATUTORY)
    finish(world, asked)


def _to_social_care(world: World, asked: Asked, service: Service) -> None:
    decision = decide(world, asked, Choice.STATUTORY, decided(world, asked))
    share(world, asked, decision, "Assessment by children's social care", _SOCIAL_CARE)
    recent = world.now - decision.at < _STILL_STATUTORY or service == Service.EDGE_OF_CARE
    if asked.family and recent:
        asked.family.service = service
        asked.family.service_since = decision.at.astimezone(LONDON).date()


def answered(world: World) -> None:
    """A request answered with advice, or with no, and never joined to a record."""
    asked = ask_and_screen(world, long_ago(world, 2), link=False)
    if world.chance.happens(0.8):
        advise(world, asked)
    else:
        code = world.chance.pick(("not-our-area", "same-request", "no-agreement"))
        reason = asked.kin.voice(world.chance).decision(f"decline_{code}")
        when = decided(world, asked)
        decide(world, asked, Choice.DECLINE, when, reason=reason, reason_code=code)
    finish(world, asked)
