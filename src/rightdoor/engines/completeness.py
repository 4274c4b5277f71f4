"""What a family would miss on the page of a service, and how much of it is there."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from rightdoor.engines.listings import Listing


@dataclass(frozen=True)
class Wanted:
    """One thing a family looks for: its code, how much it weighs, and whether an entry has it."""

    code: str
    weight: int
    there: Callable[[Listing], bool]


def _reachable(entry: Listing) -> bool:
    return any(row.telephone or row.email for row in entry.contacts) or bool(entry.website)


def _placed(entry: Listing) -> bool:
    remote = bool(entry.delivery) and "in-person" not in entry.delivery
    return remote or bool(entry.places or entry.where)


# Without the first five nobody can use it; the others save a call.
WANTED: Final = (
    Wanted("about", 3, lambda entry: bool(entry.about)),
    Wanted("who_for", 3, lambda entry: bool(entry.who_for)),
    Wanted("how_in", 3, lambda entry: bool(entry.how_in or entry.how_in_note)),
    Wanted("contact", 3, _reachable),
    Wanted("where", 3, _placed),
    Wanted("when", 2, lambda entry: bool(entry.hours or entry.dates or entry.when)),
    Wanted("cost", 2, lambda entry: entry.cost.kind != "unknown"),
    Wanted("ages", 1, lambda entry: entry.age_from_months is not None or entry.age_to_months is not None),
    Wanted("delivery", 1, lambda entry: bool(entry.delivery)),
    Wanted(
        "access", 1, lambda entry: bool(entry.access_needs or any(p.place.features for p in entry.places))
    ),
    Wanted("languages", 1, lambda entry: bool(entry.languages)),
    Wanted("creche", 1, lambda entry: entry.creche != "unknown"),
    Wanted("wait", 1, lambda entry: bool(entry.wait_words) or entry.wait_weeks is not None),
    Wanted("issues", 1, lambda entry: bool(entry.issues)),
)
ENOUGH: Final = 60


@dataclass(frozen=True)
class Completeness:
    """A score from 0 to 100, and the codes of what is missing, the heaviest first."""

    score: int
    missing: tuple[str, ...]


def completeness(entry: Listing) -> Completeness:
    """Weigh what is there against what families look for."""
    missing = [one for one in WANTED if not one.there(entry)]
    whole = sum(one.weight for one in WANTED)
    there = whole - sum(one.weight for one in missing)
    heaviest = sorted(missing, key=lambda one: -one.weight)
    return Completeness(round(100 * there / whole), tuple(one.code for one in heaviest))
