"""Checks on what rules mean: facts that exist, tests that suit them, bands that can be reached."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from rightdoor.engines.facts.vocabulary import Fact, fact
from rightdoor.engines.facts.vocabulary import codes as codes_for
from rightdoor.engines.packs.criteria import AGE_TESTS, NUMBER_TESTS, CriterionRow
from rightdoor.engines.packs.eligibility import RuleRow
from rightdoor.engines.packs.problems import Faults, Path
from rightdoor.engines.packs.rows import Rows
from rightdoor.engines.packs.thresholds import BandRow, SchemeRow, Terms

_SUITS = {
    "yes_no": ({"is_"}, 'is = "yes" or is = "no"'),
    "choice": ({"is_", "one_of"}, "is or one_of"),
    "number": (set(NUMBER_TESTS), "more_than, at_least, less_than or at_most"),
    "age": (set(AGE_TESTS), "from and before"),
}


def check_meaning(rows: Rows, faults: Faults) -> None:
    """Note criteria about unknown facts, tests that do not suit, and schemes and rules that cannot work."""
    for name, row in rows.criteria.criteria.items():
        for field, reason in _criterion_faults(row):
            faults.add("criteria.toml", ("criteria", name, field), reason)
    for file, path, terms in _all_terms(rows):
        _check_terms(file, path, terms, rows, faults)
    for number, scheme in enumerate(rows.thresholds.scheme):
        _check_scheme(("scheme", number), scheme, faults)
    if rows.sound("thresholds.toml"):
        _check_levels(rows, faults)


def _criterion_faults(row: CriterionRow) -> Iterator[tuple[str, str]]:
    field = "fact" if row.fact else "count"
    for code in (row.fact,) if row.fact else row.count or ():
        found = fact(row.who, code)
        if found is None:
            near = get_close_matches(code, codes_for(row.who), n=1)
            hint = f"Did you mean “{near[0]}”?" if near else "docs/reference/facts.md lists them all."
            yield field, f"There is no fact “{code}” about a {row.who}. {hint}"
        else:
            yield from _count_faults(row, found) if row.count else _test_faults(row, found)


def _count_faults(row: CriterionRow, found: Fact) -> Iterator[tuple[str, str]]:
    if found.kind != "yes_no":
        yield "count", f"“{found.code}” is not a yes-or-no fact, so it cannot be counted. Remove it."
    if unsuited := [name for name in row.tests if name not in NUMBER_TESTS]:
        yield unsuited[0].rstrip("_"), "A count is tested with more_than, at_least, less_than or at_most."


def _test_faults(row: CriterionRow, found: Fact) -> Iterator[tuple[str, str]]:
    allowed, advice = _SUITS[found.kind]
    for name in row.tests:
        if name not in allowed:
            yield name.rstrip("_"), f"This test does not suit “{found.code}”. Use {advice}."
    words = [word for word in (row.is_, *(row.one_of or ())) if word is not None]
    options = ("yes", "no") if found.kind == "yes_no" else found.options
    for word in words:
        if options and word not in options:
            yield (
                ("is" if row.is_ else "one_of"),
                f"“{found.code}” is never “{word}”. Use one of: {', '.join(options)}.",
            )


def _all_terms(rows: Rows) -> Iterator[tuple[str, Path, Terms | BandRow]]:
    for number, scheme in enumerate(rows.thresholds.scheme):
        for place, band in enumerate(scheme.band):
            at: Path = ("scheme", number, "band", place)
            yield "thresholds.toml", at, band
            yield from (("thresholds.toml", (*at, "rule", n), rule) for n, rule in enumerate(band.rule))
    for number, entry in enumerate(rows.eligibility.service):
        yield "eligibility.toml", ("service", number), entry
        yield from (
            ("eligibility.toml", ("service", number, "route", n), route)
            for n, route in enumerate(entry.route)
        )


def _check_terms(file: str, path: Path, terms: Terms | BandRow, rows: Rows, faults: Faults) -> None:
    if isinstance(terms, Terms) and terms.empty and not (isinstance(terms, RuleRow) and terms.route):
        faults.add(
            file, path, "This rule asks nothing, so it would hold for everybody. Add all, any or none."
        )
    for field in ("all", "none", "any"):
        for place, name in enumerate(getattr(terms, field, ())):
            if rows.sound("criteria.toml") and name not in rows.criteria.criteria:
                near = get_close_matches(name, rows.criteria.criteria, n=1)
                hint = f"Did you mean “{near[0]}”?" if near else "Add it to criteria.toml."
                faults.add(file, (*path, field, place), f"There is no criterion “{name}”. {hint}")


def _check_scheme(path: Path, scheme: SchemeRow, faults: Faults) -> None:
    defaults = sum(band.default for band in scheme.band)
    if defaults != 1:
        reason = f"The scheme “{scheme.id}” has {defaults} default bands. Set default = true for exactly one."
        faults.add("thresholds.toml", path, reason)
    for field in ("code", "order"):
        seen: set[object] = set()
        for number, band in enumerate(scheme.band):
            value = getattr(band, field)
            if value in seen:
                reason = f"Two bands of “{scheme.id}” have the same {field}, {value!r}. Change one."
                faults.add("thresholds.toml", (*path, "band", number, field), reason)
            seen.add(value)
    for number, band in enumerate(scheme.band):
        if not (band.default or band.any or band.rule):
            reason = f"Nothing can put a family in the band “{band.name}”. Add any or a rule."
            faults.add("thresholds.toml", (*path, "band", number), reason)


def _check_levels(rows: Rows, faults: Faults) -> None:
    """A level may never fall because a parent is more vulnerable: no rule may turn on its absence."""
    levels = [pair for pair in enumerate(rows.thresholds.scheme) if pair[1].id == "levels"]
    if not levels:
        faults.add(
            "thresholds.toml", (), "The scheme “levels” is missing. Every pack needs levels of need: add it."
        )
    named = rows.criteria.criteria
    for number, scheme in levels:
        for place, band in enumerate(scheme.band):
            at: Path = ("scheme", number, "band", place)
            _check_rising(at, band, named, faults)
            for turn, way in enumerate(band.rule):
                _check_rising((*at, "rule", turn), way, named, faults)


def _check_rising(
    path: Path, terms: Terms | BandRow, named: Mapping[str, CriterionRow], faults: Faults
) -> None:
    for field, lowers in (("all", "no"), ("any", "no"), ("none", "yes")):
        for place, name in enumerate(getattr(terms, field, ())):
            if name in named and _turns_on(named[name], lowers):
                reason = (
                    f"“{name}” would lower the level of a family with more vulnerabilities. Leave it out."
                )
                faults.add("thresholds.toml", (*path, field, place), reason)


def _turns_on(row: CriterionRow, answer: str) -> bool:
    facts = [found for code in (row.fact, *(row.count or ())) if code and (found := fact(row.who, code))]
    if not any(found.vulnerability for found in facts):
        return False
    if row.count:
        fewer = row.at_most is not None or row.less_than is not None
        more = row.at_least is not None or row.more_than is not None
        return fewer if answer == "no" else more
    return row.is_ == answer
