"""What is kept about the help a family gets."""

from rightdoor.plans.models.assessment import Assessment, Entry, Rating
from rightdoor.plans.models.goals import Goal, PlanAction
from rightdoor.plans.models.plan import Handover, LeadOffer, LeadTurn, Plan, Step
from rightdoor.plans.models.review import GoalScore, Review
from rightdoor.plans.models.team import Attendance, Meeting, TeamMember
from rightdoor.plans.models.wording import Wording

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
    "Wording",
]
