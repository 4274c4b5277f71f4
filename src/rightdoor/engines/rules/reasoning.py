"""Weigh conditions: does all of it hold, and what does each criterion say to that?"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from rightdoor.engines.facts import Person
from rightdoor.engines.rules.asking import NO, UNKNOWN, YES, Asker, Found
from rightdoor.engines.rules.results import Reason, Side
from rightdoor.engines.rules.terms import Conditions, Criterion
from rightdoor.engines.rules.verdict import Verdict, every, some

_SIDES: dict[Verdict, Side] = {YES: "for", NO: "against", UNKNOWN: "ask"}


@dataclass(frozen=True)
class Weighed:
    """Whether conditions hold, and why."""

    holds: Verdict
    reasons: tuple[Reason, ...]


def weigh(asker: Asker, conditions: Conditions, bound: Person | None = None, about: str = "") -> Weighed:
    """Weigh conditions, asking criteria about people like `bound` of that one person."""
    wanted = [_reason(asker, criterion, True, bound, about) for criterion in conditions.all]
    unwanted = [_reason(asker, criterion, False, bound, about) for criterion in conditions.none]
    either = [_reason(asker, criterion, True, bound, about) for criterion in conditions.any]
    any_holds = some(_verdict(reason) for reason in either) if either else YES
    holds = every([*(_verdict(reason) for reason in (*wanted, *unwanted)), any_holds])
    either = [replace(reason, matters=_verdict(reason) is any_holds) for reason in either]
    return Weighed(holds, settle((*wanted, *unwanted, *either), holds))


def settle(reasons: Iterable[Reason], holds: Verdict) -> tuple[Reason, ...]:
    """Mark the reasons that a result does not turn on: once it is no, only what is against it matters."""
    return tuple(replace(r, matters=False) if holds is NO and r.side != "against" else r for r in reasons)


def merge(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """Put reasons that say the same about several people into one, in the order first met."""
    merged: dict[tuple[str, Verdict, str, str], Reason] = {}
    for reason in reasons:
        key = (reason.criterion, reason.holds, reason.side, reason.about)
        first = merged.get(key)
        merged[key] = _joined(first, reason) if first else reason
    return tuple(merged.values())


def _joined(first: Reason, second: Reason) -> Reason:
    return replace(
        first,
        people=tuple(dict.fromkeys((*first.people, *second.people))),
        questions=tuple(dict.fromkeys((*first.questions, *second.questions))),
        matters=first.matters or second.matters,
    )


def _reason(asker: Asker, criterion: Criterion, wanted: bool, bound: Person | None, about: str) -> Reason:
    found: Found = asker.ask(criterion, bound)
    side = _SIDES[found.holds if wanted else ~found.holds]
    return Reason(criterion.id, criterion.say, found.holds, side, about, found.people, found.questions)


def _verdict(reason: Reason) -> Verdict:
    return {"for": YES, "against": NO, "ask": UNKNOWN}[reason.side]
