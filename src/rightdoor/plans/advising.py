"""What the partnership's rules advise about a family's level of need today."""

from datetime import date

from rightdoor.access.partnership import pack
from rightdoor.engines.rules import LevelResult, assess_level
from rightdoor.families.models import Family
from rightdoor.families.queries import circumstances


def advice_on(family: Family, today: date) -> LevelResult:
    """Ask the levels of need with everything on record about a family. It advises; a person decides."""
    return assess_level(pack().scheme("levels"), circumstances(family, today))
