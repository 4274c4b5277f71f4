"""What the front door and the panels have in hand, in numbers; and what somebody has sent."""

from dataclasses import dataclass
from datetime import datetime, time

from django.db.models import Count, Q
from django.utils.timezone import localtime

from rightdoor.access.models import Practitioner
from rightdoor.families.sight import seats_of
from rightdoor.frontdoor.models import HelpRequest, PanelMeeting
from rightdoor.frontdoor.queries import sent_by
from rightdoor.frontdoor.states import OPEN, State

A_FEW = 5
AT_THE_DESK = [State.RECEIVED, State.SCREENING]


@dataclass(frozen=True)
class Queue:
    """How many requests are in hand, by what they wait for and by their clocks."""

    new: int
    screening: int
    allocating: int
    overdue: int
    due_today: int


def queue_counts(now: datetime) -> Queue:
    """Count the open requests, in one query over those that are open."""
    tonight = datetime.combine(localtime(now).date(), time.max, localtime(now).tzinfo)
    at_desk = Q(state__in=AT_THE_DESK)
    found = HelpRequest.objects.filter(state__in=OPEN).aggregate(
        new=Count("pk", filter=Q(state=State.RECEIVED)),
        screening=Count("pk", filter=Q(state=State.SCREENING)),
        allocating=Count("pk", filter=Q(state=State.ALLOCATING)),
        overdue=Count("pk", filter=at_desk & Q(due_at__lt=now)),
        due_today=Count("pk", filter=at_desk & Q(due_at__gte=now, due_at__lte=tonight)),
    )
    return Queue(**found)


def meetings_ahead(who: Practitioner, now: datetime) -> list[PanelMeeting]:
    """Give the next meetings of the panels somebody sits on, each with how much is on its agenda."""
    rows = PanelMeeting.objects.filter(panel__in=seats_of(who), closed_at__isnull=True, at__gte=now)
    return list(rows.annotate(on_agenda=Count("items")).order_by("at")[:A_FEW])


def last_sent(who: Practitioner) -> list[HelpRequest]:
    """Give the newest requests somebody sent."""
    return sent_by(who, per_page=A_FEW).rows
