"""offers.toml: models in which the whole offer is laid out, level by age, so that gaps show."""

from typing import Annotated, Literal

from pydantic import Field, StrictBool, model_validator

from rightdoor.engines.packs.fields import AgeText, File, Id, Name, Record, Source, months_of_age


class OfferRow(Record):
    """One level of a model. What a service says in the model's field puts it in this row."""

    code: Annotated[Name, Field(description="as services write it: a stage, a level, a code of i-THRIVE")]
    name: Annotated[Name, Field(description="as people know it")]
    about: Annotated[Name, Field(description="one line")]


class OfferColumn(Record):
    """One age band of a model."""

    id: Id
    name: Annotated[Name, Field(description="as people know it")]
    from_: Annotated[AgeText, Field(alias="from", description="youngest age, such as 5y")]
    before: Annotated[AgeText, Field(description="age at which the band has ended, such as 14y")]
    pregnancy: Annotated[StrictBool, Field(description="does it take in the time before birth?")] = False

    @property
    def months(self) -> tuple[int, int]:
        """Both ages in months, the second not included."""
        return months_of_age(self.from_), months_of_age(self.before)

    @model_validator(mode="after")
    def _in_order(self) -> "OfferColumn":
        if self.months[0] >= self.months[1]:
            raise ValueError("“from” must be younger than “before”.")
        return self


class OfferModel(Record):
    """One model: levels down, ages across."""

    id: Id
    name: Annotated[Name, Field(description="as people know it")]
    by: Annotated[
        Literal["stage", "levels", "ithrive"], Field(description="field of a service that decides its row")
    ]
    about: Annotated[Name, Field(description="one line")]
    row: Annotated[tuple[OfferRow, ...], Field(min_length=2, description="levels, the lightest first")]
    column: Annotated[tuple[OfferColumn, ...], Field(min_length=1, description="ages, the youngest first")]
    source: Source


class Offers(File):
    """All models."""

    model: tuple[OfferModel, ...] = ()
