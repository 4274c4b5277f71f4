"""Who upstairs wants to know, inside the same transaction, that a lead has answered.

A room above adds its own function to a list when the house starts; this room never imports upwards.
"""

from collections.abc import Callable
from datetime import datetime

from rightdoor.access.models import Practitioner
from rightdoor.plans.models import LeadOffer, Plan

LeadAnswered = Callable[[LeadOffer, Plan | None, Practitioner, datetime], None]
lead_answered: list[LeadAnswered] = []


def tell_lead_answered(offer: LeadOffer, plan: Plan | None, by: Practitioner, now: datetime) -> None:
    """Tell everybody who asked to know; `plan` is None when the offer was declined or taken back."""
    for told in lead_answered:
        told(offer, plan, by, now)
