"""Panels, meetings and agendas in words."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils.timezone import localdate

from rightdoor.access.partnership import pack
from rightdoor.engines.packs import Panel
from rightdoor.frontdoor.flags import shown
from rightdoor.frontdoor.models import AgendaItem, PanelMeeting
from rightdoor.frontdoor.presenters.queue import asker_words, names
from rightdoor.frontdoor.queries.panels import Agenda, Counts
from rightdoor.ui.addresses import reverse
from rightdoor.ui.words import date_time_words, date_words, days_from, plural


def panel_name(panel: str) -> str:
    """Give a panel's name; its id when the pack no longer has it."""
    return next((one.name for one in pack().panels if one.id == panel), panel)


def meeting_words(meeting: PanelMeeting) -> str:
    """Give a meeting with its panel, its time and its room on the agenda."""
    full = f"{on_agenda(meeting)} of {meeting.capacity} on the agenda"
    return f"{panel_name(meeting.panel)}, {date_time_words(meeting.at)} ({full})"


def on_agenda(meeting: PanelMeeting) -> int:
    """Give how many requests a meeting hears, as its query counted them."""
    return int(getattr(meeting, "on_agenda", 0))


def panel_cards(panels: Iterable[Panel], meetings: dict[str, list[PanelMeeting]]) -> list[dict[str, Any]]:
    """Give one card for each panel with its next meeting."""
    return [
        {
            "name": panel.name,
            "href": reverse("frontdoor:panel", kwargs={"panel_id": panel.id}),
            "lines": [panel.decides, _next(meetings.get(panel.id, []))],
        }
        for panel in panels
    ]


def _next(meetings: list[PanelMeeting]) -> str:
    if not meetings:
        return "No meeting is planned."
    first = meetings[0]
    return f"Next: {date_time_words(first.at)}, {on_agenda(first)} of {first.capacity} on the agenda."


def meeting_rows(meetings: Iterable[PanelMeeting], now: datetime) -> list[dict[str, Any]]:
    """Give one row for each meeting."""
    return [
        {
            "title": date_time_words(meeting.at),
            "href": reverse("frontdoor:meeting", kwargs={"meeting_id": meeting.pk}),
            "when": days_from(meeting.at, localdate(now)),
            "place": meeting.place,
            "on_agenda": on_agenda(meeting),
            "capacity": meeting.capacity,
            "still_open": int(getattr(meeting, "still_open", 0)),
        }
        for meeting in meetings
    ]


def agenda_rows(agenda: Agenda) -> list[dict[str, Any]]:
    """Give one row for each item of an agenda, in order; what is out of sight without names and reasons."""
    return [_told_row(item) if agenda.tells(item) else _closed_row(item) for item in agenda.items]


def _told_row(item: AgendaItem) -> dict[str, Any]:
    return {
        "item": item,
        "names": names(item.request.people.all()),
        "reference": item.request.reference,
        "asker": asker_words(item.request),
        "flags": shown(item.request.flags),
        "href": reverse("frontdoor:request", kwargs={"request_id": item.request_id}),
        "outcome": outcome_words(item),
        "reason": item.reason,
    }


def _closed_row(item: AgendaItem) -> dict[str, Any]:
    outcome = item.get_outcome_display()
    return {"item": item, "reference": item.request.reference, "outcome": outcome, "reason": "", "flags": []}


def outcome_words(item: AgendaItem) -> str:
    """Give what the panel decided of an item; empty while it has not."""
    if not item.outcome:
        return ""
    to = item.worker or item.agency
    return f"{item.get_outcome_display()}: {to}" if to else item.get_outcome_display()


def counts_words(counts: Counts) -> list[dict[str, Any]]:
    """Give what a panel decided this quarter as `ui.counts` wants it."""
    since = date_words(counts.since)
    return [
        {"number": counts.accepted, "text": f"accepted since {since}"},
        {"number": counts.elsewhere, "text": f"given to other agencies since {since}"},
    ]


def waiting_words(rows: list[dict[str, Any]]) -> str:
    """Say how many items still wait for a decision."""
    return plural(sum(1 for row in rows if not row["outcome"]), "item") + " to decide"
