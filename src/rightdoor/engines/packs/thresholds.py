"""thresholds.toml: the partnership's levels of need, each with what puts a family there."""

from typing import Annotated

from pydantic import Field, StrictBool, StrictInt

from rightdoor.engines.packs.fields import Date, File, Id, Name, Record, Source, Text

CriterionIds = Annotated[tuple[str, ...], Field(description="names of criteria")]


class Terms(Record):
    """What must hold: all of these, none of these, and any one of these."""

    all: CriterionIds = ()
    none: CriterionIds = ()
    any: CriterionIds = ()

    @property
    def empty(self) -> bool:
        """Say whether nothing at all is asked."""
        return not (self.all or self.none or self.any)


class BandRule(Terms):
    """One way into a band that needs more than a single criterion."""

    source: Annotated[str, Field(description="where it is written")] = ""


class BandRow(Record):
    """One band of a scheme, such as level 3. The highest band that certainly holds is the level."""

    code: Annotated[str, Field(description="level or grouping", pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    order: Annotated[StrictInt, Field(description="higher means more need")]
    name: Annotated[Name, Field(description="what it is called")]
    means: Annotated[Text, Field(description="what it means for a family")]
    response: Annotated[Text, Field(description="what is usually done")]
    default: Annotated[StrictBool, Field(description="the band when nothing higher holds; exactly one")] = (
        False
    )
    any: Annotated[CriterionIds, Field(description="any one of these is enough")] = ()
    rule: Annotated[tuple[BandRule, ...], Field(description="other ways in")] = ()
    source: Annotated[str, Field(description="where it is written")] = ""


class SchemeRow(Record):
    """One scheme of bands. Level of need is the scheme “levels”; i-THRIVE groupings are “ithrive”."""

    id: Id
    name: Annotated[Name, Field(description="what it is called")]
    version: Annotated[Name, Field(description="as the partnership numbers it")]
    from_: Annotated[Date, Field(description="first day it applies", alias="from")]
    source: Source
    band: Annotated[tuple[BandRow, ...], Field(description="its bands", min_length=1)]


class Thresholds(File):
    """All schemes."""

    scheme: tuple[SchemeRow, ...] = ()
