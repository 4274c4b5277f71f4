"""Lines of the queue, and of what somebody sent, in words."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from rightdoor.access.partnership import pack
from rightdoor.frontdoor import clocks
from rightdoor.frontdoor.flags import shown
from rightdoor.frontdoor.models import ClockPause, Decision, HelpRequest, PersonNamed
from rightdoor.frontdoor.queries import Line, Page, Sent
from rightdoor.frontdoor.states import STATES, State
from rightdoor.ui.addresses import reverse
from rightdoor.ui.words import date_words, names_listed, plural

_STATUS = {"on time": "on_time", "due soon": "due_soon", "overdue": "overdue", "paused": "paused"}
_PAUSES = {"waiting-for-family": "waiting for the family", "family-away": "the family is away"}
_NAMES_SHOWN = 4


def clock(request: HelpRequest, now: datetime, pauses: Iterable[ClockPause] = ()) -> dict[str, Any]:
    """Give how a request's clock stands as `ui.clock` wants it."""
    rows = list(pauses)
    stands = clocks.state_of(request, now, rows)
    return {
        "state": _STATUS[stands.status],
        "words": _left(stands.status, stands.working_days_left, rows),
        "due": stands.due,
    }


def _left(status: str, days: int, pauses: list[ClockPause]) -> str:
    if status == "paused":
        return next((pause_words(pause.reason) for pause in pauses if pause.until is None), "")
    if status == "overdue":
        return f"by {plural(-days, 'working day')}" if days else ""
    return f"{plural(days, 'working day')} left" if days else "today"


def pause_words(reason: str) -> str:
    """Say why a clock stands still."""
    return _PAUSES.get(reason, reason.replace("-", " "))


def names(people: Iterable[PersonNamed]) -> str:
    """Give the names of those a request is about, the first few of them."""
    told = [str(person) for person in people]
    shown_first = names_listed(told[:_NAMES_SHOWN])
    more = len(told) - _NAMES_SHOWN
    return f"{shown_first} and {more} more" if more > 0 else shown_first or "Nobody named"


def asker_words(request: HelpRequest) -> str:
    """Say who asked: a practitioner by job and agency, anybody else by who they are to the family."""
    agency = f", {request.asker_agency}" if request.asker_agency else ""
    who = request.asker_job if request.asker == "practitioner" else ""
    return f"{who or request.get_asker_display()}{agency}"


def area_name(code: str) -> str:
    """Give the name of an area; a plain word when it is not known."""
    try:
        return pack().area(code).name if code else "Area not known"
    except KeyError:
        return "Area not known"


def queue_rows(lines: Iterable[Line], now: datetime) -> list[dict[str, Any]]:
    """Give one row for each line of the queue."""
    return [
        {
            "href": reverse("frontdoor:request", kwargs={"request_id": line.request.pk}),
            "names": names(line.people),
            "reference": line.request.reference,
            "asker": asker_words(line.request),
            "received": line.request.received_at,
            "area": area_name(line.request.area),
            "state": STATES[State(line.request.state)].words,
            "taken_by": line.request.taken_by,
            "flags": shown(line.request.flags),
            "clock": clock(line.request, now, line.pauses),
        }
        for line in lines
    ]


def sent_rows(lines: Iterable[Sent]) -> list[list[Any]]:
    """Give one row for each request somebody sent: what became of it."""
    return [
        [
            {
                "text": line.request.reference,
                "href": reverse("frontdoor:sent-one", kwargs={"request_id": line.request.pk}),
            },
            date_words(line.request.received_at),
            STATES[State(line.request.state)].words,
            outcome(line.request, line.latest),
        ]
        for line in lines
    ]


def outcome(request: HelpRequest, latest: Decision | None) -> str:
    """Give the last decision in words, or by when there will be one."""
    return latest.get_choice_display() if latest else f"We decide by {clocks.by_when(request.due_at)}"


def came_of(request: HelpRequest) -> str:
    """Give the last decision in words, or where the request stands."""
    latest = next(iter(request.decisions.all()), None)
    return latest.get_choice_display() if latest else STATES[State(request.state)].words


def turning(page: Page[Any], query: dict[str, str]) -> dict[str, Any]:
    """Give the links to the pages before and after, keeping the filters; nothing on a single page."""
    kept = {name: value for name, value in query.items() if value and name != "page"}
    links: dict[str, Any] = {}
    if page.number > 1:
        links["previous"] = {"href": "?" + urlencode({**kept, "page": page.number - 1})}
    if page.more:
        links["next"] = {"href": "?" + urlencode({**kept, "page": page.number + 1})}
    return links
