"""Names as people have them: forenames by sex and year of birth, surnames by community."""

import csv
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from rightdoor.demo.chance import Chance, Table

DATA = Path(__file__).parent / "data"
_SEX = {"F": "female", "M": "male"}
_OLDEST, _YOUNGEST = 1940, 2099


@dataclass(frozen=True)
class Community:
    """People who tend to share names, a language and a religion. Codes are those of engines.codes."""

    code: str
    ethnicities: tuple[str, ...]
    languages: tuple[str, ...]
    religions: tuple[str, ...]
    local_forenames: float


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


@cache
def communities() -> Table[Community]:
    """Give the communities of the demo, by how often they appear."""
    return Table({_community(row): float(row["share"]) for row in _rows("communities.csv")})


def _community(row: dict[str, str]) -> Community:
    return Community(
        row["community"],
        tuple(row["ethnicities"].split()),
        tuple(row["languages"].split()),
        tuple(row["religions"].split()),
        1.0 if row["forenames"] == "own" else 0.5,
    )


@cache
def _by_years() -> list[tuple[int, int, dict[str, Table[str]]]]:
    found: dict[tuple[int, int], dict[str, dict[str, float]]] = defaultdict(lambda: defaultdict(dict))
    for row in _rows("forenames.csv"):
        years = int(row["from_year"]), int(row["before_year"])
        found[years][row["sex"]][row["name"]] = float(row["weight"])
    return [(*years, {sex: Table(names) for sex, names in both.items()}) for years, both in found.items()]


@cache
def _of_year(year: int) -> dict[str, Table[str]]:
    nearest = min(max(year, _OLDEST), _YOUNGEST)
    return next(both for first, before, both in _by_years() if first <= nearest < before)


@cache
def _of_communities() -> dict[tuple[str, str], Table[str]]:
    found: dict[tuple[str, str], dict[str, float]] = defaultdict(dict)
    for row in _rows("names.csv"):
        found[row["community"], row["kind"]][row["name"]] = float(row["weight"])
    return {key: Table(names) for key, names in found.items()}


def forename(chance: Chance, community: Community, sex: str, born: date) -> str:
    """Give a forename fit for somebody of a community, a sex ("F" or "M") and a birth date."""
    own = _of_communities().get((community.code, _SEX[sex]))
    if own is None or (community.code != "arabic" and chance.happens(community.local_forenames)):
        return chance.draw(_of_year(born.year)[sex])
    return chance.draw(own)


def surname(chance: Chance, community: Community) -> str:
    """Give a surname of a community; those without a list of their own share the British one."""
    tables = _of_communities()
    return chance.draw(tables.get((community.code, "surname")) or tables["british", "surname"])
