"""A service at a place, as Open Referral UK."""

from typing import Any, TypeVar

from rightdoor.engines.listings import Listing, PlaceOf
from rightdoor.engines.openreferral.own import Open, OwnPlace
from rightdoor.engines.openreferral.shapes import Accessibility, Address, LocationOut, ServiceAtLocationOut
from rightdoor.engines.openreferral.words import FEATURES, made_id

Kind = TypeVar("Kind", bound=Open)


def lean(kind: type[Kind], /, **told: Any) -> Kind | None:
    """Make one of ours, or nothing where it would hold nothing."""
    kept = {name: value for name, value in told.items() if value not in ("", None, [], ())}
    return kind(**kept) if kept else None


def at_location(entry: Listing, row: PlaceOf) -> ServiceAtLocationOut:
    """Give a service at a place."""
    return ServiceAtLocationOut(
        id=str(row.id),
        service_id=str(entry.id),
        location_id=str(row.place.id),
        description=row.note or None,
        location=location(row),
    )


def location(row: PlaceOf) -> LocationOut:
    """Give a place. Without a whole address, what is known of it stands under what is ours."""
    place, own = row.place, str(row.place.id)
    whole = all((place.address, place.city, place.postcode))
    address = Address(
        id=made_id("address", own), location_id=own, address_1=place.address, city=place.city,
        state_province=place.county or place.city, postal_code=place.postcode, country="GB",
        address_type=place.kind,
    ) if whole else None  # fmt: skip
    apart = "" if whole else None
    return LocationOut(
        id=own,
        location_type=place.kind,
        name=place.name or None,
        latitude=place.lat,
        longitude=place.lon,
        transportation=place.travel or None,
        external_identifier=place.uprn or None,
        external_identifier_type="UPRN" if place.uprn else None,
        addresses=[address] if address else None,
        accessibility=_accessibility(row) or None,
        x_rightdoor=lean(
            OwnPlace,
            address=place.address if apart is None else "",
            city=place.city if apart is None else "",
            county=place.county if apart is None else "",
            postcode=place.postcode if apart is None else "",
            area=place.area,
            shown="near" if place.shown == "near" else "",
        ),
    )


def _accessibility(row: PlaceOf) -> list[Accessibility]:
    own = str(row.place.id)
    rows = [
        Accessibility(
            id=made_id("accessibility", own, code),
            location_id=own,
            description=FEATURES[code],
            accessibility=code,
        )
        for code in row.place.features
    ]
    if row.place.features_note:
        rows.append(
            Accessibility(id=made_id("accessibility", own), location_id=own, details=row.place.features_note)
        )
    return rows
