"""One family's plan and all that hangs on it. The family is fetched, and so checked, by its own room."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, QuerySet
from django.http import Http404

from rightdoor.access.models import Draft, Practitioner
from rightdoor.access.prepared import keep, prepared
from rightdoor.families.models import Address, Family, ProtectedAddress
from rightdoor.families.queries import families_for, family_or_404
from rightdoor.plans.models import (
    Assessment,
    Attendance,
    Entry,
    Goal,
    GoalScore,
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
from rightdoor.plans.references import reference
from rightdoor.plans.states import State


def open_plan_of(family: Family) -> Plan | None:
    """Give the family's open plan with who leads and oversees it; None when it has none."""
    return _of(family, _open_plan.first(family=family.pk))


def plan_of(family: Family) -> Plan | None:
    """Give the family's newest plan with its team, open or closed; None when there never was one."""
    plan = _of(family, _newest_plan.first(family=family.pk))
    if plan:
        keep(plan, "team", _team(plan=plan.pk))
    return plan


@prepared
def _open_plan(family: Any) -> QuerySet[Plan]:
    found = Plan.objects.filter(family=family).exclude(state=State.CLOSED)
    return found.select_related("lead__agency", "overseer")


@prepared
def _newest_plan(family: Any) -> QuerySet[Plan]:
    found = Plan.objects.filter(family=family).select_related("lead__agency", "overseer")
    return found.order_by("-opened_at")[:1]


@prepared
def _team(plan: Any) -> QuerySet[TeamMember]:
    found = TeamMember.objects.filter(plan=plan).select_related("practitioner__agency", "person")
    return found.order_by("joined_at", "pk")


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
    return LeadOffer.objects.filter(family=family, answer="").select_related("to", "offered_by").first()


def assessment_of(plan: Plan) -> Assessment:
    """Give the plan's assessment, with its ratings."""
    found = (
        plan.assessments.select_related("completed_by")
        .prefetch_related("ratings__person", "ratings__by")
        .order_by("-started_at")
        .first()
    )
    if found is None:
        raise Http404
    found.plan = plan
    return found


def entries_of(assessment: Assessment, *, removed: bool = False) -> list[Entry]:
    """Give what is written in an assessment, oldest first; or what was taken out of it."""
    return list(
        assessment.entries.filter(removed_at__isnull=not removed).select_related("person", "by", "removed_by")
    )


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
    actions = PlanAction.objects.select_related("owner", "owner_person")
    scores = GoalScore.objects.select_related("review").order_by("review__on", "review__at")
    return list(
        plan.goals.select_related("whose").prefetch_related(
            Prefetch("actions", queryset=actions), Prefetch("scores", queryset=scores)
        )
    )


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
    attendance = Attendance.objects.select_related("member__practitioner", "member__person")
    return list(
        plan.meetings.select_related("called_by").prefetch_related(
            Prefetch("attendance", queryset=attendance)
        )
    )


def meeting_or_404(plan: Plan, meeting_id: UUID) -> Meeting:
    """Give a meeting of this plan and of no other."""
    meeting = next((meeting for meeting in meetings_of(plan) if meeting.pk == meeting_id), None)
    if meeting is None:
        raise Http404
    meeting.plan = plan
    return meeting


def reviews_of(plan: Plan) -> list[Review]:
    """Give the reviews, earliest first, each with its scores."""
    return list(plan.reviews.select_related("by").prefetch_related("scores"))


def handovers_of(plan: Plan) -> list[Handover]:
    """Give every offer to hand the plan over, newest first."""
    return list(plan.handovers.select_related("giver", "to", "offered_by").order_by("-offered_at"))


def turns_of(plan: Plan) -> list[LeadTurn]:
    """Give who held the plan and when, the present holder first."""
    return list(plan.turns.select_related("lead__agency").order_by("-since", "-pk"))


def steps_of(plan: Plan) -> list[Step]:
    """Give every move of the plan, earliest first."""
    return list(plan.steps.select_related("by"))


def open_actions_of(plan: Plan) -> list[PlanAction]:
    """Give what is still to be done."""
    return list(
        PlanAction.objects.filter(goal__plan=plan, done_on__isnull=True, not_done_reason="").select_related(
            "owner", "owner_person"
        )
    )


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
