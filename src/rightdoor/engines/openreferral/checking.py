"""A file of services checked row by row: every row is either an entry or refused with its reason."""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from rightdoor.engines.listings import Listing
from rightdoor.engines.openreferral.cleaning import Note
from rightdoor.engines.openreferral.files import plain_json, records
from rightdoor.engines.openreferral.reading import read


@dataclass(frozen=True)
class Checked:
    """A row of a file, with the entry it is, if it is one, and what was noted."""

    row: int
    raw: Any
    checksum: str
    entry: Listing | None
    notes: tuple[Note, ...]


def checked(path: Path, mapping: Mapping[str, str] | None = None) -> Iterator[Checked]:
    """Check a file. An id that comes twice counts once: the second row is refused."""
    seen: dict[str, int] = {}
    for record in records(path, mapping):
        raw, checksum = plain_json(record.raw)
        if record.wrong:
            yield Checked(record.row, raw, checksum, None, (Note("row", record.wrong),))
            continue
        found = read(record.raw)
        entry, notes = found.entry, found.notes
        if entry and str(entry.id) in seen:
            notes = (*notes, Note("id", f"Row {seen[str(entry.id)]} has the same id. Refused."))
            entry = None
        elif entry:
            seen[str(entry.id)] = record.row
        yield Checked(record.row, raw, checksum, entry, notes)


def report(rows: Iterable[Checked], file: str, out: TextIO, *, as_json: bool) -> None:
    """Write what was noted, a line a note: file, row, name, kept or refused, field, reason."""
    lines = (
        {
            "file": file,
            "row": row.row,
            "name": row.entry.name if row.entry else "",
            "kept": "kept" if row.entry else "refused",
            "field": note.field,
            "reason": note.reason,
        }
        for row in rows
        for note in row.notes
    )
    if as_json:
        json.dump(list(lines), out, ensure_ascii=False, indent=1)
        return
    writer = csv.DictWriter(out, ["file", "row", "name", "kept", "field", "reason"])
    writer.writeheader()
    writer.writerows({key: _safe(value) for key, value in line.items()} for line in lines)


def _safe(value: object) -> object:
    """Let no spreadsheet take a text for a formula."""
    return f"'{value}" if isinstance(value, str) and value[:1] in {"=", "+", "-", "@", "\t"} else value
