"""At the top of every page: for families the ways to help, for practitioners what they may use."""

from functools import cache
from typing import NamedTuple

from django.conf import settings
from django.urls import NoReverseMatch, reverse

from rightdoor.access.models import Practitioner
from rightdoor.access.permissions import Permission as P
from rightdoor.ui.speaking import lazy


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
    Entry("Find help", "find:search"),
    Entry("Search", "web:search", frozenset({P.PERSON_SEARCH})),
    Entry("Localities", "web:localities", frozenset({P.LOCALITY_READ})),
    Entry("Directory", "directory:board", frozenset({P.DIRECTORY_KEEP})),
    Entry("Information", "information:leads", frozenset({P.INFORMATION_KEEP})),
    Entry("Champions", "workforce:champions", frozenset({P.WORKFORCE_READ})),
    Entry("Practitioners", "access:account-list", frozenset({P.ACCOUNT_MANAGE})),
)


# What families find at the top of each page.
FOR_FAMILIES = (
    Entry(lazy("Find help"), "find:search"),
    Entry(lazy("Help by worry"), "find:pathways"),
    Entry(lazy("Your child’s journey"), "find:journey"),
    Entry(lazy("Tips and your rights"), "advice:sheets"),
    Entry(lazy("Parents who help parents"), "champions:near"),
    Entry(lazy("Your list"), "find:kept"),
    Entry(lazy("Ask for help"), "ask:start"),
)
# Where one question is asked a page, nothing beside it leads away by accident.
ALONE = "ask:start"


def entries_for(who: Practitioner) -> list[Entry]:
    """Give the entries this practitioner may use, in order."""
    return [entry for entry in ENTRIES if not entry.any_of or entry.any_of & who.permissions]


def navigation(who: Practitioner | None, path: str) -> list[dict[str, object]]:
    """Give the entries as the service navigation wants them, the one we are in marked."""
    addresses = settings.ROOT_URLCONF
    if who is None and _asks_a_question(path, _address(ALONE, addresses)):
        return []
    entries = entries_for(who) if who else FOR_FAMILIES
    shown = [(str(entry.text), _address(entry.page, addresses)) for entry in entries]
    # One address may begin with another; the longest that fits is where we are.
    here = max((href for _, href in shown if href and path.startswith(href)), key=len, default="")
    return [
        {"text": text, "href": href, "current": href == path, "active": href == here}
        for text, href in shown
        if href
    ]


def _asks_a_question(path: str, start: str) -> bool:
    return bool(start) and path.startswith(start) and path != start


@cache
def _address(page: str, addresses: str) -> str:
    """Give where a page is among the addresses of the house; each is looked up once."""
    # A house may be built without one of the rooms; its entry is then left out.
    try:
        return reverse(page)
    except NoReverseMatch:
        return ""
