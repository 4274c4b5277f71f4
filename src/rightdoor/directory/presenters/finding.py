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
from rightdoor.ui.words import plural

YEAR, KM_PER_MILE = 12, 1.609344
FIRST_SHOWN, A_PAGE = 5, 10
# What answers the words much less than the best does is left to the end of nowhere.
LEAST, SHARE = 0.08, 0.2
TITLES: Final = {
    ALL: "What we found",
    NEAR: "Near you",
    COMES: "Comes to you, online or by telephone",
    COVERS: "For families across the area",
    NEIGHBOURS: "A little further, in the next area",
}
SAID: Final = {
    "creche": ("Has a crèche", "Has no crèche"),
    "creche-unknown": "Ask if there is a crèche",
    "free": ("Free", "You pay for it"),
    "free-unknown": "Ask what it costs",
    "step-free": ("Step-free way in", ""),
    "step-free-unknown": "Ask if there is a step-free way in",
    "fathers": ("For fathers", ""),
    "mothers": ("", "For mothers only"),
    "online": ("Online", ""),
    "telephone": ("By telephone", ""),
    "home-visit": ("Comes to your home", ""),
    "in-person": ("", "You go there in person"),
    "remote-unknown": "Ask if they can ring you or meet you online",
    "open": ("Open then", ""),
    "open-not": ("", "Not open then"),
    "open-unknown": "Ask when it is open",
    "pregnancy": ("For you while you are pregnant", ""),
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
            "title": TITLES[code],
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
        return ages if reason.fits else f"May not fit: {ages[:1].lower()}{ages[1:]}"
    if reason.code.startswith("language"):
        name = LANGUAGES.get(str(reason.value), str(reason.value))
        return f"In {name}" if reason.code == "language" else f"Ask if they speak {name}"
    said = SAID[reason.code]
    return said if isinstance(said, str) else said[0 if reason.fits else 1]


def miles_words(km: float) -> str:
    """Say how far, as the crow flies."""
    miles = km / KM_PER_MILE
    if miles < 0.25:  # noqa: PLR2004 - a few minutes on foot
        return "Less than a quarter of a mile away"
    return "1 mile away" if f"{miles:.1f}" == "1.0" else f"{miles:.1f} miles away"


def ages_words(first: int | None, last: int | None) -> str:
    """Say for which ages: from the first month until before the last."""
    if last is None:
        return f"For children from {_age(first or 0)}" if first else "For children of all ages"
    if not first:
        return f"For babies under {_age(last)}" if last <= YEAR else f"For children under {_age(last)}"
    if first % YEAR == 0 and last % YEAR == 0:
        oldest = last // YEAR - 1
        youngest = first // YEAR
        return f"For children of {youngest} to {oldest}" if oldest > youngest else f"For children of {oldest}"
    return f"For children from {_age(first)} until {_age(last)}"


def _age(months: int) -> str:
    return str(months // YEAR) if months % YEAR == 0 else plural(months, "month")


def emergency(words: str) -> list[dict[str, Any]]:
    """Give what must stand first for somebody who wrote these words: titles, and whom to reach."""
    urgent = urgent_for(words)
    if not urgent:
        return []
    return [{"title": urgent[0].title, "lines": [_line(contact) for contact in first_contacts(urgent)]}]


def _line(contact: Contact) -> dict[str, str]:
    kind = "sms" if contact.how == "text" else "tel"
    digits = contact.number.replace(" ", "")
    verb = "Text" if contact.how == "text" else "Call"
    return {
        "name": contact.name,
        "number": contact.number,
        "href": f"{kind}:{digits}",
        "verb": verb,
        "says": contact.says,
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
    return f"We found {plural(found, 'service')}."
