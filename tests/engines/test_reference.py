"""The reference pages say what the code does: tables current, examples true."""

import json
import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from rightdoor.engines.commands import register
from rightdoor.engines.reference import fill, pack_tables
from tests.engines.packs.kit import line_of

ROOT = Path(__file__).parents[2]
DOCUMENTS = ROOT / "docs" / "reference"
FACTS = DOCUMENTS / "facts.md"
PACK_FORMAT = DOCUMENTS / "pack-format.md"
EXAMPLE = re.compile(
    r"^## (Example \d.*?)\n.*?```json\n(.*?)```\n\n```console\nrightdoor (.*?)\n```\n\n```json\n(.*?)```",
    re.DOTALL | re.MULTILINE,
)
EXAMPLES = EXAMPLE.findall(FACTS.read_text(encoding="utf-8"))


def run(*arguments: str, input: str | None = None) -> str:
    app = typer.Typer()
    register(app, ROOT / "packs")
    result = CliRunner().invoke(app, list(arguments), input=input)
    assert result.exit_code == 0, result.output
    return result.stdout


def says(found: Any, expected: Any) -> bool:
    """Say whether an answer holds everything expected of it; it may hold more."""
    if isinstance(expected, dict):
        return all(key in found and says(found[key], value) for key, value in expected.items())
    if isinstance(expected, list):
        return len(found) == len(expected) and all(map(says, found, expected))
    return bool(found == expected)


@pytest.mark.parametrize("page", [FACTS, PACK_FORMAT], ids=lambda page: page.stem)
def test_the_tables_of_a_page_are_current(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert fill(text) == text, f"Run: rightdoor reference docs/reference/{page.name}"


@pytest.mark.parametrize(("file", "record"), pack_tables())
def test_every_record_of_a_pack_has_its_table(file: str, record: str) -> None:
    assert line_of(PACK_FORMAT, f"<!-- table: {file} {record} -->")


def test_every_field_of_a_pack_says_what_it_is() -> None:
    rows = re.findall(r"^\| `.*\|$", PACK_FORMAT.read_text(encoding="utf-8"), re.MULTILINE)
    assert rows
    assert [row for row in rows if row.endswith("| |")] == []


def test_there_are_four_worked_examples() -> None:
    assert len(EXAMPLES) == 4


@pytest.mark.parametrize(("name", "document", "command", "expected"), EXAMPLES, ids=lambda text: text[:9])
def test_a_worked_example_answers_what_the_page_says(
    name: str, document: str, command: str, expected: str
) -> None:
    found = json.loads(run(*shlex.split(command), input=document))
    assert says(found, json.loads(expected)), (name, found)


def test_the_command_brings_a_page_up_to_date(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "# A\n\n<!-- table: panels.toml Panel -->\nold\n<!-- end of table -->\n\nB\n", encoding="utf-8"
    )
    run("reference", str(page))
    text = page.read_text(encoding="utf-8")
    assert "| `capacity` | whole number | yes | items one meeting can decide |" in text
    assert "old" not in text
    assert text.endswith("\n\nB\n")
