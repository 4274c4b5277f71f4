"""A small sound pack to break, one fault at a time."""

import shutil
from pathlib import Path

import pytest

from rightdoor.engines.packs import PackError, Problem, load

SAMPLE = Path(__file__).parent / "sample"


def copy_of_sample(folder: Path) -> Path:
    """Copy the sample pack where it may be broken."""
    return Path(shutil.copytree(SAMPLE, folder / "sample"))


def replace(file: Path, old: str, new: str) -> None:
    """Change the first place where a text stands; it must stand there."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def line_of(file: Path, text: str) -> int:
    """Give the line on which a text first stands."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, start=1) if text in line)


def problems(pack: Path) -> list[Problem]:
    """Load a pack that cannot be loaded and give what is wrong with it."""
    with pytest.raises(PackError) as caught:
        load(pack)
    return list(caught.value.problems)
