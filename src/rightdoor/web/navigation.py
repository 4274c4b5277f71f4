"""What stands at the top of every page: only what this practitioner may use."""

from functools import cache
from typing import NamedTuple

from django.conf import settings
from django.urls import NoReverseMatch, reverse

from rightdoor.access.models import Practitioner
from rightdoor.access.permissions import Permission as P


class Entry(NamedTuple):
    """One entry: its words, the page it leads to, and any one permission that shows it."""

    text: str
    page: str
    any_of: frozenset[P] = frozenset()


ENTRIES = (
    Entry("Today", "web:today"),
    Entry("My families", "plans:mine", frozenset({P.PLAN_LEAD})),
    Entry("My team", "plans:supervision", frozenset({P.PLAN_SUPERVISE})),
    Entry("Requests", "frontdoor:queue", frozenset({P.REQUEST_TRIAGE})),
    Entry("Panels", "frontdoor:panels", frozenset({P.PANEL_READ})),
    Entry("Ask for help", "ask:start", frozenset({P.REQUEST_SEND})),
    Entry("Search", "web:search", frozenset({P.PERSON_SEARCH})),
    Entry("Localities", "web:localities", frozenset({P.LOCALITY_READ})),
    Entry("Information", "information:leads", frozenset({P.INFORMATION_KEEP})),
    Entry("Champions", "workforce:champions", frozenset({P.WORKFORCE_READ})),
    Entry("Practitioners", "access:account-list", frozenset({P.ACCOUNT_MANAGE})),
)


def entries_for(who: Practitioner) -> list[Entry]:
    """Give the entries this practitioner may use, in order."""
    return [entry for entry in ENTRIES if not entry.any_of or entry.any_of & who.permissions]


def navigation(who: Practitioner | None, path: str) -> list[dict[str, object]]:
    """Give the entries as the service navigation wants them, the one we are in marked."""
    entries, addresses = entries_for(who) if who else [], settings.ROOT_URLCONF
    shown = [(entry.text, _address(entry.page, addresses)) for entry in entries]
    # One address may begin with another; the longest that fits is where we are.
    here = max((href for _, href in shown if href and path.startswith(href)), key=len, default="")
    return [{"text": text, "href": href, "active": href == here} for text, href in shown if href]


@cache
def _address(page: str, addresses: str) -> str:
    """Give where a page is among the addresses of the house; each is looked up once."""
    # A house may be built without one of the rooms; its entry is then left out.
    try:
        return reverse(page)
    except NoReverseMatch:
        return ""
