"""A PostgreSQL of one's own: started in a temporary folder, gone afterwards, touching no other server.

    python -m scripts.postgres COMMAND ...

runs COMMAND with DATABASE_URL naming an empty database, and ends as COMMAND ends. The server listens
on a socket in its own folder only, and is told that losing its data does not matter.
"""

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from scripts.machine import STRICT, postgres_programs

USER = NAME = "rightdoor"
NOT_FOUND = "PostgreSQL's server programs were not found. On Debian or Ubuntu: apt-get install postgresql"
# Nothing here outlives the tests, so nothing waits for the disk.
CARELESS = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=60")


class NoPostgres(Exception):
    """The server programs are not on this machine, or would not start."""


@contextmanager
def private_postgres() -> Iterator[str]:
    """Start a server with one empty database, give its address, and remove both at the end."""
    programs = postgres_programs()
    if programs is None:
        raise NoPostgres(NOT_FOUND)
    folder = _folder()
    try:
        _start(programs, folder)
        yield address(folder)
    finally:
        _as_owner([programs / "pg_ctl", "-D", folder / "data", "-m", "immediate", "stop"], must=False)
        shutil.rmtree(folder, ignore_errors=True)


def address(folder: Path, name: str = NAME) -> str:
    """Give the DATABASE_URL of a database on the server whose socket is in `folder`."""
    return f"postgresql://{USER}@/{name}?host={folder}"


def run(command: Sequence[str]) -> int:
    """Run a command against a private server; give its exit code. A signal stops command and server."""
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, _stop)
    with private_postgres() as url:
        child = subprocess.Popen(command, env={**os.environ, "DATABASE_URL": url})
        try:
            return child.wait()
        finally:
            _end(child)


def main(arguments: list[str]) -> int:
    """Run the command given; without the server programs, fail under CI and say so elsewhere."""
    if not arguments:
        sys.stderr.write(__doc__ or "")
        return 2
    try:
        return run(arguments)
    except NoPostgres as reason:
        sys.stderr.write(f"{reason}\n")
        return 1 if STRICT or postgres_programs() else 0


def _start(programs: Path, folder: Path) -> None:
    settings = " ".join(f"-c {setting}" for setting in CARELESS)
    options = f"-k {folder} -c listen_addresses='' {settings}"
    data, log = folder / "data", folder / "log"
    _as_owner(
        [
            programs / "initdb",
            "-D",
            data,
            "-U",
            USER,
            "--auth=trust",
            "--locale=C.UTF-8",
            "--encoding=UTF8",
            "--no-sync",
        ]
    )
    _as_owner([programs / "pg_ctl", "-D", data, "-w", "-t", "60", "-l", log, "-o", options, "start"])
    _as_owner([programs / "createdb", "-h", folder, "-U", USER, NAME])


def _folder() -> Path:
    """Make a folder that the server's user can reach: PostgreSQL refuses to run as root."""
    owner = _owner()
    places = [Path(tempfile.gettempdir()), Path("/var/tmp"), Path("/dev/shm")]  # noqa: S108 - mkdtemp makes it ours
    place = next((p for p in places if p.is_dir() and (owner is None or _reachable(p))), None)
    if place is None:
        raise NoPostgres(
            "No temporary folder here can be reached by the user postgres. Set TMPDIR to one that can."
        )
    folder = Path(tempfile.mkdtemp(prefix="rightdoor-pg-", dir=place))
    if owner:
        os.chown(folder, owner.pw_uid, owner.pw_gid)
    return folder


def _reachable(folder: Path) -> bool:
    """Tell whether everybody may pass through a folder and all those above it."""
    return all(above.stat().st_mode & 0o001 for above in (folder, *folder.resolve().parents))


def _owner() -> pwd.struct_passwd | None:
    """Give the user who must run the server; None when that is simply us."""
    if os.geteuid() != 0:
        return None
    try:
        return pwd.getpwnam("postgres")
    except KeyError:
        raise NoPostgres(
            "Running as root needs a user named postgres, whom the system package makes."
        ) from None


def _as_owner(command: Sequence[str | Path], *, must: bool = True) -> None:
    prefix = ["runuser", "-u", "postgres", "--"] if _owner() else []
    done = subprocess.run(
        [*prefix, *map(str, command)],
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if must and done.returncode:
        raise NoPostgres(f"{Path(command[0]).name} failed:\n{done.stdout}")


def _end(child: subprocess.Popen[bytes]) -> None:
    if child.poll() is None:
        child.terminate()
        try:
            child.wait(timeout=10)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()


def _stop(number: int, frame: FrameType | None) -> None:
    raise SystemExit(128 + number)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
