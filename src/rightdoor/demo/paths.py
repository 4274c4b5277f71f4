"""The ways a made-up family can go: from asking for help to wherever it stands today."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

from rightdoor.access.models import Practitioner
from rightdoor.demo import helping, working
from rightdoor.demo.asking import Asked, ask, decide, finish, screen, share, soon
from rightdoor.demo.chance import LONDON
from rightdoor.demo.drawing_kin import draw_kin
from rightdoor.demo.kin import Kin
from rightdoor.demo.world import World
from rightdoor.families.models import Service, Sight
from rightdoor.frontdoor.models import Choice, ClockPause, Outcome
from rightdoor.frontdoor.states import State
from rightdoor.plans.models import LeadOffer
from rightdoor.plans.states import State as PlanState

Path = Callable[[], None]
_SOCIAL_CARE = "Children's social care"
_STILL_STATUTORY = timedelta(days=300)
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
    paths += [partial(plan_closed, world) for _ in range(size.plans_closed)]
    paths += [
        partial(plan_open, world, lead, offered_on=place < size.handovers_waiting)
        for place, lead in enumerate(open_leads)
    ]
    world.chance.shuffle(paths)
    return list(paths)


def _kin(world: World, at: datetime) -> Kin:
    return draw_kin(world.chance, world.places, at.astimezone(LONDON).date())


def _long_ago(world: World, at_least: int = 8) -> datetime:
    return world.ago(at_least, max(at_least + 1, 365 * world.size.years - 1))


def _ask(world: World, at: datetime, *, link: bool = True) -> Asked:
    """Send a request and look at it; one family in several has asked before, and is known from then."""
    size = world.size
    known = size.families and size.advised_known / size.families
    before = _before(world, at) if link and world.chance.happens(known) else None
    asked = ask(world, before.kin if before else _kin(world, at), at)
    asked.family = before.family if before else None
    screen(world, asked, soon(world, at), link=link)
    return asked


def _before(world: World, at: datetime) -> Asked:
    """An earlier request of the same family, answered with advice."""
    earlier = world.chance.at_work(at.date() - timedelta(days=world.chance.between(30, 330)))
    asked = ask(world, _kin(world, earlier), earlier)
    screen(world, asked, soon(world, earlier))
    _advise(world, asked)
    finish(world, asked)
    return asked


def _advise(world: World, asked: Asked) -> None:
    pointed = [service.id for service in world.pack.services]
    services = world.chance.some(pointed, 1, 2)
    decide(world, asked, Choice.ADVISE, _decided(world, asked), services=services)


def _decided(world: World, asked: Asked) -> datetime:
    looked = asked.looked_at or asked.request.received_at
    return looked + timedelta(minutes=world.chance.between(10, 200))


def receive(world: World) -> None:
    """A request that nobody has looked at yet; a few wait too long."""
    at = world.ago(2, 4) if world.chance.happens(0.2) else world.ago(0, 1)
    finish(world, ask(world, _kin(world, at), at))


def look_at(world: World) -> None:
    """A request the front door has in hand; some clocks stand still while the family is asked something."""
    asked = _ask(world, world.ago(0, 3), link=world.chance.happens(0.6))
    pauses = world.pack.clock("request-decision").version_at(world.today).pauses
    finish(world, asked)
    if pauses and asked.looked_at and world.chance.happens(0.3):
        since = asked.looked_at
        world.keeper.keep(ClockPause(request=asked.request, reason=pauses[0], by=asked.officer, since=since))


def wait_for_panel(world: World) -> None:
    """A request on the agenda of a panel that is still to meet."""
    asked = _ask(world, world.ago(3, 9))
    panel = world.chance.pick(world.panels.ids)
    meeting = world.panels.room(panel, world.now, held=False)
    if meeting is None or asked.family is None:
        _advise(world, asked)
        return finish(world, asked)
    decision = decide(
        world, asked, Choice.PANEL, _decided(world, asked), state=State.AT_PANEL, panel=meeting.panel
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
    asked = _ask(world, world.ago(4, 9))
    decision = decide(world, asked, Choice.TEAM, _decided(world, asked), state=State.ALLOCATING)
    for field, value in world.clock("handover", decision.at).items():
        setattr(asked.request, field, value)
    finish(world, asked)
    leads = world.staff.leads
    if place % _EVERY == _EVERY - 1:
        declined = LeadOffer.Answer.DECLINED
        when = world.past(world.chance.later(decision.at, 0, 1))
        reason = "I have no room before half-term."
        helping.offer(
            world, asked, world.chance.pick(leads), decision.at,
            answer=declined, answered_at=when, answer_reason=reason,
        )  # fmt: skip
    else:
        helping.offer(world, asked, leads[place % len(leads)], decision.at)


def single_agency(world: World) -> None:
    """A family helped by one agency."""
    asked = _ask(world, _long_ago(world))
    agency = world.chance.pick(world.agencies)
    decision = decide(world, asked, Choice.SINGLE_AGENCY, _decided(world, asked), agency=agency)
    share(world, asked, decision, "Early help from one agency")
    finish(world, asked)


def statutory(world: World) -> None:
    """A family passed to children's social care."""
    asked = _ask(world, _long_ago(world))
    _to_social_care(world, asked, Service.STATUTORY)
    finish(world, asked)


