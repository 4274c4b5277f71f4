"""The work on a made-up plan: assessment, goals, actions, meetings, reviews, visits."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from uuid import UUID

from rightdoor.demo.chance import LONDON
from rightdoor.demo.helping import Helped, agree, step
from rightdoor.demo.world import World, reference
from rightdoor.plans.models import (
    Assessment,
    Attendance,
    Entry,
    Goal,
    GoalScore,
    Meeting,
    PlanAction,
    Rating,
    Review,
)
from rightdoor.plans.prefill import prefill
from rightdoor.plans.questions import QUESTIONS
from rightdoor.plans.reviewing import review_due
from rightdoor.plans.states import State
from rightdoor.ui.words import date_words

_FROM_REQUEST = "The request for help"
_MOST_REVIEWS = 8
_FIRST_PHASE = 2  # goals begun at once; the others follow


def assess(world: World, helped: Helped) -> None:
    """Open the assessment with what the request said; add to it; finish it if there was time."""
    plan, opened = helped.plan, helped.plan.opened_at
    assessment = Assessment(
        id=world.chance.id(),
        family=helped.family,
        plan=plan,
        because=helped.asked.request.because,
        started_at=opened,
    )
    world.keeper.keep(assessment)
    _fill(world, helped, assessment)
    done = world.chance.later(opened, 9, 26)
    _write(world, helped, assessment, min(done, helped.ends))
    if done < helped.ends:
        _complete(world, helped, assessment, done)


def _fill(world: World, helped: Helped, assessment: Assessment) -> None:
    told = prefill(helped.asked.story)
    said_by = f"{_FROM_REQUEST}, {date_words(assessment.started_at)}"
    for line in told.lines:
        world.keeper.keep(
            Entry(
                id=world.chance.id(),
                assessment=assessment,
                kind=line.kind,
                question=line.question,
                person=helped.people.get(line.person),
                text=line.text,
                said_by=said_by,
                origin=Entry.Origin.REQUEST,
                by=helped.lead,
                at=assessment.started_at,
            )
        )
    for scale, score in told.ratings.items():
        said = {"said_by": _FROM_REQUEST, "by": helped.lead, "at": assessment.started_at}
        world.keeper.keep(Rating(assessment=assessment, scale=scale, score=score, **said))


def _write(world: World, helped: Helped, assessment: Assessment, by_when: datetime) -> None:
    """Add what the lead heard since: of each person, and of what happened before."""
    at = helped.plan.opened_at + (by_when - helped.plan.opened_at) / 2
    parent, voice = helped.asked.kin.parents[0], helped.voice
    lines = [
        ("person-strengths", parent.key, voice.of("strengths")),
        ("person-needs", parent.key, voice.of("needs")),
        ("help-before", "", voice.of("history")),
    ]
    for child, theme in zip(helped.asked.kin.children, helped.asked.kin.themes, strict=False):
        lines.append(("child-words", child.key, voice.child(theme)))
    for question, key, text in lines:
        world.keeper.keep(
            Entry(
                id=world.chance.id(),
                assessment=assessment,
                kind=QUESTIONS[question].kind,
                question=question,
                person=helped.people.get(key),
                text=text,
                said_by=parent.known_as if key == parent.key else "",
                by=helped.lead,
                at=at,
            )
        )
    said = {"said_by": parent.known_as, "by": helped.lead, "at": at}
    for scale, most in (("safety", 8), ("coping", 6)):
        score = world.chance.between(1, most)
        world.keeper.keep(Rating(assessment=assessment, scale=scale, score=score, **said))


def _complete(world: World, helped: Helped, assessment: Assessment, at: datetime) -> None:
    assessment.summary = helped.voice.of("summaries")
    assessment.completed_at, assessment.completed_by = at, helped.lead
    assessment.level = assessment.level_advised = helped.plan.level
    assessment.took_part = ", ".join(parent.known_as for parent in helped.asked.kin.parents[:2])
    helped.completed_at = at
    title = f"Assessment finished at level {assessment.level}"
    world.note(helped.family, at, "assessment", title, by=helped.lead, because=reference(assessment))


def plan_with_family(world: World, helped: Helped) -> list[Goal]:
    """Write goals and actions once the assessment is finished; the family agrees if there was time."""
    if helped.completed_at is None:
        return []
    helped.plan.contingency = helped.voice.of("contingency")
    agreed = world.chance.later(helped.completed_at, 1, 9)
    goals = list(_goals(world, helped, agreed))
    if agreed < helped.ends:
        plan = helped.plan
        if world.chance.happens(0.15) and world.pack.shapes:
            plan.shape = world.chance.pick(world.pack.shapes).id
        plan.agreed_on = agreed.astimezone(LONDON).date()
        plan.agreed_with = helped.asked.kin.parents[0].known_as
        plan.review_by = review_due(plan, agreed)
        step(world, helped, State.ACTIVE, "The family agreed the plan.", agreed)
        agree(world, helped, agreed, "The family's plan")
        world.note(
            helped.family,
            agreed,
            "plan",
            "The family agreed its plan",
            by=helped.lead,
            because=reference(plan),
        )
    return goals


def _goals(world: World, helped: Helped, agreed: datetime) -> Iterator[Goal]:
    first_child = helped.asked.kin.children[0].key
    themes = helped.asked.kin.themes[: 3 if helped.lately else 1]
    told = [goal for theme in themes for goal in helped.voice.goals(theme)]
    for position, (words, actions) in enumerate(told[:4], start=1):
        goal = Goal(
            id=world.chance.id(),
            plan=helped.plan,
            words=words,
            whose=helped.people[first_child] if world.chance.happens(0.3) else None,
            phase=1 if position <= _FIRST_PHASE else 2,
            position=position,
            start_score=world.chance.between(1, 4),
        )
        world.keeper.keep(goal)
        for number, text in enumerate(actions):
            due_on = agreed.date() + timedelta(days=14 + 21 * number + world.chance.between(0, 10))
            world.keeper.keep(_action(world, helped, goal, text, due_on))
        yield goal


def _action(world: World, helped: Helped, goal: Goal, text: str, due_on: date) -> PlanAction:
    chance, today = world.chance, helped.ends.date()
    action = PlanAction(id=chance.id(), goal=goal, words=text, due_on=due_on)
    practitioners = [m.practitioner for m in helped.team if m.practitioner and m.left_at is None]
    if chance.happens(0.6):
        action.owner = chance.pick(practitioners)
    elif chance.happens(0.8):
        action.owner_person = helped.people[helped.asked.kin.parents[0].key]
    else:
        action.owner_words = "School"
    if due_on < today and chance.happens(0.85):
        action.done_on = min(due_on + timedelta(days=chance.between(-9, 12)), today)
    elif due_on < today and chance.happens(0.4):
        action.not_done_reason = "The family chose another way."
    return action


def meet(world: World, helped: Helped) -> None:
    """Let the team meet: first by its clock, mostly, then every few weeks; one more is planned if open."""
    at = world.chance.later(helped.plan.opened_at, 6, 19)
    while at < helped.ends:
        _meeting(world, helped, at, held=True)
        at = world.chance.later(at, 35, 56) if helped.lately else helped.ends
    if helped.open and world.chance.happens(0.75):
        _meeting(world, helped, at, held=False)


def _meeting(world: World, helped: Helped, at: datetime, *, held: bool) -> None:
    meeting = Meeting(
        id=world.chance.id(),
        plan=helped.plan,
        planned_for=at,
        place=world.chance.pick(("At home", "Family centre", "School", "By video")),
        held_at=at if held else None,
        minutes=helped.voice.of("minutes") if held else "",
        called_by=helped.lead,
    )
    world.keeper.keep(meeting)
    for member in helped.team:
        if member.joined_at <= at and (member.left_at is None or member.left_at > at):
            came = Attendance.Came.CAME if world.chance.happens(0.8) else Attendance.Came.AWAY
            world.keeper.keep(
                Attendance(meeting=meeting, member=member, came=came if held else Attendance.Came.INVITED)
            )
    if held:
        title = "The team around the family met"
        world.note(helped.family, at, "meeting", title, by=helped.lead, because=reference(meeting))


def review(world: World, helped: Helped, goals: list[Goal]) -> None:
    """Review the plan again and again until it ends; some leads fall behind."""
    plan = helped.plan
    scores = {goal.pk: goal.start_score or 1 for goal in goals}
    most = _MOST_REVIEWS if helped.lately else 1
    while plan.review_by and len(helped.reviewed) < most:
        at = world.chance.at_work(plan.review_by.date() + timedelta(days=world.chance.between(-5, 4)))
        if at >= helped.ends or (helped.open and world.chance.happens(0.12)):
            return
        _hold_review(world, helped, goals, scores, at)


def _hold_review(
    world: World, helped: Helped, goals: list[Goal], scores: dict[UUID, int], at: datetime
) -> None:
    plan, voice = helped.plan, helped.voice
    held = Review(
        id=world.chance.id(),
        plan=plan,
        on=at.date(),
        level=plan.level,
        went_well=voice.of("went_well"),
        still_hard=voice.of("still_hard"),
        child_words=voice.child(helped.asked.kin.themes[0]) if world.chance.happens(0.4) else "",
        next_steps=voice.of("next_steps"),
        with_whom=plan.agreed_with,
        by=helped.lead,
        at=at,
    )
    world.keeper.keep(held)
    for goal in goals:
        better = world.chance.pick((-1, 0, 1, 1, 1, 2, 2))
        scores[goal.pk] = min(10, max(0, scores[goal.pk] + better))
        words = voice.of("score_words")
        world.keeper.keep(GoalScore(review=held, goal=goal, score=scores[goal.pk], words=words))
    helped.reviewed.append(at)
    plan.review_by = review_due(plan, at)
    title = f"The plan was reviewed at level {plan.level}"
    world.note(helped.family, at, "review", title, by=helped.lead, because=reference(held))


def visit(world: World, helped: Helped) -> None:
    """Note a few visits and calls between the meetings."""
    if not helped.lately:
        return
    days = max(1, (helped.ends - helped.plan.opened_at).days)
    for day in sorted(world.chance.between(1, days) for _ in range(min(4, days // 30))):
        at = min(world.chance.later(helped.plan.opened_at, day, day), helped.ends)
        world.note(helped.family, at, "visit", helped.voice.of("visits"), by=helped.lead)
