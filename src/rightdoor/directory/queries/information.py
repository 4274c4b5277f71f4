"""What the information desk looks after: copies asked for, and who leads in which setting."""

from uuid import UUID

from django.db.models import F, QuerySet
from django.shortcuts import get_object_or_404

from rightdoor.access.models import Practitioner
from rightdoor.access.permissions import Permission
from rightdoor.access.policy import check_may
from rightdoor.directory.models import CopyAsked, InformationLead


def leads() -> dict[str, InformationLead]:
    """Give who leads in which setting. What the public sees of it is for the presenter to say."""
    return {lead.setting: lead for lead in InformationLead.objects.all()}


def lead_of(setting: str) -> InformationLead | None:
    """Give the lead of one setting, where there is one."""
    return InformationLead.objects.filter(pk=setting).first()


def lead_or_404(who: Practitioner, setting: str) -> InformationLead:
    """Give a lead to somebody who may change it."""
    check_may(who, Permission.INFORMATION_KEEP)
    return get_object_or_404(InformationLead.objects.all(), pk=setting)


def copies(who: Practitioner) -> QuerySet[CopyAsked]:
    """Give copies asked for, those that wait first, to somebody who may send them."""
    check_may(who, Permission.INFORMATION_KEEP)
    return CopyAsked.objects.select_related("sent_by").order_by(
        F("sent_at").desc(nulls_first=True), "due_at", "pk"
    )


def copy_or_404(who: Practitioner, copy_id: UUID) -> CopyAsked:
    """Give one copy to somebody who may send it."""
    return get_object_or_404(copies(who), pk=copy_id)
