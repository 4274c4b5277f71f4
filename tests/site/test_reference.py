"""The reference pages say what the code does, all of it."""

import ast
import re
from pathlib import Path

import pytest

from rightdoor.site.reference import FOLDER, pages

ROOT = Path(__file__).resolve().parents[2]
SITE = ROOT / "src" / "rightdoor" / "site"
CHECKS = (ROOT / "src" / "rightdoor" / "access" / "checks.py", SITE / "running.py")


def settings_page() -> str:
    return (FOLDER / "settings.md").read_text(encoding="utf-8")


def named_in(file: Path, pattern: str) -> set[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    texts = {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    return {text for text in texts if re.fullmatch(pattern, text)}


@pytest.mark.parametrize("name", ["commands.md", "roles.md"])
def test_a_page_made_from_the_code_is_current(name: str) -> None:
    assert (FOLDER / name).read_text(encoding="utf-8") == pages()[name], (
        "run: python -m rightdoor.site.reference"
    )


def test_every_variable_that_is_read_is_described_and_no_other() -> None:
    read = {
        name for file in SITE.glob("*.py") for name in named_in(file, r"RIGHTDOOR_[A-Z_]+|DATABASE_URL|PORT")
    }
    described = set(re.findall(r"^\| `([A-Z_]+)` \|", settings_page(), re.MULTILINE))
    assert read == described


def test_every_check_that_stops_the_start_is_described_and_no_other() -> None:
    made = {name for file in CHECKS for name in named_in(file, r"rightdoor\.[EW]\d+")}
    described = set(re.findall(r"^\| `(rightdoor\.[EW]\d+)` \|", settings_page(), re.MULTILINE))
    assert made == described
