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
    "copy-sent",
    "copy-forgotten",
    "information-lead",
    "champion-answered",
    "champion-forgotten",
)


class VersionRow(Record):
    """A change of a clock from a date on. What it leaves out stays as it was."""

    from_: Annotated[
        Date, Field(alias="from", description="first day this version applies to things started")
    ]
    length: Annotated[Count | None, Field(description="new length")] = None
    unit: Annotated[Unit | None, Field(description="new unit")] = None
    pauses: Annotated[tuple[Id, ...] | None, Field(description="new reasons")] = None
    source: Source


class ClockRow(Record):
    """One clock."""

    id: Id
    name: Annotated[Name, Field(description="what it is called")]
    starts: Annotated[Name, Field(description="what starts it, in words")]
    ends: Annotated[Name, Field(description="what ends it, in words")]
    length: Annotated[Count, Field(description="how many")]
    unit: Annotated[Unit, Field(description="of what")]
    pauses: Annotated[tuple[Id, ...], Field(description="reasons that stop the clock")] = ()
    scope: Annotated[Literal["national", "local"], Field(description="who set it")]
    source: Source
    version: Annotated[tuple[VersionRow, ...], Field(description="changes from a date on")] = ()


class Clocks(File):
    """All clocks."""

    clock: tuple[ClockRow, ...] = ()
