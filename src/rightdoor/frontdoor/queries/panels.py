"""Panels: their meetings, what is on the agendas, and what they decided this quarter."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import Http404
from django.utils import timezone

from rightdoor.access.models import Practitioner
from rightdoor.access.partnership import pack
from rightdoor.access.prepared import keep_each, knowing, prepared, several
from rightdoor.engines.packs import Panel
from rightdoor.families.sight import A_SEAT, seats_of
from rightdoor.frontdoor.models import AgendaItem, HelpRequest, Outcome, PanelMeeting, PersonNamed
from rightdoor.frontdoor.queries.queue import readable_on, requests_for

_SHOWN = 6
_MOST = 50
_QUARTER = 3
_STILL_TO_CLOSE = timedelta(days=60)


@dataclass(frozen=True)
class Counts:
    """What a panel decided in a quarter."""

    since: date
    accepted: int = 0
    elsewhere: int = 0


def quarter_of(day: date) -> date:
    """Give the first day of the quarter a day lies in."""
    return date(day.year, (day.month - 1) // _QUARTER * _QUARTER + 1, 1)


def panels_of(who: Practitioner) -> list[Panel]:
    """Give the panels at which a practitioner sits."""
    seats = seats_of(who)
    return [panel for panel in pack().panels if panel.id in seats]


def panel_or_404(who: Practitioner, panel_id: str) -> Panel:
    """Give a panel of the pack to somebody who sits on it."""
    found = next((panel for panel in panels_of(who) if panel.id == panel_id), None)
    if found is None:
        raise Http404
    return found


def _meetings() -> QuerySet[PanelMeeting]:
    """Meetings with how much is on their agendas, counted only for those that are fetched."""
    items = AgendaItem.objects.filter(meeting=OuterRef("pk")).order_by().values("meeting")
    number = items.annotate(number=Count("pk")).values("number")
    return PanelMeeting.objects.annotate(
        on_agenda=Coalesce(Subquery(number), 0), still_open=Coalesce(Subquery(number.filter(outcome="")), 0)
    )


def meetings_to_come(panel: str, now: datetime) -> list[PanelMeeting]:
    """Give the next meetings, and those of the past two months that nobody has closed, soonest first."""
    return _to_come(panel=panel, since=now - _STILL_TO_CLOSE)


@prepared
def _to_come(panel: Any, since: Any) -> QuerySet[PanelMeeting]:
    rows = _meetings().filter(panel=panel, closed_at__isnull=True, at__gte=since)
    return rows.order_by("at", "pk")[:_SHOWN]


def next_meetings(now: datetime) -> dict[str, list[PanelMeeting]]:
    """Give the meetings to come of every panel, soonest first, in one query."""
    found: dict[str, list[PanelMeeting]] = {}
    for meeting in _next(now=now):
        found.setdefault(meeting.panel, []).append(meeting)
    return found


@prepared
def _next(now: Any) -> QuerySet[PanelMeeting]:
    return _meetings().filter(closed_at__isnull=True, at__gte=now).order_by("at", "pk")[:_MOST]


def meetings_held(panel: str) -> list[PanelMeeting]:
    """Give the last meetings that were closed, newest first."""
    return _held(panel=panel)


@prepared
def _held(panel: Any) -> QuerySet[PanelMeeting]:
    return _meetings().filter(panel=panel, closed_at__isnull=False).order_by("-at", "pk")[:_SHOWN]


def meetings_with_room(now: datetime) -> list[PanelMeeting]:
    """Give the meetings to come, of every panel, that can take one more request, soonest first."""
    return [meeting for meeting in _next(now=now) if meeting.on_agenda < meeting.capacity]  # type: ignore[attr-defined]


def later_meetings(meeting: PanelMeeting) -> list[PanelMeeting]:
    """Give later meetings of the same panel that can take one more request."""
    rows = _meetings().filter(panel=meeting.panel, closed_at__isnull=True, at__gt=meeting.at)
    return [one for one in rows.order_by("at")[:_SHOWN] if one.on_agenda < one.capacity]  # type: ignore[attr-defined]


def meeting_or_404(who: Practitioner, meeting_id: UUID) -> PanelMeeting:
    """Give a meeting to somebody who sits on its panel."""
    found = _meeting(seats=seats_of(who), meeting=meeting_id)
    if not found:
        raise Http404
    return found[0]


@prepared
def _meeting(seats: Any, meeting: Any) -> QuerySet[PanelMeeting]:
    seated = PanelMeeting.objects.filter(panel__in=several(seats, A_SEAT), pk=meeting)
    return seated.select_related("closed_by")


@dataclass(frozen=True)
class Agenda:
    """A meeting's items in order. Only those whose request is `in_sight` are told by name."""

    items: list[AgendaItem]
    in_sight: frozenset[UUID]

    def tells(self, item: AgendaItem) -> bool:
        """Say whether an item may be told with its names and reasons."""
        return item.request_id in self.in_sight

    @property
    def named(self) -> list[HelpRequest]:
        """The requests told by name."""
        return [item.request for item in self.items if self.tells(item)]


