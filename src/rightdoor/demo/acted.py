"""A handful of families taken through the real actions, so that the first pages opened have much to show."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from rightdoor.access.models import Practitioner
from rightdoor.demo.chance import LONDON
from rightdoor.demo.told import Families, Told
from rightdoor.demo.world import World
from rightdoor.engines.calendar import england_and_wales
from rightdoor.families import actions as families
from rightdoor.families.models import Family
from rightdoor.frontdoor import actions as frontdoor
from rightdoor.frontdoor.circumstances import document_of
from rightdoor.frontdoor.models import Choice, HelpRequest, PanelMeeting
from rightdoor.plans import actions as plans
from rightdoor.plans.advising import advice_on
from rightdoor.plans.models import Attendance, Entry, Goal, LeadOffer, Plan
from rightdoor.plans.states import State

_LOWER = "2"  # the level of need at which a plan steps down


@dataclass
class Stage:
    """Who acts, and what day it is."""

    world: World
    cast: Mapping[str, Practitioner]
    stories: Families

    def ago(self, days: int, hour: int = 10, minute: int = 0) -> datetime:
        """Give a moment that many days ago, or on the working day before it; never in the future."""
        day = self.world.today - timedelta(days=days)
        while not england_and_wales().is_working(day):
            day -= timedelta(days=1)
        moment = datetime(day.year, day.month, day.day, hour, minute, tzinfo=LONDON)
        return min(moment, self.world.now - timedelta(minutes=30 - minute // 2))


def act(world: World, cast: Mapping[str, Practitioner]) -> None:
    """Let every hand-written family happen. `cast` are the personas by key."""
    stage = Stage(world, cast, Families(world.today, world.places))
    _half_brother(stage)
    _ask(stage, stage.stories.tell("health_visitor"), "hana-visits", 0, hour=8)
    _with_plan(stage)
    _stepping_down(stage)
    _expecting(stage)
    _two_homes(stage)
    _arabic_names(stage)


def _ask(stage: Stage, told: Told, by: str, days: int, *, hour: int = 9) -> HelpRequest:
    return frontdoor.send_request(
        story=told.story, asking=told.asking, by=stage.cast.get(by), now=stage.ago(days, hour)
    )


def _screened(stage: Stage, told: Told, by: str, days: int) -> tuple[HelpRequest, Family]:
    """Send a request, look at it the same day and put the family on record."""
    officer, now = stage.cast["dolores-door"], stage.ago(days, 11)
    request = _ask(stage, told, by, days)
    frontdoor.take(request=request, by=officer, now=now)
    frontdoor.screen(request=request, document=document_of(told.story, now.date()), by=officer, now=now)
    family = frontdoor.link_people(
        request=request, matches={}, family=None, by=officer, now=stage.ago(days, 11, 20)
    )
    request.refresh_from_db()
    return request, family


def _opened(stage: Stage, told: Told, *, by: str, lead: str, days: int) -> Plan:
    """From a request to an open plan: decided for a team, offered to a lead, accepted the next day."""
    request, family = _screened(stage, told, by, days)
    officer, holder = stage.cast["dolores-door"], stage.cast[lead]
    reason = "Several needs in one family: one plan and one named person will help most."
    chosen = frontdoor.Chosen(choice=Choice.TEAM, reason=reason, worker=holder)
    frontdoor.decide(request=request, chosen=chosen, by=officer, now=stage.ago(days, 12))
    offer = LeadOffer.objects.get(family=family, answer="")
    plan = plans.answer_lead_offer(offer=offer, accept=True, reason="", by=holder, now=stage.ago(days - 1, 9))
    if plan is None:
        raise ValueError("The lead said yes, yet there is no plan.")
    return plan


def _said(stage: Stage, plan: Plan, voices: Mapping[str, str], days: int) -> None:
    """Write the children's own words into the assessment."""
    people = {member.person.known_as: member.person for member in plan.family.members.all()}
    for name, words in voices.items():
        plans.add_entry(
            assessment=plan.assessments.get(),
            kind=Entry.Kind.VOICE,
            question="child-words",
            text=words,
            person=people[name],
            said_by=name,
            by=plan.lead,
            now=stage.ago(days, 14),
        )


