"""What was found, in words: groups, reasons, and what to do where nothing was found."""

from collections.abc import Sequence
from typing import Any, Final

from django.urls import reverse

from rightdoor.directory.forms.finding import LANGUAGES
from rightdoor.engines.finding import (
    ALL,
    COMES,
    COVERS,
    NEAR,
    NEIGHBOURS,
    Answer,
    Contact,
    Found,
    Reason,
    first_contacts,
    urgent_for,
)
from rightdoor.engines.packs import IssueWords
from rightdoor.ui.speaking import gettext, ngettext
from rightdoor.ui.speaking import lazy as _

YEAR, KM_PER_MILE = 12, 1.609344
FIRST_SHOWN, A_PAGE = 5, 10
# What answers the words much less than the best does is left to the end of nowhere.
LEAST, SHARE = 0.08, 0.2
TITLES: Final = {
    ALL: _("What we found"),
    NEAR: _("Near you"),
    COMES: _("Comes to you, online or by telephone"),
    COVERS: _("For families across the area"),
    NEIGHBOURS: _("A little further, in the next area"),
}
SAID: Final = {
    "creche": (_("Has a crèche"), _("Has no crèche")),
    "creche-unknown": _("Ask if there is a crèche"),
    "free": (_("Free"), _("You pay for it")),
    "free-unknown": _("Ask what it costs"),
    "step-free": (_("Step-free way in"), ""),
    "step-free-unknown": _("Ask if there is a step-free way in"),
    "fathers": (_("For fathers"), ""),
    "mothers": ("", _("For mothers only")),
    "online": (_("Online"), ""),
    "telephone": (_("By telephone"), ""),
    "home-visit": (_("Comes to your home"), ""),
    "in-person": ("", _("You go there in person")),
    "remote-unknown": _("Ask if they can ring you or meet you online"),
    "open": (_("Open then"), ""),
    "open-not": ("", _("Not open then")),
    "open-unknown": _("Ask when it is open"),
    "pregnancy": (_("For you while you are pregnant"), ""),
}


def worth_showing(answer: Answer, *, asked_by_words: bool) -> Answer:
    """Leave out what has nothing to do with the words; conditions never leave anything out."""
    if not asked_by_words:
        return answer
    best = max((one.relevance for one in answer.found), default=0.0)
    shown = tuple(one for one in answer.found if one.relevance >= max(LEAST, SHARE * best))
    return Answer(shown, answer.read_as, answer.meanings, answer.issues)


def groups(answer: Answer, address: str, only: str = "") -> list[dict[str, Any]]:
    """Give the groups with the first of each; all of one that was asked for."""
    parted = answer.groups()
    return [
        {
            "code": code,
            "title": str(TITLES[code]),
            "cards": [card(one) for one in (ones if code in (only, ALL) else ones[:FIRST_SHOWN])],
            "more": f"{address}?group={code}" if code not in (only, ALL) and len(ones) > FIRST_SHOWN else "",
            "count": len(ones),
        }
        for code, ones in parted
        if only in ("", code)
    ]


def card(one: Found) -> dict[str, Any]:
    """Give one result as its card tells it."""
    document = one.document
    told = [words for reason in one.reasons if (words := reason_words(reason))]
    return {
        "key": document.id,
        "title": document.name,
        "href": reverse("find:service", kwargs={"slug": document.slug}),
        "about": document.about,
        "provider": document.provider,
        "reasons": told,
        "paused": document.paused,
    }


def reason_words(reason: Reason) -> str:
    """Say a reason; what does not fit says so."""
    if reason.code == "distance":
        return miles_words(float(str(reason.value)))
    if reason.code == "ages" and isinstance(reason.value, tuple):
        ages = ages_words(*reason.value)
        return ages if reason.fits else gettext("May not fit. %(ages)s") % {"ages": ages}
    if reason.code.startswith("language"):
        name = LANGUAGES.get(str(reason.value), str(reason.value))
        told = (
            gettext("In %(language)s")
            if reason.code == "language"
            else gettext("Ask if they speak %(language)s")
        )
        return told % {"language": name}
    said = SAID[reason.code]
    return str(said[0 if reason.fits else 1] if isinstance(said, tuple) else said)


def miles_words(km: float) -> str:
    """Say how far, as the crow flies."""
    miles = km / KM_PER_MILE
    if miles < 0.25:  # noqa: PLR2004 - a few minutes on foot
        return gettext("Less than a quarter of a mile away")
    if f"{miles:.1f}" == "1.0":
        return gettext("1 mile away")
    return gettext("%(miles)s miles away") % {"miles": f"{miles:.1f}"}


def ages_words(first: int | None, last: int | None) -> str:
    """Say for which ages: from the first month until before the last."""
    if last is None:
        told = gettext("For children from %(first)s") if first else gettext("For children of all ages")
        return told % {"first": _age(first or 0)}
    if not first:
        told = (
            gettext("For babies under %(last)s") if last <= YEAR else gettext("For children under %(last)s")
        )
        return told % {"last": _age(last)}
    if first % YEAR or last % YEAR:
        told = gettext("For children from %(first)s until %(last)s")
        return told % {"first": _age(first), "last": _age(last)}
    youngest, oldest = first // YEAR, last // YEAR - 1
    told = (
        gettext("For children of %(first)s to %(last)s")
        if oldest > youngest
        else gettext("For children of %(last)s")
    )
    return told % {"first": youngest, "last": oldest}


def _age(months: int) -> str:
    if months % YEAR == 0:
        return str(months // YEAR)
    return ngettext("%(count)s month", "%(count)s months", months) % {"count": months}


def emergency(words: str) -> list[dict[str, Any]]:
    """Give what must stand first for somebody who wrote these words: titles, and whom to reach."""
    urgent = urgent_for(words)
    if not urgent:
        return []
    return [
        {"title": gettext(urgent[0].title), "lines": [_line(contact) for contact in first_contacts(urgent)]}
    ]


def _line(contact: Contact) -> dict[str, str]:
    kind = "sms" if contact.how == "text" else "tel"
    digits = contact.number.replace(" ", "")
    verb = gettext("Text %(name)s") if contact.how == "text" else gettext("Call %(name)s")
    return {
        "name": contact.name,
        "number": contact.number,
        "href": f"{kind}:{digits}",
        "verb": verb % {"name": gettext(contact.name)},
        "says": gettext(contact.says),
    }


def worries(issues: Sequence[IssueWords], counts: dict[str, int]) -> list[dict[str, str]]:
    """Give the issues that have services, in the partnership's order."""
    return [
        {
            "text": issue.name,
            "about": issue.about,
            "href": reverse("find:pathway", kwargs={"issue": issue.id}),
        }
        for issue in issues
        if counts.get(issue.id)
    ]


def count_words(found: int) -> str:
    """Say how many were found."""
    return ngettext("We found %(count)s service.", "We found %(count)s services.", found) % {"count": found}
