"""terms.toml: the days of school terms, by which help in term time knows when it is on."""

from typing import Annotated

from pydantic import Field, model_validator

from rightdoor.engines.packs.fields import Date, File, Id, Name, Record, Source


class Term(Record):
    """A stretch of school without a holiday in it, such as half of the autumn term."""

    id: Id
    name: Annotated[Name, Field(description="as schools name it")]
    first: Annotated[Date, Field(description="first day of school")]
    last: Annotated[Date, Field(description="last day of school")]
    source: Source

    @model_validator(mode="after")
    def _in_order(self) -> "Term":
        if self.first > self.last:
            raise ValueError("“first” must not be later than “last”.")
        return self


class Terms(File):
    """All terms that are known, the earliest first. After the last one no dates in term time are told."""

    term: tuple[Term, ...] = ()

    @model_validator(mode="after")
    def _apart(self) -> "Terms":
        for one, after in zip(self.term, self.term[1:], strict=False):
            if after.first <= one.last:
                raise ValueError(f"“{after.name}” begins before “{one.name}” has ended.")
        return self
