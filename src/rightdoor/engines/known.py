"""Are they already known? How alike two descriptions of a person are, and why, in words.

The points are a policy for ordering what an officer looks at, not a probability: nothing is joined by
them. They reward agreement on what rarely agrees by chance (an identifier, a birth date) and forgive what
often differs for one person (a family name after a separation, a moved home).
"""

from dataclasses import dataclass, field
from datetime import date

from rapidfuzz.distance import OSA, JaroWinkler

from rightdoor.engines.names import fold, parts

SHOW_FROM = 45
CERTAIN = 100
_ALIKE = 0.88


@dataclass(frozen=True)
class Asked:
    """Somebody being looked for. Every part may be missing."""

    known_as: str = ""
    family_name: str = ""
    birth_date: date | None = None
    postcode: str = ""
    identifiers: frozenset[tuple[str, str]] = frozenset()
    birth_date_exact: bool = True


@dataclass(frozen=True)
class Candidate:
    """Somebody on record, with every name and postcode they are or were known by."""

    given_names: tuple[str, ...] = ()
    family_names: tuple[str, ...] = ()
    birth_date: date | None = None
    postcodes: frozenset[str] = frozenset()
    identifiers: frozenset[tuple[str, str]] = frozenset()
    birth_date_exact: bool = True


@dataclass(frozen=True)
class Likeness:
    """Points from 0 to 100, and what they rest on."""

    score: int
    reasons: tuple[str, ...] = ()
    against: tuple[str, ...] = field(default=())

    @property
    def worth_showing(self) -> bool:
        """Whether an officer should see it (SHOW_FROM or more, inclusive)."""
        return self.score >= SHOW_FROM


@dataclass(frozen=True)
class _Evidence:
    points: int
    words: str = ""


_NONE = _Evidence(0)


def compare(asked: Asked, candidate: Candidate) -> Likeness:
    """Say how alike they are. Symmetric in nothing: one is a question, the other a record."""
    if asked.identifiers & candidate.identifiers:
        return Likeness(CERTAIN, ("same identifying number",))
    evidence = [
        _given(asked.known_as, candidate.given_names),
        _family(asked.family_name, candidate.family_names),
        _born(asked, candidate),
        _home(asked.postcode, candidate.postcodes),
    ]
    score = max(0, min(CERTAIN - 1, sum(e.points for e in evidence)))
    return Likeness(
        score,
        tuple(e.words for e in evidence if e.points > 0 and e.words),
        tuple(e.words for e in evidence if e.points < 0 and e.words),
    )


def _given(asked: str, held: tuple[str, ...]) -> _Evidence:
    if not fold(asked) or not held:
        return _NONE
    if any(fold(asked) == fold(name) for name in held):
        return _Evidence(26, "same first name")
    if any(set(parts(asked)) & set(parts(name)) for name in held):
        return _Evidence(20, "first name partly the same")
    if any(JaroWinkler.similarity(fold(asked), fold(name)) >= _ALIKE for name in held):
        return _Evidence(18, "first name nearly the same")
    return _Evidence(-16, "different first name")


def _family(asked: str, held: tuple[str, ...]) -> _Evidence:
    if not fold(asked) or not any(held):
        return _NONE
    folded = [fold(name) for name in held]
    if fold(asked) in folded:
        return _Evidence(22, "same family name")
    if set(parts(asked)) & {part for name in held for part in parts(name)}:
        return _Evidence(16, "part of the family name is the same")
    if min(OSA.distance(fold(asked), name) for name in folded) == 1:
        return _Evidence(16, "family name one letter apart")
    if max(JaroWinkler.similarity(fold(asked), name) for name in folded) >= _ALIKE:
        return _Evidence(12, "family name nearly the same")
    return _Evidence(-4, "different family name")


def _born(asked: Asked, candidate: Candidate) -> _Evidence:
    one, other = asked.birth_date, candidate.birth_date
    if one is None or other is None:
        return _NONE
    if not (asked.birth_date_exact and candidate.birth_date_exact):
        near = abs(one.year - other.year) <= 1
        return _Evidence(12, "about the same age") if near else _Evidence(-20, "different age")
    if one == other:
        return _Evidence(40, "same birth date")
    if (one.year, one.month, one.day) == (other.year, other.day, other.month):
        return _Evidence(32, "birth date with day and month swapped")
    if OSA.distance(one.isoformat(), other.isoformat()) == 1:
        return _Evidence(26, "birth date one digit apart")
    return _Evidence(-24, "different birth date")


def _home(asked: str, held: frozenset[str]) -> _Evidence:
    if not asked or not held:
        return _NONE
    if asked in held:
        return _Evidence(14, "same postcode")
    if any(asked[:-2] == other[:-2] for other in held):
        return _Evidence(6, "postcode close by")
    return _NONE
