"""Champions for tests."""

from datetime import date
from decimal import Decimal
from typing import Any

from rightdoor.access.models import Practitioner
from rightdoor.workforce import actions
from rightdoor.workforce.models import Activity, Champion, Wish
from tests.factories import NOW, practitioner

BEGAN = date(2026, 1, 5)


def keeper() -> Practitioner:
    """Give somebody who looks after champions."""
    return practitioner("coordinator")


def champion(name: str = "Ada Quill", **other: Any) -> Champion:
    """Give a champion who began on 5 January 2026."""
    told = {"name": name, "kind": "champion", "agreed_on": BEGAN, "started_on": BEGAN, **other}
    return actions.add_champion(told=told, by=keeper(), now=NOW)


def active(
    who: Champion, on: date = BEGAN, hours: str = "2.00", reached: int = 5, area: str = ""
) -> Activity:
    """Have a champion do something."""
    return actions.log_activity(
        champion=who, on=on, hours=Decimal(hours), reached=reached, area=area, where="", by=keeper(), now=NOW
    )


def wish(**other: Any) -> Wish:
    """Have somebody ask to help."""
    told = {"kind": "mentor", "name": "Bo Lark", "reach": "020 7946 0000", "about": "I like people"}
    return actions.ask_to_join(told={**told, **other}, now=NOW)
