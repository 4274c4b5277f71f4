"""Short ways to tell a family's circumstances on 22 November 2026 and to ask a pack what follows."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rightdoor.engines.facts import Circumstances, read
from rightdoor.engines.packs import Pack, load
from rightdoor.engines.rules import assess_level, eligible

PACKS = Path(__file__).parents[2] / "packs"
YES, NO, ASK = "fits", "does_not_fit", "need_to_ask"
TODAY = "2026-11-22"

Told = dict[str, Any]


def read_pack(name: str) -> Pack:
    """Load one of the packs that ship."""
    return load(PACKS / name)


def turned_today(years: int) -> str:
    """Give the birth date of somebody whose birthday is today."""
    return f"{2026 - years}-11-22"


def is_not_yet(years: int) -> str:
    """Give the birth date of somebody whose birthday is tomorrow."""
    return f"{2026 - years}-11-23"


def born(years: int) -> str:
    """Give the birth date of somebody who is safely this many years old."""
    return f"{2026 - years}-05-01"


def parent(id: str = "parent", *, sex: str = "", birth_date: str = "", **facts: str | int) -> Told:
    """Tell of a parent."""
    return _person(id, "parent", sex, birth_date, facts)


def child(id: str = "child", *, sex: str = "", birth_date: str = "", **facts: str | int) -> Told:
    """Tell of a child who has been born."""
    return _person(id, "child", sex, birth_date, facts)


def unborn() -> Told:
    """Tell of a baby who is expected."""
    return {"id": "baby", "part": "child", "due_date": "2027-02-01"}


def level(
    pack: Pack, people: Sequence[Told], *, scheme: str = "levels", **family: Any
) -> tuple[str, tuple[str, ...]]:
    """Give the band that certainly holds and the bands that answers still missing could raise it to."""
    found = assess_level(pack.scheme(scheme), _circumstances(people, family))
    return found.band.code, tuple(band.code for band in found.may_be)


def fit(pack: Pack, service: str, people: Sequence[Told], **family: Any) -> str:
    """Say whether a service fits, does not fit, or needs more to be asked."""
    return eligible(pack.rule(service), _circumstances(people, family), pack.scheme("levels")).verdict


def _person(id: str, part: str, sex: str, birth_date: str, facts: dict[str, str | int]) -> Told:
    dated = {"sex": sex, "birth_date": birth_date}
    return {"id": id, "part": part, "facts": facts} | {key: value for key, value in dated.items() if value}


def _circumstances(people: Sequence[Told], family: dict[str, Any]) -> Circumstances:
    return read({"as_of": TODAY, "people": list(people), "family": family})