def agenda_of(who: Practitioner, meeting: PanelMeeting) -> Agenda:
    """Give the agenda in order, with all that its lines show, in a fixed number of queries."""
    items = knowing(_items(meeting=meeting.pk), meeting=meeting)
    keep_each([item.request for item in items], "people", _named_on(meeting=meeting.pk), by="request")
    return Agenda(items, frozenset(readable_on(who, meeting.pk)))


@prepared
def _items(meeting: Any) -> QuerySet[AgendaItem]:
    about = ("request__family", "request__asker_agency", "agency", "worker", "decided_by")
    return AgendaItem.objects.filter(meeting=meeting).select_related(*about).order_by("position")


@prepared
def _named_on(meeting: Any) -> QuerySet[PersonNamed]:
    return PersonNamed.objects.filter(request__agenda_items__meeting=meeting).order_by("pk")


def _items_for(who: Practitioner) -> QuerySet[AgendaItem]:
    return AgendaItem.objects.filter(meeting__panel__in=seats_of(who)).select_related("meeting")


def item_or_404(who: Practitioner, item_id: UUID) -> AgendaItem:
    """Give an item to somebody who sits on its panel, while they may read the request it is about."""
    seen = Exists(requests_for(who).filter(pk=OuterRef("request")))
    found = _items_for(who).filter(seen, pk=item_id).select_related("request__family").first()
    if found is None:
        raise Http404
    return found


def settled(who: Practitioner, item_id: UUID) -> AgendaItem | None:
    """Give a decided item to somebody who sits on its panel: to say where it was, not whom it named."""
    return _items_for(who).exclude(outcome="").filter(pk=item_id).first()


def counts_of(panel: str, now: datetime) -> Counts:
    """Count what a panel accepted and gave elsewhere in the quarter of a moment."""
    since = quarter_of(timezone.localdate(now))
    start = timezone.make_aware(datetime.combine(since, time.min))
    found = dict(_outcomes(panel=panel, held=start - _STILL_TO_CLOSE, start=start, now=now))
    return Counts(since, found.get(Outcome.ACCEPTED, 0), found.get(Outcome.ELSEWHERE, 0))


@prepared
def _outcomes(panel: Any, held: Any, start: Any, now: Any) -> QuerySet[AgendaItem, tuple[str, int]]:
    # Nothing is decided long after its meeting; saying so spares reading every agenda there ever was.
    rows = AgendaItem.objects.filter(meeting__panel=panel, meeting__at__gte=held)
    decided = rows.filter(decided_at__gte=start, decided_at__lte=now).order_by().values("outcome")
    return decided.annotate(number=Count("pk")).values_list("outcome", "number")
