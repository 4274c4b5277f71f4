"""The way through one issue, step by step, and which issue comes first where there are several."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rightdoor.engines.listings import Outline
from rightdoor.engines.offers.matrix import levels_of
from rightdoor.engines.packs import Before, OfferModel, OfferRow


@dataclass(frozen=True)
class Step:
    """One level of help for an issue and the services that give it, those one can go to oneself first."""

    row: OfferRow
    entries: tuple[Outline, ...]


@dataclass(frozen=True)
class Way:
    """What is helped with, at which place in the order, and why something else comes before it."""

    issue: str
    after: tuple[Before, ...]


def pathway(issue: str, model: OfferModel, entries: Iterable[Outline]) -> tuple[Step, ...]:
    """Give the steps of an issue, the lightest help first. A step may be empty: that is a gap."""
    about = sorted((entry for entry in entries if issue in entry.issues), key=_open_first)
    return tuple(
        Step(row, tuple(entry for entry in about if row.code in levels_of(entry, model))) for row in model.row
    )


def in_order(issues: Sequence[str], order: Iterable[Before]) -> tuple[Way, ...]:
    """Put several issues in the order in which they are helped with, each with the reasons why.

    Issues that no reason orders stay as they were given, as do those whose reasons go round in a circle.
    """
    chosen = list(dict.fromkeys(issues))
    rules = [rule for rule in order if rule.first in chosen and rule.then in chosen]
    placed: list[Way] = []
    waiting = chosen
    while waiting:
        ready = [one for one in waiting if not _held_by(one, waiting, rules)] or waiting[:1]
        placed += [Way(one, tuple(rule for rule in rules if rule.then == one)) for one in ready[:1]]
        waiting = [one for one in waiting if one != ready[0]]
    return tuple(placed)


def _held_by(issue: str, waiting: Sequence[str], rules: Sequence[Before]) -> bool:
    return any(rule.then == issue and rule.first in waiting for rule in rules)


def _open_first(entry: Outline) -> tuple[bool, str]:
    return "self" not in entry.how_in, entry.name.casefold()
