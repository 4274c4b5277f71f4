"""Opening hours and the next dates in words."""

from collections.abc import Sequence
from datetime import time
from typing import Any, Final
from uuid import UUID

from rightdoor.engines.listings import Hours, Listing
from rightdoor.engines.openings import Occasion
from rightdoor.ui.speaking import gettext
from rightdoor.ui.speaking import lazy as _
from rightdoor.ui.words import clock_words, day_words, weekday_name

NTH: Final = {
    1: _("The first %(day)s of the month"),
    2: _("The second %(day)s of the month"),
    3: _("The third %(day)s of the month"),
    4: _("The fourth %(day)s of the month"),
    5: _("The fifth %(day)s of the month"),
    -1: _("The last %(day)s of the month"),
}


def hours_words(rows: Sequence[Hours]) -> list[str]:
    """Say weekly hours, a sentence for each opening, in the order of the week."""
    ordered = sorted(rows, key=lambda row: (row.weekday, row.opens or time()))
    return [_hours(row) for row in ordered]


def _hours(row: Hours) -> str:
    said = [_day(row), _times(row.opens, row.closes)]
    if row.term_time_only:
        said.append(gettext("in term time only"))
    if not row.closed_on_bank_holidays:
        said.append(gettext("also on bank holidays"))
    return ". ".join(filter(None, [", ".join(filter(None, said)), row.note]))


def _day(row: Hours) -> str:
    day = {"day": weekday_name(row.weekday)}
    if row.nth_of_month:
        return str(NTH[row.nth_of_month]) % day
    if row.every_weeks > 1:
        return gettext("Every %(weeks)s weeks on %(day)s") % {"weeks": row.every_weeks, **day}
    return gettext("Every %(day)s") % day


def _times(opens: time | None, closes: time | None) -> str:
    if opens is None:
        return ""
    if closes is None:
        return gettext("from %(start)s") % {"start": clock_words(opens)}
    return gettext("%(start)s to %(end)s") % {"start": clock_words(opens), "end": clock_words(closes)}


def dates(entry: Listing, coming: Sequence[Occasion]) -> list[dict[str, Any]]:
    """Give the next dates, each with its day, its times, and its place where there are several."""
    names = place_names(entry) if len(entry.places) > 1 else {}
    return [
        {
            "day": f"{weekday_name(one.day.weekday())} {day_words(one.day)}",
            "times": _times(one.opens, one.closes),
            "place": names.get(one.at, "") if one.at else "",
            "note": one.note,
            "cancelled": one.cancelled,
        }
        for one in coming
    ]


def place_names(entry: Listing) -> dict[UUID, str]:
    """Give by its id what a place is called: its name, or else where it is."""
    return {
        row.place.id: row.place.name or ", ".join(filter(None, [row.place.address, row.place.postcode]))
        for row in entry.places
    }
