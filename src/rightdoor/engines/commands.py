"""Commands that need no database: check a pack, find a level of need, see what fits a family."""

import json
import sys
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer

from rightdoor.engines.facts import Circumstances, FactsError, read_json
from rightdoor.engines.packs import Pack, PackError, load
from rightdoor.engines.reference import fill
from rightdoor.engines.rules import Fit, LevelResult, Reason

BAD_PACK, BAD_INPUT = 1, 2
PacksDir = Annotated[Path, typer.Option("--packs-dir", help="The folder that holds the packs.")]
PackName = Annotated[str, typer.Option("--pack", help="Id of a pack, or its folder.")]


def register(app: typer.Typer, packs_dir: Path) -> None:
    """Add the commands to an application. A pack is named by its folder, or by its id under `packs_dir`."""
    packs = typer.Typer(help="Packs: what a partnership has agreed, as data.", no_args_is_help=True)
    app.add_typer(packs, name="pack")

    @packs.callback()
    def _pack() -> None:
        """Packs: what a partnership has agreed, as data."""

    @packs.command()
    def check(
        path: Annotated[str, typer.Argument(help="The folder of the pack, or its id.")],
        folder: PacksDir = packs_dir,
    ) -> None:
        """Check a pack; say file, line and reason of whatever is wrong."""
        typer.echo(summary(_check(path, folder)))

    @app.command()
    def threshold(
        pack: PackName,
        scheme: Annotated[str, typer.Option(help="A scheme of the pack.")] = "levels",
        folder: PacksDir = packs_dir,
    ) -> None:
        """Find the level of need of a family. Reads a facts document from standard input, prints JSON."""
        loaded, told = _sound(pack, folder), _facts()
        _must_know(scheme, [known.id for known in loaded.schemes], "scheme")
        _print(level_document(loaded.level(told, scheme)))

    @app.command()
    def eligible(
        pack: PackName,
        service: Annotated[str, typer.Option(help="Only this service.")] = "",
        folder: PacksDir = packs_dir,
    ) -> None:
        """Say which services fit a family. Reads a facts document from standard input, prints JSON."""
        loaded, told = _sound(pack, folder), _facts()
        if service:
            _must_know(service, [known.id for known in loaded.services], "service")
        fits = [fit for fit in loaded.fits(told) if service in ("", fit.service)]
        _print([fit_document(loaded, fit) for fit in fits])

    @app.command()
    def reference(
        documents: Annotated[list[Path], typer.Argument(help="Documents with marked tables.", exists=True)],
    ) -> None:
        """Bring the tables of reference pages up to date."""
        for document in documents:
            document.write_text(fill(document.read_text(encoding="utf-8")), encoding="utf-8")


def summary(pack: Pack) -> str:
    """Say in a few lines what a pack holds."""
    counts = (
        (len(pack.services), "service", "services"),
        (len(pack.rules), "rule of eligibility", "rules of eligibility"),
        (len(pack.criteria), "criterion", "criteria"),
        (len(pack.schemes), "scheme of need", "schemes of need"),
        (len(pack.agencies), "agency", "agencies"),
        (len(pack.roles), "role", "roles"),
        (len(pack.clocks), "clock", "clocks"),
        (len(pack.panels), "panel", "panels"),
        (len(pack.shapes), "shape of help", "shapes of help"),
        (len(pack.sheets), "sheet for families", "sheets for families"),
        (len(pack.settings), "setting", "settings"),
        (len(pack.atlas.areas), "area", "areas"),
        (len(pack.localities), "locality", "localities"),
        (len(pack.atlas.postcodes), "postcode", "postcodes"),
    )
    held = ", ".join(f"{number:,} {one if number == 1 else many}" for number, one, many in counts)
    return f"The pack “{pack.id}” ({pack.partnership.partnership}, {pack.version}) is sound.\n{held}."


def level_document(result: LevelResult) -> dict[str, Any]:
    """Give a level of need, with its reasons, as plain values for JSON."""
    return {
        "scheme": result.scheme,
        "level": result.band.code,
        "name": result.band.name,
        "certain": result.certain,
        "may_be": [band.code for band in result.may_be],
        **_reasons(result),
    }


def fit_document(pack: Pack, fit: Fit) -> dict[str, Any]:
    """Give a fit, with its reasons, as plain values for JSON."""
    return {
        "service": fit.service,
        "name": pack.service(fit.service).name,
        "rule": fit.rule,
        "verdict": fit.verdict,
        "people": list(fit.people),
        "route": fit.route,
        "note": fit.note,
        **_reasons(fit),
    }


def _reasons(result: LevelResult | Fit) -> dict[str, Any]:
    return {
        "for": [_reason(reason) for reason in result.reasons_for],
        "against": [_reason(reason) for reason in result.reasons_against],
        "ask": [_reason(reason) for reason in result.still_to_ask],
        "questions": [vars(question) for question in result.questions],
    }


def _reason(reason: Reason) -> dict[str, Any]:
    return {
        "criterion": reason.criterion,
        "sentence": reason.sentence,
        "people": list(reason.people),
        "about": reason.about,
    }


def _facts() -> Circumstances:
    try:
        return read_json(sys.stdin.read())
    except UnicodeDecodeError:
        _refuse("The facts document is not text in UTF-8.")
    except FactsError as error:
        _refuse("The facts document cannot be used.", *map(str, error.problems))


def _must_know(name: str, known: list[str], what: str) -> None:
    if name not in known:
        near = get_close_matches(name, known, n=1)
        hint = f"Did you mean “{near[0]}”?" if near else f"This pack has: {', '.join(known)}."
        _refuse(f"There is no {what} “{name}”. {hint}")


def _refuse(*lines: str) -> NoReturn:
    for line in lines:
        typer.echo(line, err=True)
    raise typer.Exit(BAD_INPUT)


def _print(document: Any) -> None:
    typer.echo(json.dumps(document, ensure_ascii=False, indent=2))


def _check(name: str, packs_dir: Path) -> Pack:
    try:
        return _load(name, packs_dir)
    except PackError as error:
        typer.echo(error)
        typer.echo(f"{len(error.problems)} to put right. Nothing was loaded.", err=True)
        raise typer.Exit(BAD_PACK) from None


def _sound(name: str, packs_dir: Path) -> Pack:
    try:
        return _load(name, packs_dir)
    except PackError as error:
        _refuse(f"The pack “{name}” cannot be used.", str(error))


def _load(name: str, packs_dir: Path) -> Pack:
    return load(Path(name) if Path(name).is_dir() else packs_dir / name)
