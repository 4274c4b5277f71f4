"""The next occasions of a service as an iCalendar file (RFC 5545), for the calendar on somebody's phone."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Final

from icalendar import Calendar, Event

from rightdoor.engines.openings.occasions import Occasion

_PRODUCT: Final = "-//Rightdoor//Directory//EN"
_DAY: Final = timedelta(days=1)


def calendar_of(
    occasions: Iterable[Occasion],
    *,
    name: str,
    places: Mapping[str, str],
    link: str,
    now: datetime,
    titles: Mapping[str, str] | None = None,
) -> bytes:
    """Write occasions, each an event of its own.

    Every date stands by itself and no rule is repeated, because no rule of RFC 5545 knows school terms or
    bank holidays. `places` says by an occasion's key where it is; `titles` what it is, where that is not what
    the whole calendar is called; `link` is the page it belongs to. The
    same occasion has the same UID each time, so a calendar that reads the file again changes it and adds
    none. `now` is when the file was made.
    """
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    for one in occasions:
        title = (titles or {}).get(one.key, name)
        calendar.add_component(_event(one, title, places.get(one.key, ""), link, now))
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _event(one: Occasion, name: str, place: str, link: str, now: datetime) -> Event:
    event = Event()
    event.add("uid", f"{one.key}@rightdoor")
    event.add("dtstamp", now)
    event.add("summary", name)
    if one.opens is None:
        event.add("dtstart", one.day)
        event.add("dtend", one.day + _DAY)
    else:
        event.add("dtstart", one.starts)
        if one.closes is not None:
            event.add("dtend", one.ends)
    for key, value in (("location", place), ("description", one.note), ("url", link)):
        if value:
            event.add(key, value)
    event.add("status", "CANCELLED" if one.cancelled else "CONFIRMED")
    return event
