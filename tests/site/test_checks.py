"""Unsafe settings are found before anybody signs in, each with an id and a hint."""

import pytest

from tests.site.starting import PRODUCTION, rightdoor

CASES = [
    ("RIGHTDOOR_SECRET_KEY", "short", "rightdoor.E001"),
    ("RIGHTDOOR_SECRET_KEY", "x" * 80, "rightdoor.E001"),
    ("RIGHTDOOR_HOSTS", "*", "rightdoor.E002"),
    ("RIGHTDOOR_HOSTS", "", "rightdoor.E002"),
    ("RIGHTDOOR_ADDRESS", "http://help.council.example", "rightdoor.E005"),
    ("RIGHTDOOR_PACK", "atlantis", "rightdoor.E006"),
]


@pytest.mark.parametrize(("name", "value", "id_"), CASES)
def test_serving_is_refused_when(name: str, value: str, id_: str) -> None:
    done = rightdoor("serve", **{**PRODUCTION, name: value})
    assert done.returncode == 2
    assert id_ in done.stderr
    assert "HINT" in done.stderr
    assert "Traceback" not in done.stderr


def test_serving_is_refused_where_nobody_said_what_for() -> None:
    done = rightdoor("serve")
    assert done.returncode == 2
    assert "RIGHTDOOR_MODE is not set" in done.stderr


def test_a_database_that_cannot_be_reached_is_named_without_a_traceback() -> None:
    done = rightdoor("check", **PRODUCTION)
    assert done.returncode == 1
    assert "rightdoor.E007" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_demo_never_starts_in_production() -> None:
    done = rightdoor("demo", "--no-serve", **PRODUCTION)
    assert done.returncode == 2
    assert "must never meet real families" in done.stderr
