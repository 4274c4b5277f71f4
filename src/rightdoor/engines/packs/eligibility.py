"""eligibility.toml: for whom each service is meant, as rules that explain themselves."""

from typing import Annotated, Literal

from pydantic import Field

from rightdoor.engines.packs.fields import File, Id, Name, Source
from rightdoor.engines.packs.thresholds import Terms


class RouteRow(Terms):
    """One way to be eligible. Where there are routes, at least one must hold as well as the rule itself."""

    name: Annotated[Name, Field(description="what the route is called")]
    note: Annotated[str, Field(description="shown with the answer")] = ""
    source: Annotated[str, Field(description="where it is written")] = ""


class RuleRow(Terms):
    """Who one service is for. Criteria about the kind named in `for` are asked of one and the same person."""

    id: Id
    service: Annotated[str, Field(description="id of a service")]
    for_: Annotated[
        Literal["parent", "child", "family"], Field(description="of whom it is asked", alias="for")
    ]
    route: Annotated[tuple[RouteRow, ...], Field(description="ways in; one must hold as well")] = ()
    note: Annotated[str, Field(description="shown with the answer")] = ""
    source: Source


class Eligibility(File):
    """All rules."""

    service: tuple[RuleRow, ...] = ()
