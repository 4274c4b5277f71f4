"""One family's plan and all that hangs on it. The family is fetched, and so checked, by its own room."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404

from rightdoor.access.models import Draft, Practitioner
from rightdoor.access.prepared import keep, keep_each, knowing
from rightdoor.families.models import Address, Family, ProtectedAddress
from rightdoor.families.queries import families_for, family_or_404
from rightdoor.plans.models import (
    Assessment,
    Entry,
    Goal,
    Handover,
    LeadOffer,
    LeadTurn,
    Meeting,
    Plan,
    PlanAction,
    Review,
    Step,
    TeamMember,
    Wording,
)
from rightdoor.plans.queries import asked
from rightdoor.plans.references import reference


def open_plan_of(family: Family) -> Plan | None:
    """Give the family's open plan with who leads and oversees it; None when it has none."""
    return _of(family, asked.open_plan.first(family=family.pk))


def plan_of(family: Family) -> Plan | None:
    """Give the family's newest plan with its team, open or closed; None when there never was one."""
    plan = _of(family, asked.newest_plan.first(family=family.pk))
    if plan:
        keep(plan, "team", asked.team(plan=plan.pk))
    return plan


def _of(family: Family, plan: Plan | None) -> Plan | None:
    # The family at hand carries why it is seen; another copy would not.
    if plan:
        plan.family = family
    return plan


def is_seen(who: Practitioner, family: Family) -> bool:
    """Say whether a practitioner may still see a family."""
    return families_for(who).filter(pk=family.pk).exists()


def plan_or_404(who: Practitioner, family_id: UUID) -> Plan:
    """Give the newest plan of a family this practitioner may see."""
    plan = plan_of(family_or_404(who, family_id))
    if plan is None:
        raise Http404
    return plan


def earlier_plans(plan: Plan) -> QuerySet[Plan]:
    """Give the plans the family had before this one, newest first."""
    return Plan.objects.filter(family=plan.family_id, opened_at__lt=plan.opened_at).order_by("-opened_at")


def lead_offer_waiting(family: Family) -> LeadOffer | None:
    """Give the offer of the lead that somebody has yet to answer."""
    return asked.lead_offer.first(family=family.pk)


def assessment_of(plan: Plan) -> Assessment:
    """Give the plan's assessment, with its ratings."""
    found = asked.assessment.first(plan=plan.pk)
    if found is None:
        raise Http404
    found.plan = plan
    keep(found, "ratings", knowing(asked.ratings(assessment=found.pk), assessment=found))
    return found


def entries_of(assessment: Assessment, *, removed: bool = False) -> list[Entry]:
    """Give what is written in an assessment, oldest first; or what was taken out of it."""
    ask = asked.removed_entries if removed else asked.entries
    return knowing(ask(assessment=assessment.pk), assessment=assessment)


def entry_or_404(plan: Plan, entry_id: UUID) -> Entry:
    """Give an entry of this plan's assessments and of no other."""
    entry = (
        Entry.objects.filter(pk=entry_id, assessment__plan=plan)
        .select_related("assessment__family", "assessment__plan__lead", "person", "by")
        .first()
    )
    if entry is None:
        raise Http404
    return entry


def goals_of(plan: Plan) -> list[Goal]:
    """Give the goals in order, each with its actions and their owners, and its scores with their dates."""
    goals = knowing(asked.goals(plan=plan.pk), plan=plan)
    keep_each(goals, "actions", asked.actions(plan=plan.pk), by="goal")
    keep_each(goals, "scores", asked.scores(plan=plan.pk), by="goal")
    return goals


def goal_or_404(plan: Plan, goal_id: UUID) -> Goal:
    """Give a goal of this plan and of no other."""
    goal = plan.goals.filter(pk=goal_id).select_related("plan__family", "plan__lead").first()
    if goal is None:
        raise Http404
    return goal


def action_or_404(plan: Plan, action_id: UUID) -> PlanAction:
    """Give an action of this plan and of no other."""
    action = (
        PlanAction.objects.filter(pk=action_id, goal__plan=plan)
        .select_related("goal__plan__family", "goal__plan__lead", "owner", "owner_person")
        .first()
    )
    if action is None:
        raise Http404
    return action


def team_of(plan: Plan) -> list[TeamMember]:
    """Give who is in the team now, from what was fetched with the plan."""
    return [member for member in plan.team.all() if member.left_at is None]


