"""What is kept of the help there is."""

from rightdoor.directory.models.changes import ChangeRequest, Correction
from rightdoor.directory.models.copies import CopyAsked
from rightdoor.directory.models.finding import SearchEntry, SearchSpot, WordGroup
from rightdoor.directory.models.leads import InformationLead
from rightdoor.directory.models.organisations import Location, Organisation
from rightdoor.directory.models.services import ContactPoint, Service, ServiceAtLocation, Standing, Version
from rightdoor.directory.models.staging import StagedEntry, StagedImport
from rightdoor.directory.models.times import Closure, DatedSession, WeeklyHours

__all__ = [
    "ChangeRequest",
    "Closure",
    "ContactPoint",
    "CopyAsked",
    "Correction",
    "DatedSession",
    "InformationLead",
    "Location",
    "Organisation",
    "SearchEntry",
    "SearchSpot",
    "Service",
    "ServiceAtLocation",
    "StagedEntry",
    "StagedImport",
    "Standing",
    "Version",
    "WeeklyHours",
    "WordGroup",
]
