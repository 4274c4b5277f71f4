"""The commands of the Makefile: `python3 -m scripts.house demo`, `test`, `check` and the rest."""

import os
import shutil
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from scripts import assets, checks, environment, languages, machine
from scripts.steps import ROOT, Run, Step, openly, quietly, say

Command = list[str | Path]

MADE = [
    ".venv",
    ".tools",
    "node_modules",
    "var",
    ".mypy_cache",
    ".ruff_cache",
    ".hypothesis",
    ".import_linter_cache",
    "src/rightdoor/ui/static/build",
    *(str(path.relative_to(ROOT)) for path in languages.made()),
]
# The slowest are named so that nobody wonders where the minutes went.
BRIEFLY = ["-q", "--tb=short", "--show-capture=log", "--durations=5"]
LOCK = [
    "pip",
    "compile",
    "--quiet",
    "--no-config",
    "--universal",
    "--python-version",
    "3.11",
    "--generate-hashes",
    "--no-emit-index-url",
    "--no-header",
]


def demo() -> int:
    """Have everything a demo needs, then become the demo."""
    if Run([_environment("base"), _assets(), _languages()]).go():
        return 1
    command = environment.program("rightdoor")
    return os.execv(command, [str(command), "demo"])  # noqa: S606 - so that Ctrl-C reaches the server


def test() -> int:
    """Do everything, on both databases. pytest's own summary is the last thing printed."""
    before = [
        *_ready_to_test(),
        *checks.steps(),
        _pytest("Tests on SQLite", "-n", "2", "-m", "not browser and not crash"),
    ]
    tests = [_browser(), _pytest("Tests that kill the server", "-m", "crash")]
    return Run([*before, *tests, _postgres()]).go()


def check() -> int:
    """Do what needs no running product."""
    return Run([_environment("base", "test"), *checks.steps()]).go()


def fix() -> int:
    """Let the linter put right what it can, and format."""
    ruff = environment.program("ruff")
    fixing = partial(openly, [ruff, "check", "--fix-only", *checks.code()])
    formatting = partial(openly, [ruff, "format", *checks.code()])
    return Run(
        [_environment("base", "test"), Step("Putting right", fixing), Step("Formatting", formatting)]
    ).go()


def browser_tests() -> int:
    """Do only the tests in a real browser."""
    return Run([*_ready_to_test(), _browser()]).go()


def bench() -> int:
    """Measure, with the figures on the terminal."""
    measure = partial(openly, [environment.python(), "-m", "bench"])
    return Run(
        [_environment("base", "test"), _assets(), _languages(), Step("Measuring", measure, open_ended=True)]
    ).go()


def lock() -> int:
    """Pin every dependency of every purpose with its hashes."""
    pins = [Step(f"Pinning {purpose}", partial(_pin, purpose)) for purpose in ("base", "test", "tools")]
    return Run(
        [
            Step(
                "Making the locking tools",
                partial(environment.ready, "tools", folder=environment.TOOLS),
                must=True,
            ),
            *pins,
        ]
    ).go()


def words() -> int:
    """Bring every marked word into the catalogues of all languages."""
    taking = partial(openly, [environment.python(), "-m", "scripts.catalogues", "words"])
    return Run([_environment("base", "test"), Step("Bringing words into the catalogues", taking)]).go()


def audit() -> int:
    """Look up known vulnerabilities in what we pin."""
    pip_audit: Command = [
        environment.program("pip-audit"),
        "--require-hashes",
        "--disable-pip",
        "--strict",  # a package that could not be looked up is not a package that is safe
        "--progress-spinner",
        "off",
    ]
    python = partial(openly, [*pip_audit, "-r", "requirements/base.txt"])
    node = partial(openly, ["npm", "audit", "--package-lock-only"])
    return Run(
        [
            _environment("base", "test"),
            Step("Python packages", python, open_ended=True),
            Step("Node packages", node, open_ended=True),
        ]
    ).go()


def clean() -> int:
    """Remove everything these commands have made."""
    for name in MADE:
        path = ROOT / name
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
    say("Removed everything that was made here.")
    return 0


def _environment(*purposes: str) -> Step:
    return Step("Making the Python environment", partial(environment.ready, *purposes), must=True)


def _assets() -> Step:
    return Step("Building styles and script", assets.ready, must=True)


def _languages() -> Step:
    return Step("Compiling the languages", languages.ready, must=True)


def _ready_to_test() -> list[Step]:
    machine_step = Step("What tests need from this machine", machine.ready, must=True)
    return [_environment("base", "test"), _assets(), _languages(), machine_step]


def _pytest(title: str, *arguments: str, through: tuple[str, ...] = ()) -> Step:
    """Give a step that runs tests; `through` names a module of ours that runs them for us."""
    python: list[str | Path] = [environment.python(), "-m"]
    around: list[str | Path] = [*python, *through] if through else []
    command = [*around, *python, "pytest", *BRIEFLY, *arguments]
    return Step(title, partial(openly, command, env=_test_environment()), open_ended=True)


def _browser() -> Step:
    return _pytest("Tests in a real browser", "-n", "2", "-m", "browser")


def _postgres() -> Step:
    """Give the tests that touch the database, again, on a PostgreSQL of their own."""
    chosen = ("-n", "2", "-m", "database and not browser and not crash")
    return _pytest("Tests on PostgreSQL", *chosen, through=("scripts.postgres",))


def _test_environment() -> dict[str, str]:
    """Give this machine's environment without settings that would change what is tested."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("RIGHTDOOR_")}
    kept.pop("DATABASE_URL", None)
    pictures = (
        {"RIGHTDOOR_PICTURES": os.environ["RIGHTDOOR_PICTURES"]} if "RIGHTDOOR_PICTURES" in os.environ else {}
    )
    return {**kept, **pictures, "RIGHTDOOR_MODE": "test"}


def _pin(purpose: str) -> None:
    newer = ["--upgrade"] if os.environ.get("UPGRADE") else []
    uv = environment.program("uv", environment.TOOLS)
    file = f"requirements/{purpose}"
    quietly([uv, *LOCK, *newer, f"{file}.in", "-o", f"{file}.txt"], log=f"lock-{purpose}")


COMMANDS: dict[str, Callable[[], int]] = {
    "demo": demo,
    "test": test,
    "check": check,
    "fix": fix,
    "browser-tests": browser_tests,
    "bench": bench,
    "lock": lock,
    "words": words,
    "audit": audit,
    "clean": clean,
}


def main(arguments: list[str]) -> int:
    """Do one command by name; give the exit code."""
    if len(arguments) != 1 or arguments[0] not in COMMANDS:
        say(f"Name one of: {', '.join(COMMANDS)}")
        return 2
    try:
        return COMMANDS[arguments[0]]()
    except KeyboardInterrupt:
        say("\nStopped.")
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
