"""The clock of a request: which of the pack's clocks runs, from when, by when, and how it stands."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils import timezone

from rightdoor.access.partnership import pack
from rightdoor.engines.calendar import ClockState, ClockVersion, Pause, due, state
from rightdoor.frontdoor.models import ClockPause, HelpRequest
from rightdoor.ui.words import date_words, time_words

DECIDE, PANEL, ANSWER = "request-decision", "panel", "handover"


def started(clock: str, now: datetime) -> dict[str, Any]:
    """Give the fields of a request whose clock starts now."""
    own = pack()
    version = own.clock(clock).version_at(timezone.localdate(now))
    return {
        "clock": clock,
        "clock_from": version.from_,
        "clock_started_at": now,
        "due_at": due(version, now, own.calendar),
    }


def version_of(request: HelpRequest) -> ClockVersion:
    """Give the version the request's clock started under; the one of that day where the pack has lost it."""
    clock = pack().clock(request.clock)
    kept = next((v for v in clock.versions if v.from_ == request.clock_from), None)
    return kept or clock.version_at(timezone.localdate(request.clock_started_at))


def due_with(request: HelpRequest, pauses: Iterable[ClockPause]) -> datetime:
    """Give the moment the clock runs out, counting only pauses that have ended."""
    ended = [_pause(row) for row in pauses if row.until and row.since >= request.clock_started_at]
    return due(version_of(request), request.clock_started_at, pack().calendar, ended)


def state_of(request: HelpRequest, now: datetime, pauses: Iterable[ClockPause] = ()) -> ClockState:
    """Say how the clock stands; `pauses` are those since it started."""
    since = [_pause(row) for row in pauses if row.since >= request.clock_started_at]
    return state(version_of(request), request.clock_started_at, pack().calendar, now, since)


def by_when(due_at: datetime) -> str:
    """Say by when something is due: a day that ends with its last minute is said as a day."""
    local = timezone.localtime(due_at)
    if (local.hour, local.minute) == (23, 59):
        return f"the end of {date_words(due_at)}"
    return f"{time_words(due_at)} on {date_words(due_at)}"


def pause_reasons(request: HelpRequest) -> tuple[str, ...]:
    """Give the reasons for which this clock may stand still."""
    return version_of(request).pauses


def _pause(row: ClockPause) -> Pause:
    return Pause(row.reason, row.since, row.until)
