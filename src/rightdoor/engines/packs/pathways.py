"""pathways.toml: what each issue is called, and which comes first where there are several."""

from typing import Annotated

from pydantic import Field, model_validator

from rightdoor.engines.packs.fields import File, Id, Name, Record, Source, Text
from rightdoor.engines.packs.services import Issue


class IssueWords(Record):
    """One issue, in words a parent would use."""

    id: Annotated[Issue, Field(description="as services write it")]
    name: Annotated[Name, Field(description="as parents say it")]
    about: Annotated[Text, Field(description="one or two sentences to a parent")]


class Before(Record):
    """What is helped with first where a family has both."""

    id: Id
    first: Annotated[Issue, Field(description="what comes first")]
    then: Annotated[Issue, Field(description="what can wait until the first is steadier")]
    why: Annotated[Text, Field(description="to a parent, in plain words")]
    source: Source

    @model_validator(mode="after")
    def _two(self) -> "Before":
        if self.first == self.then:
            raise ValueError("Nothing comes before itself. Name two issues.")
        return self


class Pathways(File):
    """All issues, and their order."""

    issue: tuple[IssueWords, ...] = ()
    before: tuple[Before, ...] = ()
