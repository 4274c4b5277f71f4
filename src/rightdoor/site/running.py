"""Starting Django, bringing the database up to date, and serving: what the command line stands on."""

import errno
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from django.core.exceptions import ImproperlyConfigured

if TYPE_CHECKING:
    from django.core.checks import CheckMessage

Say = Callable[[str], object]
HOUR = 3600  # seconds


def start() -> None:
    """Start Django with our settings. Not before it is needed: questions about packs are answered without."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rightdoor.site.settings")
    django.setup()


def problems() -> "list[CheckMessage]":
    """Give all that is wrong with the settings, the pack and the database, serious or not."""
    from django.core.checks import run_checks

    return [*run_checks(), *_unmigrated()]


def _unmigrated() -> "Iterator[CheckMessage]":
    from django.core.checks import Error
    from django.db import DatabaseError, connection
    from django.db.migrations.executor import MigrationExecutor

    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError as problem:
        yield Error(
            f"The database cannot be reached. {problem}", hint="Look at DATABASE_URL.", id="rightdoor.E007"
        )
    else:
        if waiting:
            yield Error(
                "The database is older than this version.", hint="Run: rightdoor migrate", id="rightdoor.E008"
            )


def refuse_unsafe() -> None:
    """Stop the start when something serious is wrong."""
    from django.conf import settings

    if settings.MODE == "test":
        raise ImproperlyConfigured("RIGHTDOOR_MODE is not set. Write production, or run: rightdoor demo")
    serious = [problem for problem in problems() if problem.is_serious()]
    if serious:
        raise ImproperlyConfigured("\n" + "\n".join(str(problem) for problem in serious))


def migrate(say: Say) -> None:
    """Bring database, shared cache and static files up to date."""
    from django.conf import settings
    from django.core.management import call_command

    Path(settings.VAR).mkdir(parents=True, exist_ok=True)
    say("Database ...")
    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)
    if not _static_is_current(settings.STATIC_ROOT, settings.ROOT):
        say("Static files ...")
        call_command("collectstatic", verbosity=0, interactive=False, clear=True)


def _static_is_current(root: Path, source: Path) -> bool:
    made = root / "staticfiles.json"
    if not made.exists():
        return False
    folders = (source / "src" / "rightdoor" / name for name in ("ui/static", "access/static"))
    newest = max((file.stat().st_mtime for folder in folders for file in folder.rglob("*")), default=0)
    return made.stat().st_mtime >= newest


class PortTaken(ImproperlyConfigured):
    """Nothing can be served there, in words for whoever started it."""


def insist_free(address: str, port: int) -> None:
    """Stop the start when the port cannot be had. Raises PortTaken.

    The server shares a port with whoever has it already and says nothing; pages would come from either.
    """
    try:
        family, kind, protocol, _, place = socket.getaddrinfo(address, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as trial:
            # A port whose last connections are only fading away is free.
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind(place)
    except OSError as problem:
        if problem.errno == errno.EADDRINUSE:
            words = (
                f"Port {port} on {address} is already in use. Stop what uses it, or choose another --port."
            )
        else:
            words = f"Port {port} on {address} cannot be listened on: {problem.strerror}."
        raise PortTaken(words) from None


def serve(address: str, port: int, workers: int, threads: int, *, deliver: bool) -> None:
    """Serve until stopped, sending waiting messages meanwhile."""
    from granian import Granian
    from granian.constants import Interfaces

    server = Granian(
        "rightdoor.site.wsgi:application",
        address=address,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=threads,
        websockets=False,
        respawn_failed_workers=True,
        log_access=False,
        process_name="rightdoor",
    )
    with _postman() if deliver else _nobody():
        server.serve()


@contextmanager
def _postman() -> Iterator[None]:
    # A process of its own: a slow mail server must never hold up a page.
    command = [sys.executable, "-m", "rightdoor.site.cli", "post", "deliver", "--watch", "20"]
    postman = subprocess.Popen(command, stdin=subprocess.DEVNULL)  # noqa: S603 - our own command
    try:
        yield
    finally:
        postman.terminate()
        postman.wait(timeout=30)


@contextmanager
def _nobody() -> Iterator[None]:
    yield


def deliver(watch: int, say: Say) -> None:
    """Send what waits, once or again and again until the process that began it has gone.

    Each hour it also removes requests that were begun and left, and where copies went, as was promised,
    and asks whether entries of the directory are still right.
    """
    from django.db import close_old_connections
    from django.utils import timezone

    from rightdoor.directory.actions import forget_copies, forget_corrections, keep_true
    from rightdoor.frontdoor.actions import forget_drafts
    from rightdoor.post.actions import deliver as send
    from rightdoor.workforce.actions import forget_wishes

    parent, tidy_at = os.getppid(), time.monotonic()
    while True:
        sent = send(now=timezone.now())
        if time.monotonic() >= tidy_at:
            forget_drafts(now=timezone.now())
            forget_copies(now=timezone.now())
            forget_corrections(now=timezone.now())
            keep_true(now=timezone.now())
            forget_wishes(now=timezone.now())
            tidy_at = time.monotonic() + HOUR
        if sent or not watch:
            say(f"{sent} sent.")
        if not watch or os.getppid() != parent:
            return
        close_old_connections()
        time.sleep(watch)
