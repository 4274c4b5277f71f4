"""Made-up plans, from the lead's yes to the closing: who held them, when, and how far they came."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from rightdoor.access.models import Practitioner
from rightdoor.demo.asking import Asked
from rightdoor.demo.chance import LONDON
from rightdoor.demo.words import Voice
from rightdoor.demo.world import World, reference
from rightdoor.families.models import Agreement, Family, Person, Service, Sight
from rightdoor.plans.actions.steps import TOWARDS
from rightdoor.plans.models import Handover, LeadOffer, LeadTurn, Plan, Step, TeamMember
from rightdoor.plans.states import State

LEAD_ROLE = "Lead professional"
OVERSIGHT = "Oversight"
_ALL_DETAIL = timedelta(days=2 * 365)
_STEPS = {State.STEPPED_UP: "step_up", State.STEPPING_DOWN: "step_down"}


@dataclass
class Helped:
    """A plan on its way. `ends` is when it closes or, while it is `open`, now."""

    plan: Plan
    asked: Asked
    voice: Voice
    ends: datetime
    now: datetime
    open: bool
    people: dict[str, Person]
    lead: Practitioner
    team: list[TeamMember] = field(default_factory=list)
    completed_at: datetime | None = None
    reviewed: list[datetime] = field(default_factory=list)

    @property
    def lately(self) -> bool:
        """Whether the plan is recent enough for all of its detail to be kept; older ones are thinner."""
        return self.now - self.plan.opened_at < _ALL_DETAIL

    @property
    def family(self) -> Family:
        """The family whose plan it is."""
        return self.plan.family


def offer(world: World, asked: Asked, to: Practitioner, at: datetime, **answer: object) -> LeadOffer:
    """Keep that a practitioner is asked to lead; without an answer it waits."""
    if asked.family is None:
        raise ValueError("Only a family on record can be offered.")
    ids = {person.key: str(person.id) for person in asked.kin.people}
    offered = LeadOffer(
        id=world.chance.id(),
        family=asked.family,
        to=to,
        because=asked.request.because,
        story=asked.request.story,
        people=ids,
        note="You know this part of the borough well.",
        offered_by=asked.officer,
        offered_at=at,
        due_at=world.due("handover", at),
        **answer,
    )
    until = offered.answered_at
    world.keeper.keep(offered)
    world.sight(asked.family, Sight.Reason.OFFERED, reference(offered), at, until, who=to)
    return offered


def open_plan(
    world: World, asked: Asked, lead: Practitioner, at: datetime, *, opened: datetime, ends: datetime | None
) -> Helped:
    """Open the plan of a family whose lead was asked `at` a moment and said yes when it `opened`."""
    accepted = LeadOffer.Answer.ACCEPTED
    offered = offer(world, asked, lead, at, answer=accepted, answered_at=opened)
    family = offered.family
    plan = Plan(
        id=world.chance.id(),
        family=family,
        lead=lead,
        offer=offered,
        state=State.ASSESSING,
        level=asked.level,
        hopes=asked.story.hopes,
        opened_at=opened,
        assess_by=world.due("assessment", opened),
        team_by=world.due("first-team-meeting", opened),
    )
    family.service, family.service_since = Service.EARLY_HELP, opened.astimezone(LONDON).date()
    people = {person.key: Person(id=person.id) for person in asked.kin.people}
    voice = asked.kin.voice(world.chance)
    helped = Helped(plan, asked, voice, ends or world.now, world.now, ends is None, people, lead)
    step(world, helped, State.ASSESSING, "The lead professional accepted the family.", opened)
    world.keeper.keep(plan)
    join(world, helped, opened, practitioner=lead, role=LEAD_ROLE)
    title = f"{lead.name} became lead professional and a plan was opened"
    world.note(family, opened, "lead", title, by=lead, because=reference(plan))
    return helped


def step(world: World, helped: Helped, after: State, reason: str, at: datetime) -> None:
    """Move the plan to a state."""
    before = helped.plan.state if after != State.ASSESSING else ""
    world.keeper.keep(
        Step(
            plan=helped.plan,
            before=before,
            after=after,
            level=helped.plan.level,
            reason=reason,
            by=helped.lead,
            at=at,
        )
    )
    helped.plan.state = after


def join(
    world: World,
    helped: Helped,
    at: datetime,
    *,
    practitioner: Practitioner | None = None,
    person: str = "",
    name: str = "",
    role: str = "",
) -> TeamMember:
    """Bring somebody into the team. Sight is settled when the plan's end is known."""
    member = TeamMember(
        id=world.chance.id(),
        plan=helped.plan,
        practitioner=practitioner,
        person=helped.people.get(person),
        name=name,
        role=role,
        joined_at=at,
    )
    helped.team.append(member)
    world.keeper.keep(member)
    return member


