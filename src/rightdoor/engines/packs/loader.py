"""Read a pack whole or not at all."""

from pathlib import Path

from rightdoor.engines.calendar import Clock, ClockVersion
from rightdoor.engines.codes import SPOKEN
from rightdoor.engines.packs import resolve
from rightdoor.engines.packs.atlas import Atlas, read_atlas
from rightdoor.engines.packs.clocks import ClockRow
from rightdoor.engines.packs.fields import EARLIEST
from rightdoor.engines.packs.meaning import check_meaning
from rightdoor.engines.packs.pack import Pack
from rightdoor.engines.packs.partnership import Partnership
from rightdoor.engines.packs.problems import Faults, PackError
from rightdoor.engines.packs.reading import text_of
from rightdoor.engines.packs.references import check_areas, check_references
from rightdoor.engines.packs.rows import Rows, read_rows
from rightdoor.engines.packs.settings import Setting, read_settings
from rightdoor.engines.packs.sheets import Sheet
from rightdoor.engines.packs.shelf import sheets_of

REQUIRED_WORDS = ("agreement", "sharing", "front-page")


def load(path: Path) -> Pack:
    """Read and check the pack in a folder.

    Raises PackError holding every problem found, each with file, line and reason; a pack with any
    problem is not loaded at all.
    """
    faults = Faults()
    if not path.is_dir():
        faults.add_at("pack.toml", 1, "", f"There is no pack in the folder “{path.name}”. Check the name.")
        raise PackError(faults.problems)
    rows = read_rows(path, faults)
    check_references(rows, faults)
    check_meaning(rows, faults)
    _check_id(path, rows, faults)
    atlas = _atlas(path, rows, faults)
    texts = _texts(path, faults)
    sheets = sheets_of(path, faults)
    settings = read_settings(path, atlas.areas, rows.partnership, faults)
    if faults.problems or rows.partnership is None:
        raise PackError(faults.problems)
    return _assemble(path, rows.partnership, rows, atlas, texts, sheets=sheets, settings=settings)


def _check_id(path: Path, rows: Rows, faults: Faults) -> None:
    if rows.partnership and rows.partnership.id != path.resolve().name:
        folder = path.resolve().name
        reason = f"The id is “{rows.partnership.id}” but the folder is “{folder}”. Make them the same."
        faults.add("pack.toml", ("id",), reason)


def _atlas(path: Path, rows: Rows, faults: Faults) -> Atlas:
    if not rows.sound("areas.toml"):
        return Atlas()
    atlas = read_atlas(path, rows.areas, rows.partnership, faults)
    if len(atlas.boundaries) == len(rows.areas.kind):
        check_areas(rows.areas, atlas, faults)
    return atlas


def _texts(path: Path, faults: Faults) -> dict[str, str]:
    found: dict[str, str] = {}
    extra = {file.stem for file in (path / "words").glob("*.md")}
    for name in (*REQUIRED_WORDS, *sorted(extra.difference(REQUIRED_WORDS))):
        file = f"words/{name}.md"
        text = text_of(path, file, faults)
        if text is not None and not text.strip():
            faults.add_at(file, 1, "", "This file is empty. Write what families should read here.")
        found[name] = text or ""
    return found | _translated(path, faults)


def _translated(path: Path, faults: Faults) -> dict[str, str]:
    """Read what the pack has in other languages: words/so/agreement.md is kept as "so/agreement"."""
    found: dict[str, str] = {}
    for folder in sorted(file for file in (path / "words").glob("*") if file.is_dir()):
        for file in sorted(folder.glob("*.md")):
            name = f"words/{folder.name}/{file.name}"
            text = text_of(path, name, faults) or ""
            if folder.name not in SPOKEN:
                faults.add_at(
                    name, 1, "", f"The house has no words in “{folder.name}”. Use one of its codes."
                )
            elif not text.strip():
                faults.add_at(name, 1, "", "This file is empty. Write what families should read here.")
            found[f"{folder.name}/{file.stem}"] = text
    return found


def _assemble(
    path: Path,
    partnership: Partnership,
    rows: Rows,
    atlas: Atlas,
    texts: dict[str, str],
    *,
    sheets: tuple[Sheet, ...],
    settings: tuple[Setting, ...],
) -> Pack:
    criteria = {name: resolve.criterion(name, row) for name, row in rows.criteria.criteria.items()}
    return Pack(
        folder=path,
        partnership=partnership,
        agencies=rows.agencies.agency,
        roles=rows.roles.role,
        layers=rows.areas.kind,
        localities=rows.areas.locality,
        services=rows.services.service,
        criteria=criteria,
        schemes=tuple(resolve.scheme(row, criteria) for row in rows.thresholds.scheme),
        rules=tuple(resolve.rule(row, criteria) for row in rows.eligibility.service),
        clocks=tuple(_clock(row) for row in rows.clocks.clock),
        panels=rows.panels.panel,
        shapes=rows.shapes.shape,
        offers=rows.offers.model,
        issues=rows.pathways.issue,
        order=rows.pathways.before,
        terms=rows.terms.term,
        directory=rows.directory,
        stops=rows.journey.stop,
        atlas=atlas,
        texts=texts,
        sheets=sheets,
        settings=settings,
    )


def _clock(row: ClockRow) -> Clock:
    versions = [ClockVersion(row.id, EARLIEST, row.length, row.unit, row.pauses)]
    for change in row.version:
        last = versions[-1]
        versions.append(
            ClockVersion(
                row.id,
                change.from_,
                last.length if change.length is None else change.length,
                change.unit or last.unit,
                last.pauses if change.pauses is None else change.pauses,
            )
        )
    return Clock(row.id, row.name, row.starts, row.ends, row.scope, row.source, tuple(versions))
