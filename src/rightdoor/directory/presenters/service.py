"""A service as its page tells it."""

from typing import Any

from rightdoor.directory.presenters.offers import ELSEWHERE, WAYS_IN
from rightdoor.engines.listings import Listing

SENSITIVE = frozenset({"domestic-abuse", "exploitation", "substance-misuse", "mental-health"})
UNKNOWN = "Not known. Ask them."


def service_page(entry: Listing) -> dict[str, Any]:
    """Give the page of one service. What nobody has said is told as not known, never as a fact."""
    return {
        "title": entry.name,
        "entry": entry,
        "quick_exit": ELSEWHERE if SENSITIVE & set(entry.issues) else "",
        "ways_in": [WAYS_IN[way] for way in entry.how_in],
        "rows": [row for row in _rows(entry) if row["value"]],
    }


def _rows(entry: Listing) -> list[dict[str, str]]:
    return [
        {"key": "Who it is for", "value": entry.who_for},
        {"key": "Who runs it", "value": entry.provider.name},
        {"key": "Where", "value": entry.where},
        {"key": "When", "value": entry.when},
        {"key": "What it costs", "value": cost_words(entry)},
        {"key": "Waiting", "value": entry.wait_words},
    ]


def cost_words(entry: Listing) -> str:
    """Say what it costs; unknown is never free."""
    cost = entry.cost
    if cost.kind == "free":
        return "Free"
    prices = [
        f"{option.words}: £{option.amount}" if option.amount else option.words for option in cost.options
    ]
    return ". ".join([*([cost.words] if cost.words else []), *prices]) or UNKNOWN
