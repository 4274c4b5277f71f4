"""Steps are quiet while all goes well, and tell everything when it does not."""

import sys
from pathlib import Path

import pytest

from scripts import steps
from scripts.steps import Run, Step, StepFailed, elapsed, openly, quietly


def fails() -> None:
    raise StepFailed("The door is stuck.")


@pytest.fixture(autouse=True)
def _own_logs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(steps, "ROOT", tmp_path)
    monkeypatch.setattr(steps, "LOGS", tmp_path / "log")


def test_a_run_that_goes_well_ends_with_0(capsys: pytest.CaptureFixture[str]):
    assert Run([Step("Opening", lambda: None)]).go() == 0
    assert "1/1 Opening ... done (0.0 s)" in capsys.readouterr().out


def test_a_failed_step_gives_its_reason_and_is_named_at_the_end(capsys: pytest.CaptureFixture[str]):
    assert Run([Step("Opening", fails), Step("Entering", lambda: None)]).go() == 1
    said = capsys.readouterr().out
    assert "The door is stuck." in said
    assert said.endswith("2/2 Entering ... done (0.0 s)\nFAILED: Opening\n")


def test_a_step_that_must_succeed_stops_those_after_it(capsys: pytest.CaptureFixture[str]):
    assert Run([Step("Opening", fails, must=True), Step("Entering", lambda: None)]).go() == 1
    assert "Entering" not in capsys.readouterr().out


def test_an_open_ended_step_keeps_its_own_last_word(capfd: pytest.CaptureFixture[str]):
    step = Step("Testing", lambda: openly([sys.executable, "-c", "print('3 passed')"]), open_ended=True)
    assert Run([step]).go() == 0
    assert capfd.readouterr().out.endswith("3 passed\n")


def test_a_quiet_command_that_fails_shows_the_end_of_what_it_said():
    with pytest.raises(StepFailed, match="no such door") as failure:
        quietly([sys.executable, "-c", "raise SystemExit('no such door')"], log="door")
    assert "door.log" in str(failure.value)


@pytest.mark.parametrize(
    ("seconds", "words"), [(0, "0.0 s"), (59.94, "59.9 s"), (60, "1 min 00 s"), (185, "3 min 05 s")]
)
def test_times_are_told_as_people_say_them(seconds: float, words: str):
    assert elapsed(seconds) == words
