"""The panels of the pack: their meetings, past and to come, and who is on which agenda."""

from bisect import bisect_left
from datetime import date, datetime, time, timedelta

from rightdoor.access.models import Practitioner
from rightdoor.demo.chance import LONDON, Chance
from rightdoor.demo.writing import Keeper
from rightdoor.engines.packs import Pack
from rightdoor.frontdoor.models import AgendaItem, HelpRequest, PanelMeeting

_EARLY_HELP = {2, 3}
_AHEAD = timedelta(weeks=6)
_TUESDAY = 1
_MINUTES = "Each family was heard in turn. Who takes which is written beside it."


class Panels:
    """Meets every week on a Tuesday; an agenda takes no more than its panel's capacity."""

    def __init__(self, chance: Chance, pack: Pack, years: int, now: datetime) -> None:
        """Plan the meetings of every panel that shares out early help."""
        self._chance, self._now = chance, now
        self.ids = [panel.id for panel in pack.panels if _EARLY_HELP & set(panel.considers)]
        self._meetings: dict[str, list[PanelMeeting]] = {}
        for place, panel in enumerate(panel for panel in pack.panels if panel.id in self.ids):
            days = _tuesdays(now.astimezone(LONDON).date(), years)
            hour = time(10 if place % 2 == 0 else 14, 0)
            self._meetings[panel.id] = [self._meeting(panel.id, panel.capacity, day, hour) for day in days]
        self._items: dict[PanelMeeting, int] = {}

    def _meeting(self, panel: str, capacity: int, day: date, hour: time) -> PanelMeeting:
        return PanelMeeting(
            id=self._chance.id(),
            panel=panel,
            at=datetime.combine(day, hour, LONDON),
            place="Room 3, and by video",
            capacity=capacity,
        )

    def room(self, panel: str, after: datetime, *, held: bool) -> PanelMeeting | None:
        """Give the first meeting after a moment that has room: one already `held`, or one to come."""
        meetings = self._meetings[panel]
        first = bisect_left(meetings, after, key=lambda meeting: meeting.at)
        for meeting in meetings[first : first + 4]:
            fits = self._items.get(meeting, 0) < meeting.capacity
            if fits and (meeting.at < self._now) == held:
                return meeting
        return None

    def add(self, meeting: PanelMeeting, request: HelpRequest) -> AgendaItem:
        """Give a request the last place on an agenda."""
        self._items[meeting] = self._items.get(meeting, 0) + 1
        return AgendaItem(
            id=self._chance.id(), meeting=meeting, request=request, position=self._items[meeting]
        )

    def meet(self, keeper: Keeper, chairs: list[Practitioner]) -> None:
        """Keep every meeting; those held are minuted and closed by a chair."""
        for meeting in (meeting for meetings in self._meetings.values() for meeting in meetings):
            if meeting.at < self._now:
                chair = self._chance.pick(chairs)
                meeting.minutes = _MINUTES
                meeting.present = f"{chair.name} (chair) and the members of the panel"
                meeting.closed_at, meeting.closed_by = self._closing(meeting), chair
            keeper.keep(meeting)

    def _closing(self, meeting: PanelMeeting) -> datetime:
        return min(meeting.at + timedelta(hours=3), self._now)


def _tuesdays(today: date, years: int) -> list[date]:
    first = today - timedelta(days=365 * years + 14)
    first += timedelta(days=(_TUESDAY - first.weekday()) % 7)
    weeks = (today + _AHEAD - first).days // 7
    return [first + timedelta(weeks=week) for week in range(weeks + 1)]
