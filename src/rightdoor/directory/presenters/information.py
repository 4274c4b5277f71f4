"""Copies and information leads in words. What the public sees of a lead holds no person's name."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.utils.timezone import localdate

from rightdoor.access.models import Practitioner
from rightdoor.access.permissions import Permission
from rightdoor.directory.forms.information import GONE, KINDS, NAMED, TO_CHECK, WITHOUT
from rightdoor.directory.models import CopyAsked, InformationLead
from rightdoor.engines.packs import Setting
from rightdoor.ui.addresses import reverse
from rightdoor.ui.speaking import gettext, only_english
from rightdoor.ui.words import date_time_words, date_words, days_from, plural

Found = tuple[Setting, float | None]
SOON = timedelta(days=2)
KM = 1000


def card(found: Found, lead: InformationLead | None) -> dict[str, Any]:
    """Give a setting as everybody may see it."""
    setting, far = found
    lines = [KINDS[setting.kind], *([] if far is None else [distance_words(far)])]
    if lead is None:
        return {"title": only_english(setting.name), "lines": lines, "role": "", "told": []}
    told = [line for line in (only_english(lead.how) if lead.how else "", lead.telephone, lead.email) if line]
    role = only_english(lead.role)
    return {"title": only_english(setting.name), "lines": lines, "role": role, "told": told}


def distance_words(far: float) -> str:
    """Say a distance: “about 300 metres away”, “about 2 km away”."""
    metres = max(100, round(far * 10) * 100)
    if metres < KM:
        return gettext("about %(count)s metres away") % {"count": metres}
    return gettext("about %(count)s km away") % {"count": f"{far:.0f}"}


def on_board(
    found: Iterable[Found], leads: Mapping[str, InformationLead], show: str, today: date
) -> list[tuple[Setting, InformationLead | None]]:
    """Give the settings that staff ask for, each with its lead."""
    pairs = [(setting, leads.get(setting.id)) for setting, _ in found]
    return [(setting, lead) for setting, lead in pairs if _wanted(show, lead, today)]


def _wanted(show: str, lead: InformationLead | None, today: date) -> bool:
    if show == WITHOUT:
        return lead is None
    if show == NAMED:
        return lead is not None
    return show != TO_CHECK or (lead is not None and lead.check_by < today)


def board_rows(
    pairs: Iterable[tuple[Setting, InformationLead | None]], today: date, *, may_change: bool
) -> list[list[Any]]:
    """Give one row for each setting."""
    return [
        [
            {"text": setting.name, "href": _change(setting.id)} if may_change else setting.name,
            KINDS[setting.kind],
            lead.role if lead else "Nobody named",
            lead.person if lead else "",
            " ".join(part for part in (lead.telephone, lead.email) if part) if lead else "",
            _check_words(lead, today) if lead else "",
        ]
        for setting, lead in pairs
    ]


def gone_rows(leads: Mapping[str, InformationLead], known: Iterable[Setting]) -> list[list[Any]]:
    """Give the leads of settings that the pack no longer has."""
    here = {setting.id for setting in known}
    return [
        [key, "No longer in the pack", lead.role, lead.person, "", ""]
        for key, lead in leads.items()
        if key not in here
    ]


def count_words(settings: Iterable[Setting], leads: Mapping[str, InformationLead]) -> str:
    """Say how many settings have nobody named."""
    told = list(settings)
    without = sum(setting.id not in leads for setting in told)
    return f"{without:,} of {plural(len(told), 'setting')} have nobody named."


def _change(setting_id: str) -> str:
    return reverse("information:lead", kwargs={"setting_id": setting_id})


def _check_words(lead: InformationLead, today: date) -> str:
    due = "Check now. Was due" if lead.check_by < today else "Check by"
    return f"{due} {date_words(lead.check_by)}"


def lead_initial(lead: InformationLead | None) -> dict[str, Any]:
    """Give what a form about a lead begins with."""
    if lead is None:
        return {"version": "0"}
    names = ("role", "telephone", "email", "how", "person", "version")
    return {name: getattr(lead, name) for name in names}


def copy_cards(copies: Iterable[CopyAsked], now: datetime) -> list[dict[str, Any]]:
    """Give copies asked for, each with its clock."""
    return [
        {
            "id": copy.pk,
            "title": _shape(copy),
            "clock": _clock(copy, now),
            "waits": copy.sent_at is None,
            "rows": _rows(copy),
        }
        for copy in copies
    ]


def _shape(copy: CopyAsked) -> str:
    return f"In {copy.language}" if copy.language else copy.get_shape_display()


def _rows(copy: CopyAsked) -> list[dict[str, str]]:
    asked = [("Asked for", date_time_words(copy.asked_at))]
    if copy.forgotten_at:
        return _summary([*asked, ("Sent", date_time_words(copy.sent_at)), ("Where", "Removed, as promised")])
    told = [*asked, ("Of what", copy.what), (copy.get_way_display(), copy.where), ("Name", copy.name)]
    if copy.sent_at and copy.sent_by:
        told.append(("Sent", f"{date_time_words(copy.sent_at)}, by {copy.sent_by.name}"))
    return _summary(told)


def _summary(told: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"key": label, "value": value} for label, value in told if value]


def _clock(copy: CopyAsked, now: datetime) -> dict[str, Any]:
    today = localdate(now)
    if copy.sent_at:
        state = "met" if copy.sent_at <= copy.due_at else "met_late"
        return {"state": state, "words": days_from(copy.sent_at, today), "due": None}
    state = "overdue" if now > copy.due_at else "due_soon" if copy.due_at - now <= SOON else "on_time"
    return {"state": state, "words": days_from(copy.due_at, today), "due": copy.due_at}


def desk_parts(who: Practitioner, current: str) -> list[dict[str, Any]]:
    """Give the pages of the information desk that somebody may open, the one they are on marked."""
    pages = [("Information leads", "leads"), ("Sheets to read again", "sheets")]
    if who.may(Permission.INFORMATION_KEEP):
        pages.insert(1, ("Copies asked for", "copies"))
    return [
        {"text": text, "href": reverse(f"information:{name}"), "current": name == current}
        for text, name in pages
    ]


def is_gone(show: str) -> bool:
    """Say whether staff ask for leads of settings that the pack no longer has."""
    return show == GONE
