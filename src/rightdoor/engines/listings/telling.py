"""What of an entry may leave the server. Every public page, feed and export passes through `told`."""

import re
from typing import Final, TypeVar
from uuid import UUID

from rightdoor.engines.listings.shape import Closed, Dated, Hours, Listing, PlaceOf

Row = TypeVar("Row", Hours, Dated, Closed)
# About a kilometre: near enough to choose a bus, too far to find a door.
NEAR_PLACES: Final = 2
# Words this long are told apart inside “familyhubcentre”; shorter ones stand in too many names.
_LONG_WORD: Final = 5
_SHORTEST_NAME: Final = 4
_ROLES: Final = frozenset(
    [
        "info",
        "information",
        "enquiries",
        "enquiry",
        "inquiries",
        "admin",
        "administration",
        "hello",
        "office",
        "contact",
        "contactus",
        "reception",
        "team",
        "teams",
        "support",
        "help",
        "helpline",
        "helpdesk",
        "referral",
        "referrals",
        "service",
        "services",
        "mail",
        "email",
        "post",
        "general",
        "bookings",
        "booking",
        "families",
        "family",
        "fis",
        "hub",
        "centre",
        "center",
        "children",
        "parents",
        "parenting",
        "carers",
        "youth",
        "young",
        "early",
        "earlyhelp",
        "advice",
        "advocacy",
        "duty",
        "frontdoor",
        "mash",
        "safeguarding",
        "school",
        "nursery",
        "clinic",
        "surgery",
        "practice",
        "volunteering",
        "volunteer",
        "community",
        "outreach",
        "customer",
        "customerservices",
        "feedback",
        "complaints",
        "communications",
        "media",
        "press",
        "web",
        "website",
        "directory",
        "localoffer",
        "send",
        "senco",
        "library",
        "libraries",
        "groups",
        "courses",
        "training",
        "counselling",
        "refuge",
        "manager",
        "staff",
        "secretary",
        "coordinator",
    ]
)
_LONG: Final = tuple(sorted(word for word in _ROLES if len(word) >= _LONG_WORD))


def is_shared(email: str, *names: str) -> bool:
    """Say whether an address is a shared one: it names a role, or the organisation or service themselves.

    Anything else may be somebody's own, and is not told. `names` are those of the organisation and service.
    """
    local = email.partition("@")[0].lower()
    words = set(re.split(r"[^a-z]+", local)) - {""}
    letters = re.sub(r"[^a-z]", "", local)
    if words & _ROLES or any(word in letters for word in _LONG):
        return True
    return len(letters) >= _SHORTEST_NAME and any(
        letters in re.sub(r"[^a-z]", "", name.lower()) for name in names
    )


def told(entry: Listing) -> Listing:
    """Give the entry as the public may see it: masked places, no personal addresses."""
    names = (entry.name, entry.provider.name)
    places = tuple(shown for place in entry.places if (shown := _place(place)) is not None)
    there = {place.place.id for place in places}
    provider = entry.provider
    return entry.model_copy(
        update={
            "provider": provider.model_copy(update={"email": _mail(provider.email, *names)}),
            "contacts": tuple(
                contact.model_copy(update={"email": _mail(contact.email, *names)})
                for contact in entry.contacts
            ),
            "places": places,
            "hours": tuple(_at(row, there) for row in entry.hours),
            "dates": tuple(_at(row, there) for row in entry.dates),
            "closures": tuple(_at(row, there) for row in entry.closures),
        }
    )


def _mail(email: str, *names: str) -> str:
    return email if is_shared(email, *names) else ""


def _place(row: PlaceOf) -> PlaceOf | None:
    place = row.place
    if place.shown == "hidden":
        return None
    if place.shown == "full":
        return row
    near = place.model_copy(
        update={
            "name": "",
            "address": "",
            "postcode": place.postcode.partition(" ")[0],
            "lat": None if place.lat is None else round(place.lat, NEAR_PLACES),
            "lon": None if place.lon is None else round(place.lon, NEAR_PLACES),
            "travel": "",
            "features_note": "",
            "uprn": "",
        }
    )
    return row.model_copy(update={"place": near, "note": ""})


def _at(row: Row, there: set[UUID]) -> Row:
    return row if row.at is None or row.at in there else row.model_copy(update={"at": None})