def gather(world: World, helped: Helped) -> None:
    """Bring in the team: those who asked, one or two more, the parents, sometimes somebody from outside."""
    chance, opened = world.chance, helped.plan.opened_at
    known = {helped.lead}
    asker = helped.asked.request.practitioner
    others = chance.some(world.staff.free_practitioners, 1, 3 if helped.lately else 1)
    for who in ([asker] if asker else []) + others:
        if who not in known:
            known.add(who)
            at = min(chance.later(opened, 1, 9), helped.ends)
            join(world, helped, at, practitioner=who, role=world.pack.role(who.job).name[:200])
    for parent in helped.asked.kin.parents[:2]:
        if parent.lives == "yes":
            join(world, helped, opened, person=parent.key, role="Parent or carer")
    if chance.happens(0.2):
        join(world, helped, opened, name="Class teacher", role="Teacher")


def pass_on(world: World, helped: Helped, at: datetime, to: Practitioner) -> None:
    """Let the plan change hands, once, at a moment; the giver leaves the team."""
    giver, plan, opened = helped.lead, helped.plan, helped.plan.opened_at
    offered = at - timedelta(days=2)
    handed = _handover(world, helped, to, offered, answer=Handover.Answer.ACCEPTED, answered_at=at)
    world.sight(helped.family, Sight.Reason.OFFERED, reference(handed), offered, at, who=to)
    world.keeper.keep(LeadTurn(plan=plan, lead=giver, since=opened, until=at))
    world.sight(helped.family, Sight.Reason.LEAD, reference(plan), opened, at, who=giver)
    helped.team[0].left_at, helped.team[0].left_reason = at, "Change of lead"
    for member in helped.team:
        if member.practitioner == to and member.left_at is None:
            member.left_at, member.left_reason = at, "Change of lead"
    join(world, helped, at, practitioner=to, role=LEAD_ROLE)
    plan.lead = helped.lead = to
    title = f"Lead professional changed from {giver.name} to {to.name}"
    world.note(helped.family, at, "lead", title, by=to, because=reference(handed))
    world.keeper.keep(LeadTurn(plan=plan, lead=to, since=at, until=plan.closed_at))
    _lead_sight(world, helped, at)


def offer_on(world: World, helped: Helped, to: Practitioner, at: datetime) -> None:
    """Offer the plan to somebody who has not answered yet."""
    handed = _handover(world, helped, to, at)
    world.sight(helped.family, Sight.Reason.OFFERED, reference(handed), at, who=to)


def _handover(world: World, helped: Helped, to: Practitioner, at: datetime, **answer: object) -> Handover:
    handed = Handover(
        id=world.chance.id(),
        plan=helped.plan,
        giver=helped.lead,
        to=to,
        reason=helped.voice.of("handover"),
        note=helped.voice.of("summaries"),
        offered_by=helped.lead,
        offered_at=at,
        due_at=world.due("handover", at),
        **answer,
    )
    world.keeper.keep(handed)
    return handed


def hold(world: World, helped: Helped) -> None:
    """Let one lead hold the plan from beginning to end, or until today."""
    plan = helped.plan
    world.keeper.keep(LeadTurn(plan=plan, lead=helped.lead, since=plan.opened_at, until=plan.closed_at))
    _lead_sight(world, helped, plan.opened_at)


