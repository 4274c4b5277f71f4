"""The commands: answers on standard output as JSON, faults in sentences, never a traceback."""

import json
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner, Result

from rightdoor.engines.commands import register
from tests.engines.packs.kit import SAMPLE, copy_of_sample, replace

FAMILY: dict[str, Any] = {
    "as_of": "2026-11-22",
    "people": [
        {"id": "mum", "part": "parent", "facts": {"mental_health": "yes"}},
        {"id": "c1", "part": "child", "birth_date": "2024-05-01"},
    ],
    "family": {"in_crisis": "no"},
}


def run(*arguments: str, input: str | bytes | None = None, packs: Path = SAMPLE.parent) -> Result:
    app = typer.Typer()
    register(app, packs)
    return CliRunner().invoke(app, list(arguments), input=input)


def test_a_sound_pack_is_summed_up() -> None:
    result = run("pack", "check", str(SAMPLE))
    assert result.exit_code == 0
    assert "The pack “sample” (Sample Children's Partnership, 2026.1) is sound." in result.stdout
    assert "1 service, 1 rule of eligibility, 5 criteria" in result.stdout


def test_a_broken_pack_is_told_with_file_line_and_reason(tmp_path: Path) -> None:
    pack = copy_of_sample(tmp_path)
    replace(pack / "panels.toml", "capacity = 8", "capacity = 0")
    result = run("pack", "check", str(pack))
    assert result.exit_code == 1
    assert result.stdout == "panels.toml:5: “capacity” is 0. It must be greater than or equal to 1.\n"
    assert "1 to put right. Nothing was loaded." in result.stderr


def test_a_pack_is_found_by_its_id_in_the_folder_of_packs() -> None:
    assert run("pack", "check", "sample").exit_code == 0
    assert (
        run("pack", "check", "sample", "--packs-dir", str(SAMPLE.parent), packs=Path("nowhere")).exit_code
        == 0
    )


def test_a_pack_that_is_not_there_is_told() -> None:
    result = run("threshold", "--pack", "atlantis", input=json.dumps(FAMILY))
    assert (result.exit_code, result.stdout) == (2, "")
    assert "There is no pack in the folder “atlantis”." in result.stderr


def test_a_threshold_is_printed_with_its_reasons() -> None:
    result = run("threshold", "--pack", "sample", input=json.dumps(FAMILY))
    found = json.loads(result.stdout)
    assert (found["level"], found["certain"], found["may_be"]) == ("3", False, ["4"])
    assert [reason["sentence"] for reason in found["for"]] == ["A parent is unwell in mind"]
    assert [question["code"] for question in found["questions"]] == ["offending"]


def test_eligibility_is_printed_with_whom_it_is_for() -> None:
    result = run("eligible", "--pack", "sample", "--service", "talking-together", input=json.dumps(FAMILY))
    (found,) = json.loads(result.stdout)
    assert (found["verdict"], found["people"], found["name"]) == ("fits", ["c1"], "Talking Together")


@pytest.mark.parametrize(
    ("arguments", "input", "told"),
    [
        (("threshold",), "", "This is not JSON"),
        (("threshold",), "{}", "as_of: Say which day"),
        (
            ("eligible",),
            '{"as_of": "2026-11-22", "people": [{"part": "cat"}]}',
            "people[0].part: “cat” is not a part.",
        ),
        (("eligible",), b"\xff\xfe", "not text in UTF-8"),
        (("threshold", "--scheme", "level"), json.dumps(FAMILY), "Did you mean “levels”?"),
        (
            ("eligible", "--service", "x"),
            json.dumps(FAMILY),
            "There is no service “x”. This pack has: talking-together.",
        ),
    ],
)
def test_bad_input_is_told_and_leaves_nothing_on_standard_output(
    arguments: tuple[str, ...], input: str | bytes, told: str
) -> None:
    result = run(*arguments, "--pack", "sample", input=input)
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr
    assert "Traceback" not in result.stderr
