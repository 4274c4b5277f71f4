"""Entries of the directory for tests, in the words of the house."""

from typing import Any
from uuid import UUID, uuid4

from rightdoor.access import audit
from rightdoor.directory import actions
from rightdoor.directory.models import Service
from rightdoor.engines.listings import Listing, Place, PlaceOf, Provider
from tests.factories import NOW

PROVIDER = Provider(id=UUID(int=7), name="Ladywell Families", about="A charity for families.")


def place(**told: Any) -> PlaceOf:
    """Give a place of a service, in the middle of Lewisham unless told."""
    told = {"id": uuid4(), "postcode": "SE13 6LY", "city": "London", "lat": 51.4561, "lon": -0.0112, **told}
    return PlaceOf(id=uuid4(), place=Place(**told))


def entry(name: str = "Stay and play", **told: Any) -> Listing:
    """Give an entry that is not kept yet."""
    slug = told.pop("slug", name.lower().replace(" ", "-"))
    told = {
        "provider": PROVIDER,
        "about": "Play and a chat.",
        "who_for": "Families with young children",
        **told,
    }
    return Listing(id=told.pop("id", uuid4()), slug=slug, name=name, **told)


def service(name: str = "Stay and play", **told: Any) -> Service:
    """Give a public service that is kept."""
    kept, _ = actions.keep(entry=entry(name, **told), by=audit.SYSTEM, now=NOW)
    return kept
