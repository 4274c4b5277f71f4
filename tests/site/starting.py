"""Starting the product as a process of its own, with an environment of its own."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PRODUCTION = {
    "RIGHTDOOR_MODE": "production",
    "RIGHTDOOR_SECRET_KEY": "k3y-of-many-different-letters-0123456789-abcdefghijklmnopqrstuvwxyz",
    "RIGHTDOOR_HOSTS": "help.council.example",
    "RIGHTDOOR_ADDRESS": "https://help.council.example",
    "RIGHTDOOR_MAIL_HOST": "mail.council.example",
    "DATABASE_URL": "postgresql://nobody@/nowhere",
}


def python(code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a few lines with nothing in the environment but what is given."""
    return _run([sys.executable, "-W", "error", "-c", code], environment)


def rightdoor(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command of ours with nothing in the environment but what is given."""
    return _run([sys.executable, "-m", "rightdoor.site.cli", *words], environment)


def _run(command: list[str], environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    own = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT / "src"), "LANG": "C.UTF-8", "COLUMNS": "100"}
    return subprocess.run(
        command, env={**own, **environment}, capture_output=True, text=True, check=False, timeout=120
    )


def setting(name: str, **environment: str) -> str:
    """Give one setting as it comes out of an environment."""
    done = python(f"from rightdoor.site import settings; print(settings.{name})", **environment)
    assert not done.returncode, done.stderr
    return done.stdout.strip()
