"""An entry as Open Referral UK. It takes what the public is told: the filter comes before."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from rightdoor.engines.listings import Listing, PlaceOf, Provider
from rightdoor.engines.openreferral import lists
from rightdoor.engines.openreferral.own import (
    ClosedDays,
    OwnContact,
    OwnCoverage,
    OwnOrganization,
    OwnService,
)
from rightdoor.engines.openreferral.placing import at_location, lean, location
from rightdoor.engines.openreferral.shapes import (
    Attribute,
    ContactOut,
    CostOptionOut,
    Funding,
    LanguageOut,
    Organization,
    OrganizationIdentifier,
    Phone,
    ServiceArea,
    ServiceAtLocationOut,
    ServiceOut,
)
from rightdoor.engines.openreferral.times import schedules
from rightdoor.engines.openreferral.words import (
    is_language_code,
    language_name,
    made_id,
    mail_address,
    moment,
    oldest_in_years,
    web_address,
    youngest_in_years,
)

STATUS = {"active": "active", "paused": "temporarily closed", "closed": "defunct"}
FREE = "Free"
# Where official codes of areas are looked up.
AREA_URI = "http://statistics.data.gov.uk/id/statistical-geography/"


@dataclass(frozen=True)
class Publisher:
    """Who publishes: the council's name says what its whole area is, the bands what i-THRIVE groups are."""

    council: str = "The whole council area"
    ithrive: dict[str, str] = field(default_factory=dict)


def listed(entry: Listing) -> ServiceOut:
    """Give an entry as it stands in a list: what stands by itself, and its organisation."""
    return ServiceOut(**_scalars(entry), organization=organization(entry.provider, whole=False))


def service(entry: Listing, by: Publisher) -> ServiceOut:
    """Give an entry with everything that hangs on it."""
    contacts = [_contact(entry, row) for row in entry.contacts]
    return ServiceOut(
        **_scalars(entry),
        organization=organization(entry.provider),
        phones=[phone for contact in contacts for phone in contact.phones or ()] or None,
        contacts=contacts or None,
        schedules=schedules(entry) or None,
        service_areas=_areas(entry, by) or None,
        service_at_locations=[at_location(entry, row) for row in entry.places] or None,
        languages=[_language(entry, code) for code in entry.languages] or None,
        funding=_funding(entry),
        cost_options=_costs(entry) or None,
        attributes=_attributes(entry) or None,
        x_rightdoor=_own(entry),
    )


def _scalars(entry: Listing) -> dict[str, Any]:
    emails = [mail_address(contact.email) for contact in entry.contacts]
    return {
        "id": str(entry.id),
        "organization_id": str(entry.provider.id),
        "name": entry.name,
        "description": entry.about or None,
        "url": web_address(entry.website),
        "email": next((email for email in emails if email), None),
        "status": STATUS[entry.status],
        "minimum_age": youngest_in_years(entry.age_from_months),
        "maximum_age": oldest_in_years(entry.age_to_months),
        "assured_date": entry.checked_on.isoformat() if entry.checked_on else None,
        "alert": entry.alert or None,
        "last_modified": moment(entry.changed_at),
        "eligibility_description": entry.who_for or None,
        "application_process": entry.how_in_note or None,
        "wait_time": entry.wait_words or None,
        "fees_description": entry.cost.words or None,
    }


def organization(provider: Provider, *, whole: bool = True) -> Organization:
    """Give who runs a service; in lists only what stands by itself."""
    own = str(provider.id)
    website = web_address(provider.website)
    hung: dict[str, Any] = {}
    if whole:
        hung = {
            "phones": [
                Phone(id=made_id("phone", own), organization_id=own, number=provider.telephone)
            ] if provider.telephone else None,
            "organization_identifiers": [
                OrganizationIdentifier(
                    id=made_id("identifier", own, number), organization_id=own,
                    identifier_scheme=row.scheme or None, identifier_type=row.kind, identifier=row.value,
                )
                for number, row in enumerate(provider.identifiers)
            ] or None,
            "x_rightdoor": lean(OwnOrganization, website="" if website else provider.website),
        }  # fmt: skip
    return Organization(
        id=own,
        name=provider.name,
        description=provider.about or provider.name,
        email=mail_address(provider.email),
        website=website,
        **hung,
    )


