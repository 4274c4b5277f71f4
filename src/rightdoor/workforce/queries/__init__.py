"""Every read of who helps families."""

from rightdoor.workforce.queries.champions import (
    Met,
    Tally,
    by_area,
    by_month,
    champion_or_404,
    champions,
    standing,
    to_meet,
    wish_or_404,
    wishes,
)

__all__ = [
    "Met",
    "Tally",
    "by_area",
    "by_month",
    "champion_or_404",
    "champions",
    "standing",
    "to_meet",
    "wish_or_404",
    "wishes",
]
