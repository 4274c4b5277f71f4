"""What is checked without running the product: style, types, floors, dead code, lock files."""

import json
import re
from pathlib import Path

from scripts.environment import REQUIREMENTS, program
from scripts.steps import ROOT, Step, StepFailed, quietly

CODE = ("src", "scripts", "tests", "bench")


def steps() -> list[Step]:
    """Give the checks as steps; each fails on its own."""
    return [
        Step("Linting", linting),
        Step("Formatting", formatting),
        Step("Types", types),
        Step("The floors of the house", floors),
        Step("Dead code", dead_code),
        Step("Lock files", lock_files),
    ]


def linting() -> None:
    """Fail on what the linter finds."""
    quietly([program("ruff"), "check", "--output-format", "concise", *code()], log="lint")


def formatting() -> None:
    """Fail on files that `make fix` would write differently."""
    quietly([program("ruff"), "format", "--check", "--output-format", "concise", *code()], log="format")


def types() -> None:
    """Fail on a type that does not hold."""
    quietly([program("mypy")], log="types")


def floors() -> None:
    """Fail on a room that uses a room above it."""
    quietly([program("lint-imports"), "--no-cache", "--no-logo"], log="floors")


def dead_code() -> None:
    """Fail on code that cannot be reached."""
    quietly([program("vulture")], log="dead-code")


def lock_files() -> None:
    """Fail if a lock file names a registry's host, or lacks a hash."""
    faults = [fault for file in sorted(REQUIREMENTS.glob("*.txt")) for fault in faults_in_pins(file)]
    package_lock = ROOT / "package-lock.json"
    if package_lock.exists():
        faults += faults_in_package_lock(package_lock)
    if faults:
        raise StepFailed("\n".join(faults))


def faults_in_pins(file: Path) -> list[str]:
    """Give what is wrong with a file of pinned Python packages."""
    text = file.read_text(encoding="utf-8")
    hosts = [
        f"{file.name}:{number}: names an address"
        for number, line in enumerate(text.splitlines(), start=1)
        if re.search(r"https?://|^\s*--(index|extra-index|find-links)", line)
    ]
    pins = [line for line in text.replace("\\\n", " ").splitlines() if "==" in line and line[0].isalnum()]
    bare = [f"{file.name}: {pin.split('==')[0]} has no hash" for pin in pins if "--hash=" not in pin]
    return hosts + bare


def faults_in_package_lock(file: Path) -> list[str]:
    """Give what is wrong with npm's lock file."""
    packages: dict[str, dict[str, object]] = json.loads(file.read_text(encoding="utf-8")).get("packages", {})
    named = {name: entry for name, entry in packages.items() if name}
    hosts = [
        f"{file.name}: {name} names the address it came from" for name in named if "resolved" in named[name]
    ]
    bare = [f"{file.name}: {name} has no hash" for name in named if "integrity" not in named[name]]
    return hosts + bare


def code() -> list[str]:
    """Give the folders that hold Python."""
    return [name for name in CODE if (ROOT / name).is_dir()]
