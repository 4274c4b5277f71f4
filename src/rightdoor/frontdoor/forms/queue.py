"""Filters of the queue."""

from typing import Any

from rightdoor.access.partnership import pack
from rightdoor.frontdoor.flags import FLAGS
from rightdoor.frontdoor.models import Asker
from rightdoor.frontdoor.queries import Filter
from rightdoor.ui.fields import Select
from rightdoor.ui.forms import BaseForm

STATES = (
    ("received", "Received"),
    ("screening", "Being looked at"),
    ("at_panel", "Going to a panel"),
    ("allocating", "Finding the right worker"),
    ("open", "All that are open"),
)
MOST_PAGES = 10_000


class QueueFilters(BaseForm):
    """What the queue is narrowed to. Whatever cannot be read counts as not chosen."""

    state = Select(label="State", choices=STATES, empty="Waiting for a decision", required=False)
    asker = Select(label="Who asks", choices=Asker.choices, empty="Anybody", required=False)
    area = Select(label="Area", choices=[], empty="Everywhere", required=False)
    flag = Select(
        label="Flag",
        choices=[(flag.code, flag.words) for flag in FLAGS.values()],
        empty="Any",
        required=False,
    )
    clock = Select(
        label="Clock", choices=[("overdue", "Overdue"), ("today", "Due today")], empty="Any", required=False
    )
    mine = Select(label="Taken by", choices=[("yes", "Me")], empty="Anybody", required=False)

    def __init__(self, data: Any = None, **settings: Any) -> None:
        """Offer the areas of the pack by name."""
        super().__init__(data, **settings)
        areas = sorted(pack().atlas.areas.values(), key=lambda area: area.name)
        field: Any = self.fields["area"]
        field.choices = [("", "Everywhere"), *((area.code, area.name) for area in areas)]

    def wanted(self) -> Filter:
        """Give the filter; a wrong value in the address narrows nothing."""
        self.is_valid()
        said = self.cleaned_data
        return Filter(
            state=said.get("state") or "",
            asker=said.get("asker") or "",
            area=said.get("area") or "",
            flag=said.get("flag") or "",
            clock=said.get("clock") or "",
            mine=said.get("mine") == "yes",
        )


def page_number(typed: str | None) -> int:
    """Give the number of a page of a list; 1 for anything that is none."""
    number = int(typed) if typed and typed.isascii() and typed.isdigit() and len(typed) <= len("9999") else 1
    return min(max(number, 1), MOST_PAGES)
