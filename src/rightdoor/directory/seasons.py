"""The school terms and bank holidays that the dates of the directory keep to."""

from functools import lru_cache

from rightdoor.access.partnership import pack
from rightdoor.engines.openings import Seasons
from rightdoor.engines.packs import Pack


def seasons() -> Seasons:
    """Give the seasons of the partnership."""
    return _of(pack())


@lru_cache(maxsize=8)
def _of(own: Pack) -> Seasons:
    return Seasons(own.calendar.holidays, tuple((term.first, term.last) for term in own.terms))
