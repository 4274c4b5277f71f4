"""Styles, script and typeface: fetched by the lock file and built, skipped while nothing has changed."""

import shutil
import subprocess

from scripts.stamps import fingerprint, is_fresh, leave
from scripts.steps import ROOT, StepFailed, quietly

SOURCES = ROOT / "src" / "rightdoor" / "ui" / "assets"
BUILT = ROOT / "src" / "rightdoor" / "ui" / "static" / "build"
MODULES = ROOT / "node_modules"
OLDEST_NODE = 20


def ready() -> str | None:
    """Have the built assets in ui/static/build."""
    locked = fingerprint([ROOT / "package.json", ROOT / "package-lock.json"])
    wanted = fingerprint([SOURCES], locked)
    built, fetched = MODULES / ".built-from", MODULES / ".fetched-from"
    if is_fresh(built, wanted) and BUILT.is_dir():
        return "nothing to do"
    _check_node()
    if not is_fresh(fetched, locked):
        quietly(["npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"], log="npm-ci")
        leave(fetched, locked)
    quietly(["npm", "run", "build"], log="npm-build")
    leave(built, wanted)
    return None


def _check_node() -> None:
    if not shutil.which("node") or not shutil.which("npm"):
        raise StepFailed(
            f"Node.js {OLDEST_NODE} or newer (with npm) is needed to build the styles; none was found."
        )
    said = subprocess.run(["node", "--version"], capture_output=True, text=True, check=True).stdout.strip()
    if int(said.lstrip("v").split(".")[0]) < OLDEST_NODE:
        raise StepFailed(f"Node.js {OLDEST_NODE} or newer is needed to build the styles; this is {said}.")
