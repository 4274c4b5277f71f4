"""Files of services, read a row at a time: JSON of version 3 and 1, one object a line, and CSV.

Whatever is wrong with a row is that row's: the others go on. Only what is being read is held.
"""

import csv
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from math import isfinite
from pathlib import Path
from typing import Any, Final, TextIO

from rightdoor.engines.openreferral.cleaning import STRAY
from rightdoor.engines.openreferral.sheet import columns, raw_of

CHUNK: Final = 65_536
# A row longer than this is no row: something before it is broken.
LONGEST_ROW: Final = 8_000_000
LONGEST_NUMBER: Final = 18
_LIST: Final = re.compile(r'"(?:contents|content|services)"\s*:\s*\[')
_BETWEEN: Final = re.compile(r"[\s,]*")


@dataclass(frozen=True)
class Record:
    """A row as it stands in the file, or why it cannot be read."""

    row: int
    raw: Any = None
    wrong: str = ""


def records(path: Path, mapping: Mapping[str, str] | None = None) -> Iterator[Record]:
    """Give the rows of a file, whatever its shape."""
    with path.open(encoding="utf-8-sig", errors=STRAY, newline="") as file:
        if path.suffix.lower() == ".csv":
            yield from _of_sheet(file, mapping or {})
        else:
            yield from _of_json(file)


def _number(digits: str) -> Any:
    return int(digits) if len(digits) <= LONGEST_NUMBER else digits


def _fraction(digits: str) -> Any:
    value = float(digits)
    return value if isfinite(value) else digits


_DECODER: Final = json.JSONDecoder(
    parse_int=_number, parse_float=_fraction, parse_constant=lambda _: None, strict=False
)


def _of_json(file: TextIO) -> Iterator[Record]:
    buffer = file.read(CHUNK).lstrip()
    if not buffer:
        yield Record(1, wrong="The file is empty.")
        return
    # The list may begin after a long envelope; a single service, or one a line, has none.
    found = _LIST.search(buffer) if buffer[0] == "{" else None
    if found:
        buffer = buffer[found.end() :]
    elif buffer[0] == "[":
        buffer = buffer[1:]
    elif buffer[0] != "{":
        yield Record(1, wrong="This is no JSON: it begins with neither { nor [.")
        return
    yield from _rows(file, buffer)


def _rows(file: TextIO, buffer: str) -> Iterator[Record]:
    number, ended = 0, False
    while True:
        buffer = buffer[_BETWEEN.match(buffer).end() :]  # type: ignore[union-attr]
        if buffer[:1] == "]":
            return
        value, end, wrong = _next(buffer)
        if wrong and not ended and len(buffer) < LONGEST_ROW:
            more = file.read(max(CHUNK, len(buffer)))
            ended = not more
            buffer += more
            continue
        if not buffer and ended:
            return
        number += 1
        if wrong:
            yield Record(number, wrong=f"The file is broken from here on: {wrong}")
            return
        yield Record(number, value)
        buffer = buffer[end:]


def plain_json(raw: Any) -> tuple[Any, str]:
    """Give a row as it can be kept in any database, and its checksum."""
    try:
        kept = _storable(raw)
        return kept, sha256(json.dumps(kept, sort_keys=True).encode()).hexdigest()
    except RecursionError:
        return None, sha256(b"").hexdigest()


def _storable(told: Any) -> Any:
    if isinstance(told, str):
        # A database keeps neither zero bytes nor halves of characters.
        return told.replace("\x00", "").encode("utf-8", "ignore").decode()
    if isinstance(told, list):
        return [_storable(one) for one in told]
    if isinstance(told, dict):
        return {_storable(key): _storable(value) for key, value in told.items()}
    return told


def _next(buffer: str) -> tuple[Any, int, str]:
    try:
        value, end = _DECODER.raw_decode(buffer)
    except (ValueError, RecursionError) as error:
        return None, 0, str(error)[:200] or "it cannot be read"
    # A number at the edge may go on in what is not read yet; rows are never numbers.
    return value, end, ""


def _of_sheet(file: TextIO, mapping: Mapping[str, str]) -> Iterator[Record]:
    csv.field_size_limit(LONGEST_ROW)
    header = file.readline()
    delimiter = max(",;\t|", key=header.count)
    names = [name.strip() for name in next(csv.reader([header], delimiter=delimiter), [])]
    known, missing = columns(names, mapping)
    if missing:
        yield Record(1, wrong=f"The first line must name the columns. There is none for “{missing}”.")
        return
    reader, number = csv.reader(file, delimiter=delimiter), 1
    while True:
        number += 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield Record(number, wrong=f"This line cannot be read: {error}")
            continue
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) != len(names):
            yield Record(number, wrong=f"There are {len(cells)} cells, but {len(names)} columns.")
            continue
        told = {ours: cells[place] for ours, place in known.items()}
        yield Record(number, raw_of(told))
