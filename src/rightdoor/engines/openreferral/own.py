"""What all we send has in common, and what of ours HSDS has no name for: it stands under `x_rightdoor`."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Uuid = Annotated[str, Field(json_schema_extra={"format": "uuid"})]
Uri = Annotated[str, Field(json_schema_extra={"format": "uri"})]
Email = Annotated[str, Field(json_schema_extra={"format": "email"})]
Moment = Annotated[str, Field(json_schema_extra={"format": "date-time"})]
Day = Annotated[str, Field(description="such as 2026-11-23")]
Kind = Literal["physical", "postal", "virtual"]
OpenStatus = Literal["active", "inactive", "defunct", "temporarily closed"]


class Open(BaseModel):
    """Anything we send. What has no value is left out."""

    model_config = ConfigDict(frozen=True)

    def sent(self) -> dict[str, Any]:
        """Give it as plain values, without what has no value."""
        return self.model_dump(mode="json", exclude_none=True)


class OwnContact(Open):
    """What HSDS has no name for in a contact."""

    note: str | None = None


class OwnPlace(Open):
    """What HSDS has no name for in a place."""

    address: str | None = None
    city: str | None = None
    county: str | None = None
    postcode: str | None = None
    area: str | None = None
    shown: Literal["near"] | None = None


class OwnSchedule(Open):
    """What HSDS has no name for in a time."""

    term_time_only: bool | None = None
    closed_on_bank_holidays: bool | None = None
    every_weeks: int | None = None
    starts: Moment | None = None
    ends: Moment | None = None
    cancelled: bool | None = None


class OwnOrganization(Open):
    """What HSDS has no name for in an organisation."""

    website: str | None = None


class ClosedDays(Open):
    """Days on which nothing happens, both included."""

    id: Uuid
    at: Uuid | None = None
    first: Day
    last: Day
    reason: str | None = None


class OwnCoverage(Open):
    """Whose families it is for, as we keep it."""

    kind: str
    km: float | None = None
    areas: list[str] | None = None


class OwnService(Open):
    """What HSDS has no name for in a service."""

    slug: str | None = None
    website: str | None = None
    how_in: list[str] | None = None
    for_pregnancy: bool | None = None
    rule: str | None = None
    coverage: OwnCoverage | None = None
    cost: str | None = None
    creche: str | None = None
    access_needs: str | None = None
    wait_weeks: int | None = None
    capacity: str | None = None
    where: str | None = None
    when: str | None = None
    closures: list[ClosedDays] | None = None
    source: str | None = None
    as_of: str | None = None
    checked_by: str | None = None
