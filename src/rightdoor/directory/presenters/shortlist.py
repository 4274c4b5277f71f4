"""A list of kept services as its page tells it."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from rightdoor.directory.presenters.offers import WAYS_IN
from rightdoor.directory.presenters.service import cost_words
from rightdoor.engines.listings import Listing, PlaceOf
from rightdoor.ui.addresses import reverse
from rightdoor.ui.speaking import gettext

LARGE = "large"
Told = Sequence[tuple[UUID, Listing | None]]


def lines(told: Told) -> list[dict[str, Any]]:
    """Give the services in their order; one that is no longer told says that and no more."""
    return [
        {
            "key": str(key),
            "first": place == 0,
            "last": place == len(told) - 1,
            **(_line(entry) if entry else {"gone": True}),
        }
        for place, (key, entry) in enumerate(told)
    ]


def _line(entry: Listing) -> dict[str, Any]:
    return {
        "title": entry.name,
        "href": reverse("find:service", kwargs={"slug": entry.slug}),
        "about": entry.about,
        "paused": entry.status == "paused",
        "rows": [row for row in _rows(entry) if row["value"]],
    }


def _rows(entry: Listing) -> list[dict[str, str]]:
    numbers = [contact.telephone for contact in entry.contacts if contact.telephone]
    ways = [str(WAYS_IN[way]) for way in entry.how_in]
    return [
        {"key": gettext("Who it is for"), "value": entry.who_for},
        {"key": gettext("How to get in"), "value": ". ".join([*ways, entry.how_in_note]).strip(". ")},
        {"key": gettext("Telephone"), "value": ", ".join(dict.fromkeys(numbers))},
        {"key": gettext("Website"), "value": entry.website},
        {"key": gettext("Where"), "value": entry.where or "; ".join(map(_place, entry.places))},
        {"key": gettext("When"), "value": entry.when},
        {"key": gettext("What it costs"), "value": _cost(entry)},
    ]


def _place(at: PlaceOf) -> str:
    place = at.place
    return ", ".join(filter(None, [place.name, place.address, place.city, place.postcode]))


def _cost(entry: Listing) -> str:
    if entry.cost.kind == "free":
        return gettext("Free")
    return gettext("Ask what it costs") if entry.cost.kind == "unknown" else str(cost_words(entry))


def views(view: str) -> list[dict[str, str]]:
    """Give the other way to read the list: large, or as usual."""
    other = {"text": gettext("Large print"), "href": f"?view={LARGE}"}
    return [{"text": gettext("Usual print"), "href": "?"} if view == LARGE else other]
