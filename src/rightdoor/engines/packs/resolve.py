"""Turn the rows of criteria, thresholds and eligibility into the plain values the rules work with.

Only called once every name has been checked.
"""

from collections.abc import Mapping

from rightdoor.engines.packs.criteria import CriterionRow
from rightdoor.engines.packs.eligibility import RuleRow
from rightdoor.engines.packs.fields import months_of_age
from rightdoor.engines.packs.thresholds import BandRow, SchemeRow, Terms
from rightdoor.engines.rules.terms import Band, Conditions, Criterion, Route, Rule, Scheme, Test

Named = Mapping[str, Criterion]


def criterion(name: str, row: CriterionRow) -> Criterion:
    """Turn one row of criteria.toml into a criterion."""
    test = Test(
        is_=row.is_,
        one_of=row.one_of,
        more_than=row.more_than,
        at_least=row.at_least,
        less_than=row.less_than,
        at_most=row.at_most,
        from_=months_of_age(row.from_) if row.from_ else None,
        before=months_of_age(row.before) if row.before else None,
    )
    facts = (row.fact,) if row.fact else row.count or ()
    return Criterion(
        name, row.say, row.who, facts, test, counts=row.count is not None, same_person=row.same_person
    )


def scheme(row: SchemeRow, criteria: Named) -> Scheme:
    """Turn one scheme of thresholds.toml into a scheme, lowest band first."""
    bands = sorted((_band(band, criteria) for band in row.band), key=lambda band: band.order)
    return Scheme(row.id, row.name, row.version, row.from_, row.source, tuple(bands))


def rule(row: RuleRow, criteria: Named) -> Rule:
    """Turn one entry of eligibility.toml into a rule."""
    routes = tuple(Route(route.name, _conditions(route, criteria), route.note) for route in row.route)
    return Rule(row.id, row.service, row.for_, _conditions(row, criteria), routes, row.note, row.source)


def _band(row: BandRow, criteria: Named) -> Band:
    single = tuple(Conditions(all=(criteria[name],)) for name in row.any)
    ways = single + tuple(_conditions(terms, criteria) for terms in row.rule)
    return Band(row.code, row.order, row.name, row.means, row.response, row.default, ways)


def _conditions(terms: Terms, criteria: Named) -> Conditions:
    return Conditions(
        all=tuple(criteria[name] for name in terms.all),
        none=tuple(criteria[name] for name in terms.none),
        any=tuple(criteria[name] for name in terms.any),
    )
