"""What a genogram is drawn from, and what comes out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

Sex = Literal["F", "M", "U"]
State = Literal["born", "unborn", "died"]
Kind = Literal[
    "parent",
    "adoptive_parent",
    "foster_parent",
    "step_parent",
    "grandparent",
    "spouse",
    "partner",
    "ex_spouse",
    "ex_partner",
    "sibling",
    "half_sibling",
    "step_sibling",
    "other",
]
PARENTS: Final[tuple[Kind, ...]] = ("parent", "adoptive_parent", "foster_parent", "step_parent")
# In this order: when the record says two things of one couple, the first is drawn.
COUPLES: Final[tuple[Kind, ...]] = ("spouse", "partner", "ex_spouse", "ex_partner")
SIBLINGS: Final[tuple[Kind, ...]] = ("sibling", "half_sibling", "step_sibling")


@dataclass(frozen=True, slots=True)
class Person:
    """One person: ``age`` is words such as ``3 years`` or ``due in March``, or empty."""

    id: str
    label: str
    sex: Sex = "U"
    state: State = "born"
    age: str = ""


@dataclass(frozen=True, slots=True)
class Relation:
    """``one`` is the kind of ``other``: (parent, Ann, Ben) says that Ann is a parent of Ben.

    For couples and siblings the order does not matter. ``other`` is any tie without a place in
    the generations (a carer, an aunt): it is listed in the table and not drawn.
    """

    kind: Kind
    one: str
    other: str


@dataclass(frozen=True, slots=True)
class Household:
    """People who live together; a person may belong to two homes."""

    id: str
    label: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FamilyPicture:
    """Everything that a genogram is drawn from. ``index`` is the person the record is about."""

    people: Sequence[Person]
    relations: Sequence[Relation] = ()
    households: Sequence[Household] = ()
    index: str = ""
    title: str = "Family tree"
    name: str = "genogram"


@dataclass(frozen=True, slots=True)
class Box:
    """Where a symbol stands: its centre, in units of the drawing."""

    x: float
    y: float
    generation: int


@dataclass(frozen=True, slots=True)
class Genogram:
    """A finished drawing (``svg``), what it shows in a sentence, and the table behind it."""

    svg: str
    words: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    boxes: Mapping[str, Box] = field(default_factory=dict)