def _lead_sight(world: World, helped: Helped, since: datetime) -> None:
    """The lead sees the family until the plan closes, or a follow-up that was booked is written down."""
    plan = helped.plan
    until = plan.closed_at
    if plan.followup_on:
        followed = plan.followed_up_on
        until = world.chance.at_work(followed) if followed else None
    world.sight(helped.family, Sight.Reason.LEAD, reference(plan), since, until, who=plan.lead)


def settle_team(world: World, helped: Helped) -> None:
    """Let each practitioner of the team but the lead see the family while in the team."""
    for member in helped.team:
        if member.practitioner and member.role not in {LEAD_ROLE}:
            until = member.left_at or helped.plan.closed_at
            world.sight(
                helped.family,
                Sight.Reason.TEAM,
                reference(member),
                member.joined_at,
                until,
                who=member.practitioner,
            )


def move(world: World, helped: Helped, after: State, at: datetime) -> None:
    """Step the plan up, with the lead's supervisor watching over it, or down, with the family's agreement."""
    plan = helped.plan
    step(world, helped, after, helped.voice.of(_STEPS[after]), at)
    if after == State.STEPPED_UP:
        plan.overseer = helped.lead.supervisor or world.chance.pick(world.staff.supervisors)
        if all(member.practitioner != plan.overseer for member in helped.team):
            join(world, helped, at, practitioner=plan.overseer, role=OVERSIGHT)
        title = f"Help stepped up, with oversight by {plan.overseer.name}"
    else:
        agree(world, helped, at, "Stepping down")
        title = f"Help stepped down, {TOWARDS[State.STEPPING_DOWN]}"
    world.note(helped.family, at, "step", title, by=helped.lead, because=reference(plan))


def agree(world: World, helped: Helped, at: datetime, to_what: str) -> None:
    """Keep that the family agreed to something in the plan."""
    world.keeper.keep(
        Agreement(
            family=helped.family,
            given=True,
            how="When the plan was agreed" if to_what != "Stepping down" else "face to face",
            given_on=at.astimezone(LONDON).date(),
            person_words=helped.asked.kin.parents[0].known_as,
            to_what=to_what,
            recorded_by=helped.lead,
        )
    )


def close(world: World, helped: Helped, at: datetime) -> None:
    """Close the plan, planned or not; a planned end has a follow-up, which may have been made."""
    chance, plan = world.chance, helped.plan
    planned = chance.happens(0.75) and plan.state != State.ASSESSING
    plan.level = plan.close_level = _lower(plan.level) if planned else plan.level
    plan.close_reason = helped.voice.of("close_planned" if planned else "close_unplanned")
    plan.closed_at, plan.closed_by, plan.closed_planned = at, helped.lead, planned
    plan.review_by = plan.overseer = None
    if planned:
        _follow_up(world, helped, at)
    step(world, helped, State.CLOSED, plan.close_reason, at)
    helped.family.service, helped.family.level = Service.NONE, plan.close_level
    helped.family.service_since = at.astimezone(LONDON).date()
    how = "as planned" if planned else "before it was finished"
    title = f"The plan was closed {how}"
    world.note(
        helped.family, at, "closing", title, by=helped.lead, text=plan.close_reason, because=reference(plan)
    )


def _follow_up(world: World, helped: Helped, closed: datetime) -> None:
    plan = helped.plan
    plan.followup_on = world.due("closing-follow-up", closed).date()
    done = world.chance.at_work(plan.followup_on + timedelta(days=world.chance.between(-10, 12)))
    if done < world.now and not world.chance.happens(0.1):
        plan.followed_up_on, plan.followup_note = done.date(), helped.voice.of("follow_up")
        title = "The family was asked how things are since the plan closed"
        world.note(helped.family, done, "follow_up", title, by=helped.lead, because=reference(plan))


def _lower(level: str) -> str:
    return str(int(level) - 1) if level.isdigit() and int(level) > 1 else level