def _assessed(stage: Stage, plan: Plan, days: int) -> None:
    """Rate how things are and finish the assessment at the level the rules advise."""
    assessment, lead, now = plan.assessments.get(), plan.lead, stage.ago(days, 14)
    for scale, score in (("safety", 7), ("coping", 3), ("getting-on", 6)):
        plans.rate(assessment=assessment, scale=scale, score=score, said_by="The family", by=lead, now=now)
    advice = advice_on(plan.family, now.date())
    plans.complete_assessment(
        assessment=assessment,
        level=advice.band.code,
        took_part="The whole family, at the kitchen table",
        advice=advice,
        by=lead,
        now=now,
    )
    plan.refresh_from_db()


def _agreed(stage: Stage, plan: Plan, work: Mapping[str, Any], days: int) -> None:
    """Write goals with the family, each with steps, and let them agree the plan."""
    lead, now = plan.lead, stage.ago(days, 15)
    for told in work["goals"]:
        goal = plans.add_goal(plan=plan, words=told["words"], start_score=told["start"], by=lead, now=now)
        for place, text in enumerate(told["steps"]):
            _to_do(stage, goal, text, now + timedelta(days=14 * (place + 1)), by=lead, now=now)
    plans.agree_plan(plan=plan, on=now.date(), with_whom=work["agreed_with"], by=lead, now=now)


def _to_do(stage: Stage, goal: Goal, text: str, due: datetime, *, by: Practitioner, now: datetime) -> None:
    """Add something for the lead to do, and let it be done if its day has come."""
    action = plans.add_action(goal=goal, words=text, owner=by, due_on=due.date(), by=by, now=now)
    if due < stage.world.now:
        plans.settle_action(action=action, done=True, on=due.date(), by=by, now=due)


def _met(stage: Stage, plan: Plan, work: Mapping[str, Any], *, since: int, until: int = 0) -> None:
    """Call the team together and write up what was said, at each meeting between two days."""
    for told in (meeting for meeting in work["meetings"] if until < meeting["days"] <= since):
        at = stage.ago(told["days"], 13)
        meeting = plans.plan_meeting(
            plan=plan, planned_for=at, place="Family centre", by=plan.lead, now=stage.ago(told["days"] + 5)
        )
        came = {member.pk: Attendance.Came.CAME for member in plan.team.all()}
        plans.hold_meeting(
            meeting=meeting,
            held_at=at,
            minutes=told["minutes"],
            came=came,
            by=plan.lead,
            now=stage.ago(told["days"], 16),
        )


def _reviewed(stage: Stage, plan: Plan, work: Mapping[str, Any]) -> None:
    goals = list(plan.goals.all())
    for told in (dict(review) for review in work["reviews"]):
        days, scores = told.pop("days"), told.pop("scores")
        plans.hold_review(
            plan=plan,
            on=stage.ago(days).date(),
            told=plans.Told(**told),
            scores={goal.pk: plans.Scored(score) for goal, score in zip(goals, scores, strict=True)},
            level=plan.level,
            by=plan.lead,
            now=stage.ago(days, 16),
        )
        plan.refresh_from_db()


def _half_brother(stage: Stage) -> None:
    """Known from before, under another family name: for the front door to find."""
    told = stage.stories.tell("half_brother")
    request, _ = _screened(stage, told, "tariq-chalk", 200)
    reason = "One need that school can meet with a mentor and a quiet place."
    chosen = frontdoor.Chosen(
        choice=Choice.SINGLE_AGENCY,
        reason=reason,
        agency=stage.cast["tariq-chalk"].agency,
        basis="Agreement of the family",
    )
    frontdoor.decide(request=request, chosen=chosen, by=stage.cast["dolores-door"], now=stage.ago(200, 12))


