"""Lock files hold hashes and no addresses."""

import json
from pathlib import Path
from typing import Any

import pytest

from scripts.checks import faults_in_package_lock, faults_in_pins

PINNED = "asgiref==3.13.0 \\\n    --hash=sha256:034c \\\n    --hash=sha256:f959\n    # via django\n"


def pins(folder: Path, text: str) -> list[str]:
    file = folder / "base.txt"
    file.write_text(text)
    return faults_in_pins(file)


def package_lock(folder: Path, **entry: Any) -> list[str]:
    file = folder / "package-lock.json"
    file.write_text(json.dumps({"packages": {"": {"name": "ours"}, "node_modules/sass": entry}}))
    return faults_in_package_lock(file)


def test_a_pin_with_hashes_is_in_order(tmp_path: Path):
    assert pins(tmp_path, PINNED) == []


def test_a_pin_without_a_hash_is_named(tmp_path: Path):
    assert pins(tmp_path, PINNED + "django==5.2.19\n") == ["base.txt: django has no hash"]


@pytest.mark.parametrize(
    "line", ["--index-url somewhere", "--find-links /wheels", "x @ https:" + "//example.test/x.whl"]
)
def test_an_address_among_the_pins_is_named(tmp_path: Path, line: str):
    assert pins(tmp_path, f"{PINNED}{line}\n") == ["base.txt:5: names an address"]


def test_an_npm_package_with_its_hash_is_in_order(tmp_path: Path):
    assert package_lock(tmp_path, version="1.0.0", integrity="sha512-abc") == []


def test_an_npm_package_that_names_its_address_is_named(tmp_path: Path):
    faults = package_lock(tmp_path, integrity="sha512-abc", resolved="somewhere")
    assert faults == ["package-lock.json: node_modules/sass names the address it came from"]


def test_an_npm_package_without_a_hash_is_named(tmp_path: Path):
    assert package_lock(tmp_path, version="1.0.0") == ["package-lock.json: node_modules/sass has no hash"]
