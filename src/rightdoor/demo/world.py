"""What every step of the making needs: chance, the keeper of rows, the pack, the staff, what day it is."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.db import models

from rightdoor.access.models import Agency, Practitioner
from rightdoor.demo.chance import LONDON, Chance
from rightdoor.demo.levels import Levels
from rightdoor.demo.panels import Panels
from rightdoor.demo.sizes import Size
from rightdoor.demo.staff import Staff
from rightdoor.demo.writing import Keeper
from rightdoor.engines.calendar import due
from rightdoor.engines.packs import Pack
from rightdoor.families.models import ChronologyEvent, Family, Sight

_JUST_NOW = timedelta(minutes=7)


def reference(record: models.Model) -> str:
    """Give the name under which other records point to this one, as in every room."""
    return f"{record._meta.label_lower}:{record.pk}"


@dataclass
class World:
    """One demo being made. `places` are postcodes with their area."""

    chance: Chance
    keeper: Keeper
    pack: Pack
    staff: Staff
    size: Size
    now: datetime
    levels: Levels
    panels: Panels
    places: list[tuple[str, str]]
    agencies: list[Agency]
    references: set[str] = field(default_factory=set)
    _due: dict[tuple[str, date], tuple[date, datetime]] = field(default_factory=dict)

    @property
    def today(self) -> date:
        """The day it is."""
        return self.now.astimezone(LONDON).date()

    def past(self, moment: datetime) -> datetime:
        """Give a moment, or just now where it has not come yet."""
        return min(moment, self.now - _JUST_NOW)

    def ago(self, at_least: int, at_most: int) -> datetime:
        """Give a working moment some days ago."""
        return self.past(
            self.chance.at_work(self.today - timedelta(days=self.chance.between(at_least, at_most)))
        )

    def due(self, clock: str, started: datetime) -> datetime:
        """Give the moment a clock of the pack runs out that started then."""
        return self._clock(clock, started)[1]

    def clock(self, clock: str, started: datetime) -> dict[str, Any]:
        """Give the fields of a request whose clock started then."""
        version_from, runs_out = self._clock(clock, started)
        return {
            "clock": clock,
            "clock_from": version_from,
            "clock_started_at": started,
            "due_at": runs_out,
        }

    def _clock(self, clock: str, started: datetime) -> tuple[date, datetime]:
        key = (clock, started.astimezone(LONDON).date())
        if key not in self._due:
            version = self.pack.clock(clock).version_at(key[1])
            self._due[key] = (version.from_, due(version, started, self.pack.calendar))
        return self._due[key]

    def note(
        self,
        family: Family,
        at: datetime,
        kind: str,
        title: str,
        *,
        by: Practitioner,
        text: str = "",
        because: str = "",
        agency: str = "",
    ) -> None:
        """Keep a line of a family's chronology."""
        self.keeper.keep(
            ChronologyEvent(
                id=self.chance.id(),
                family=family,
                on=at.astimezone(LONDON).date(),
                kind=kind,
                title=title[:200],
                text=text,
                agency=agency or by.agency.name,
                by=by,
                because=because,
                recorded_at=at,
            )
        )

    def sight(
        self,
        family: Family,
        reason: Sight.Reason,
        because: str,
        since: datetime,
        until: datetime | None = None,
        *,
        who: Practitioner | None = None,
        desk: str = "",
    ) -> None:
        """Keep a reason for which a practitioner or a desk sees a family."""
        self.keeper.keep(
            Sight(
                family=family,
                reason=reason,
                practitioner=who,
                desk=desk,
                because=because,
                since=since,
                until=until,
            )
        )
