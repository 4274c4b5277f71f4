"""The family told in words: the table behind the drawing, its description, and each person's title."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from typing import Final

from rightdoor.engines.drawing.genogram.model import FamilyPicture, Kind, Person, Relation

HEAD: Final = ("Name", "Age", "Relationships", "Lives at")
PARENT: Final[Mapping[str, str]] = {"F": "mother", "M": "father", "U": "parent"}
CHILD: Final[Mapping[str, str]] = {"F": "daughter", "M": "son", "U": "child"}
SIBLING: Final[Mapping[str, str]] = {"F": "sister", "M": "brother", "U": "brother or sister"}
GRANDPARENT: Final[Mapping[str, str]] = {"F": "grandmother", "M": "grandfather", "U": "grandparent"}
SEX: Final[Mapping[str, str]] = {"F": "female", "M": "male", "U": "sex not known"}
BEFORE: Final[Mapping[Kind, str]] = {
    "parent": "",
    "adoptive_parent": "adoptive ",
    "foster_parent": "foster ",
    "step_parent": "step",
    "sibling": "",
    "half_sibling": "half-",
    "step_sibling": "step",
}
COUPLE: Final[Mapping[Kind, str]] = {
    "spouse": "married to",
    "partner": "partner of",
    "ex_spouse": "was married to",
    "ex_partner": "used to be with",
}


def about(person: Person) -> str:
    """``Ann, female, 34 years``: what is read out for one symbol."""
    words = [person.label or "Name not known", SEX[person.sex]]
    words += ["not born yet"] if person.state == "unborn" else []
    words += [person.age] if person.age else []
    words += ["has died"] if person.state == "died" else []
    return ", ".join(words)


def _said(tie: Relation, person: Person) -> str:
    # What this person is to the other one.
    first = tie.one == person.id
    if tie.kind in COUPLE:
        return COUPLE[tie.kind]
    if tie.kind == "grandparent":
        return f"{GRANDPARENT[person.sex]} of" if first else "grandchild of"
    if tie.kind == "other":
        return "close to"
    if tie.kind in ("sibling", "half_sibling", "step_sibling"):
        return f"{BEFORE[tie.kind]}{SIBLING[person.sex]} of"
    return f"{BEFORE[tie.kind]}{(PARENT if first else CHILD)[person.sex]} of"


def relationships(person: Person, picture: FamilyPicture) -> str:
    """``Mother of Ben and Cara. Used to be with Dan.``"""
    names = {other.id: other.label or "someone whose name is not known" for other in picture.people}
    told: dict[str, list[str]] = {}
    for tie in picture.relations:
        if person.id not in (tie.one, tie.other) or tie.one == tie.other:
            continue
        other = tie.other if tie.one == person.id else tie.one
        if other in names and names[other] not in told.setdefault(_said(tie, person), []):
            told[_said(tie, person)].append(names[other])
    told = {said: list(map(isolated, who)) for said, who in told.items()}
    return " ".join(f"{said[0].upper()}{said[1:]} {listed(who)}." for said, who in told.items() if who)


def isolated(name: str) -> str:
    """A name written from right to left, kept from disturbing the words around it."""
    turns = any(unicodedata.bidirectional(character) in ("R", "AL") for character in name)
    return f"\u2068{name}\u2069" if turns else name


def listed(words: Sequence[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if words[1:] else words)


def table(picture: FamilyPicture) -> tuple[tuple[str, ...], ...]:
    """One row for each person, in the order given."""
    return tuple(
        (
            person.label or "Name not known",
            ", ".join(filter(None, [person.age, _state(person)])) or "Not known",
            relationships(person, picture) or "None recorded",
            listed([home.label for home in picture.households if person.id in home.members]) or "Not known",
        )
        for person in picture.people
    )


def _state(person: Person) -> str:
    return {"unborn": "not born yet", "died": "has died"}.get(person.state, "")


def description(picture: FamilyPicture, generations: int) -> str:
    """One or two sentences for those who do not see the drawing."""
    if not picture.people:
        return "Nobody is recorded yet."
    people, homes = len(picture.people), len(picture.households)
    words = [f"{people} {'person' if people == 1 else 'people'}"]
    if generations > 1:
        words.append(f"in {generations} generations")
    if homes:
        words.append(f"living in {homes} {'home' if homes == 1 else 'homes'}")
    return " ".join(words) + "."
