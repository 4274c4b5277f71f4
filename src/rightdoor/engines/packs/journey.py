"""journey.toml: the stops at which every family is met, from before the birth until eighteen."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

from rightdoor.engines.journey import Event, shifted
from rightdoor.engines.packs.fields import EARLIEST, File, Id, Name, Record, Source, Text

Phase = Literal["before-birth", "first-year", "early-years", "primary", "secondary", "adulthood"]


def _offset(value: str) -> str:
    shifted(EARLIEST, value)
    return value


Offset = Annotated[str, AfterValidator(_offset)]


class Stop(Record):
    """One stop."""

    id: Id
    name: Annotated[Name, Field(description="what it is, to a parent")]
    who: Annotated[Name, Field(description="who leads it")]
    about: Annotated[Text, Field(description="what to expect, in plain words")]
    phase: Annotated[Phase, Field(description="part of a childhood")]
    counts_from: Annotated[
        Event,
        Field(
            description="the event its days are counted from: birth (or due date), start of funded nursery "
            "hours, start of school, start of secondary school, eighteenth birthday"
        ),
    ] = "birth"
    from_: Annotated[Offset, Field(alias="from", description="first day, such as -12w, 4w or 9m")]
    until: Annotated[Offset, Field(description="the day after its last, such as 6w or 2y")]
    noted: Annotated[
        bool, Field(description="is it noted on record whether it was held, so that a missed one is seen?")
    ] = True
    source: Source

    @model_validator(mode="after")
    def _in_order(self) -> "Stop":
        if shifted(EARLIEST, self.from_) >= shifted(EARLIEST, self.until):
            raise ValueError("“from” must be earlier than “until”.")
        return self


class Journey(File):
    """All stops."""

    stop: tuple[Stop, ...] = ()
