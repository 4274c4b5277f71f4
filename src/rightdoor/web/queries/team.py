"""What a supervisor's leads hold."""

from uuid import UUID

from django.http import Http404

from rightdoor.access.models import Practitioner
from rightdoor.access.permissions import Permission
from rightdoor.plans.models import Plan
from rightdoor.plans.queries import held_by


def led_by_or_404(who: Practitioner, practitioner_id: UUID) -> tuple[Practitioner, list[Plan]]:
    """Give one of the practitioners somebody supervises, and the open plans they hold."""
    own = Practitioner.objects.filter(supervisor=who) if who.may(Permission.PLAN_SUPERVISE) else None
    lead = own.filter(pk=practitioner_id).select_related("agency").first() if own is not None else None
    if lead is None:
        raise Http404
    return lead, held_by(lead)
