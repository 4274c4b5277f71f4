"""What other rooms show on a family's first page. Rooms above register here when the house starts."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from rightdoor.access.models import Practitioner
from rightdoor.families.models import Family


@dataclass(frozen=True)
class Panel:
    """A short box: a heading, lines of words, where to read more, and a tag such as a flag."""

    title: str
    lines: tuple[str, ...] = ()
    href: str = ""
    tags: tuple[dict[str, str], ...] = ()


Source = Callable[[Practitioner, Family, datetime], list[Panel]]
_SOURCES: list[Source] = []


def register(source: Source) -> None:
    """Let a room add boxes to a family's first page."""
    if source not in _SOURCES:
        _SOURCES.append(source)


def panels_for(who: Practitioner, family: Family, now: datetime) -> list[Panel]:
    """Give every box for this family, in the order in which the rooms registered."""
    return [panel for source in _SOURCES for panel in source(who, family, now)]
