"""Checks across files: every id once, and everything that is named exists."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import Any

from rightdoor.engines.packs.areas import Areas
from rightdoor.engines.packs.atlas import Atlas
from rightdoor.engines.packs.clocks import REQUIRED_CLOCKS
from rightdoor.engines.packs.partnership import LOCAL_SETTING, first_word
from rightdoor.engines.packs.problems import Faults, Path
from rightdoor.engines.packs.rows import Rows

At = tuple[str, Path]
_TABLES = (
    ("pack.toml", "partnership", "source"),
    ("agencies.toml", "agencies", "agency"),
    ("roles.toml", "roles", "role"),
    ("areas.toml", "areas", "kind"),
    ("areas.toml", "areas", "locality"),
    ("services.toml", "services", "service"),
    ("thresholds.toml", "thresholds", "scheme"),
    ("eligibility.toml", "eligibility", "service"),
    ("clocks.toml", "clocks", "clock"),
    ("panels.toml", "panels", "panel"),
    ("shapes.toml", "shapes", "shape"),
    ("offers.toml", "offers", "model"),
    ("pathways.toml", "pathways", "issue"),
    ("pathways.toml", "pathways", "before"),
    ("terms.toml", "terms", "term"),
    ("journey.toml", "journey", "stop"),
)


def check_references(rows: Rows, faults: Faults) -> None:
    """Note ids used twice, names of nothing, sources nobody listed and clocks that are missing."""
    for file, attribute, table in _TABLES:
        _ids_once(file, table, _records(rows, attribute, table), faults)
    _sources(rows, faults)
    _agencies(rows, faults)
    _services(rows, faults)
    _offers(rows, faults)
    _rule_services(rows, faults)
    _required_clocks(rows, faults)


def check_areas(areas: Areas, atlas: Atlas, faults: Faults) -> None:
    """Note localities that name an area no map draws."""
    for number, locality in enumerate(areas.locality):
        for place, code in enumerate(locality.wards):
            _must_exist(
                ("areas.toml", ("locality", number, "wards", place)), "area", code, atlas.areas, faults
            )


def _records(rows: Rows, attribute: str, table: str) -> tuple[Any, ...]:
    return tuple(getattr(getattr(rows, attribute), table, ()))


def _ids(rows: Rows, attribute: str, table: str) -> list[str]:
    return [record.id for record in _records(rows, attribute, table)]


def _ids_once(file: str, table: str, records: tuple[Any, ...], faults: Faults) -> None:
    seen: set[str] = set()
    for number, record in enumerate(records):
        if record.id in seen:
            faults.add(
                file, (table, number, "id"), f"The id “{record.id}” is used twice. Give this one another id."
            )
        seen.add(record.id)


def _sources(rows: Rows, faults: Faults) -> None:
    for file, path, cited in _citations(rows) if rows.partnership else ():
        if cited and rows.partnership and not rows.partnership.cites(cited):
            known = ", ".join(source.id for source in rows.partnership.source)
            faults.add(
                file,
                (*path, "source"),
                f"“{first_word(cited)}” is no source of pack.toml. Begin with one of {known}, "
                f"or write “{LOCAL_SETTING}, to be agreed”.",
            )


def _citations(rows: Rows) -> Iterator[tuple[str, Path, str]]:
    yield "directory.toml", (), rows.directory.source
    for file, attribute, table in _TABLES[1:]:
        yield from _cited_in(file, (table,), _records(rows, attribute, table))
    for name, criterion in rows.criteria.criteria.items():
        yield "criteria.toml", ("criteria", name), criterion.source


def _cited_in(file: str, path: Path, records: Iterable[Any]) -> Iterator[tuple[str, Path, str]]:
    for number, record in enumerate(records):
        here = (*path, number)
        yield file, here, getattr(record, "source", "")
        for inner in ("version", "band", "rule", "route"):
            nested = getattr(record, inner, ())
            if isinstance(nested, tuple):
                yield from _cited_in(file, (*here, inner), nested)


def _agencies(rows: Rows, faults: Faults) -> None:
    if not rows.sound("agencies.toml"):
        return
    known = _ids(rows, "agencies", "agency")
    for number, service in enumerate(_records(rows, "services", "service")):
        _must_exist(("services.toml", ("service", number, "agency")), "agency", service.agency, known, faults)
    for number, panel in enumerate(_records(rows, "panels", "panel")):
        for place, member in enumerate(panel.members):
            _must_exist(("panels.toml", ("panel", number, "members", place)), "agency", member, known, faults)


def _services(rows: Rows, faults: Faults) -> None:
    rules, groups = _ids(rows, "eligibility", "service"), _groups(rows)
    for number, service in enumerate(_records(rows, "services", "service")):
        if rows.sound("eligibility.toml"):
            at: Path = ("service", number, "eligibility")
            _must_exist(("services.toml", at), "rule of eligibility.toml", service.eligibility, rules, faults)
        for place, code in enumerate(service.ithrive if rows.sound("thresholds.toml") else ()):
            at = ("service", number, "ithrive", place)
            _must_exist(("services.toml", at), "band of the scheme “ithrive”", code, groups, faults)


def _groups(rows: Rows) -> list[str]:
    return [
        band.code
        for scheme in _records(rows, "thresholds", "scheme")
        for band in scheme.band
        if scheme.id == "ithrive"
    ]


def _offers(rows: Rows, faults: Faults) -> None:
    known = {"stage": ["universal", "targeted", "specialist"], "levels": ["1", "2", "3", "4"]}
    for number, model in enumerate(_records(rows, "offers", "model")):
        words = known.get(model.by) or _groups(rows)
        for place, row in enumerate(model.row):
            at: Path = ("model", number, "row", place, "code")
            _must_exist(("offers.toml", at), f"value of “{model.by}”", row.code, words, faults)


def _rule_services(rows: Rows, faults: Faults) -> None:
    if not rows.sound("services.toml"):
        return
    known = _ids(rows, "services", "service")
    for number, rule in enumerate(_records(rows, "eligibility", "service")):
        _must_exist(
            ("eligibility.toml", ("service", number, "service")), "service", rule.service, known, faults
        )
    for number, shape in enumerate(_records(rows, "shapes", "shape")):
        _must_exist(("shapes.toml", ("shape", number, "service")), "service", shape.service, known, faults)


def _required_clocks(rows: Rows, faults: Faults) -> None:
    if not rows.sound("clocks.toml"):
        return
    known = _ids(rows, "clocks", "clock")
    for name in REQUIRED_CLOCKS:
        if name not in known:
            faults.add("clocks.toml", (), f"The clock “{name}” is missing. Every pack needs it: add it.")
    for number, clock in enumerate(rows.clocks.clock):
        dates = [version.from_ for version in clock.version]
        if dates != sorted(set(dates)):
            faults.add(
                "clocks.toml",
                ("clock", number, "version"),
                "Put the versions in order of their dates, each date once.",
            )


def _must_exist(at: At, what: str, id: str, known: Iterable[str], faults: Faults) -> None:
    if id and id not in (listed := list(known)):
        near = get_close_matches(id, listed, n=1)
        hint = f"Did you mean “{near[0]}”?" if near else "Correct the id or add it."
        faults.add(*at, f"There is no {what} “{id}”. {hint}")
