"""services.toml: everything a family could be offered."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StrictBool, model_validator

from rightdoor.engines.packs.fields import Count, File, Id, Level, Name, Record, Source, Text

WayIn = Literal["self", "professional", "court", "own-agency"]
Issue = Literal[
    "parenting",
    "mental-health",
    "substance-misuse",
    "domestic-abuse",
    "offending",
    "education",
    "health",
    "housing-money",
    "send",
    "young-carers",
    "pregnancy",
    "separation",
    "exploitation",
]

Offer = Literal["media", "drop-in", "discussion-group", "group-programme", "specialist-programme", ""]
Delivery = Literal["in-person", "online", "telephone", "home-visit"]
Audience = Literal["mothers", "fathers", "young-people", "carers", "grandparents", "practitioners"]


def _dated(value: str) -> str:
    if not value[:4].isdigit():
        raise ValueError(f"“{value}” does not begin with a year. Write when this was true, such as “2019”.")
    return value


class Service(Record):
    """One service."""

    id: Id
    name: Annotated[Name, Field(description="as people know it")]
    provider: Annotated[str, Field(description="empty when unknown")]
    commissioner: Annotated[str, Field(description="empty when unknown")]
    about: Annotated[Text, Field(description="one to three sentences, the pack's own words")]
    who_for: Annotated[Name, Field(description="one line")]
    how_in: Annotated[tuple[WayIn, ...], Field(description="ways in; empty when unknown")]
    how_in_note: Annotated[str, Field(description="anything else about getting in")] = ""
    stage: Annotated[
        Literal["universal", "targeted", "specialist", ""], Field(description="empty when unknown")
    ]
    levels: Annotated[tuple[Level, ...], Field(description="levels of need 1 to 4 it is meant for")] = ()
    ithrive: Annotated[tuple[str, ...], Field(description="codes of bands of the scheme “ithrive”")] = ()
    issues: Annotated[tuple[Issue, ...], Field(description="what it helps with")] = ()
    age_from_months: Annotated[
        Count | None, Field(description="child's age, inclusive; leave out if unknown")
    ] = None
    age_to_months: Annotated[
        Count | None, Field(description="child's age, exclusive; leave out if unknown")
    ] = None
    for_pregnancy: Annotated[StrictBool, Field(description="is it for expectant parents?")] = False
    audience: Annotated[tuple[Audience, ...], Field(description="if it is for some people only")] = ()
    offer: Annotated[Offer, Field(description="level of the five-level offer; empty when unknown")] = ""
    delivery: Annotated[tuple[Delivery, ...], Field(description="how help is given; empty when unknown")] = ()
    covers: Annotated[
        Literal["council", "national", "unknown"], Field(description="whose families it is for")
    ] = "council"
    where: Annotated[str, Field(description="empty when unknown")] = ""
    when: Annotated[str, Field(description="empty when unknown")] = ""
    cost: Annotated[Name, Field(description="“free”, “unknown” or text")] = "unknown"
    creche: Annotated[Literal["yes", "no", "unknown"], Field(description="is there one?")] = "unknown"
    languages: Annotated[tuple[Name, ...], Field(description="languages it is offered in")] = ()
    access_needs: Annotated[Text, Field(description="“unknown” or text")] = "unknown"
    capacity: Annotated[str, Field(description="places, in words")] = ""
    agency: Annotated[str, Field(description="id of an agency, or empty")] = ""
    as_of: Annotated[Name, AfterValidator(_dated), Field(description="year or date this was true")]
    source: Source
    eligibility: Annotated[str, Field(description="id of a rule in eligibility.toml, or empty")] = ""

    @model_validator(mode="after")
    def _ages_in_order(self) -> "Service":
        if None not in (self.age_from_months, self.age_to_months) and not self._ages_rise():
            raise ValueError(
                "“age_from_months” must be less than “age_to_months” (the upper age is not included)."
            )
        return self

    def _ages_rise(self) -> bool:
        return (self.age_from_months or 0) < (self.age_to_months or 0)


class Services(File):
    """All services."""

    service: tuple[Service, ...] = ()
