"""Knowing that work is still fresh: a stamp holds a hash of everything the work was made from."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from scripts.steps import ROOT


def fingerprint(paths: Iterable[Path], *facts: str) -> str:
    """Give one hash for these files' names and contents, and these facts. Folders count with all in them."""
    total = hashlib.sha256()
    for fact in facts:
        total.update(fact.encode() + b"\0")
    for file in _files(paths):
        name = file.relative_to(ROOT) if file.is_relative_to(ROOT) else file
        total.update(str(name).encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()


def is_fresh(stamp: Path, wanted: str) -> bool:
    """Tell whether the stamp was left by work made from exactly this."""
    return stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted


def leave(stamp: Path, made_from: str) -> None:
    """Leave the stamp, once the work is done."""
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text(made_from, encoding="utf-8")


def _files(paths: Iterable[Path]) -> list[Path]:
    found: set[Path] = set()
    for path in paths:
        inside = path.rglob("*") if path.is_dir() else [path]
        found.update(file for file in inside if file.is_file())
    return sorted(found)
