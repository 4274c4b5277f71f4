"""The home page and localities in words."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.timezone import localdate

from rightdoor.access.models import Practitioner
from rightdoor.access.partnership import pack
from rightdoor.frontdoor.models import HelpRequest, PanelMeeting
from rightdoor.plans.models import Plan
from rightdoor.plans.queries import Due, Helping, LeadLine, Waiting
from rightdoor.ui.addresses import reverse
from rightdoor.ui.words import date_time_words, date_words, days_from
from rightdoor.web.navigation import entries_for
from rightdoor.web.queries.desk import Queue
from rightdoor.web.queries.home import Home

Row = list[Any]


def home_page(home: Home, who: Practitioner, now: datetime) -> dict[str, Any]:
    """Give the home page its parts; a part that is not for this practitioner is not there."""
    today = localdate(now)
    overdue = [item for item in home.due if item.overdue]
    coming = [item for item in home.due if not item.overdue]
    return {
        "title": "Today",
        "caption": date_words(today),
        "wide": True,
        "home": home,
        "counts": counts(home, len(overdue), len(coming)),
        "offers": [offer_card(offer, now) for offer in home.offers],
        "overdue": due_rows(overdue, now),
        "coming": due_rows(coming, now),
        "load_words": home.load.own_words if home.load else "",
        "held": held_rows(home.held),
        "helped": helped_rows(home.helped),
        "team": team_rows(home.team),
        "desk": desk_counts(home.queue),
        "meetings": meeting_rows(home.meetings),
        "sent": sent_rows(home.sent),
        "links": [] if home.busy else where_to_go(who),
    }


def where_to_go(who: Practitioner) -> list[dict[str, str]]:
    """Give those with nothing on their page today the pages they may use."""
    pages = [(entry.text, entry.page) for entry in entries_for(who) if entry.page != "web:today"]
    return [{"text": text, "href": reverse(page)} for text, page in pages]


def counts(home: Home, overdue: int, coming: int) -> list[dict[str, Any]]:
    """Give the numbers at the top of the page."""
    items: list[dict[str, Any]] = []
    if home.offers:
        items.append(
            {
                "number": len(home.offers),
                "text": "waiting for your answer",
                "href": "#offers",
                "tone": "warning",
            }
        )
    if overdue:
        items.append({"number": overdue, "text": "overdue", "href": "#overdue", "tone": "danger"})
    if coming:
        items.append({"number": coming, "text": "to do next", "href": "#coming"})
    if home.held:
        items.append({"number": len(home.held), "text": "families you lead", "href": "#held"})
    return items


def offer_card(offer: Waiting, now: datetime) -> dict[str, str]:
    """Say who asks what, for which family, and by when an answer is due."""
    late = "Was due" if offer.overdue else "Answer due"
    due = f"{late} {date_words(offer.due_at)} ({days_from(offer.due_at, localdate(now))})"
    return {"title": offer.words, "family": offer.family.name, "href": offer.href, "due": due}


def due_rows(items: Iterable[Due], now: datetime) -> list[Row]:
    """Give what, for whom, and when: one row each."""
    today = localdate(now)
    return [
        [
            {"text": f"{item.words}: {item.family.name}", "href": item.href},
            f"{date_words(item.due_at)} ({days_from(item.due_at, today)})",
        ]
        for item in items
    ]


def held_rows(plans: Iterable[Plan]) -> list[Row]:
    """Give the families somebody leads: name, state, next review."""
    return [
        [
            _family(plan.family_id, plan.family.name),
            plan.get_state_display(),
            date_words(plan.review_by, unknown="Not set yet"),
        ]
        for plan in plans
    ]


def helped_rows(teams: Iterable[Helping]) -> list[Row]:
    """Give the families in whose team somebody is: name, who leads."""
    return [[_family(team.family_id, team.family), team.lead] for team in teams]


def team_rows(lines: Sequence[LeadLine]) -> list[Row]:
    """Give the leads of a supervisor: name, caseload, overdue, offers they have not answered."""
    return [
        [
            {"text": line.lead.name, "href": reverse("web:team-lead", args=[line.lead.pk])},
            line.load.words + (" (over the limit)" if line.load.over else ""),
            str(line.overdue),
            str(line.waiting),
        ]
        for line in lines
    ]


def desk_counts(queue: Queue | None) -> list[dict[str, Any]]:
    """Give the numbers of the front door, each leading to the requests it counts."""
    if queue is None:
        return []
    at = reverse("frontdoor:queue")
    items = (
        (queue.new, "new", f"{at}?state=received", ""),
        (queue.overdue, "overdue", f"{at}?clock=overdue", "danger"),
        (queue.due_today, "due today", f"{at}?clock=today", "warning"),
        (queue.screening, "being looked at", f"{at}?state=screening", ""),
        (queue.allocating, "waiting for a worker", f"{at}?state=allocating", ""),
    )
    return [
        {"number": number, "text": text, "href": href, "tone": tone if number else ""}
        for number, text, href, tone in items
    ]


def meeting_rows(meetings: Iterable[PanelMeeting]) -> list[Row]:
    """Give the panel meetings ahead: which and when, how full."""
    names = {panel.id: panel.name for panel in pack().panels}
    return [
        [
            {
                "text": f"{names.get(meeting.panel, meeting.panel)}, {date_time_words(meeting.at)}",
                "href": reverse("frontdoor:meeting", args=[meeting.pk]),
            },
            f"{meeting.on_agenda} of {meeting.capacity}",  # type: ignore[attr-defined]  # counted in the query
        ]
        for meeting in meetings
    ]


def sent_rows(requests: Iterable[HelpRequest]) -> list[Row]:
    """Give the requests somebody sent: reference, when, where each stands."""
    return [
        [
            {"text": one.reference, "href": reverse("frontdoor:sent-one", args=[one.pk])},
            date_words(one.received_at),
            one.get_state_display(),
        ]
        for one in requests
    ]


def _family(family: UUID, name: str) -> dict[str, str]:
    return {"text": name, "href": reverse("families:overview", args=[family])}
