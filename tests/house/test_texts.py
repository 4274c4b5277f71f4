"""What must never be written down: a machine's own paths, a registry's host, work left for later."""

import ast
import json
import re

from scripts.checks import faults_in_package_lock, faults_in_pins
from tests.house.kit import ROOT, everything, texts, tracked

# Put together here, so that this file does not hold what it forbids.
MACHINE_PATHS = re.compile(r"(?<![\w.\-/])/(?:" + "|".join(("work", "root", "tmp", "home/[a-z]+")) + r")/")
REGISTRIES = re.compile(
    "|".join((r"\bpypi\.", r"pythonhosted\.", r"npmjs\.", r"deb\.debian\.", r"crates\.")) + "org"
)
NEIGHBOUR = re.compile(r"\.\./" + r"shared\b")
LATER = re.compile(
    r"\b(?:" + "|".join(("TO" + "DO", "FIX" + "ME", "XX" + "X")) + r")\b|coming" + r" soon", re.IGNORECASE
)
# Numbered fields in lists of codes and figures may well hold such letters, and words of other languages.
DATA = {".csv", ".geojson", ".json", ".po", ".pot", ".svg", ".txt"}


def lines_with(pattern: re.Pattern[str], *, data: bool = True) -> list[str]:
    return [
        f"{file.relative_to(ROOT)}:{number}: {line.strip()[:100]}"
        for file, text in texts()
        if data or file.suffix not in DATA
        for number, line in enumerate(text.splitlines(), start=1)
        if pattern.search(line)
    ]


def test_no_file_names_a_path_of_one_machine():
    found = lines_with(MACHINE_PATHS)
    assert not found, "\n".join(found)


def test_no_file_names_a_registrys_host():
    found = lines_with(REGISTRIES)
    assert not found, "\n".join(found)


def test_the_project_holds_itself_all_that_it_ships():
    found = lines_with(NEIGHBOUR)
    assert not found, "\n".join(found)


def test_nothing_is_left_for_later():
    found = lines_with(LATER, data=False)
    assert not found, "\n".join(found)


def test_every_pin_has_its_hash_and_no_address():
    faults = [
        fault for file in sorted((ROOT / "requirements").glob("*.txt")) for fault in faults_in_pins(file)
    ]
    assert not faults + faults_in_package_lock(ROOT / "package-lock.json")


def test_npm_is_told_to_leave_addresses_out():
    assert "omit-lockfile-registry-resolved=true" in (ROOT / ".npmrc").read_text(encoding="utf-8").split()


def test_json_that_we_ship_can_be_read():
    for file in tracked():
        if file.suffix in {".json", ".geojson"}:
            json.loads(file.read_text(encoding="utf-8"))


def test_no_test_name_is_used_twice_in_one_module():
    for module in everything():
        names = [
            n.name for n in module.tree.body if isinstance(n, ast.FunctionDef) and n.name.startswith("test_")
        ]
        assert len(names) == len(set(names)), module.name
