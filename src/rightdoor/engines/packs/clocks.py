"""clocks.toml: how long each step may take, by whose rule, and what stops the clock."""

from typing import Annotated, Literal

from pydantic import Field

from rightdoor.engines.packs.fields import Count, Date, File, Id, Name, Record, Source

Unit = Literal["working_days", "days", "weeks", "months", "hours"]
REQUIRED_CLOCKS = (
    "request-decision",
    "referrer-told",
    "panel",
    "assessment",
    "first-team-meeting",
    "review",
    "handover",
    "closing-follow-up",
)


class VersionRow(Record):
    """A change of a clock from a date on. What it leaves out stays as it was."""

    from_: Annotated[
        Date, Field(alias="from", description="first day this version applies to things started")
    ]
    length: Count | None = None
    unit: Unit | None = None
    pauses: tuple[Id, ...] | None = None
    source: Source


class ClockRow(Record):
    """One clock."""

    id: Id
    name: Name
    starts: Annotated[Name, Field(description="what starts it, in words")]
    ends: Annotated[Name, Field(description="what ends it, in words")]
    length: Count
    unit: Unit
    pauses: Annotated[tuple[Id, ...], Field(description="reasons that stop the clock")] = ()
    scope: Literal["national", "local"]
    source: Source
    version: tuple[VersionRow, ...] = ()


class Clocks(File):
    """All clocks."""

    clock: tuple[ClockRow, ...] = ()
