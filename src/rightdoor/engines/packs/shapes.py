"""shapes.toml: how help is laid out in time: phases, reviews and boosters."""

from typing import Annotated

from pydantic import Field, StrictBool, model_validator

from rightdoor.engines.packs.fields import Count, File, Id, Name, Positive, Record, Source

Span = Annotated[tuple[Count, Count], Field(description="least and most")]


class Phase(Record):
    """One stretch of help. Its length is given in weeks, in months, or not at all when it is open."""

    name: Annotated[Name, Field(description="what it is called")]
    weeks_from_to: Annotated[Span | None, Field(description="least and most weeks")] = None
    months_from_to: Annotated[Span | None, Field(description="least and most months")] = None
    review_every_weeks: Annotated[
        Positive | None, Field(description="weeks between reviews in this phase")
    ] = None

    @model_validator(mode="after")
    def _one_length(self) -> "Phase":
        if self.weeks_from_to and self.months_from_to:
            raise ValueError("Give the length of a phase in weeks or in months, not both.")
        span = self.weeks_from_to or self.months_from_to
        if span and span[0] > span[1]:
            raise ValueError("The least length of a phase is more than the most. Swap the two numbers.")
        return self


class Shape(Record):
    """One shape of help."""

    id: Id
    name: Annotated[Name, Field(description="what it is called")]
    service: Annotated[str, Field(description="id of a service, or empty")] = ""
    phase: Annotated[tuple[Phase, ...], Field(description="its phases, in order", min_length=1)]
    review_every_weeks: Annotated[Positive | None, Field(description="weeks between reviews")] = None
    boosters_months: Annotated[tuple[Positive, ...], Field(description="months after the end")] = ()
    open_ended: Annotated[StrictBool, Field(description="goes on for as long as it helps")] = False
    note: Annotated[str, Field(description="anything else")] = ""
    source: Source


class Shapes(File):
    """All shapes."""

    shape: tuple[Shape, ...] = ()
