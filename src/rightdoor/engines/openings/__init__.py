"""When a service next meets: weekly hours, dated meetings, school terms, bank holidays and closures.

One rule for every page, calendar and search that says a date. Nothing is guessed: hours every second week
that do not say from when, and hours in term time where no terms are known, give no dates.
"""

from rightdoor.engines.openings.calendar_file import calendar_of
from rightdoor.engines.openings.occasions import (
    HORIZON,
    Occasion,
    Seasons,
    is_open,
    occasions,
    upcoming,
)

__all__ = ["HORIZON", "Occasion", "Seasons", "calendar_of", "is_open", "occasions", "upcoming"]