def member_or_404(plan: Plan, member_id: UUID) -> TeamMember:
    """Give a member of this plan's team and of no other."""
    member = plan.team.filter(pk=member_id).select_related("plan__family", "plan__lead").first()
    if member is None:
        raise Http404
    return member


def meetings_of(plan: Plan) -> list[Meeting]:
    """Give the meetings, earliest first, each with who was invited and who came."""
    meetings = knowing(asked.meetings(plan=plan.pk), plan=plan)
    keep_each(meetings, "attendance", asked.attendance(plan=plan.pk), by="meeting")
    return meetings


def meeting_or_404(plan: Plan, meeting_id: UUID) -> Meeting:
    """Give a meeting of this plan and of no other."""
    meeting = next((meeting for meeting in meetings_of(plan) if meeting.pk == meeting_id), None)
    if meeting is None:
        raise Http404
    meeting.plan = plan
    return meeting


def reviews_of(plan: Plan) -> list[Review]:
    """Give the reviews, earliest first, each with its scores."""
    reviews = knowing(asked.reviews(plan=plan.pk), plan=plan)
    keep_each(reviews, "scores", asked.scores(plan=plan.pk), by="review")
    return reviews


def handovers_of(plan: Plan) -> list[Handover]:
    """Give every offer to hand the plan over, newest first."""
    return knowing(asked.handovers(plan=plan.pk), plan=plan)


def turns_of(plan: Plan) -> list[LeadTurn]:
    """Give who held the plan and when, the present holder first."""
    return asked.turns(plan=plan.pk)


def steps_of(plan: Plan) -> list[Step]:
    """Give every move of the plan, earliest first."""
    return asked.steps(plan=plan.pk)


def open_actions_of(plan: Plan) -> list[PlanAction]:
    """Give what is still to be done."""
    return [
        action for action in asked.actions(plan=plan.pk) if not action.done_on and not action.not_done_reason
    ]


def handover_or_404(who: Practitioner, offer_id: UUID) -> Handover:
    """Give a hand-over offered to this practitioner; one that no longer stands tells them nothing."""
    offer = (
        Handover.objects.filter(pk=offer_id, to=who)
        .select_related("plan__family", "plan__lead__supervisor", "giver", "to", "offered_by")
        .first()
    )
    if offer is None or (offer.answer and not is_seen(who, offer.plan.family)):
        raise Http404
    return offer


def lead_offer_or_404(who: Practitioner, offer_id: UUID) -> LeadOffer:
    """Give an offer of the lead made to this practitioner; one that no longer stands tells them nothing."""
    offer = (
        LeadOffer.objects.filter(pk=offer_id, to=who)
        .select_related("family", "to", "offered_by__agency")
        .first()
    )
    if offer is None or (offer.answer and not is_seen(who, offer.family)):
        raise Http404
    return offer


def wordings_of(records: Iterable[Entry | Plan | Goal | PlanAction | Meeting | Assessment]) -> list[Wording]:
    """Give every earlier wording of some records, newest first."""
    names = [reference(record) for record in records]
    return list(Wording.objects.filter(record__in=names).select_related("replaced_by"))


def drafts_of(who: Practitioner, prefix: str) -> dict[str, Draft]:
    """Give what was left half written on the forms whose names begin so, by the rest of the name."""
    drafts = Draft.objects.filter(practitioner=who, page__startswith=prefix)
    return {draft.page.removeprefix(prefix): draft for draft in drafts}


def home_is_recorded(family: Family) -> tuple[bool, bool]:
    """Say whether an address of anybody in the family is held, and whether a protected one is."""
    members = family.members.filter(until__isnull=True).values("person")
    return (
        Address.objects.filter(person__in=members).exists(),
        ProtectedAddress.objects.filter(person__in=members).exists(),
    )


@dataclass(frozen=True)
class TeamClock:
    """How the first meeting of the team stands against its clock."""

    due_at: datetime
    first_held: datetime | None
    now: datetime

    @property
    def met(self) -> bool:
        """Whether the team met in time."""
        return self.first_held is not None and self.first_held <= self.due_at

    @property
    def late(self) -> bool:
        """Whether the clock ran out before the team met."""
        return (self.first_held or self.now) > self.due_at


def team_clock(plan: Plan, meetings: Iterable[Meeting], now: datetime) -> TeamClock:
    """Say how the first meeting stands: held in time, held late, or still to come."""
    held = [meeting.held_at for meeting in meetings if meeting.held_at]
    return TeamClock(plan.team_by, min(held, default=None), now)
