"""The ways of made-up families who get a plan: closed since, or open today."""

from collections.abc import Callable
from datetime import datetime, timedelta

from rightdoor.access.models import Practitioner
from rightdoor.demo import helping, working
from rightdoor.demo.asking import ask
from rightdoor.demo.beginning import ask_and_screen, decided
from rightdoor.demo.deciding import decide, finish, screen, soon
from rightdoor.demo.world import World
from rightdoor.families.models import Sight
from rightdoor.frontdoor.models import Choice, Outcome
from rightdoor.frontdoor.states import State
from rightdoor.plans.states import State as PlanState


def _begin(
    world: World, at: datetime, lead: Practitioner, *, ends: Callable[[datetime], datetime | None]
) -> helping.Helped:
    """From a request to an open plan: straight to a team, or through a panel that had room."""
    asked = ask_and_screen(world, at)
    moment = decided(world, asked)
    panel = world.chance.pick(world.panels.ids) if world.panels.ids and world.chance.happens(0.3) else ""
    meeting = world.panels.room(panel, moment, held=True) if panel else None
    if meeting is None:
        offered = decide(world, asked, Choice.TEAM, moment, state=State.HELPING).at
        item = None
    else:
        decision = decide(world, asked, Choice.PANEL, moment, state=State.HELPING, panel=panel)
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
        world.sight(asked.family, Sight.Reason.PANEL, because, moment, offered, desk=f"panel:{panel}")
    return helping.open_plan(world, asked, lead, offered, opened=opened, ends=ends(opened))


def _work(world: World, helped: helping.Helped) -> None:
    helping.gather(world, helped)
    working.assess(world, helped)
    goals = working.plan_with_family(world, helped)
    working.meet(world, helped)
    working.review(world, helped, goals)
    working.visit(world, helped)


def plan_closed(world: World, lead: Practitioner) -> None:
    """A family whose plan has been closed."""
    latest = max(120, 365 * world.size.years - 1)
    age = world.chance.between(90, latest)
    at = world.chance.at_work(world.today - timedelta(days=age))

    def ends(opened: datetime) -> datetime:
        room = max(2, (world.now - opened).days - 2)
        return world.chance.later(opened, 1 + min(room // 2, 50), min(room, 270))

    helped = _begin(world, at, lead, ends=ends)
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
    while (lead := world.chance.pick(world.staff.free_leads)) is helped.lead:
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
    decision = decide(world, asked, Choice.TEAM, decided(world, asked), state=State.HELPING)
    title = f"Request {asked.request.reference} passed to {helped.lead.name}, who holds the plan"
    world.note(helped.family, decision.at, "request", title, by=asked.officer, because=asked.request.because)
    finish(world, asked)
