"""Packs: what a partnership has agreed, as data. `load` reads one whole or says what is wrong with it."""

from rightdoor.engines.packs.agencies import Agency
from rightdoor.engines.packs.areas import Locality, PopulationRow
from rightdoor.engines.packs.atlas import Area, Place
from rightdoor.engines.packs.loader import load
from rightdoor.engines.packs.offers import OfferColumn, OfferModel, OfferRow
from rightdoor.engines.packs.pack import Pack
from rightdoor.engines.packs.panels import Panel
from rightdoor.engines.packs.partnership import Partnership, SourceDocument
from rightdoor.engines.packs.pathways import Before, IssueWords
from rightdoor.engines.packs.problems import PackError, Problem
from rightdoor.engines.packs.roles import Role
from rightdoor.engines.packs.services import Service
from rightdoor.engines.packs.settings import Setting
from rightdoor.engines.packs.shapes import Shape
from rightdoor.engines.packs.sheets import Sheet

__all__ = [
    "Agency",
    "Area",
    "Before",
    "IssueWords",
    "Locality",
    "OfferColumn",
    "OfferModel",
    "OfferRow",
    "Pack",
    "PackError",
    "Panel",
    "Partnership",
    "Place",
    "PopulationRow",
    "Problem",
    "Role",
    "Service",
    "Setting",
    "Shape",
    "Sheet",
    "SourceDocument",
    "load",
]
