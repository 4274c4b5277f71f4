"""The shape of an entry: close to Open Referral UK, with what a parent needs beside it.

Nothing unknown is ever a value: an age that nobody gave is None, a cost that nobody gave is "unknown". Times
are local wall-clock times. Ages are whole months, the upper one not included.
"""

from datetime import date, datetime, time
from decimal import Decimal
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, model_validator

from rightdoor.engines.packs.fields import Record
from rightdoor.engines.packs.services import Audience, Delivery, Issue, Offer, WayIn

Stage = Literal["universal", "targeted", "specialist", ""]
Feature = Literal[
    "step-free",
    "accessible-toilet",
    "baby-change",
    "hearing-loop",
    "sign-language",
    "parking",
    "quiet-space",
    "assistance-dogs",
]
Known = Literal["yes", "no", "unknown"]
Status = Literal["active", "paused", "closed"]
# What may be said of where a place is: all of it; about where it is; nothing at all.
Shown = Literal["full", "near", "hidden"]


class Identifier(Record):
    """A number by which others know an organisation, such as its charity number."""

    scheme: str = ""
    kind: Annotated[str, Field(min_length=1)]
    value: Annotated[str, Field(min_length=1)]


class Provider(Record):
    """The organisation that runs a service."""

    id: UUID
    name: Annotated[str, Field(min_length=1)]
    about: str = ""
    website: str = ""
    email: str = ""
    telephone: str = ""
    identifiers: tuple[Identifier, ...] = ()


class Term(Record):
    """A word of somebody's list of words, such as a category of another council's directory."""

    taxonomy: str
    name: Annotated[str, Field(min_length=1)]
    uri: str = ""


class Contact(Record):
    """How to reach a service: a role and a shared address, never a person's own."""

    id: UUID
    title: str = ""
    telephone: str = ""
    email: str = ""
    note: str = ""


class CostOption(Record):
    """One price, in pounds where it is a number."""

    words: str = ""
    amount: Decimal | None = None


class Cost(Record):
    """What it costs. Unknown is never free."""

    kind: Literal["unknown", "free", "paid"] = "unknown"
    words: str = ""
    options: tuple[CostOption, ...] = ()


class Coverage(Record):
    """Whom it serves by where they live; `km` around its places, or the official codes of `areas`."""

    kind: Literal["unknown", "radius", "areas", "council", "national"] = "unknown"
    km: Annotated[float | None, Field(gt=0, le=500)] = None
    areas: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _whole(self) -> "Coverage":
        if (self.kind == "radius") != (self.km is not None):
            raise ValueError("Give the kilometres of a radius, and of nothing else.")
        if (self.kind == "areas") != bool(self.areas):
            raise ValueError("Name the areas where “areas” are covered, and nowhere else.")
        return self


class Place(Record):
    """Where something happens. What `shown` forbids never leaves the server."""

    id: UUID
    name: str = ""
    kind: Literal["physical", "postal", "virtual"] = "physical"
    address: str = ""
    city: str = ""
    county: str = ""
    postcode: str = ""
    lat: Annotated[float | None, Field(ge=-90, le=90)] = None
    lon: Annotated[float | None, Field(ge=-180, le=180)] = None
    area: str = ""
    travel: str = ""
    features: tuple[Feature, ...] = ()
    features_note: str = ""
    uprn: str = ""
    shown: Shown = "full"


class PlaceOf(Record):
    """A service at a place."""

    id: UUID
    place: Place
    note: str = ""


class Hours(Record):
    """One opening in the week (Monday is 0), every so many weeks or on the nth such day of the month.

    `at` is the id of a place of the entry, or None for all of it. One that closes before it opens passes
    midnight.
    """

    id: UUID
    at: UUID | None = None
    weekday: Annotated[int, Field(ge=0, le=6)]
    opens: time | None = None
    closes: time | None = None
    every_weeks: Annotated[int, Field(ge=1, le=8)] = 1
    nth_of_month: Annotated[int | None, Field(ge=-1, le=5)] = None
    first_on: date | None = None
    last_on: date | None = None
    term_time_only: bool = False
    closed_on_bank_holidays: bool = True
    note: str = ""


class Dated(Record):
    """One dated meeting."""

    id: UUID
    at: UUID | None = None
    starts: datetime
    ends: datetime | None = None
    note: str = ""
    cancelled: bool = False


class Closed(Record):
    """Days on which nothing happens, both included."""

    id: UUID
    at: UUID | None = None
    first: date
    last: date
    reason: str = ""


class Outline(Record):
    """What a list, a table or a drawing says of a service."""

    id: UUID
    slug: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
    name: Annotated[str, Field(min_length=1, max_length=200)]
    who_for: str = ""
    how_in: tuple[WayIn, ...] = ()
    stage: Stage = ""
    levels: tuple[int, ...] = ()
    ithrive: tuple[str, ...] = ()
    issues: tuple[Issue, ...] = ()
    age_from_months: Annotated[int | None, Field(ge=0, le=1500)] = None
    age_to_months: Annotated[int | None, Field(ge=0, le=1500)] = None
    for_pregnancy: bool = False


class Listing(Outline):
    """One service with everything that hangs on it."""

    provider: Provider
    commissioner: str = ""
    about: str = ""
    how_in_note: str = ""
    website: str = ""
    offer: Offer = ""
    terms: tuple[Term, ...] = ()
    audience: tuple[Audience, ...] = ()
    rule: Annotated[str, Field(description="id of a rule of eligibility in the pack, or empty")] = ""
    delivery: tuple[Delivery, ...] = ()
    coverage: Coverage = Coverage()
    cost: Cost = Cost()
    creche: Known = "unknown"
    languages: Annotated[tuple[str, ...], Field(description="codes such as “en” or “bn”")] = ()
    access_needs: str = ""
    wait_weeks: Annotated[int | None, Field(ge=0, le=520)] = None
    wait_words: str = ""
    capacity: str = ""
    alert: str = ""
    status: Status = "active"
    contacts: tuple[Contact, ...] = ()
    places: tuple[PlaceOf, ...] = ()
    where: Annotated[str, Field(description="in words, where no place is given")] = ""
    when: Annotated[str, Field(description="in words, where no hours are given")] = ""
    hours: tuple[Hours, ...] = ()
    dates: tuple[Dated, ...] = ()
    closures: tuple[Closed, ...] = ()
    source: str = ""
    as_of: str = ""
    checked_on: date | None = None
    checked_by: Annotated[str, Field(description="an organisation, never a person")] = ""
    changed_at: datetime | None = None

    @model_validator(mode="after")
    def _whole(self) -> "Listing":
        first, last = self.age_from_months, self.age_to_months
        if first is not None and last is not None and first >= last:
            raise ValueError("The youngest age must be below the oldest (which is not included).")
        places = {place.place.id for place in self.places}
        named = {row.at for rows in (self.hours, self.dates, self.closures) for row in rows}
        if named - places - {None}:
            raise ValueError("Hours, dates and closures can only be at a place of the entry.")
        return self
