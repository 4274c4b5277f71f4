"""What Open Referral UK (HSDS-UK 3.0) calls things: one type for each, each with every field we send.

Fields that the UK profile does not name stand under their international HSDS 3.0 names. What HSDS has no name
for stands under `x_rightdoor`, the one property of ours. Nothing is ever sent as null or as an empty text.
"""

from typing import Literal

from rightdoor.engines.openreferral.own import (
    Day,
    Email,
    Kind,
    Moment,
    Open,
    OpenStatus,
    OwnContact,
    OwnOrganization,
    OwnPlace,
    OwnSchedule,
    OwnService,
    Uri,
    Uuid,
)


class TaxonomyTerm(Open):
    """A word of a list."""

    id: Uuid
    name: str
    description: str
    code: str | None = None
    parent_id: Uuid | None = None
    taxonomy: str | None = None
    taxonomy_id: Uuid | None = None
    term_uri: Uri | None = None


class Taxonomy(Open):
    """A list of words."""

    id: Uuid
    name: str
    description: str
    version: str | None = None
    taxonomy_terms: list[TaxonomyTerm] | None = None


class Attribute(Open):
    """A word of a list, said of something."""

    id: Uuid
    link_id: Uuid
    taxonomy_term_id: Uuid
    link_type: str
    taxonomy_term: TaxonomyTerm


class OrganizationIdentifier(Open):
    """A number by which others know an organisation."""

    id: Uuid
    organization_id: Uuid
    identifier_scheme: str | None = None
    identifier_type: str
    identifier: str


class Phone(Open):
    """A telephone number."""

    id: Uuid
    contact_id: Uuid | None = None
    organization_id: Uuid | None = None
    number: str
    description: str | None = None


class ContactOut(Open):
    """How a service is reached. Never a person's name."""

    id: Uuid
    service_id: Uuid
    title: str | None = None
    email: Email | None = None
    phones: list[Phone] | None = None
    x_rightdoor: OwnContact | None = None


class Address(Open):
    """A postal address."""

    id: Uuid
    location_id: Uuid
    address_1: str
    city: str
    state_province: str
    postal_code: str
    country: str
    address_type: Kind


class Accessibility(Open):
    """What makes a place easier to use."""

    id: Uuid
    location_id: Uuid
    description: str | None = None
    details: str | None = None
    accessibility: str | None = None


class LocationOut(Open):
    """Where something happens. What is masked is about where it is; what is hidden is not here."""

    id: Uuid
    location_type: Kind
    name: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    transportation: str | None = None
    external_identifier: str | None = None
    external_identifier_type: str | None = None
    addresses: list[Address] | None = None
    accessibility: list[Accessibility] | None = None
    x_rightdoor: OwnPlace | None = None


class ScheduleOut(Open):
    """When it is open, or one dated meeting."""

    id: Uuid
    service_id: Uuid
    service_at_location_id: Uuid | None = None
    valid_from: Day | None = None
    valid_to: Day | None = None
    dtstart: Day | None = None
    freq: Literal["WEEKLY", "MONTHLY"] | None = None
    interval: int | None = None
    byday: str | None = None
    opens_at: str | None = None
    closes_at: str | None = None
    description: str | None = None
    notes: str | None = None
    x_rightdoor: OwnSchedule | None = None


class CostOptionOut(Open):
    """One price, in pounds."""

    id: Uuid
    service_id: Uuid
    option: str | None = None
    amount: float | None = None


class ServiceArea(Open):
    """Whose families it is for."""

    id: Uuid
    service_id: Uuid
    name: str | None = None
    service_area: str | None = None
    uri: Uri | None = None


class LanguageOut(Open):
    """A language it is offered in."""

    id: Uuid
    service_id: Uuid
    code: str | None = None
    name: str


class Funding(Open):
    """Who pays for it."""

    id: Uuid
    service_id: Uuid
    source: str


class Reference(Open):
    """A service named by its id alone."""

    id: Uuid
    name: str | None = None


class Organization(Open):
    """Who runs services."""

    id: Uuid
    name: str
    description: str
    email: Email | None = None
    website: Uri | None = None
    phones: list[Phone] | None = None
    organization_identifiers: list[OrganizationIdentifier] | None = None
    services: "list[ServiceOut | Reference] | None" = None
    x_rightdoor: OwnOrganization | None = None


class ServiceAtLocationOut(Open):
    """A service at a place."""

    id: Uuid
    service_id: Uuid | None = None
    location_id: Uuid | None = None
    description: str | None = None
    location: LocationOut | None = None
    service: "ServiceOut | None" = None


class ServiceOut(Open):
    """One service; in lists only the fields that stand by themselves, and its organisation."""

    id: Uuid
    organization_id: Uuid | None = None
    name: str
    description: str | None = None
    url: Uri | None = None
    email: Email | None = None
    status: OpenStatus
    minimum_age: float | None = None
    maximum_age: float | None = None
    assured_date: Day | None = None
    alert: str | None = None
    last_modified: Moment | None = None
    eligibility_description: str | None = None
    application_process: str | None = None
    wait_time: str | None = None
    fees_description: str | None = None
    organization: Organization | None = None
    phones: list[Phone] | None = None
    contacts: list[ContactOut] | None = None
    schedules: list[ScheduleOut] | None = None
    service_areas: list[ServiceArea] | None = None
    service_at_locations: list[ServiceAtLocationOut] | None = None
    languages: list[LanguageOut] | None = None
    funding: list[Funding] | None = None
    cost_options: list[CostOptionOut] | None = None
    attributes: list[Attribute] | None = None
    x_rightdoor: OwnService | None = None


Organization.model_rebuild()
ServiceAtLocationOut.model_rebuild()
