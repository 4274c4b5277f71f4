"""The table (CSV) of services: one row a service, one template, and other people's columns by a mapping."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from rightdoor.engines.openreferral import lists
from rightdoor.engines.openreferral.words import FEATURES, made_id

# Column, and what stands in it.
TEMPLATE: Final = {
    "id": "a UUID; leave empty to have one made from organisation and name",
    "name": "needed",
    "organisation": "who runs it",
    "organisation_id": "a UUID; leave empty to have one made",
    "organisation_website": "",
    "organisation_email": "a shared address",
    "organisation_telephone": "",
    "charity_number": "",
    "company_number": "",
    "description": "",
    "who_for": "one line",
    "how_to_get_in": "",
    "website": "",
    "telephone": "",
    "email": "a shared address",
    "status": "active, inactive, defunct or temporarily closed",
    "minimum_age": "in years",
    "maximum_age": "in years, included",
    "cost": "“free”, or words; leave empty when unknown",
    "wait": "in words",
    "place": "name of the place",
    "address": "",
    "city": "",
    "county": "",
    "postcode": "",
    "latitude": "",
    "longitude": "",
    "uprn": "",
    "access": "codes of what makes the place easier to use, parted by ;",
    "hours": "such as “MO 10:00-11:30; -1FR 9:00-12:00”",
    "languages": "codes or names, parted by ;",
    "issues": "codes of issues, parted by ;",
    "areas": "official codes of areas, parted by ;",
    "assured_date": "such as 2026-11-23",
}
NEEDED: Final = "name"
DAY: Final = len("MO")
_HOURS: Final = re.compile(r"(-?[1-5]?(?:MO|TU|WE|TH|FR|SA|SU))\s*([\d:.]+)?\s*(?:[-–]\s*([\d:.]+))?", re.I)


def columns(names: Sequence[str], mapping: Mapping[str, str]) -> tuple[dict[str, int], str]:
    """Find where each of our columns stands, and name the needed one that is nowhere."""
    places = {name.casefold(): place for place, name in reversed(list(enumerate(names)))}
    known = {
        ours: places[theirs]
        for ours in TEMPLATE
        if (theirs := mapping.get(ours, ours).strip().casefold()) in places
    }
    return known, "" if NEEDED in known else mapping.get(NEEDED, NEEDED)


def raw_of(told: Mapping[str, str]) -> dict[str, Any]:
    """Give a row of a table in the shape of Open Referral UK, as it is then read."""
    row = {name: told.get(name, "").strip() for name in TEMPLATE}
    runs = row["organisation_id"] or made_id("organisation", row["organisation"])
    key = row["id"] or made_id("row", row["organisation"], row["name"], row["postcode"])
    free = row["cost"].casefold() == "free"
    raw = {
        "id": key,
        "name": row["name"],
        "description": row["description"],
        "url": row["website"],
        "status": row["status"],
        "minimum_age": row["minimum_age"],
        "maximum_age": row["maximum_age"],
        "eligibility_description": row["who_for"],
        "application_process": row["how_to_get_in"],
        "wait_time": row["wait"],
        "fees_description": row["cost"],
        "assured_date": row["assured_date"],
        "organization": _organisation(row, runs),
        "contacts": [
            {"id": made_id("contact", key), "email": row["email"], "phones": [{"number": row["telephone"]}]}
        ]
        if row["email"] or row["telephone"]
        else [],
        "service_at_locations": _place(row, key),
        "languages": [
            {"name": one, "code": one if len(one) <= len("cmn") else ""} for one in _parts(row["languages"])
        ],
        "service_areas": [{"service_area": code} for code in _parts(row["areas"])],
        "attributes": [
            {"link_type": "issues", "taxonomy_term": lists.own_term(lists.FIELDS["issues"], code).sent()}
            for code in _parts(row["issues"])
        ],
        "schedules": [
            {
                "byday": day.upper(),
                "opens_at": opens,
                "closes_at": closes,
                "freq": "MONTHLY" if day[:-DAY] else "WEEKLY",
            }
            for day, opens, closes in _HOURS.findall(row["hours"])
        ],
        "x_rightdoor": {"cost": "free"} if free else None,
    }
    return {name: value for name, value in raw.items() if value not in ("", [], None)}


def _parts(told: str) -> list[str]:
    return [part.strip() for part in told.split(";") if part.strip()]


def _organisation(row: Mapping[str, str], key: str) -> dict[str, Any]:
    numbers = {"GB-CHC": ("Charity", "charity_number"), "GB-COH": ("Company", "company_number")}
    return {
        "id": key,
        "name": row["organisation"],
        "website": row["organisation_website"],
        "email": row["organisation_email"],
        "phones": [{"number": row["organisation_telephone"]}],
        "organization_identifiers": [
            {"identifier_scheme": scheme, "identifier_type": kind, "identifier": row[column]}
            for scheme, (kind, column) in numbers.items()
            if row[column]
        ],
    }


def _place(row: Mapping[str, str], key: str) -> list[dict[str, Any]]:
    if not any(row[name] for name in ("place", "address", "postcode", "latitude", "uprn")):
        return []
    there = made_id("place", row["uprn"] or row["postcode"], row["address"], row["place"])
    location = {
        "id": there,
        "name": row["place"],
        "location_type": "physical",
        "latitude": row["latitude"],
        "longitude": row["longitude"],
        "external_identifier": row["uprn"],
        "external_identifier_type": "UPRN" if row["uprn"] else "",
        "addresses": [
            {
                "address_1": row["address"],
                "city": row["city"],
                "state_province": row["county"],
                "postal_code": row["postcode"],
            }
        ],
        "accessibility": [{"accessibility": code} for code in _parts(row["access"]) if code in FEATURES],
    }
    return [{"id": made_id("at", key, there), "location": location}]
