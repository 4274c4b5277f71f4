"""The parts of a family's record, as links. Rooms above add theirs when the house starts."""

from dataclasses import dataclass

from rightdoor.families.models import Family
from rightdoor.ui.addresses import reverse


@dataclass(frozen=True)
class Section:
    """One part: its words, its address by name (taking family_id), and its place in the row."""

    text: str
    url_name: str
    order: int


_SECTIONS = [
    Section("Overview", "families:overview", 10),
    Section("People", "families:people", 20),
    Section("Chronology", "families:chronology", 30),
    Section("Journeys", "families:journeys", 35),
    Section("Sharing", "families:sharing", 90),
]


def register(section: Section) -> None:
    """Add a part; adding it twice changes nothing."""
    if section not in _SECTIONS:
        _SECTIONS.append(section)


def links(family: Family, current: str) -> list[dict[str, object]]:
    """Give the links in order, with the page one is on marked."""
    return [
        {
            "text": section.text,
            "href": reverse(section.url_name, kwargs={"family_id": family.pk}),
            "current": section.url_name == current,
        }
        for section in sorted(_SECTIONS, key=lambda section: section.order)
    ]
