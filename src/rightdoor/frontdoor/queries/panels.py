"""Panels: their meetings, what is on the agendas, and what they decided this quarter."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import Http404
from django.utils import timezone

from rightdoor.access.models import Practitioner
from rightdoor.access.partnership import pack
from rightdoor.engines.packs import Panel
from rightdoor.families.sight import seats_of
from rightdoor.frontdoor.models import AgendaItem, HelpRequest, Outcome, PanelMeeting, PersonNamed
from rightdoor.frontdoor.queries.queue import requests_for

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
    rows = _meetings().filter(panel=panel, closed_at__isnull=True, at__gte=now - _STILL_TO_CLOSE)
    return list(rows.order_by("at")[:_SHOWN])


def next_meetings(now: datetime) -> dict[str, list[PanelMeeting]]:
    """Give the meetings to come of every panel, soonest first, in one query."""
    found: dict[str, list[PanelMeeting]] = {}
    for meeting in _meetings().filter(closed_at__isnull=True, at__gte=now).order_by("at")[:_MOST]:
        found.setdefault(meeting.panel, []).append(meeting)
    return found


def meetings_held(panel: str) -> list[PanelMeeting]:
    """Give the last meetings that were closed, newest first."""
    return list(_meetings().filter(panel=panel, closed_at__isnull=False).order_by("-at")[:_SHOWN])


def meetings_with_room(now: datetime) -> list[PanelMeeting]:
    """Give the meetings to come, of every panel, that can take one more request, soonest first."""
    rows = _meetings().filter(closed_at__isnull=True, at__gte=now).order_by("at")[:_MOST]
    return [meeting for meeting in rows if meeting.on_agenda < meeting.capacity]  # type: ignore[attr-defined]


def later_meetings(meeting: PanelMeeting) -> list[PanelMeeting]:
    """Give later meetings of the same panel that can take one more request."""
    rows = _meetings().filter(panel=meeting.panel, closed_at__isnull=True, at__gt=meeting.at)
    return [one for one in rows.order_by("at")[:_SHOWN] if one.on_agenda < one.capacity]  # type: ignore[attr-defined]


def meeting_or_404(who: Practitioner, meeting_id: UUID) -> PanelMeeting:
    """Give a meeting to somebody who sits on its panel."""
    seated = PanelMeeting.objects.filter(panel__in=seats_of(who))
    found = seated.filter(pk=meeting_id).select_related("closed_by").first()
    if found is None:
        raise Http404
    return found


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
    named = Prefetch("request__people", queryset=PersonNamed.objects.order_by("pk"))
    items = list(
        meeting.items.select_related(
            "request__family", "request__asker_agency", "agency", "worker", "decided_by"
        )
        .prefetch_related(named)
        .order_by("position")
    )
    seen = requests_for(who).filter(pk__in=[item.request_id for item in items])
    return Agenda(items, frozenset(seen.values_list("pk", flat=True)))


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
    # Nothing is decided long after its meeting; saying so spares reading every agenda there ever was.
    held = Q(meeting__panel=panel, meeting__at__gte=start - _STILL_TO_CLOSE)
    found = AgendaItem.objects.filter(held, decided_at__gte=start, decided_at__lte=now).aggregate(
        accepted=Count("pk", filter=Q(outcome=Outcome.ACCEPTED)),
        elsewhere=Count("pk", filter=Q(outcome=Outcome.ELSEWHERE)),
    )
    return Counts(since, **found)
