"""The directory on the command line: files checked without a database, read in, and written out."""

import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress

from rightdoor.engines.openreferral.checking import Checked, checked, report
from rightdoor.site import running

File = Annotated[
    Path,
    typer.Argument(
        help="JSON (Open Referral UK 3 or 1), one object a line, or CSV.", exists=True, dir_okay=False
    ),
]
Mapping = Annotated[
    Path | None,
    typer.Option(help="TOML file that says which column of theirs is which of ours.", exists=True),
]
Report = Annotated[
    Path | None, typer.Option(help="Write what was noted of each row here, as CSV or (.json) JSON.")
]
WRONG = 1


def register(app: typer.Typer) -> None:
    """Add the commands to an application."""
    directory = typer.Typer(help="The directory: read files in, write it out.", no_args_is_help=True)
    app.add_typer(directory, name="directory")
    directory.command("check")(check)
    directory.command("import")(read_in)
    directory.command("export")(export)


def check(file: File, mapping: Mapping = None, report: Report = None) -> None:
    """Check a file; say row, field and reason of whatever is wrong. Needs no database."""
    rows = list(checked(file, _mapped(mapping)))
    refused = _tell(rows, file, report)
    if refused or not rows:
        raise typer.Exit(WRONG)


def read_in(
    file: File,
    mapping: Mapping = None,
    report: Report = None,
    accept_new: Annotated[
        bool, typer.Option("--accept-new", help="Make public at once what is new and like nothing here.")
    ] = False,
) -> None:
    """Read a file in. Rows wait until a keeper accepts them; nothing that is here is changed or removed."""
    running.start()
    from django.utils import timezone

    from rightdoor.access import audit
    from rightdoor.directory import actions

    kept: list[Checked] = []
    with _progress() as show:
        reading = show.add_task("Reading", total=None)
        made = actions.stage(
            file=file.name,
            rows=_noted(checked(file, _mapped(mapping)), kept),
            by=audit.SYSTEM,
            now=timezone.now(),
            tell=_told(show, reading),
        )
        number = 0
        if accept_new:
            accepting = show.add_task("Accepting", total=None)
            number = actions.accept_new(
                made=made, by=audit.SYSTEM, now=timezone.now(), tell=_told(show, accepting)
            )
    _tell(kept, file, report)
    typer.echo(f"{number:,} accepted. Others wait at /directory/imports/{made.pk}/.")


def export(
    file: Annotated[Path, typer.Argument(help="Where to write; - for standard output.", dir_okay=False)],
) -> None:
    """Write every public service as Open Referral UK 3.0, as the public is told of it."""
    running.start()
    from rightdoor.directory.presenters.open_data import export as lines

    if str(file) == "-":
        sys.stdout.writelines(lines())
        return
    with file.open("w", encoding="utf-8") as out:
        out.writelines(lines())


def _progress() -> Progress:
    return Progress(console=Console(stderr=True), transient=True)


def _told(show: Progress, task: object) -> Callable[[int], None]:
    return lambda number: show.update(task, completed=number, description=f"{number:,} rows")  # type: ignore[arg-type]


def _noted(rows: Iterator[Checked], kept: list[Checked]) -> Iterator[Checked]:
    for row in rows:
        kept.append(Checked(row.row, None, row.checksum, row.entry, row.notes))
        yield row


def _mapped(path: Path | None) -> dict[str, str]:
    if path is None:
        return {}
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise typer.BadParameter(f"{path} is no TOML: {error}") from None
    return {str(key): str(value) for key, value in told.items()}


def _tell(rows: list[Checked], file: Path, out: Path | None) -> int:
    """Say how many rows were kept and refused; give how many were refused."""
    if out is None:
        report(rows, file.name, sys.stdout, as_json=False)
    else:
        with out.open("w", encoding="utf-8", newline="") as written:
            report(rows, file.name, written, as_json=out.suffix == ".json")
    refused = sum(row.entry is None for row in rows)
    typer.echo(f"{len(rows):,} rows: {len(rows) - refused:,} kept, {refused:,} refused.", err=True)
    return refused
