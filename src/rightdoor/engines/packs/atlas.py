"""The map of a pack: areas, how many people live there, and where each postcode lies."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from pydantic import TypeAdapter, ValidationError

from rightdoor.engines.packs import plain
from rightdoor.engines.packs.areas import WHOLE_COUNCIL, Areas, BoundaryFile, PopulationRow, PostcodeRow
from rightdoor.engines.packs.partnership import Partnership, first_word
from rightdoor.engines.packs.problems import Faults
from rightdoor.engines.packs.reading import Boundaries, csv_file, csv_rows, feature_line, geojson_file

_POSTCODES = TypeAdapter(list[PostcodeRow])


@dataclass(frozen=True)
class Area:
    """A ward or district with its official code."""

    code: str
    name: str
    kind: str


class Place(NamedTuple):
    """Where a postcode lies: area code (None when unknown), degrees north and degrees east."""

    area: str | None
    lat: float
    lon: float


@dataclass(frozen=True)
class Atlas:
    """All that a pack knows about places."""

    areas: Mapping[str, Area] = field(default_factory=dict)
    boundaries: Mapping[str, Boundaries] = field(default_factory=dict)
    population: tuple[PopulationRow, ...] = ()
    postcodes: Mapping[str, Place] = field(default_factory=dict)


def read_atlas(folder: Path, areas: Areas, partnership: Partnership | None, faults: Faults) -> Atlas:
    """Read boundaries, population and postcodes; note whatever does not fit together."""
    known: dict[str, Area] = {}
    boundaries: dict[str, Boundaries] = {}
    for number, kind in enumerate(areas.kind):
        if not (folder / kind.file).is_file():
            faults.add(
                "areas.toml",
                ("kind", number, "file"),
                f"There is no file “{kind.file}” in this pack. Add it.",
            )
        elif (layer := geojson_file(folder, kind.file, faults)) is not None:
            boundaries[kind.id] = layer
            _add_areas(folder, kind, layer, known, faults)
    population = _population(folder, areas, known, faults)
    _check_sources(population, partnership, faults)
    return Atlas(known, boundaries, tuple(row for _, row in population), _postcodes(folder, known, faults))


def _add_areas(
    folder: Path, kind: BoundaryFile, layer: Boundaries, known: dict[str, Area], faults: Faults
) -> None:
    def note(number: int, reason: str) -> None:
        line = feature_line((folder / kind.file).read_text(encoding="utf-8-sig"), number)
        faults.add_at(kind.file, line, f"features[{number}]", reason)

    for number, feature in enumerate(layer.features):
        properties = feature.properties or {}
        code, name = (str(properties.get(key) or "") for key in (kind.code_property, kind.name_property))
        if not code or not name:
            note(number, f"This area needs the properties “{kind.code_property}” and “{kind.name_property}”.")
        elif code in known:
            note(number, f"The area “{code}” is drawn twice. Keep one.")
        else:
            known[code] = Area(code, name, kind.id)


def _population(
    folder: Path, areas: Areas, known: Mapping[str, Area], faults: Faults
) -> list[tuple[int, PopulationRow]]:
    name = "areas/population.csv"
    codes = {*known, *(locality.id for locality in areas.locality)}
    rows = csv_file(folder, name, PopulationRow, faults)
    for line, row in rows:
        if row.kind not in WHOLE_COUNCIL and row.code not in codes:
            faults.add_at(
                name, line, "code", f"“{row.code}” is no area or locality of this pack. Correct the code."
            )
        if row.children_0_17 is not None and row.children_0_17 > row.population:
            faults.add_at(
                name, line, "children_0_17", "There are more children than people here. Correct the figures."
            )
    return rows


def _check_sources(
    rows: list[tuple[int, PopulationRow]], partnership: Partnership | None, faults: Faults
) -> None:
    for line, row in rows if partnership else ():
        if partnership and not partnership.cites(row.source):
            reason = f"“{first_word(row.source)}” is no source of pack.toml. Begin with the id of one."
            faults.add_at("areas/population.csv", line, "source", reason)


def _postcodes(folder: Path, known: Mapping[str, Area], faults: Faults) -> Mapping[str, Place]:
    name = "postcodes.csv"
    lines = csv_rows(folder, name, list(PostcodeRow.model_fields), faults)
    try:
        rows = _POSTCODES.validate_python([row for _, row in lines])
    except ValidationError as error:
        for fault in error.errors():
            number, *rest = fault["loc"]
            said = plain.reason({**fault, "loc": tuple(rest)}, PostcodeRow)
            faults.add_at(name, lines[int(number)][0], ".".join(map(str, rest)), said)
        return {}
    found = {row.postcode: Place(row.area or None, row.lat, row.lon) for row in rows}
    _check_postcodes([(line, row) for (line, _), row in zip(lines, rows, strict=True)], known, faults)
    return found


def _check_postcodes(rows: list[tuple[int, PostcodeRow]], known: Mapping[str, Area], faults: Faults) -> None:
    times = Counter(row.postcode for _, row in rows)
    for line, row in rows:
        if row.area and row.area not in known:
            faults.add_at(
                "postcodes.csv", line, "area", f"“{row.area}” is no area of this pack. Correct the code."
            )
        if times[row.postcode] > 1:
            reason = f"The postcode {row.postcode} stands here {times[row.postcode]} times. Keep one line."
            faults.add_at("postcodes.csv", line, "postcode", reason)


def tidy_postcode(text: str) -> str:
    """Write a postcode the usual way: capitals, one space before the last three characters."""
    letters = re.sub(r"[^A-Z0-9]", "", text.upper())
    return f"{letters[:-3]} {letters[-3:]}"
