"""The questions asked of a plan on every page, put into SQL once. Each takes the key of what it is about."""

from typing import Any

from django.db.models import QuerySet

from rightdoor.access.prepared import prepared
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
    Rating,
    Review,
    Step,
    TeamMember,
)
from rightdoor.plans.states import State


@prepared
def lead_offer(family: Any) -> QuerySet[LeadOffer]:
    """Give the offer of the lead that waits."""
    waiting = LeadOffer.objects.filter(family=family, answer="")
    return waiting.select_related("to", "offered_by")


@prepared
def assessment(plan: Any) -> QuerySet[Assessment]:
    """Give the newest assessment."""
    found = Assessment.objects.filter(plan=plan).select_related("completed_by")
    return found.order_by("-started_at")[:1]


@prepared
def ratings(assessment: Any) -> QuerySet[Rating]:
    """Give the ratings of an assessment."""
    return Rating.objects.filter(assessment=assessment).select_related("person", "by")


@prepared
def entries(assessment: Any) -> QuerySet[Entry]:
    """Give what is written in an assessment."""
    found = Entry.objects.filter(assessment=assessment, removed_at__isnull=True)
    return found.select_related("person", "by", "removed_by")


@prepared
def removed_entries(assessment: Any) -> QuerySet[Entry]:
    """Give what was taken out of an assessment."""
    found = Entry.objects.filter(assessment=assessment, removed_at__isnull=False)
    return found.select_related("person", "by", "removed_by")


@prepared
def goals(plan: Any) -> QuerySet[Goal]:
    """Give the goals in order."""
    return Goal.objects.filter(plan=plan).select_related("whose")


@prepared
def actions(plan: Any) -> QuerySet[PlanAction]:
    """Give the actions of all goals."""
    return PlanAction.objects.filter(goal__plan=plan).select_related("owner", "owner_person")


@prepared
def scores(plan: Any) -> QuerySet[GoalScore]:
    """Give the scores of all goals, by when they were given."""
    found = GoalScore.objects.filter(goal__plan=plan).select_related("review")
    return found.order_by("review__on", "review__at")


@prepared
def meetings(plan: Any) -> QuerySet[Meeting]:
    """Give the meetings, earliest first."""
    return Meeting.objects.filter(plan=plan).select_related("called_by")


@prepared
def attendance(plan: Any) -> QuerySet[Attendance]:
    """Give who was invited to any meeting, and who came."""
    found = Attendance.objects.filter(meeting__plan=plan)
    return found.select_related("member__practitioner", "member__person")


@prepared
def reviews(plan: Any) -> QuerySet[Review]:
    """Give the reviews, earliest first."""
    return Review.objects.filter(plan=plan).select_related("by")


@prepared
def handovers(plan: Any) -> QuerySet[Handover]:
    """Give the offers to hand the plan over, newest first."""
    found = Handover.objects.filter(plan=plan).select_related("giver", "to", "offered_by")
    return found.order_by("-offered_at")


@prepared
def turns(plan: Any) -> QuerySet[LeadTurn]:
    """Give who held the plan, the present holder first."""
    return LeadTurn.objects.filter(plan=plan).select_related("lead__agency").order_by("-since", "-pk")


@prepared
def steps(plan: Any) -> QuerySet[Step]:
    """Give the moves of the plan, earliest first."""
    return Step.objects.filter(plan=plan).select_related("by")


@prepared
def open_plan(family: Any) -> QuerySet[Plan]:
    """Give the open plan of a family."""
    found = Plan.objects.filter(family=family).exclude(state=State.CLOSED)
    return found.select_related("lead__agency", "overseer")


@prepared
def newest_plan(family: Any) -> QuerySet[Plan]:
    """Give the newest plan of a family."""
    found = Plan.objects.filter(family=family).select_related("lead__agency", "overseer")
    return found.order_by("-opened_at")[:1]


@prepared
def team(plan: Any) -> QuerySet[TeamMember]:
    """Give everybody who is or was in the team."""
    found = TeamMember.objects.filter(plan=plan).select_related("practitioner__agency", "person")
    return found.order_by("joined_at", "pk")
