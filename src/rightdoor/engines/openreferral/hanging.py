"""What hangs on a service of Open Referral UK, read tolerantly: its organisation, places, contacts, words."""

import re
from typing import Any, get_args
from uuid import UUID

from rightdoor.engines.listings import Contact, Identifier, Place, PlaceOf, Provider, Term
from rightdoor.engines.listings.shape import Feature
from rightdoor.engines.listings.written import NOBODY
from rightdoor.engines.openreferral import lists
from rightdoor.engines.openreferral.rows import Row
from rightdoor.engines.openreferral.words import made_id

KINDS = ("physical", "postal", "virtual")
FURTHEST_NORTH, FURTHEST_EAST = 90, 180
_POSTCODE = re.compile(r"([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[A-Z]{2})?")


def provider_of(row: Row, name: str) -> Provider:
    """Read who runs a service. Nobody named is nobody known."""
    told = row.row("organization", "organisation")
    called = told.text("name", most=200) or NOBODY
    key = told.told.get("id") or row.told.get("organization_id") or made_id("organisation", called)
    about = told.text("description")
    phone = next((one.text("number", most=60) for one in told.rows("phones")), "")
    own = told.row("x_rightdoor")
    return Provider(
        id=_id(key, "organisation", called),
        name=called,
        about="" if about == called else about,
        website=told.website("website", "url") or own.text("website", most=500),
        email=told.email("email"),
        telephone=phone,
        identifiers=tuple(
            Identifier(
                scheme=one.text("identifier_scheme", most=60),
                kind=one.text("identifier_type", most=120) or "Other",
                value=one.text("identifier", most=120),
            )
            for one in told.rows("organization_identifiers")
            if one.told.get("identifier")
        ),
    )


def _id(value: object, *parts: object) -> UUID:
    try:
        return UUID(str(value))
    except ValueError:
        return UUID(made_id(*parts, value))


def contacts_of(row: Row, key: UUID) -> tuple[Contact, ...]:
    """Read how a service is reached. Names of people are left out."""
    found = [_contact(one, key, number) for number, one in enumerate(row.rows("contacts"))]
    known = {contact.telephone for contact in found} | {contact.email for contact in found}
    for number, one in enumerate(row.rows("phones")):
        telephone = one.text("number", most=60)
        if telephone and telephone not in known:
            found.append(Contact(id=UUID(made_id(key, "phone", number, telephone)), telephone=telephone))
    email = row.email("email")
    if email and email not in known:
        found.append(Contact(id=UUID(made_id(key, "email", email)), email=email))
    return tuple({contact.id: contact for contact in found}.values())


def _contact(row: Row, key: UUID, number: int) -> Contact:
    phones = list(row.rows("phones"))
    first = phones[0] if phones else Row(None, row.notes)
    if row.told.get("name"):
        row.notes.add(row.name("name"), "The name of a contact is never kept. It was left out.")
    return Contact(
        id=row.id(key, "contact", number),
        title=row.text("title", most=120),
        telephone=first.text("number", most=60),
        email=row.email("email"),
        note=row.row("x_rightdoor").text("note", most=300) or first.text("description", most=300),
    )


def place_of(row: Row, key: UUID) -> PlaceOf:
    """Read a service at a place."""
    told = row.row("location")
    address = next(told.rows("addresses", "physical_addresses"), Row(None, row.notes))
    own = told.row("x_rightdoor")
    city = address.text("city", most=100) or own.text("city", most=100)
    county = address.text("state_province", most=100) or own.text("county", most=100)
    postcode = address.text("postal_code", most=20) or own.text("postcode", most=20)
    features, note = _features(told)
    identity = told.told.get("id") or row.told.get("location_id") or made_id(key, "place", row.told.get("id"))
    lat = told.number("latitude", -FURTHEST_NORTH, FURTHEST_NORTH)
    lon = told.number("longitude", -FURTHEST_EAST, FURTHEST_EAST)
    known: dict[str, Any] = {"lat": lat, "lon": lon} if None not in (lat, lon) else {}
    return PlaceOf(
        id=row.id(key, "at", identity),
        note=row.text("description", most=300),
        place=Place(
            id=_id(identity, key, "place"),
            name=told.text("name", most=200),
            kind=told.choice("location_type", KINDS, "physical"),
            address=address.text("address_1", most=300) or own.text("address", most=300),
            city=city,
            county="" if county == city else county,
            postcode=_postcode(postcode, told),
            area=own.text("area", most=12),
            travel=told.text("transportation"),
            features=features,
            features_note=note,
            uprn=told.text("external_identifier", most=20)
            if told.text("external_identifier_type").upper() == "UPRN"
            else "",
            shown="near" if own.text("shown") == "near" else "full",
            **known,
        ),
    )


def _postcode(told: str, row: Row) -> str:
    found = _POSTCODE.fullmatch(told.upper().strip())
    if told and not found:
        row.notes.add(row.name("postal_code"), "This is no postcode. It was left out.")
    return " ".join(part for part in found.groups() if part) if found else ""


def _features(row: Row) -> tuple[tuple[Any, ...], str]:
    known, words = [], []
    for one in row.rows("accessibility", "accessibility_for_disabilities"):
        code = one.text("accessibility")
        if code in get_args(Feature):
            known.append(code)
        else:
            words.append(one.text("details", "description", "accessibility"))
    return tuple(dict.fromkeys(known)), "\n".join(word for word in words if word)


def terms_of(row: Row, key: UUID) -> dict[str, Any]:
    """Read the words of lists that are said of a service: those of ours, and others'."""
    found: dict[str, list[str]] = {one.field: [] for one in lists.LISTS}
    others: list[Term] = []
    for one in row.rows("attributes", "service_taxonomys"):
        term = one.row("taxonomy_term", "taxonomy")
        link, code = one.text("link_type"), term.text("code", most=80)
        if link in found and term.told.get("id") == lists.term_id(link, code):
            found[link].append(code)
        elif term.text("name"):
            others.append(
                Term(
                    taxonomy=_called(term),
                    name=term.text("name", most=200),
                    uri=term.website("term_uri"),
                )
            )
    return {
        "issues": tuple(found["issues"]),
        "stage": next(iter(found["stage"]), ""),
        "levels": tuple(int(code) for code in found["levels"] if code.isdecimal()),
        "ithrive": tuple(found["ithrive"]),
        "offer": next(iter(found["offer"]), ""),
        "audience": tuple(found["audience"]),
        "delivery": tuple(found["delivery"]),
        "terms": tuple(others),
    }


def _called(term: Row) -> str:
    told = term.text("taxonomy", "vocabulary", most=120)
    return "" if told == "Other" else told
