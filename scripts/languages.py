"""The catalogues of words, compiled as the styles are built: skipped while nothing has changed."""

from pathlib import Path

from scripts import environment
from scripts.stamps import fingerprint, is_fresh, leave
from scripts.steps import ROOT, quietly

FOLDER = ROOT / "src" / "rightdoor" / "ui" / "locale"
STAMP = FOLDER / ".compiled-from"


def ready() -> str | None:
    """Have every language compiled."""
    catalogues = sorted(FOLDER.glob("*/LC_MESSAGES/django.po"))
    wanted = fingerprint([ROOT / "scripts" / "catalogues.py", *catalogues])
    if is_fresh(STAMP, wanted) and all(file.with_suffix(".mo").is_file() for file in catalogues):
        return "nothing to do"
    quietly([environment.python(), "-m", "scripts.catalogues", "compile"], log="compile-languages")
    leave(STAMP, wanted)
    return None


def made() -> list[Path]:
    """Give everything that compiling leaves behind."""
    return [STAMP, *FOLDER.glob("*/LC_MESSAGES/django.mo")]
