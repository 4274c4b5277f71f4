"""Holding a record still while it is changed, and the names under which other records rest on it."""

from uuid import UUID

from rightdoor.access.policy import Refused
from rightdoor.families.models import Family
from rightdoor.frontdoor.models import AgendaItem, HelpRequest, PanelMeeting
from rightdoor.frontdoor.policy import MOVED


def held(request_id: UUID, version: int | None = None) -> HelpRequest:
    """Give a request locked for changing; Refused when it is not the version somebody looked at.

    Its family is held first: whoever answers an offer holds the family and then the request, and two who
    hold the same things in two orders would wait for one another.
    """
    about = HelpRequest.objects.filter(pk=request_id).values("family")
    list(Family.objects.select_for_update(no_key=True).filter(pk__in=about).values_list("pk"))
    request = HelpRequest.objects.select_for_update(no_key=True).get(pk=request_id)
    if version is not None and request.version != version:
        raise Refused(MOVED)
    return request


def touched(request: HelpRequest) -> None:
    """Save a locked request as its next version."""
    request.version += 1
    request.save()


def held_meeting(meeting: PanelMeeting) -> PanelMeeting:
    """Give a meeting locked for changing."""
    return PanelMeeting.objects.select_for_update(no_key=True).get(pk=meeting.pk)


def because_of(item: AgendaItem) -> str:
    """Give the name under which the panel's sight of the family rests on this item."""
    return f"{item._meta.label_lower}:{item.pk}"
