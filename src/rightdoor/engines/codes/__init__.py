"""National code lists, as typed lookups. Each function gives its list by code, in the order people expect.

Where each list comes from, and its licence: `data/SOURCES.md`.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

_DATA = Path(__file__).parent / "data"
# Languages in which the public side has words: one catalogue each (ui/locale), but for English.
SPOKEN = ("en", "cy", "es", "fr", "pt", "pl", "so", "tr", "ar", "bn", "ta", "vi")


@dataclass(frozen=True)
class Code:
    """One entry of a list. `group` is the heading it stands under; `current` is False for retired codes."""

    code: str
    label: str
    group: str = ""
    current: bool = True


@dataclass(frozen=True)
class RelationshipType:
    """What one person is to another ("parent"), and what the other is to the one (`inverse`: "child")."""

    code: str
    label: str
    inverse: str


@cache
def languages() -> Mapping[str, Code]:
    """First languages by ISO 639-1 code, in the order of their English names."""
    return _codes("languages.csv")


@cache
def ethnicities() -> Mapping[str, Code]:
    """The Department for Education's 18 ethnic groups, with refused and not yet obtained."""
    return _codes("ethnicities.csv")


@cache
def disabilities() -> Mapping[str, Code]:
    """The 13 disability codes of the children in need census, NONE among them."""
    return _codes("disabilities.csv", label="description")


@cache
def religions() -> Mapping[str, Code]:
    """The religion categories of Census 2021, with refused and not asked."""
    return _codes("religions.csv")


@cache
def sexes() -> Mapping[str, Code]:
    """F, M and U (unknown); an unborn child is always U."""
    return _codes("sexes.csv")


@cache
def assessment_factors() -> Mapping[str, Code]:
    """The factors of the children in need census; `group` is the theme; superseded ones are not current."""
    rows = _rows("assessment_factors.csv")
    found = (Code(r["code"], r["description"], r["theme"], r["status"] == "current") for r in rows)
    return MappingProxyType({code.code: code for code in found})


@cache
def referral_sources() -> Mapping[str, Code]:
    """Who told the council, by the codes of the children in need census."""
    return _codes("referral_sources.csv", label="description")


@cache
def primary_needs() -> Mapping[str, Code]:
    """Main reason for help, by the codes of the children in need census."""
    return _codes("primary_needs.csv", label="description")


@cache
def send_needs() -> Mapping[str, Code]:
    """Main type of special educational need."""
    return _codes("send_needs.csv", label="description")


@cache
def relationship_types() -> Mapping[str, RelationshipType]:
    """Kinds of relationship, each with its inverse; the inverse of an inverse is the first again."""
    found = (
        RelationshipType(r["relationship"], _spaced(r["relationship"]), r["inverse"])
        for r in _rows("relationships.csv")
    )
    return MappingProxyType({kind.code: kind for kind in found})


def _codes(file: str, label: str = "label") -> Mapping[str, Code]:
    found = (Code(row["code"], row[label], row.get("group", "")) for row in _rows(file))
    return MappingProxyType({code.code: code for code in found})


def _rows(file: str) -> list[dict[str, str]]:
    with (_DATA / file).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _spaced(code: str) -> str:
    words = "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in code)
    return words.replace("half sibling", "half-sibling").replace("ex ", "ex-").replace("step ", "step-")