def edge_of_care(world: World) -> None:
    """A family whose children are close to coming into care, so not in early help."""
    asked = _ask(world, world.ago(8, 200))
    _to_social_care(world, asked, Service.EDGE_OF_CARE)
    finish(world, asked)


def marac(world: World) -> None:
    """A family referred to MARAC, and then to social care."""
    asked = _ask(world, _long_ago(world))
    at = _decided(world, asked)
    risk = {"risk": "14 ticks on the checklist", "repeat_of": ""}
    decision = decide(world, asked, Choice.MARAC, at, detail=risk)
    share(world, asked, decision, "Safety planning for a person at high risk of domestic abuse", "MARAC")
    asked.looked_at = at
    _to_social_care(world, asked, Service.STATUTORY)
    finish(world, asked)


def _to_social_care(world: World, asked: Asked, service: Service) -> None:
    decision = decide(world, asked, Choice.STATUTORY, _decided(world, asked))
    share(world, asked, decision, "Assessment by children's social care", _SOCIAL_CARE)
    recent = world.now - decision.at < _STILL_STATUTORY or service == Service.EDGE_OF_CARE
    if asked.family and recent:
        asked.family.service = service
        asked.family.service_since = decision.at.astimezone(LONDON).date()


def answered(world: World) -> None:
    """A request answered with advice, or with no, and never joined to a record."""
    asked = _ask(world, _long_ago(world, 2), link=False)
    if world.chance.happens(0.8):
        _advise(world, asked)
    else:
        reason_code = world.chance.pick(("not-our-area", "already-helped", "no-agreement"))
        decide(world, asked, Choice.DECLINE, _decided(world, asked), reason_code=reason_code)
    finish(world, asked)


def _begin(
    world: World, at: datetime, lead: Practitioner, *, ends: Callable[[datetime], datetime | None]
) -> helping.Helped:
    """From a request to an open plan: straight to a team, or through a panel that had room."""
    asked = _ask(world, at)
    decided = _decided(world, asked)
    panel = world.chance.pick(world.panels.ids) if world.panels.ids and world.chance.happens(0.3) else ""
    meeting = world.panels.room(panel, decided, held=True) if panel else None
    if meeting is None:
        offered = decide(world, asked, Choice.TEAM, decided, state=State.HELPING).at
        item = None
    else:
        decision = decide(world, asked, Choice.PANEL, decided, state=State.HELPING, panel=panel)
        item = world.panels.add(meeting, asked.request)
        offered = max(meeting.at + timedelta(minutes=20), decision.at)
        item.outcome, item.decided_at = Outcome.ACCEPTED, offered
        item.reason = asked.kin.voice(world.chance).decision("panel_accepts")
        item.worker, item.decided_by = lead, world.chance.pick(world.staff.chairs)
    opened = max(world.past(world.chance.later(offered, 0, 4)), offered)
    finish(world, asked, until=opened)
    if item and asked.family:
        world.keeper.keep(item)
        because = f"frontdoor.agendaitem:{item.pk}"
        world.sight(asked.family, Sight.Reason.PANEL, because, decided, offered, desk=f"panel:{panel}")
    return helping.open_plan(world, asked, lead, offered, opened=opened, ends=ends(opened))


