"""What may be asked of the open data, and between which bounds."""

from datetime import UTC, datetime
from typing import Annotated, Literal
from uuid import UUID

from ninja import Schema
from pydantic import AfterValidator, Field

MOST_A_PAGE, USUAL_PAGE, LARGEST_PAGE, OLDEST = 500, 50, 2**31 - 1, 120
# One page holds every id of a large directory, as harvesters ask for.
MOST_OF_IDS = 50_000


def _moment(value: str) -> str:
    moment_of(value)
    return value


def moment_of(value: str) -> datetime:
    """Read a date or a moment, and give it in UTC, as it is without a time zone.

    A space stands where a plus was sent. PostgreSQL takes no zone further than 16 hours from UTC, so none
    is handed on. Raises ValueError for what is no moment, or one that UTC cannot write.
    """
    found = datetime.fromisoformat(value.strip().replace(" ", "+") if "T" in value else value)
    try:
        return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
    except OverflowError as error:
        raise ValueError(str(error)) from error


Words = Annotated[str | None, Field(max_length=200)]
Count = Annotated[int | None, Field(ge=1, le=MOST_OF_IDS)]
Age = Annotated[float | None, Field(ge=0, le=OLDEST)]
Clock = Annotated[str | None, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$")]
Weekday = Literal["MO", "TU", "WE", "TH", "FR", "SA", "SU"]


class Paged(Schema):
    """Which page of a list."""

    search: Annotated[Words, Field(description="Words that must all be there.")] = None
    page: Annotated[int, Field(ge=1, le=LARGEST_PAGE, description="The first is 1.")] = 1
    per_page: Annotated[
        Count, Field(description=f"{USUAL_PAGE} unless asked; at most {MOST_A_PAGE} are sent.")
    ] = None
    perPage: Annotated[Count, Field(description="The same, as older clients write it.")] = None  # noqa: N815
    format: Annotated[
        Literal["json", "ndjson"], Field(description="“ndjson” streams everything, one row a line.")
    ] = "json"

    def size(self, most: int = MOST_A_PAGE) -> int:
        """Give how many stand on a page."""
        return min(
            self.per_page or self.perPage or min(most, USUAL_PAGE if most == MOST_A_PAGE else most), most
        )


class ServiceFilter(Paged):
    """Which services, or which services at places. Every filter given must be met."""

    taxonomy_term_id: Annotated[UUID | None, Field(description="With this word of a list.")] = None
    taxonomy_id: Annotated[UUID | None, Field(description="With any word of this list.")] = None
    organization_id: Annotated[UUID | None, Field(description="Of this organisation.")] = None
    modified_after: Annotated[
        str | None,
        AfterValidator(lambda value: _moment(value) if value else value),
        Field(
            description="Changed at or after this moment, in itself or in what hangs on it. "
            "Services that are gone are then told too, as defunct or inactive.",
            json_schema_extra={"format": "date-time"},
        ),
    ] = None
    full: Annotated[bool, Field(description="With all that hangs on each.")] = False
    minimum_age: Annotated[Age, Field(description="Youngest age of at least so many years.")] = None
    maximum_age: Annotated[Age, Field(description="Oldest age of at most so many years.")] = None
    age: Annotated[Age, Field(description="Ours: for somebody of this age. Unknown ages are open.")] = None
    day: Annotated[Weekday | None, Field(description="Open on this day of the week.")] = None
    start_time: Annotated[Clock, Field(description="Opens at this time or later.")] = None
    end_time: Annotated[Clock, Field(description="Closes at this time or earlier.")] = None
    postcode: Annotated[
        str | None, Field(max_length=12, description="Covers this postcode; with a proximity, is near it.")
    ] = None
    proximity: Annotated[
        str | None, Field(pattern=r"^[0-9]{1,7}$", description="Metres from the middle of the postcode.")
    ] = None


class Services(ServiceFilter):
    """Which services."""

    minimal: Annotated[bool, Field(description="Only ids and when each changed, as many as there are.")] = (
        False
    )


class Terms(Paged):
    """Which words of lists."""

    taxonomy_id: UUID | None = None
    parent_id: UUID | None = None
    top_only: bool = False


class Organizations(Paged):
    """Which organisations."""

    full: Annotated[bool, Field(description="With the ids of what they run.")] = False
    full_service: Annotated[bool, Field(description="With all they run, whole.")] = False


class OneOrganization(Schema):
    """How much of an organisation."""

    full_service: Annotated[bool, Field(description="With all they run, whole.")] = False
