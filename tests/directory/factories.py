"""Entries of the directory for tests, in the words of the house."""

from datetime import time, timedelta
from typing import Any
from uuid import UUID, uuid4

from rightdoor.access import audit
from rightdoor.directory import actions
from rightdoor.directory.models import Service
from rightdoor.engines.listings import Contact, Cost, Dated, Hours, Listing, Place, PlaceOf, Provider
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


def whole_service(name: str = "Stay and play") -> Service:
    """Give a public service of which everything its page can say is known."""
    hall = place(
        name="The long room of the hall by the railway", address="1 High Road", features=("step-free",)
    )
    near = place(shown="near")
    return service(
        name,
        how_in=("self",),
        rule="understanding-your-baby",
        places=(hall, near),
        contacts=(Contact(id=uuid4(), title="Office", telephone="020 7946 0000", email="info@hall.example"),),
        hours=(
            Hours(id=uuid4(), at=hall.place.id, weekday=4, opens=time(9, 30), closes=time(11)),
            Hours(id=uuid4(), weekday=1, nth_of_month=-1, opens=time(18), note="Bring the whole family"),
        ),
        dates=(Dated(id=uuid4(), starts=NOW + timedelta(days=2), cancelled=True),),
        cost=Cost(kind="free"),
        issues=("parenting", "mental-health"),
        languages=("en", "so"),
    )


def service(name: str = "Stay and play", **told: Any) -> Service:
    """Give a public service that is kept."""
    kept, _ = actions.keep(entry=entry(name, **told), by=audit.SYSTEM, now=NOW)
    return kept