def _work(world: World, helped: helping.Helped) -> None:
    helping.gather(world, helped)
    working.assess(world, helped)
    goals = working.plan_with_family(world, helped)
    working.meet(world, helped)
    working.review(world, helped, goals)
    working.visit(world, helped)


def plan_closed(world: World) -> None:
    """A family whose plan has been closed."""
    latest = max(120, 365 * world.size.years - 1)
    age = world.chance.between(90, latest)
    at = world.chance.at_work(world.today - timedelta(days=age))

    def ends(opened: datetime) -> datetime:
        room = max(2, (world.now - opened).days - 2)
        return world.chance.later(opened, 1 + min(room // 2, 50), min(room, 270))

    helped = _begin(world, at, world.chance.pick(world.staff.leads), ends=ends)
    _work(world, helped)
    if helped.plan.state == PlanState.ACTIVE and world.chance.happens(0.5):
        helping.move(world, helped, PlanState.STEPPING_DOWN, _between(helped))
    helping.close(world, helped, world.past(helped.ends))
    _hold(world, helped)


def plan_open(world: World, lead: Practitioner, *, offered_on: bool) -> None:
    """A family with a plan today, being assessed, active, stepped up or stepping down."""
    helped = _begin(world, world.ago(16, 210), lead, ends=lambda opened: None)
    _work(world, helped)
    if helped.plan.state == PlanState.ACTIVE and world.chance.happens(0.35):
        after = world.chance.pick((PlanState.STEPPED_UP, PlanState.STEPPING_DOWN, PlanState.STEPPING_DOWN))
        helping.move(world, helped, after, _between(helped))
    _hold(world, helped, offered_on=offered_on)
    if world.chance.happens(world.size.passed_to_lead / world.size.plans_open):
        _ask_again(world, helped)


def _between(helped: helping.Helped) -> datetime:
    """Give a moment after the family agreed and before the end."""
    plan = helped.plan
    began = max([plan.opened_at, *helped.reviewed], default=plan.opened_at)
    if plan.agreed_on and not helped.reviewed:
        began = max(began, datetime.combine(plan.agreed_on, began.timetz()))
    return began + max((helped.ends - began) / 2, timedelta(0))


def _hold(world: World, helped: helping.Helped, *, offered_on: bool = False) -> None:
    """Settle who held the plan: mostly one lead all through, sometimes two; and who saw the family."""
    middle = helped.plan.opened_at + (helped.ends - helped.plan.opened_at) / 2
    if not helped.open and world.chance.happens(0.12):
        helping.pass_on(world, helped, middle, _another(world, helped))
    else:
        helping.hold(world, helped)
    if offered_on:
        helping.offer_on(world, helped, _another(world, helped), world.ago(1, 9))
    helping.settle_team(world, helped)


def _another(world: World, helped: helping.Helped) -> Practitioner:
    while (lead := world.chance.pick(world.staff.leads)) is helped.lead:
        pass
    return lead


def _ask_again(world: World, helped: helping.Helped) -> None:
    """Another request for a family with an open plan goes to its lead."""
    days = max(2, (world.now - helped.plan.opened_at).days)
    at = world.ago(1, days - 1)
    if at <= helped.plan.opened_at:
        return
    asked = ask(world, helped.asked.kin, at)
    asked.family = helped.family
    screen(world, asked, soon(world, at))
    decision = decide(world, asked, Choice.TEAM, _decided(world, asked), state=State.HELPING)
    title = f"Request {asked.request.reference} passed to {helped.lead.name}, who holds the plan"
    world.note(helped.family, decision.at, "request", title, by=asked.officer, because=asked.request.because)
    finish(world, asked)
