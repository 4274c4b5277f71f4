"""Yes, no and unknown: Kleene's three-valued logic."""

from collections.abc import Iterable
from enum import Enum


class Verdict(Enum):
    """Whether something holds, as far as is known."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"

    def __invert__(self) -> "Verdict":
        return _OPPOSITE[self]


_OPPOSITE = {Verdict.YES: Verdict.NO, Verdict.NO: Verdict.YES, Verdict.UNKNOWN: Verdict.UNKNOWN}


def every(verdicts: Iterable[Verdict]) -> Verdict:
    """Say whether all hold; nothing at all counts as all. One no settles it, whatever is unknown."""
    found = set(verdicts)
    if Verdict.NO in found:
        return Verdict.NO
    return Verdict.UNKNOWN if Verdict.UNKNOWN in found else Verdict.YES


def some(verdicts: Iterable[Verdict]) -> Verdict:
    """Say whether at least one holds. One yes settles it, whatever is unknown."""
    return ~every(~verdict for verdict in verdicts)
