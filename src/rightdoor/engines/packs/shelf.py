"""Read sheets: those that every partnership shares, and those of one pack, which may replace them."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from rightdoor.engines.codes import languages
from rightdoor.engines.packs import plain
from rightdoor.engines.packs.lines import line_numbers
from rightdoor.engines.packs.problems import Faults, PackError
from rightdoor.engines.packs.reading import note_bad_toml, text_of
from rightdoor.engines.packs.sheets import HEADINGS, Section, Sheet, SheetHead, Translation, TranslationHead

COMMON = Path(__file__).parent.parent / "data"
FENCE = "+++"
_HEADING = re.compile(r"^## (.+)$")
M = TypeVar("M", bound=BaseModel)


def sheets_of(pack: Path, faults: Faults) -> tuple[Sheet, ...]:
    """Give the sheets of a pack: its own, and the common ones that it does not replace."""
    own = read_shelf(pack, faults, common=False)
    replaced = {sheet.id for sheet in own}
    shared = [sheet for sheet in common_sheets() if sheet.id not in replaced]
    return tuple(sorted((*shared, *own), key=_order))


@cache
def common_sheets() -> tuple[Sheet, ...]:
    """Give the sheets that every partnership shares. Raises PackError if one of them is broken."""
    faults = Faults()
    found = read_shelf(COMMON, faults, common=True)
    if faults.problems:
        raise PackError(faults.problems)
    return found


def read_shelf(folder: Path, faults: Faults, *, common: bool) -> tuple[Sheet, ...]:
    """Read every sheet of a folder's `sheets`, with its translations; note what is wrong with any."""
    found = [
        sheet
        for file in _names(folder, "sheets/*.md")
        if (sheet := _sheet(folder, file, faults, common=common)) is not None
    ]
    read = {sheet.id for sheet in found}
    for file in _names(folder, "sheets/*/*.md"):
        if Path(file).stem not in read:
            faults.add_at(file, 1, "", "There is no English sheet of this name beside it. Write that first.")
    return tuple(sorted(found, key=_order))


def _order(sheet: Sheet) -> tuple[int, int, str]:
    first = -1 if sheet.head.for_pregnancy else sheet.head.age_from_months or 0
    return first, sheet.head.age_to_months or 0, sheet.head.title


def _names(folder: Path, pattern: str) -> list[str]:
    return sorted(file.relative_to(folder).as_posix() for file in folder.glob(pattern))


def _sheet(folder: Path, file: str, faults: Faults, *, common: bool) -> Sheet | None:
    parts = _parts(folder, file, SheetHead, faults)
    if parts is None:
        return None
    head, sections, first_line = parts
    if head.id != Path(file).stem:
        reason = f"The id is “{head.id}” but the file is “{Path(file).name}”. Make them the same."
        faults.add(file, ("id",), reason)
    if head.kind in ("age", "worry") and tuple(part.heading for part in sections) != HEADINGS:
        needed = ", ".join(f"“{heading}”" for heading in HEADINGS)
        faults.add_at(file, first_line, "", f"A sheet has these four headings in this order: {needed}.")
    return Sheet(head, sections, common, dict(_translations(folder, head, len(sections), faults)))


def _translations(
    folder: Path, head: SheetHead, sections: int, faults: Faults
) -> Iterable[tuple[str, Translation]]:
    for file in _names(folder, f"sheets/*/{head.id}.md"):
        language = Path(file).parent.name
        if language not in languages():
            reason = f"“{language}” is not a language code. Name the folder by one such as “pl” or “so”."
            faults.add_at(file, 1, "", reason)
        parts = _parts(folder, file, TranslationHead, faults)
        if parts is not None:
            if len(parts[1]) != sections:
                reason = (
                    f"The English sheet has {sections} parts, this has {len(parts[1])}. Make them the same."
                )
                faults.add_at(file, parts[2], "", reason)
            yield language, Translation(language, *parts[:2])


def _parts(
    folder: Path, file: str, model: type[M], faults: Faults
) -> tuple[M, tuple[Section, ...], int] | None:
    """Give head, sections and the line on which the text begins; None when it cannot be read."""
    text = text_of(folder, file, faults)
    if text is None:
        return None
    lines = text.splitlines()
    ends = [number for number, line in enumerate(lines) if line.strip() == FENCE]
    if len(ends) < 2 or ends[0] != 0:  # noqa: PLR2004 - a fence above and one below
        faults.add_at(file, 1, "", f"Begin with a line {FENCE}, then the fields, then another line {FENCE}.")
        return None
    head = _head(file, "\n".join(lines[1 : ends[1]]), model, faults)
    sections = _sections(lines[ends[1] + 1 :])
    if not sections or not all(part.text for part in sections):
        faults.add_at(
            file, ends[1] + 1, "", "Every part needs a heading that begins with ## and words below it."
        )
    return None if head is None else (head, sections, ends[1] + 2)


def _head(file: str, text: str, model: type[M], faults: Faults) -> M | None:
    try:
        values = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        note_bad_toml(file, text, error, faults, above=1)
        return None
    faults.lines[file] = {path: line + 1 for path, line in line_numbers(text.encode()).items()}
    try:
        return model.model_validate(values)
    except ValidationError as error:
        for fault in error.errors():
            faults.add(file, fault["loc"], plain.reason(fault, model))
    return None


def _sections(lines: list[str]) -> tuple[Section, ...]:
    found: list[tuple[str, list[str]]] = []
    for line in lines:
        heading = _HEADING.match(line)
        if heading:
            found.append((heading[1].strip(), []))
        elif found:
            found[-1][1].append(line)
    return tuple(Section(heading, "\n".join(text).strip()) for heading, text in found)
