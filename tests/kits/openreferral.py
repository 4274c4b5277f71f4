"""The published schemas of Open Referral UK as a judge, and an entry that uses every field there is."""

import json
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from rightdoor.engines.listings import (
    Closed,
    Contact,
    Cost,
    CostOption,
    Coverage,
    Dated,
    Hours,
    Identifier,
    Listing,
    Place,
    PlaceOf,
    Provider,
    Term,
)

FACTS = json.loads(
    (Path(__file__).parents[1] / "engines/openreferral/data/oruk-3.0-facts.json").read_text(encoding="utf-8")
)
WALL = ZoneInfo("Europe/London")


@cache
def judge(name: str) -> Draft202012Validator:
    """Give the published schema of one thing, formats asserted."""
    known = {
        key: Resource(contents=value, specification=DRAFT202012) for key, value in FACTS["schemas"].items()
    }
    registry: Registry[Any] = Registry().with_resources(known.items())
    return Draft202012Validator(
        FACTS["schemas"][f"{name}.json"], registry=registry, format_checker=FormatChecker()
    )


def faults(name: str, document: Any) -> list[str]:
    """Say what the published schema has against a document."""
    return [
        f"{list(fault.absolute_path)}: {fault.message[:200]}" for fault in judge(name).iter_errors(document)
    ]


def hollow(document: Any, path: str = "") -> list[str]:
    """Find every null and every empty text, list or object in a document; a list of contents may be empty."""
    if document in (None, "") or (document in ({}, []) and not path.endswith(".contents")):
        return [path]
    told = (
        document.items()
        if isinstance(document, dict)
        else enumerate(document)
        if isinstance(document, list)
        else ()
    )
    return [found for key, value in told for found in hollow(value, f"{path}.{key}")]


def _id(number: int) -> UUID:
    return UUID(int=10_000 + number)


HALL = Place(
    id=_id(1),
    name="Ladywell Hall",
    address="1 High Street",
    city="London",
    county="Greater London",
    postcode="SE13 6LY",
    lat=51.4561,
    lon=-0.0112,
    area="E05013716",
    travel="Bus 122 stops outside.",
    features=("step-free", "hearing-loop"),
    features_note="Ring the lower bell.",
    uprn="100023456789",
)
NEAR = Place(id=_id(2), city="London", postcode="SE6", lat=51.44, lon=-0.02, shown="near")
RICH: dict[str, Any] = {
    "id": _id(0),
    "slug": "rich-group",
    "name": "Rich group",
    "provider": Provider(
        id=_id(3),
        name="Ladywell Families",
        about="A charity.",
        website="https://ladywell.example",
        email="info@ladywell.example",
        telephone="020 7946 0000",
        identifiers=(Identifier(scheme="GB-CHC", kind="Charity", value="1234567"),),
    ),
    "commissioner": "The council",
    "about": "Play & a chat.\nEvery week.",
    "who_for": "Families",
    "how_in": ("self", "professional"),
    "how_in_note": "Just come.",
    "website": "https://ladywell.example/group?a=1",
    "stage": "targeted",
    "levels": (1, 2),
    "ithrive": ("getting-help",),
    "issues": ("parenting", "send"),
    "offer": "drop-in",
    "terms": (
        Term(taxonomy="FIS", name="Play"),
        Term(taxonomy="", name="Café", uri="http://id.example/1"),
    ),
    "audience": ("fathers",),
    "age_from_months": 7,
    "age_to_months": 60,
    "for_pregnancy": True,
    "rule": "a-rule",
    "delivery": ("in-person", "online"),
    "coverage": Coverage(kind="radius", km=3),
    "cost": Cost(
        kind="paid",
        words="Ask us.",
        options=(CostOption(words="a session", amount="2.5"), CostOption(words="pay what you can")),
    ),
    "creche": "no",
    "languages": ("en", "bn", "Sylheti here"),
    "access_needs": "Large print.",
    "wait_weeks": 3,
    "wait_words": "About three weeks",
    "capacity": "12 families",
    "alert": "Closed on Friday.",
    "status": "paused",
    "contacts": (
        Contact(
            id=_id(4),
            title="Bookings",
            telephone="020 7946 0001",
            email="bookings@ladywell.example",
            note="Mornings",
        ),
        Contact(id=_id(5), title="Post", note="By letter only"),
    ),
    "places": (PlaceOf(id=_id(6), place=HALL, note="First floor"), PlaceOf(id=_id(7), place=NEAR)),
    "where": "In two places",
    "when": "Most days",
    "hours": (
        Hours(
            id=_id(8),
            at=HALL.id,
            weekday=1,
            opens=time(10),
            closes=time(11, 30),
            term_time_only=True,
            note="Doors at ten",
        ),
        Hours(
            id=_id(9),
            weekday=4,
            opens=time(22),
            closes=time(1),
            every_weeks=2,
            first_on=date(2026, 1, 2),
            last_on=date(2027, 1, 1),
            closed_on_bank_holidays=False,
        ),
        Hours(id=_id(10), at=NEAR.id, weekday=6, nth_of_month=-1),
    ),
    "dates": (
        Dated(
            id=_id(11),
            at=HALL.id,
            starts=datetime(2026, 12, 1, 10, tzinfo=WALL),
            ends=datetime(2026, 12, 1, 12, tzinfo=WALL),
            note="Party",
        ),
        Dated(id=_id(12), starts=datetime(2027, 6, 1, 10, tzinfo=WALL), cancelled=True),
    ),
    "closures": (
        Closed(id=_id(13), at=HALL.id, first=date(2026, 12, 20), last=date(2027, 1, 3), reason="Holiday"),
    ),
    "source": "fis page 3",
    "as_of": "2026",
    "checked_on": date(2026, 11, 1),
    "checked_by": "Ladywell Families",
    "changed_at": datetime(2026, 11, 2, 9, 30, tzinfo=UTC),
}


def rich(**told: Any) -> Listing:
    """Give an entry in which every field says something."""
    return Listing(**{**RICH, **told})
