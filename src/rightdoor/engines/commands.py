"""Commands that need no database: check a pack, find a level of need, see what fits a family."""

from pathlib import Path
from typing import Annotated

import typer

from rightdoor.engines.packs import Pack, PackError, load

BAD_PACK, BAD_INPUT = 1, 2


def register(app: typer.Typer, packs_dir: Path) -> None:
    """Add the commands to an application. A pack is named by its folder, or by its id under `packs_dir`."""
    packs = typer.Typer(help="Packs: what a partnership has agreed, as data.", no_args_is_help=True)
    app.add_typer(packs, name="pack")

    @packs.callback()
    def _pack() -> None:
        """Packs: what a partnership has agreed, as data."""

    @packs.command()
    def check(path: Annotated[Path, typer.Argument(help="The folder of the pack, or its id.")]) -> None:
        """Check a pack; say file, line and reason of whatever is wrong."""
        typer.echo(summary(_load(str(path), packs_dir)))


def summary(pack: Pack) -> str:
    """Say in a few lines what a pack holds."""
    return "\n".join(
        (
            f"The pack “{pack.id}” is sound: {pack.partnership.partnership}, version {pack.version}.",
            f"{len(pack.services)} services, {len(pack.rules)} rules of eligibility, "
            f"{len(pack.criteria)} criteria, {len(pack.schemes)} schemes of need.",
            f"{len(pack.agencies)} agencies, {len(pack.roles)} roles, {len(pack.clocks)} clocks, "
            f"{len(pack.panels)} panels, {len(pack.shapes)} shapes of help.",
            f"{len(pack.atlas.areas)} areas, {len(pack.localities)} localities, "
            f"{len(pack.atlas.postcodes)} postcodes.",
        )
    )


def _load(name: str, packs_dir: Path) -> Pack:
    folder = Path(name) if Path(name).is_dir() else packs_dir / name
    try:
        return load(folder)
    except PackError as error:
        for problem in error.problems:
            typer.echo(str(problem), err=True)
        typer.echo(f"{len(error.problems)} to put right. Nothing was loaded.", err=True)
        raise typer.Exit(BAD_PACK) from None