def _contact(entry: Listing, row: Any) -> ContactOut:
    own = str(row.id)
    phone = None
    if row.telephone:
        phone = Phone(
            id=made_id("phone", own), contact_id=own, number=row.telephone, description=row.note or None
        )
    return ContactOut(
        id=own,
        service_id=str(entry.id),
        title=row.title or None,
        email=mail_address(row.email),
        phones=[phone] if phone else None,
        x_rightdoor=lean(OwnContact, note="" if phone else row.note),
    )


def listed_at(entry: Listing, row: PlaceOf) -> ServiceAtLocationOut:
    """Give a service at a place as it stands in a list."""
    place = location(row)
    return at_location(entry, row).model_copy(
        update={
            "location": place.model_copy(update={"addresses": None, "accessibility": None}),
            "service": listed(entry),
        }
    )


def _areas(entry: Listing, by: Publisher) -> list[ServiceArea]:
    cover, own = entry.coverage, str(entry.id)
    names = {"council": by.council, "national": "Anywhere in the country", "radius": f"Within {cover.km} km"}
    if cover.kind in names:
        return [ServiceArea(id=made_id("area", own), service_id=own, name=names[cover.kind])]
    return [
        ServiceArea(
            id=made_id("area", own, code), service_id=own, service_area=code, uri=web_address(AREA_URI + code)
        )
        for code in cover.areas
    ]


def _language(entry: Listing, code: str) -> LanguageOut:
    return LanguageOut(
        id=made_id("language", entry.id, code),
        service_id=str(entry.id),
        code=code if is_language_code(code) else None,
        name=language_name(code),
    )


def _funding(entry: Listing) -> list[Funding] | None:
    own = str(entry.id)
    if not entry.commissioner:
        return None
    return [Funding(id=made_id("funding", own), service_id=own, source=entry.commissioner)]


def _costs(entry: Listing) -> list[CostOptionOut]:
    own = str(entry.id)
    if entry.cost.kind == "free" and not entry.cost.options:
        return [CostOptionOut(id=made_id("cost", own), service_id=own, option=FREE, amount=0)]
    return [
        CostOptionOut(
            id=made_id("cost", own, number),
            service_id=own,
            option=row.words or None,
            amount=None if row.amount is None else float(row.amount),
        )
        for number, row in enumerate(entry.cost.options)
    ]


def _attributes(entry: Listing) -> list[Attribute]:
    own = str(entry.id)
    said: Iterable[Attribute] = (
        lists.attribute(own, one.field, lists.own_term(one, code))
        for one in lists.LISTS
        for code in lists.codes(entry, one.field)
    )
    came = (
        lists.attribute(own, "other", lists.other_term(term, web_address(term.uri))) for term in entry.terms
    )
    return [*said, *came]


def _own(entry: Listing) -> OwnService | None:
    cover = entry.coverage
    known = lean(
        OwnCoverage,
        kind="" if cover.kind == "unknown" else cover.kind,
        km=cover.km,
        areas=list(cover.areas),
    )
    return lean(
        OwnService,
        slug=entry.slug,
        website="" if web_address(entry.website) else entry.website,
        how_in=list(entry.how_in),
        for_pregnancy=entry.for_pregnancy or None,
        rule=entry.rule,
        coverage=known,
        cost="" if entry.cost.kind == "unknown" else entry.cost.kind,
        creche="" if entry.creche == "unknown" else entry.creche,
        access_needs=entry.access_needs,
        wait_weeks=entry.wait_weeks,
        capacity=entry.capacity,
        where=entry.where,
        when=entry.when,
        closures=[
            lean(ClosedDays, id=str(row.id), at=str(row.at) if row.at else None,
                  first=row.first.isoformat(), last=row.last.isoformat(), reason=row.reason)
            for row in entry.closures
        ],
        source=entry.source,
        as_of=entry.as_of,
        checked_by=entry.checked_by,
    )  # fmt: skip
