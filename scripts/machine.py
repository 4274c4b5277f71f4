"""What tests need from the machine itself: a browser, letters of many alphabets, a database server."""

import os
import shutil
import subprocess
from pathlib import Path

from scripts.steps import StepFailed, quietly

# Under CI nothing may be left out quietly.
STRICT = os.environ.get("CI", "").lower() in {"1", "true", "yes"}

# Chromium for browser tests; PostgreSQL's server programs for the second database;
# Arabic and other alphabets, and Chinese, Japanese and Korean, so that pictures show letters and not boxes.
WANTED = {
    "chromium": "Chromium",
    "fonts-noto-core": "letters of many alphabets",
    "fonts-droid-fallback": "Chinese, Japanese and Korean letters",
    "postgresql": "PostgreSQL's server programs",
}
NEEDED_BY_CI = ("chromium", "postgresql")
FONTS = Path("/usr/share/fonts")


def chromium() -> Path | None:
    """Give the machine's own Chromium, if it has one."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    found = next((path for name in names if (path := shutil.which(name))), None)
    return Path(found) if found else None


def postgres_programs() -> Path | None:
    """Give the folder of PostgreSQL's server programs (initdb, pg_ctl), newest version first."""
    on_path = shutil.which("initdb")
    packaged = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda bin_: float(bin_.parent.name))
    folders = [*reversed(packaged), *([Path(on_path).resolve().parent] if on_path else [])]
    return next((f for f in folders if (f / "initdb").exists() and (f / "pg_ctl").exists()), None)


def missing() -> list[str]:
    """Give the system packages that are wanted and not there."""
    there = {
        "chromium": chromium() is not None,
        "fonts-noto-core": any(FONTS.rglob("NotoSansArabic-Regular.*")),
        "fonts-droid-fallback": any(FONTS.rglob("DroidSansFallback*")) or any(FONTS.rglob("NotoSansCJK*")),
        "postgresql": postgres_programs() is not None,
    }
    return [package for package in WANTED if not there[package]]


def ready() -> str | None:
    """Install what is missing if we may; under CI, fail without the browser or the database server."""
    wanted = missing()
    if not wanted:
        return "nothing to do"
    try:
        install(*wanted)
    except StepFailed:
        if STRICT:
            raise
    still = missing()
    names = ", ".join(WANTED[package] for package in still)
    if STRICT and any(package in NEEDED_BY_CI for package in still):
        raise StepFailed(f"Not on this machine: {names}. With CI=true the tests will not run without it.")
    if still:
        return f"going on without {names}: install {' '.join(still)} to run every test"
    return f"installed {', '.join(wanted)}"


def install(*packages: str) -> None:
    """Install Debian packages, asking for nothing. Does nothing where that is not possible."""
    apt = shutil.which("apt-get")
    prefix = _as_root()
    if not apt or prefix is None:
        return
    env = ["env", "DEBIAN_FRONTEND=noninteractive", "NEEDRESTART_MODE=a"]
    patient = ["-q", "-o", "DPkg::Lock::Timeout=300", "-o", "Acquire::Retries=3"]
    quietly([*prefix, *env, apt, *patient, "update"], log="apt-update")
    quietly(
        [*prefix, *env, apt, *patient, "install", "-y", "--no-install-recommends", *packages],
        log="apt-install",
    )


def _as_root() -> list[str] | None:
    """Give what to write before a command so that root runs it; None if that would ask for a password."""
    if os.geteuid() == 0:
        return []
    if not shutil.which("sudo"):
        return None
    may = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
    return ["sudo", "-n"] if may.returncode == 0 else None
