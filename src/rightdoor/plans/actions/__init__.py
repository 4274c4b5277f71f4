"""Every change to the help a family gets: one function per verb, audited, in one transaction."""

from rightdoor.plans.actions.assessment import (
    add_entry,
    change_entry,
    complete_assessment,
    rate,
    remove_entry,
    restore_entry,
    write_summary,
)
from rightdoor.plans.actions.closing import close_plan, record_followup
from rightdoor.plans.actions.handover import answer_handover, offer_handover, withdraw_handover
from rightdoor.plans.actions.lead import answer_lead_offer, offer_lead, withdraw_lead_offer
from rightdoor.plans.actions.plan import (
    add_action,
    add_goal,
    add_services,
    agree_plan,
    change_action,
    change_goal,
    end_goal,
    settle_action,
    write_plan,
)
from rightdoor.plans.actions.reviews import Scored, Told, hold_review
from rightdoor.plans.actions.steps import resume, step_down, step_up
from rightdoor.plans.actions.team import (
    cancel_meeting,
    change_minutes,
    hold_meeting,
    invite,
    leave,
    plan_meeting,
)

__all__ = [
    "Scored",
    "Told",
    "add_action",
    "add_entry",
    "add_goal",
    "add_services",
    "agree_plan",
    "answer_handover",
    "answer_lead_offer",
    "cancel_meeting",
    "change_action",
    "change_entry",
    "change_goal",
    "change_minutes",
    "close_plan",
    "complete_assessment",
    "end_goal",
    "hold_meeting",
    "hold_review",
    "invite",
    "leave",
    "offer_handover",
    "offer_lead",
    "plan_meeting",
    "rate",
    "record_followup",
    "remove_entry",
    "restore_entry",
    "resume",
    "settle_action",
    "step_down",
    "step_up",
    "withdraw_handover",
    "withdraw_lead_offer",
    "write_plan",
    "write_summary",
]
