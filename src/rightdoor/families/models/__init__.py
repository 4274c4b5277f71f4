"""What is kept about families."""

from rightdoor.families.models.agreement import Agreement, SharingDecision
from rightdoor.families.models.contact import Address, ContactPoint, ProtectedAddress
from rightdoor.families.models.family import Family, Household, Member, Part, Residence, Service, Sight
from rightdoor.families.models.merge import Merge
from rightdoor.families.models.people import Identifier, Person, PersonName, Sex
from rightdoor.families.models.record import ChronologyEvent, Circumstance
from rightdoor.families.models.relationships import Relationship
from rightdoor.families.models.stops import StopNoted

__all__ = [
    "Address",
    "Agreement",
    "ChronologyEvent",
    "Circumstance",
    "ContactPoint",
    "Family",
    "Household",
    "Identifier",
    "Member",
    "Merge",
    "Part",
    "Person",
    "PersonName",
    "ProtectedAddress",
    "Relationship",
    "Residence",
    "Service",
    "Sex",
    "SharingDecision",
    "Sight",
    "StopNoted",
]
