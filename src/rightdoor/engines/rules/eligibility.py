"""Which services fit a family, which do not and why, and what has to be asked first."""

from collections.abc import Iterable
from dataclasses import dataclass

from rightdoor.engines.facts import Circumstances, Person
from rightdoor.engines.rules.asking import NO, UNKNOWN, YES, Asker, with_level
from rightdoor.engines.rules.levels import level_span
from rightdoor.engines.rules.reasoning import Weighed, merge, settle, weigh
from rightdoor.engines.rules.results import Fit, FitVerdict
from rightdoor.engines.rules.terms import Rule, Scheme
from rightdoor.engines.rules.verdict import Verdict, every, some

_VERDICTS: dict[Verdict, FitVerdict] = {YES: "fits", NO: "does_not_fit", UNKNOWN: "need_to_ask"}


@dataclass(frozen=True)
class _Candidate:
    person: Person | None
    weighed: Weighed
    route: str | None


def eligible(rule: Rule, circumstances: Circumstances, levels: Scheme | None = None) -> Fit:
    """Say whether a service fits, whom, by which route and why.

    `levels` is the scheme from which a level of need is worked out when none has been told.
    """
    return eligible_for([rule], circumstances, levels)[0]


def eligible_for(
    rules: Iterable[Rule], circumstances: Circumstances, levels: Scheme | None = None
) -> tuple[Fit, ...]:
    """Weigh several rules for one family, in the order given."""
    asker = Asker(circumstances)
    if levels is not None:
        asker = with_level(asker, *level_span(levels, circumstances))
    return tuple(_fit(rule, asker) for rule in rules)


def _fit(rule: Rule, asker: Asker) -> Fit:
    people: tuple[Person | None, ...] = (None,) if rule.for_ == "family" else asker.told.of_kind(rule.for_)
    candidates = [_candidate(rule, asker, person) for person in people or (None,)]
    verdict = some(candidate.weighed.holds for candidate in candidates)
    chosen = [candidate for candidate in candidates if candidate.weighed.holds is verdict]
    reasons = merge(reason for candidate in chosen for reason in candidate.weighed.reasons)
    found = tuple(candidate.person.id for candidate in chosen if candidate.person)
    route = next((candidate.route for candidate in chosen if candidate.route), None)
    return Fit(
        reasons,
        rule.id,
        rule.service,
        _VERDICTS[verdict],
        people=() if verdict is NO else found,
        route=route if verdict is YES else None,
        note=rule.note,
    )


def _candidate(rule: Rule, asker: Asker, person: Person | None) -> _Candidate:
    own = weigh(asker, rule.conditions, person)
    if not rule.routes:
        return _Candidate(person, own, None)
    routes = [(route.name, weigh(asker, route.conditions, person, route.name)) for route in rule.routes]
    way = some(weighed.holds for _, weighed in routes)
    holds = every((own.holds, way))
    open_routes = [weighed for _, weighed in routes if weighed.holds is way]
    reasons = (*own.reasons, *(reason for weighed in open_routes for reason in weighed.reasons))
    name = next((name for name, weighed in routes if weighed.holds is YES), None)
    return _Candidate(person, Weighed(holds, settle(reasons, holds)), name)
