"""What is kept about the help a family gets."""

from rightdoor.plans.models.assessment import Assessment, Entry, Rating
from rightdoor.plans.models.plan import Goal, Handover, LeadOffer, LeadTurn, Plan, PlanAction, Step
from rightdoor.plans.models.review import GoalScore, Review
from rightdoor.plans.models.team import Attendance, Meeting, TeamMember

__all__ = [
    "Assessment",
    "Attendance",
    "Entry",
    "Goal",
    "GoalScore",
    "Handover",
    "LeadOffer",
    "LeadTurn",
    "Meeting",
    "Plan",
    "PlanAction",
    "Rating",
    "Review",
    "Step",
    "TeamMember",
]
