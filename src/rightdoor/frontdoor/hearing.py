"""What this room hears from the room below: a practitioner asked to lead has answered."""

from datetime import datetime

from rightdoor.access.models import Practitioner
from rightdoor.frontdoor import actions
from rightdoor.plans.models import LeadOffer, Plan


def lead_has_answered(offer: LeadOffer, plan: Plan | None, by: Practitioner, now: datetime) -> None:
    """Pass the answer on to the request it is about, in the transaction of the answer."""
    actions.hear_answer(offer=offer, plan=plan, by=by, now=now)
