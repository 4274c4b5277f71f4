"""The command line: quick where it needs no database, kind where something is wrong, safe to run again."""

from pathlib import Path

import pytest

from tests.site.starting import python, rightdoor


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    var = tmp_path_factory.mktemp("var")
    environment = {
        "RIGHTDOOR_VAR": str(var),
        "DATABASE_URL": f"sqlite:///{var}/x.sqlite3",
        "RIGHTDOOR_MODE": "demo",
    }
    for words in (["migrate"], ["pack", "load"]):
        done = rightdoor(*words, **environment)
        assert not done.returncode, done.stderr
    return environment


def add(house: dict[str, str], **changes: str) -> tuple[int, str]:
    told = {
        "email": "gil@example.org",
        "name": "Gil Records",
        "agency": "lewisham-council",
        "job": "health-visitor",
        "role": "governance",
        **changes,
    }
    done = rightdoor("practitioner", "add", *(f"--{key}={value}" for key, value in told.items()), **house)
    return done.returncode, done.stdout + done.stderr


def test_commands_about_packs_start_without_django() -> None:
    done = python("import sys, rightdoor.site.cli; sys.exit('django.apps' in sys.modules)")
    assert not done.returncode, done.stderr


def test_a_pack_is_found_by_its_id() -> None:
    assert "is sound" in rightdoor("pack", "check", "lewisham").stdout


def test_agencies_are_brought_in_once(house: dict[str, str]) -> None:
    assert rightdoor("pack", "load", **house).stdout.startswith("0 agencies added, 0 changed")


def test_migrating_again_makes_no_static_files_anew(house: dict[str, str]) -> None:
    said = rightdoor("migrate", **house).stdout
    assert "Database" in said
    assert "Static" not in said


def test_the_first_account_comes_with_a_link_to_choose_a_password(house: dict[str, str]) -> None:
    ended, said = add(house)
    assert ended == 0
    assert "http://127.0.0.1:8000/sign-in/password/link/" in said


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"agency": "nowhere"}, "There is no agency"),
        ({"job": "wizard"}, "There is no job"),
        ({"role": "king"}, "There is no role"),
        ({"supervisor": "nobody@example.org"}, "There is no account"),
    ],
)
def test_an_account_that_cannot_be_opened_says_why(
    house: dict[str, str], wrong: dict[str, str], words: str
) -> None:
    ended, said = add(house, email="x@example.org", **wrong)
    assert ended == 2
    assert words in said
    assert "Traceback" not in said


def test_an_address_that_is_taken_is_refused(house: dict[str, str]) -> None:
    add(house, email="twice@example.org")
    ended, said = add(house, email="Twice@example.org")
    assert (ended, "already" in said) == (2, True)


def test_waiting_messages_are_sent_once(house: dict[str, str]) -> None:
    assert rightdoor("post", "deliver", **house).stdout.strip() == "0 sent."


def test_the_check_finds_a_database_that_is_too_old(tmp_path: Path) -> None:
    done = rightdoor("check", RIGHTDOOR_VAR=str(tmp_path), DATABASE_URL=f"sqlite:///{tmp_path}/x.sqlite3")
    assert done.returncode == 1
    assert "rightdoor migrate" in done.stderr
