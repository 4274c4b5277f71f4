"""What the front door and the panels have in hand, in numbers; and what somebody has sent."""

from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils.timezone import localtime

from rightdoor.access.models import Practitioner
from rightdoor.access.prepared import prepared, several
from rightdoor.families.sight import A_SEAT, seats_of
from rightdoor.frontdoor.models import HelpRequest, PanelMeeting
from rightdoor.frontdoor.queries import last_sent as newest_sent
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
    found = {state: counts for state, *counts in _by_state(now=now, tonight=tonight)}
    at_desk = [found[state] for state in AT_THE_DESK if state in found]
    return Queue(
        new=found.get(State.RECEIVED, [0])[0],
        screening=found.get(State.SCREENING, [0])[0],
        allocating=found.get(State.ALLOCATING, [0])[0],
        overdue=sum(overdue for _, overdue, _ in at_desk),
        due_today=sum(today for _, _, today in at_desk),
    )


@prepared
def _by_state(now: Any, tonight: Any) -> QuerySet[HelpRequest, tuple[str, int, int, int]]:
    rows = HelpRequest.objects.filter(state__in=OPEN).order_by().values("state")
    overdue, today = Q(due_at__lt=now), Q(due_at__gte=now, due_at__lte=tonight)
    counted = rows.annotate(
        number=Count("pk"), overdue=Count("pk", filter=overdue), today=Count("pk", filter=today)
    )
    return counted.values_list("state", "number", "overdue", "today")


def meetings_ahead(who: Practitioner, now: datetime) -> list[PanelMeeting]:
    """Give the next meetings of the panels somebody sits on, each with how much is on its agenda."""
    return _ahead(seats=seats_of(who), now=now)


@prepared
def _ahead(seats: Any, now: Any) -> QuerySet[PanelMeeting]:
    rows = PanelMeeting.objects.filter(panel__in=several(seats, A_SEAT), closed_at__isnull=True, at__gte=now)
    return rows.annotate(on_agenda=Count("items")).order_by("at", "pk")[:A_FEW]


def last_sent(who: Practitioner) -> list[HelpRequest]:
    """Give the newest requests somebody sent."""
    return newest_sent(who, A_FEW)
