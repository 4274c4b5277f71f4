"""The Makefile offers exactly the commands there are, and CI runs the one a developer runs."""

import os
import re
import subprocess
from pathlib import Path

import pytest

from scripts import house, machine
from scripts.steps import StepFailed

ROOT = Path(__file__).resolve().parents[2]
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def test_every_command_is_a_target_that_says_what_it_does():
    targets = dict(re.findall(r"^([a-z-]+):.*## (.+)$", MAKEFILE, re.MULTILINE))
    assert set(targets) == {*house.COMMANDS, "help"}


def test_help_lists_the_targets():
    said = subprocess.run(["make", "-s", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert re.search(r"^  make demo +Start Rightdoor", said, re.MULTILINE)


def test_ci_runs_make_test_and_nothing_cleverer():
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "#!/usr/bin/env bash"
    assert lines[-1] == "exec make test"


def test_an_unknown_command_is_answered_with_those_there_are(capsys: pytest.CaptureFixture[str]):
    assert house.main(["dance"]) == 2
    assert "demo, test, check" in capsys.readouterr().out


def test_tests_do_not_inherit_settings_of_somebodys_own(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("DATABASE_URL", "sqlite:///precious.sqlite3")
    monkeypatch.setenv("RIGHTDOOR_MODE", "demo")
    monkeypatch.setenv("RIGHTDOOR_PACK", "essex")
    given = house._test_environment()
    assert given["RIGHTDOOR_MODE"] == "test"
    assert not {"DATABASE_URL", "RIGHTDOOR_PACK"} & set(given)


@pytest.mark.parametrize("missing", machine.NEEDED_BY_CI)
def test_ci_fails_without_the_browser_or_the_database_server(monkeypatch: pytest.MonkeyPatch, missing: str):
    monkeypatch.setattr(machine, "STRICT", True)
    monkeypatch.setattr(machine, "missing", lambda: [missing])
    monkeypatch.setattr(machine, "install", lambda *packages: None)
    with pytest.raises(StepFailed, match="Not on this machine"):
        machine.ready()


def test_a_developer_without_them_goes_on_and_is_told(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(machine, "STRICT", False)
    monkeypatch.setattr(machine, "missing", lambda: ["chromium"])
    monkeypatch.setattr(machine, "install", lambda *packages: None)
    said = machine.ready()
    assert said is not None
    assert said.startswith("going on without Chromium")


@pytest.mark.skipif(os.geteuid() != 0, reason="root needs nobody's leave")
def test_root_installs_without_asking():
    assert machine._as_root() == []
