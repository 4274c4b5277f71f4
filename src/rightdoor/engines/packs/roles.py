"""roles.toml: the kinds of worker, what each may do here, and how many families each can hold."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from rightdoor.engines.packs.fields import File, Id, Name, Positive, Record, Source

Access = Literal[
    "practitioner",
    "front_door",
    "lead",
    "supervisor",
    "panel_chair",
    "coordinator",
    "analyst",
    "commissioner",
    "governance",
]


class Role(Record):
    """One kind of worker."""

    id: Id
    name: Annotated[Name, Field(description="as people know it")]
    does: Annotated[Name, Field(description="one plain line")]
    access: Annotated[Access, Field(description="what the role may do here")]
    caseload_unit: Annotated[
        Literal["families", "parents", "women"] | None, Field(description="what is counted")
    ] = None
    caseload_from: Annotated[Positive | None, Field(description="usual smallest number held")] = None
    caseload_limit: Annotated[Positive | None, Field(description="largest number that may be held")] = None
    source: Source

    @model_validator(mode="after")
    def _caseload_is_whole(self) -> "Role":
        if (self.caseload_limit is None) != (self.caseload_unit is None):
            raise ValueError("Give both “caseload_unit” and “caseload_limit”, or neither.")
        if self.caseload_from and self.caseload_limit and self.caseload_from > self.caseload_limit:
            raise ValueError("“caseload_from” is larger than “caseload_limit”. Swap them.")
        return self


class Roles(File):
    """All roles."""

    role: tuple[Role, ...] = ()
