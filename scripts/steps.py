"""Numbered steps with their times: quiet while all goes well, telling everything when it does not."""

import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOGS = ROOT / "var" / "log"
LAST_LINES = 60
MINUTE = 60


class StepFailed(Exception):
    """A step could not be done. The message is for the person at the terminal."""


def say(text: str, *, end: str = "\n") -> None:
    """Write to the terminal at once."""
    sys.stdout.write(text + end)
    sys.stdout.flush()


def elapsed(seconds: float) -> str:
    """Give a length of time as people say it: `4.2 s`, `3 min 05 s`."""
    if seconds < MINUTE:
        return f"{seconds:.1f} s"
    return f"{int(seconds // MINUTE)} min {int(seconds % MINUTE):02d} s"


def quietly(command: Sequence[str | Path], *, log: str, env: Mapping[str, str] | None = None) -> None:
    """Run a command with its output in var/log/<log>.log; if it fails, raise with the end of that log."""
    LOGS.mkdir(parents=True, exist_ok=True)
    file = LOGS / f"{log}.log"
    with file.open("w", encoding="utf-8") as out:
        done = subprocess.run(
            [str(part) for part in command],
            cwd=ROOT,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            check=False,
        )
    if done.returncode:
        tail = file.read_text(encoding="utf-8", errors="replace").splitlines()[-LAST_LINES:]
        raise StepFailed("\n".join([*tail, f"(everything it said: {file.relative_to(ROOT)})"]))


def openly(command: Sequence[str | Path], *, env: Mapping[str, str] | None = None) -> None:
    """Run a command with its output on the terminal; raise if it fails."""
    done = subprocess.run(
        [str(part) for part in command], cwd=ROOT, env=env, stdin=subprocess.DEVNULL, check=False
    )
    if done.returncode:
        raise StepFailed(f"{Path(command[0]).name} ended with {done.returncode}")


@dataclass(frozen=True)
class Step:
    """One thing to do. `open_ended` steps write to the terminal themselves while they run.

    `do` may give a few words on what it did ("nothing to do"). A step that `must` succeed
    stops those after it; other steps fail on their own, so that one run shows every fault.
    """

    title: str
    do: Callable[[], str | None]
    open_ended: bool = False
    must: bool = False


@dataclass
class Run:
    """Steps done one after the other."""

    steps: Sequence[Step]
    failed: list[str] = field(default_factory=list)

    def go(self) -> int:
        """Do every step; give 0 if all went well, else 1 after naming those that did not."""
        for number, step in enumerate(self.steps, start=1):
            self._do(number, step)
            if step.must and self.failed:
                break
        for title in self.failed:
            say(f"FAILED: {title}")
        return 1 if self.failed else 0

    def _do(self, number: int, step: Step) -> None:
        say(f"{number}/{len(self.steps)} {step.title} ...", end="\n" if step.open_ended else " ")
        began = time.monotonic()
        try:
            note = step.do()
        except StepFailed as failure:
            self.failed.append(step.title)
            say(f"failed after {elapsed(time.monotonic() - began)}")
            say(str(failure))
        else:
            # An open-ended step has had its own last word (pytest's summary stays the last line).
            if not step.open_ended:
                say(f"{note or 'done'} ({elapsed(time.monotonic() - began)})")
