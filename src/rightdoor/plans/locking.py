"""Holding a row while it is changed, so that what was checked is still true when it is written."""

from rightdoor.families.models import Family
from rightdoor.plans.models import Plan


def hold(plan: Plan) -> Plan:
    """Hold a plan until the transaction ends, brought up to date: nobody closes or passes it on meanwhile.

    Not the strongest lock: rows that point at the plan may still be added by others.
    """
    plan.refresh_from_db(from_queryset=Plan.objects.select_for_update(no_key=True))
    return plan


def hold_family(family: Family) -> None:
    """Hold a family until the transaction ends: nobody else asks for a lead or opens its plan meanwhile."""
    Family.objects.select_for_update(no_key=True).get(pk=family.pk)
