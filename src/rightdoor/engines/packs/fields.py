"""Kinds of value that several files of a pack share."""

import re
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StrictInt

EARLIEST, LATEST = date(1990, 1, 1), date(2100, 1, 1)
_AGE = re.compile(r"(\d{1,3})([my])")


class Record(BaseModel):
    """A frozen row of a pack. A field nobody knows is an error, so that a spelling slip is never silent."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, populate_by_name=True)


class File(Record):
    """A whole file of a pack."""


def _sensible_date(value: date) -> date:
    if not EARLIEST <= value < LATEST:
        raise ValueError(f"The date {value} cannot be right. Use a date between 1990 and 2099.")
    return value


def _one_line(value: str) -> str:
    if "\n" in value:
        raise ValueError("This text must fit on one line. Remove the line break.")
    return value


def months_of_age(text: str) -> int:
    """Turn an age as written in a pack, "9m" or "4y", into months; raise ValueError for anything else."""
    found = _AGE.fullmatch(text)
    if not found:
        raise ValueError(f"“{text}” is not an age. Write months such as 9m or years such as 4y.")
    return int(found[1]) * (12 if found[2] == "y" else 1)


def _age_text(value: str) -> str:
    months_of_age(value)
    return value


Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", description="its name in other files")]
Name = Annotated[str, Field(min_length=1), AfterValidator(_one_line)]
Text = Annotated[str, Field(min_length=1)]
Date = Annotated[date, AfterValidator(_sensible_date)]
Year = Annotated[StrictInt, Field(ge=1990, le=2099)]
Count = Annotated[StrictInt, Field(ge=0)]
Positive = Annotated[StrictInt, Field(ge=1)]
Level = Annotated[StrictInt, Field(ge=1, le=4)]
AgeText = Annotated[str, AfterValidator(_age_text)]
Source = Annotated[
    str,
    Field(min_length=1, description="where it is written; the first word is the id of a source in pack.toml"),
]
