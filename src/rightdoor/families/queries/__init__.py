"""Every read of a family, scoped to the person asking."""

from rightdoor.families.queries.family import (
    agreement_now,
    chronology,
    circumstances,
    family_or_404,
    latest_circumstances,
    people_of,
)
from rightdoor.families.queries.known import Known, already_known
from rightdoor.families.sight import families_for, why_seen

__all__ = [
    "Known",
    "agreement_now",
    "already_known",
    "chronology",
    "circumstances",
    "families_for",
    "family_or_404",
    "latest_circumstances",
    "people_of",
    "why_seen",
]
