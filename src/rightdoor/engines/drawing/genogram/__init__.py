"""A family drawn: people as symbols, generations as rows, homes as rings; and the table behind it.

``draw(FamilyPicture(people, relations, households, index))`` gives a :class:`Genogram`. It takes
any record, however incomplete or contradictory, draws everybody exactly once, and the same record
always gives the same drawing. Conventions follow McGoldrick, Gerson and Petry, *Genograms:
Assessment and Treatment*: circle for female, square for male, double outline for the person the record
is about, a cross for somebody who has died, strokes across the line of a couple who have parted.
"""

from __future__ import annotations

from rightdoor.engines.drawing.genogram.drawing import draw
from rightdoor.engines.drawing.genogram.model import (
    Box,
    FamilyPicture,
    Genogram,
    Household,
    Kind,
    Person,
    Relation,
    Sex,
    State,
)

__all__ = [
    "Box",
    "FamilyPicture",
    "Genogram",
    "Household",
    "Kind",
    "Person",
    "Relation",
    "Sex",
    "State",
    "draw",
]
