"""eligibility.toml: for whom each service is meant, as rules that explain themselves."""

from typing import Annotated, Literal

from pydantic import Field

from rightdoor.engines.packs.fields import File, Id, Name, Source
from rightdoor.engines.packs.thresholds import Terms


class RouteRow(Terms):
    """One way to be eligible. Where there are routes, at least one must hold as well as the rule itself."""

    name: Name
    note: str = ""
    source: str = ""


class RuleRow(Terms):
    """Who one service is for. Criteria about the kind named in `for` are asked of one and the same person."""

    id: Id
    service: Annotated[str, Field(description="id of a service")]
    for_: Annotated[Literal["parent", "child", "family"], Field(alias="for")]
    route: tuple[RouteRow, ...] = ()
    note: str = ""
    source: Source


class Eligibility(File):
    """All rules."""

    service: tuple[RuleRow, ...] = ()
