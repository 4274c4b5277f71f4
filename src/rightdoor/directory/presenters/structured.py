"""A service as schema.org data, for search engines: what its page says and no more."""

import json
from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from rightdoor.engines.listings import Listing, PlaceOf
from rightdoor.engines.openings import Occasion

_FREE = {"@type": "Offer", "price": "0", "priceCurrency": "GBP"}
_OFF, _ON = "https://schema.org/EventCancelled", "https://schema.org/EventScheduled"


def structured(entry: Listing, coming: Sequence[Occasion], address: str) -> Markup:
    """Give the data as JSON that is safe inside a page: no sign in it can end its element."""
    text = json.dumps({"@context": "https://schema.org", "@graph": _graph(entry, coming, address)})
    safe = text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return Markup(safe)  # noqa: S704 - made safe on the line above


def _graph(entry: Listing, coming: Sequence[Occasion], address: str) -> list[dict[str, Any]]:
    return [_service(entry, address), *(_event(entry, one, address) for one in coming if one.opens)]


def _service(entry: Listing, address: str) -> dict[str, Any]:
    told = {
        "@type": "Service",
        "@id": address,
        "url": address,
        "name": entry.name,
        "description": entry.about,
        "provider": {"@type": "Organization", "name": entry.provider.name},
        "availableChannel": [_channel(row, address) for row in entry.places],
        "audience": {"@type": "Audience", "audienceType": entry.who_for} if entry.who_for else None,
        "offers": _FREE if entry.cost.kind == "free" else None,
    }
    return {key: value for key, value in told.items() if value}


def _channel(row: PlaceOf, address: str) -> dict[str, Any]:
    return {"@type": "ServiceChannel", "serviceUrl": address, "serviceLocation": _place(row)}


def _place(row: PlaceOf) -> dict[str, Any]:
    place = row.place
    lines = {
        "streetAddress": place.address,
        "addressLocality": place.city,
        "addressRegion": place.county,
        "postalCode": place.postcode,
    }
    postal = {key: value for key, value in lines.items() if value}
    told: dict[str, Any] = {"@type": "Place", "address": {"@type": "PostalAddress", **postal}}
    return {**told, "name": place.name} if place.name else told


def _event(entry: Listing, one: Occasion, address: str) -> dict[str, Any]:
    there = next((row for row in entry.places if row.place.id == one.at), None)
    if there is None and len(entry.places) == 1:
        there = entry.places[0]
    told = {
        "@type": "Event",
        "name": entry.name,
        "url": address,
        "startDate": one.starts.isoformat(),
        "endDate": one.ends.isoformat() if one.closes else None,
        "eventStatus": _OFF if one.cancelled else _ON,
        "location": _place(there) if there else None,
    }
    return {key: value for key, value in told.items() if value}
