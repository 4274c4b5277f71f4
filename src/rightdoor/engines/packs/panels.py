"""panels.toml: the meetings that decide together."""

from typing import Annotated

from pydantic import Field

from rightdoor.engines.packs.fields import File, Id, Level, Name, Positive, Record, Source, Text


class Panel(Record):
    """One panel."""

    id: Id
    name: Annotated[Name, Field(description="as people know it")]
    meets: Annotated[Name, Field(description="how often, in words")]
    capacity: Annotated[Positive, Field(description="items one meeting can decide")]
    considers: Annotated[tuple[Level, ...], Field(description="levels of need")]
    members: Annotated[tuple[str, ...], Field(description="ids of agencies")]
    decides: Annotated[Text, Field(description="what it decides, in words")]
    source: Source


class Panels(File):
    """All panels."""

    panel: tuple[Panel, ...] = ()
