"""The `rightdoor` command. Packs, thresholds and eligibility answer without starting Django."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer
from django.core.exceptions import ImproperlyConfigured

from rightdoor.engines import commands as engines
from rightdoor.site import directory_commands, running
from rightdoor.site.environment import folder, in_demo

ROOT = Path(__file__).resolve().parents[3]

app = typer.Typer(
    name="rightdoor",
    help="Early help for whole families: one request, one plan, one named person.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
post = typer.Typer(help="Messages that leave the house.", no_args_is_help=True)
practitioner = typer.Typer(help="Practitioners and what they may do.", no_args_is_help=True)
engines.register(app, folder("RIGHTDOOR_PACKS_DIR", ROOT / "packs"))
directory_commands.register(app)
app.add_typer(post, name="post")
app.add_typer(practitioner, name="practitioner")

Port = Annotated[int, typer.Option(min=1, max=65535, envvar="PORT", help="Port to listen on.")]
Address = Annotated[str, typer.Option(help="Address to listen on.")]


def _group(name: str) -> typer.Typer:
    found = next((group.typer_instance for group in app.registered_groups if group.name == name), None)
    if found is None:
        found = typer.Typer(no_args_is_help=True)
        app.add_typer(found, name=name)
    return found


@app.command()
def serve(
    address: Address = "127.0.0.1",
    port: Port = 8000,
    workers: Annotated[int, typer.Option(min=1, help="Server processes; about one for each core.")] = 2,
    threads: Annotated[int, typer.Option(min=1, help="Requests each process may work on at once.")] = 4,
    deliver: Annotated[bool, typer.Option(help="Send waiting messages while serving.")] = True,
) -> None:
    """Start the web server. Refuses to start when the settings are not safe."""
    running.insist_free(address, port)
    running.start()
    running.refuse_unsafe()
    running.serve(address, port, workers, threads, deliver=deliver)


@app.command()
def migrate() -> None:
    """Make or bring up to date the database, the shared cache and the static files."""
    running.start()
    running.migrate(say=typer.echo)


@app.command()
def check() -> None:
    """Check settings, pack and database; say what is wrong and what to do."""
    running.start()
    problems = running.problems()
    for problem in problems:
        typer.echo(str(problem), err=True)
    if any(problem.is_serious() for problem in problems):
        raise typer.Exit(1)
    typer.echo("Nothing serious is wrong." if problems else "Everything is in order.")


@app.command()
def demo(
    size: Annotated[
        str, typer.Option(help="borough: a few hundred families. county: ten years, deep.")
    ] = "borough",
    address: Address = "127.0.0.1",
    port: Port = 8000,
    serve: Annotated[bool, typer.Option(help="Start the server afterwards.")] = True,
) -> None:
    """Make a partnership of made-up people and start it. Never for real families."""
    if size not in ("borough", "county"):
        raise typer.BadParameter("write borough or county", param_hint="--size")
    if serve:
        running.insist_free(address, port)
    in_demo(ROOT / "var" / ("demo" if size == "borough" else f"demo-{size}"))
    running.start()
    from rightdoor.site import showing

    showing.prepare(size)
    showing.announce(address, port)
    if serve:
        running.serve(address, port, workers=2, threads=4, deliver=True)


@post.command("deliver")
def deliver(
    watch: Annotated[int, typer.Option(min=0, help="Look again every so many seconds; 0 looks once.")] = 0,
) -> None:
    """Send the messages that wait, and remove requests begun and left for 28 days.

    Where copies were sent is removed too, as many days afterwards as the pack says.
    """
    running.start()
    running.deliver(watch, say=typer.echo)


@_group("pack").command("load")
def load() -> None:
    """Bring the agencies and services of the partnership's pack into the database. Safe to run again."""
    running.start()
    from django.utils import timezone

    from rightdoor.access import actions, audit, partnership
    from rightdoor.directory.actions import Kept, load_services

    own, now = partnership.pack(), timezone.now()
    loaded = actions.load_pack(pack=own, by=audit.SYSTEM, now=now)
    typer.echo(f"{loaded.added} agencies added, {loaded.changed} changed, {loaded.same} as they were.")
    services = load_services(pack=own, by=audit.SYSTEM, now=now)
    typer.echo(
        f"{services[Kept.ADDED]} services added, {services[Kept.SAME]} left as the directory has them."
    )


@practitioner.command("add")
def add(  # noqa: PLR0917 - each becomes an option with a name
    email: Annotated[str, typer.Option(help="The address they sign in with.")],
    name: Annotated[str, typer.Option(help="Their name.")],
    agency: Annotated[str, typer.Option(help="Id of an agency of the pack.")],
    job: Annotated[str, typer.Option(help="Id of a role of the pack, such as family-support-worker.")],
    role: Annotated[
        list[str], typer.Option(help="What they may do; may be given again. See docs/reference/roles.md.")
    ],
    supervisor: Annotated[str, typer.Option(help="E-mail address of their supervisor.")] = "",
) -> None:
    """Add a practitioner and print the link with which they choose a password."""
    running.start()
    from rightdoor.site import accounts

    typer.echo(
        accounts.add(email=email, name=name, agency=agency, job=job, roles=role, supervisor=supervisor)
    )


def main() -> int:
    """Run the command line; say plainly what is wrong with the settings."""
    return _kindly(app)


def _kindly(run: Callable[[], object]) -> int:
    try:
        run()
    except ImproperlyConfigured as problem:
        typer.echo(f"Rightdoor cannot start. {problem}", err=True)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