def _with_plan(stage: Stage) -> None:
    """Half a year of help: assessment, plan, team, three reviews; offered on, for the lead goes on leave."""
    told = stage.stories.tell("with_plan")
    plan = _opened(stage, told, by="tariq-chalk", lead="fatou-baton", days=160)
    for key, role, days in (("tariq-chalk", "School", 155), ("hana-visits", "Health visitor for Bo", 154)):
        plans.invite(plan=plan, practitioner=stage.cast[key], role=role, by=plan.lead, now=stage.ago(days))
    mother = plan.family.members.get(person__known_as="Philomena").person
    plans.invite(plan=plan, person=mother, role="Mum", by=plan.lead, now=stage.ago(154))
    _met(stage, plan, told.work, since=150, until=140)
    _said(stage, plan, told.work["voices"], 143)
    _assessed(stage, plan, 142)
    _agreed(stage, plan, told.work, 136)
    _met(stage, plan, told.work, since=135)
    _reviewed(stage, plan, told.work)
    plans.offer_handover(
        plan=plan,
        to=stage.cast["wilf-relay"],
        reason=told.work["handover_reason"],
        note=told.work["handover_note"],
        by=plan.lead,
        now=stage.ago(2),
    )


def _stepping_down(stage: Stage) -> None:
    """Nearly done: the plan steps down with the family's agreement."""
    told = stage.stories.tell("stepping_down")
    plan = _opened(stage, told, by="tariq-chalk", lead="wilf-relay", days=120)
    _met(stage, plan, told.work, since=115)
    _said(stage, plan, told.work["voices"], 105)
    _assessed(stage, plan, 104)
    _agreed(stage, plan, told.work, 98)
    _reviewed(stage, plan, told.work)
    plans.step_down(
        plan=plan,
        after=State.STEPPING_DOWN,
        level=_LOWER,
        reason="Both goals are nearly met, and the family has people to turn to.",
        agreed=True,
        agreed_with=told.work["agreed_with"],
        how="face to face",
        agreed_on=stage.ago(12).date(),
        by=plan.lead,
        now=stage.ago(12),
    )


def _expecting(stage: Stage) -> None:
    """A lead has been asked and has not answered yet."""
    told = stage.stories.tell("expecting")
    request, _ = _screened(stage, told, "", 2)
    chosen = frontdoor.Chosen(
        choice=Choice.TEAM,
        reason="A first baby, two young parents who want to learn, and nobody of their own to ask.",
        worker=stage.cast["fatou-baton"],
        note="They asked for themselves. Saffron is happy to be texted.",
    )
    frontdoor.decide(request=request, chosen=chosen, by=stage.cast["dolores-door"], now=stage.ago(1, 9))


def _two_homes(stage: Stage) -> None:
    """On the next agenda of the panel, with the children in both homes."""
    told = stage.stories.tell("two_homes")
    request, family = _screened(stage, told, "tariq-chalk", 4)
    officer, now = stage.cast["dolores-door"], stage.ago(4, 12)
    father = family.members.get(person__known_as="Duarte").person
    children = [member.person for member in family.members.filter(part="child")]
    families.add_home(family=family, name="Dad's home", people=[father, *children], by=officer, now=now)
    meeting = _next_meeting(stage)
    if meeting:
        reason = "Two homes and a parent who drinks: the panel knows who can work with both."
        chosen = frontdoor.Chosen(choice=Choice.PANEL, reason=reason, meeting=meeting)
        frontdoor.decide(request=request, chosen=chosen, by=officer, now=stage.ago(3, 9))


def _next_meeting(stage: Stage) -> PanelMeeting | None:
    coming = PanelMeeting.objects.filter(at__gt=stage.world.now, panel__in=stage.world.panels.ids[:1])
    return next((m for m in coming.order_by("at") if m.items.count() < m.capacity), None)


def _arabic_names(stage: Stage) -> None:
    """Accepted two weeks ago; the assessment is half written."""
    told = stage.stories.tell("arabic_names")
    plan = _opened(stage, told, by="hana-visits", lead="wilf-relay", days=12)
    _said(stage, plan, told.work["voices"], 6)
