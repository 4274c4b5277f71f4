"""The Python environment in .venv: made once from the pinned files, skipped while they are unchanged."""

import shutil
import subprocess
import sys
from pathlib import Path

from scripts import machine
from scripts.stamps import fingerprint, is_fresh, leave
from scripts.steps import ROOT, StepFailed, quietly

VENV = ROOT / ".venv"
TOOLS = ROOT / ".tools"
REQUIREMENTS = ROOT / "requirements"

# Our command in .venv/bin. `exec` finds the Python beside it, so the path may be long or hold spaces.
COMMAND = """#!/bin/sh
'''exec' "$(dirname "$0")/python" "$0" "$@"
' '''
import sys

from rightdoor.site.cli import main

sys.exit(main())
"""


def python(folder: Path = VENV) -> Path:
    """Give the Python of an environment."""
    return folder / "bin" / "python"


def program(name: str, folder: Path = VENV) -> Path:
    """Give a program installed in an environment."""
    return folder / "bin" / name


def ready(*purposes: str, folder: Path = VENV) -> str | None:
    """Have the environment hold requirements/<purpose>.txt of each purpose, and our own command."""
    stale = [purpose for purpose in purposes if not _holds(purpose, folder)]
    if not stale and python(folder).exists():
        return "nothing to do"
    _make(folder)
    install: list[str | Path] = [
        python(folder),
        "-m",
        "pip",
        "install",
        "--no-input",
        "--disable-pip-version-check",
    ]
    listed = [part for purpose in stale for part in ("-r", REQUIREMENTS / f"{purpose}.txt")]
    quietly([*install, "--require-hashes", *listed], log=f"install-{'-'.join(stale)}")
    if folder == VENV:
        _join_source()
    for purpose in stale:
        leave(_stamp(purpose, folder), _made_from(purpose, folder))
    return None


def _stamp(purpose: str, folder: Path) -> Path:
    return folder / f".holds-{purpose}"


def _made_from(purpose: str, folder: Path) -> str:
    return fingerprint([REQUIREMENTS / f"{purpose}.txt"], str(folder), sys.version)


def _holds(purpose: str, folder: Path) -> bool:
    return is_fresh(_stamp(purpose, folder), _made_from(purpose, folder))


def _make(folder: Path) -> None:
    """Make the environment, or make it anew when its Python is gone, of another version, or moved."""
    if _is_ours(folder):
        return
    if folder.exists():
        shutil.rmtree(folder)
    if not _has_venv():
        machine.install("python3-venv")
    if not _has_venv():
        raise StepFailed(
            "This Python cannot make environments. On Debian or Ubuntu: apt-get install python3-venv"
        )
    quietly([sys.executable, "-m", "venv", folder], log="venv")


def _has_venv() -> bool:
    tried = subprocess.run([sys.executable, "-c", "import venv, ensurepip"], capture_output=True, check=False)
    return tried.returncode == 0


def _is_ours(folder: Path) -> bool:
    if not python(folder).exists():
        return False
    asked = "import sys; print(sys.prefix, sys.version_info[:2])"
    tried = subprocess.run([python(folder), "-c", asked], capture_output=True, text=True, check=False)
    return tried.stdout.strip() == f"{folder} {sys.version_info[:2]}"


def _join_source() -> None:
    """Put src/ on the environment's path and our command in its bin: nothing is built, nothing is fetched."""
    asked = "import sysconfig; print(sysconfig.get_path('purelib'))"
    packages = subprocess.run(
        [python(), "-c", asked], capture_output=True, text=True, check=True
    ).stdout.strip()
    Path(packages, "rightdoor.pth").write_text(f"{ROOT / 'src'}\n", encoding="utf-8")
    command = program("rightdoor")
    command.write_text(COMMAND, encoding="utf-8")
    command.chmod(0o755)
