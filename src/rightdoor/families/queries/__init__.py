"""Every read of a family, scoped to the person asking."""

from rightdoor.families.queries.family import (
    agreement_now,
    chronology,
    circumstances,
    family_or_404,
    lately,
    latest_circumstances,
    people_of,
)
from rightdoor.families.queries.known import Known, alike, already_known, already_known_each
from rightdoor.families.queries.person import (
    addresses_of,
    households_of,
    join_or_404,
    joins_of,
    member_or_404,
    protected_addresses,
)
from rightdoor.families.queries.sharing import (
    agency_named,
    agreement_or_404,
    agreements_of,
    sharing_decisions_of,
)
from rightdoor.families.sight import families_for

__all__ = [
    "Known",
    "addresses_of",
    "agency_named",
    "agreement_now",
    "agreement_or_404",
    "agreements_of",
    "alike",
    "already_known",
    "already_known_each",
    "chronology",
    "circumstances",
    "families_for",
    "family_or_404",
    "households_of",
    "join_or_404",
    "joins_of",
    "lately",
    "latest_circumstances",
    "member_or_404",
    "people_of",
    "protected_addresses",
    "sharing_decisions_of",
]
