"""What was agreed and what was shared."""

from django.http import Http404

from rightdoor.access.models import Agency
from rightdoor.families.models import Agreement, Family, SharingDecision


def agreements_of(family: Family) -> list[Agreement]:
    """Give every agreement and refusal, newest first."""
    return list(family.agreements.select_related("person", "recorded_by").order_by("-given_on", "-pk"))


def agreement_or_404(family: Family, agreement_id: int) -> Agreement:
    """Give one agreement that has not been taken back."""
    agreement = family.agreements.filter(pk=agreement_id, withdrawn_on__isnull=True).first()
    if agreement is None:
        raise Http404
    return agreement


def sharing_decisions_of(family: Family) -> list[SharingDecision]:
    """Give every decision to share or not, newest first."""
    return list(family.sharing_decisions.select_related("to_agency", "by").order_by("-at"))


def agency_named(code: str) -> Agency:
    """Give an agency of the partnership by its code, which a form has checked."""
    return Agency.objects.get(pk=code)
