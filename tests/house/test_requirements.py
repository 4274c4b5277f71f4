"""Every dependency is there for a reason, written beside it, and pinned."""

import re
from pathlib import Path

import pytest

from tests.house.kit import ROOT

PURPOSES = sorted((ROOT / "requirements").glob("*.in"))
NAME = re.compile(r"^[A-Za-z0-9][A-Za-z0-9._-]*")


def asked_for(file: Path) -> dict[str, str]:
    """Give each dependency with the comment its block begins with."""
    found: dict[str, str] = {}
    for block in file.read_text(encoding="utf-8").split("\n\n"):
        reason = ""
        for line in filter(None, map(str.strip, block.splitlines())):
            if line.startswith("#"):
                reason = line
            elif name := NAME.match(line):
                found[normal(name.group())] = reason
    return found


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize("file", PURPOSES, ids=lambda file: file.stem)
def test_every_dependency_has_its_reason(file: Path) -> None:
    unexplained = [name for name, reason in asked_for(file).items() if not reason]
    assert not unexplained


@pytest.mark.parametrize("file", PURPOSES, ids=lambda file: file.stem)
def test_every_dependency_is_pinned(file: Path) -> None:
    text = file.with_suffix(".txt").read_text(encoding="utf-8")
    pinned = {normal(line.split("==")[0].split("[")[0]) for line in text.splitlines() if "==" in line}
    assert set(asked_for(file)) <= pinned, "run: make lock"
