"""How long an entry of the directory may go without anybody saying that it is still right.

Its age is counted from the day it was last checked, or first kept. Pure: the caller says which day it is.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from rightdoor.engines.calendar import add_months


class Freshness(StrEnum):
    """How an entry stands."""

    FRESH = "fresh"
    DUE = "due"
    LATE = "late"
    OVER = "over"


@dataclass(frozen=True)
class Keeping:
    """What a partnership has agreed: months until a check is due, days until it is reminded of again, days
    until others are told, and months until it is hidden."""

    check_months: int
    remind_days: int
    escalate_days: int
    hide_months: int

    def due_on(self, fresh_from: date) -> date:
        """Give the day on which somebody is asked to check it."""
        return add_months(fresh_from, self.check_months)

    def late_on(self, fresh_from: date) -> date:
        """Give the day on which somebody else is told that nobody did."""
        return self.due_on(fresh_from) + timedelta(days=self.escalate_days)

    def over_on(self, fresh_from: date) -> date:
        """Give the day on which the public is not shown it any more."""
        return add_months(fresh_from, self.hide_months)

    def state(self, fresh_from: date, today: date) -> Freshness:
        """Say how an entry stands on a day."""
        if today >= self.over_on(fresh_from):
            return Freshness.OVER
        if today >= self.late_on(fresh_from):
            return Freshness.LATE
        return Freshness.DUE if today >= self.due_on(fresh_from) else Freshness.FRESH
