"""Read one file of a pack into its schema, or say what is wrong with it."""

import csv
import io
import re
import tomllib
from pathlib import Path
from typing import Any, TypeVar

from geojson_pydantic import Feature, FeatureCollection, MultiPolygon, Polygon
from pydantic import BaseModel, ValidationError

from rightdoor.engines.packs import plain
from rightdoor.engines.packs.lines import line_numbers
from rightdoor.engines.packs.problems import Faults

Boundaries = FeatureCollection[Feature[Polygon | MultiPolygon, dict[str, Any]]]
M = TypeVar("M", bound=BaseModel)
MISSING = "This file is missing. Every pack needs it: copy it from another pack and change what it says."


def text_of(folder: Path, name: str, faults: Faults) -> str | None:
    """Read a text file of the pack; note a fault and give None when it is missing or not UTF-8."""
    try:
        return (folder / name).read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        faults.add(name, (), MISSING)
    except UnicodeDecodeError as error:
        line = (folder / name).read_bytes()[: error.start].count(b"\n") + 1
        faults.add_at(name, line, "", "This line holds letters that are not UTF-8. Save the file as UTF-8.")
    except OSError:
        faults.add(name, (), "This cannot be read as a file. Check that it is one and that you may read it.")
    return None


def toml_file(folder: Path, name: str, model: type[M], faults: Faults) -> M | None:
    """Read a TOML file into its schema; every fault is noted with its line, and then None is given."""
    text = text_of(folder, name, faults)
    if text is None:
        return None
    try:
        values = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        note_bad_toml(name, text, error, faults)
        return None
    faults.lines[name] = line_numbers(text.encode())
    try:
        return model.model_validate(values)
    except ValidationError as error:
        for fault in error.errors():
            faults.add(name, fault["loc"], plain.reason(fault, model))
    return None


def note_bad_toml(name: str, text: str, error: Exception, faults: Faults, *, above: int = 0) -> None:
    """Note that a text is not TOML; `above` is how many lines of its file stand before it."""
    found = re.search(r" \(at (?:line (\d+), column \d+|end of document)\)", str(error))
    line = int(found[1]) if found and found[1] else text.count("\n") + 1
    said = re.sub(r" \(at .*\)", "", str(error))
    faults.add_at(
        name, line + above, "", f"This is not TOML: {said}. Look at this line and the one before it."
    )


def csv_rows(folder: Path, name: str, header: list[str], faults: Faults) -> list[tuple[int, dict[str, str]]]:
    """Read a CSV file with a known header; give each row with its line number (the header is line 1)."""
    text = text_of(folder, name, faults)
    if text is None:
        return []
    reader = csv.reader(io.StringIO(text, newline=""))
    rows: list[tuple[int, dict[str, str]]] = []
    try:
        if next(reader, []) != header:
            faults.add_at(name, 1, "", f"The first line must be exactly: {','.join(header)}")
            return []
        for cells in reader:
            if len(cells) == len(header):
                rows.append((reader.line_num, dict(zip(header, cells, strict=True))))
            elif cells:
                reason = f"This line has {len(cells)} values; it needs {len(header)}. Put commas in quotes."
                faults.add_at(name, reader.line_num, "", reason)
    except csv.Error as error:
        faults.add_at(name, reader.line_num, "", f"This line cannot be read: {error}. Correct it.")
    return rows


def csv_file(folder: Path, name: str, model: type[M], faults: Faults) -> list[tuple[int, M]]:
    """Read a CSV file with a schema for each row. Empty cells count as left out."""
    records: list[tuple[int, M]] = []
    for line, row in csv_rows(folder, name, list(model.model_fields), faults):
        given = {key: value for key, value in row.items() if value.strip()}
        try:
            records.append((line, model.model_validate(given)))
        except ValidationError as error:
            for fault in error.errors():
                faults.add_at(name, line, ".".join(map(str, fault["loc"])), plain.reason(fault, model))
    return records


def geojson_file(folder: Path, name: str, faults: Faults) -> Boundaries | None:
    """Read boundaries as GeoJSON."""
    text = text_of(folder, name, faults)
    if text is None:
        return None
    try:
        return Boundaries.model_validate_json(text)
    except ValidationError as error:
        fault = error.errors()[0]
        line = _feature_line(text, fault["loc"]) or _json_line(str(fault["msg"]))
        faults.add_at(name, line, "", f"This is not GeoJSON: {fault['msg']}. Export the boundaries again.")
    return None


def _feature_line(text: str, loc: tuple[str | int, ...]) -> int | None:
    number = next((part for part in loc if isinstance(part, int)), None)
    return None if number is None else feature_line(text, number)


def feature_line(text: str, number: int) -> int:
    """Give the line on which the n-th feature (from 0) of a GeoJSON text begins; 1 if it is not there."""
    starts = list(re.finditer(r'"type"\s*:\s*"Feature"', text))
    return text.count("\n", 0, starts[number].start()) + 1 if number < len(starts) else 1


def _json_line(said: str) -> int:
    found = re.search(r"line (\d+)", said)
    return int(found[1]) if found else 1
