"""The demo: a database of made-up people, made once, and what is said when it starts."""

from django.core.exceptions import ImproperlyConfigured
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from rightdoor.site import running


def prepare(size: str) -> None:
    """Have a database, agencies, personas and made-up families; the second time there is nothing to do."""
    running.migrate(say=Console().print)
    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, transient=False) as progress:
        from rightdoor.demo.build import NotEmpty, build

        task = progress.add_task("Made-up people", total=1.0)

        def report(words: str, share: float) -> None:
            progress.update(task, description=words, completed=share)

        try:
            build(size, report)
        except NotEmpty as problem:
            raise ImproperlyConfigured(str(problem)) from None
        progress.update(task, completed=1.0)


def announce(address: str, port: int) -> None:
    """Print who can be signed in as, and what is worth opening."""
    from rightdoor.demo.queries import people

    console, site = Console(), f"http://{address}:{port}"
    table = Table(
        "Name", "What they do", title="Everybody is made up. Sign in with one click.", title_justify="left"
    )
    for persona, practitioner in people():
        table.add_row(practitioner.name, persona.does)
    console.print(table)
    console.print(f"Choose somebody:   {site}/demo/")
    console.print(f"Ask for help:      {site}/ask/")
    console.print(f"Every component:   {site}/components/")
