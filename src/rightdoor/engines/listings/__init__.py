"""One entry of the directory as plain data: what a family is told, what is exported, what a version keeps."""

from rightdoor.engines.listings.shape import (
    Closed,
    Contact,
    Cost,
    CostOption,
    Coverage,
    Dated,
    Hours,
    Identifier,
    Listing,
    Outline,
    Place,
    PlaceOf,
    Provider,
    Term,
)
from rightdoor.engines.listings.telling import is_shared, told
from rightdoor.engines.listings.written import from_pack

__all__ = [
    "Closed",
    "Contact",
    "Cost",
    "CostOption",
    "Coverage",
    "Dated",
    "Hours",
    "Identifier",
    "Listing",
    "Outline",
    "Place",
    "PlaceOf",
    "Provider",
    "Term",
    "from_pack",
    "is_shared",
    "told",
]
