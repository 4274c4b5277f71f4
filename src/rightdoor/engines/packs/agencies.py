"""agencies.toml: the organisations that work with families."""

from typing import Annotated, Literal

from pydantic import Field, StrictBool

from rightdoor.engines.packs.fields import File, Id, Name, Record, Source


class Agency(Record):
    """One organisation of the partnership."""

    id: Id
    name: Annotated[Name, Field(description="as people know it")]
    kind: Annotated[
        Literal["council", "health", "school", "police", "voluntary", "housing", "justice", "other"],
        Field(description="what kind of organisation"),
    ]
    shares_by_law: Annotated[StrictBool, Field(description="bound by section 16LA of the Children Act 2004")]
    source: Source


class Agencies(File):
    """All agencies."""

    agency: tuple[Agency, ...] = ()
