"""A private PostgreSQL answers while its command runs, and is gone afterwards however that ends."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import dj_database_url
import psycopg
import pytest

from scripts import postgres
from scripts.machine import STRICT, postgres_programs

ROOT = Path(__file__).resolve().parents[2]
SAY_ADDRESS = "import os, sys; print(os.environ['DATABASE_URL'], flush=True); "

pytestmark = pytest.mark.skipif(
    not STRICT and postgres_programs() is None, reason="PostgreSQL's server programs are not on this machine"
)


def around(code: str) -> Sequence[str]:
    return [sys.executable, "-m", "scripts.postgres", sys.executable, "-c", SAY_ADDRESS + code]


def folder(url: str) -> Path:
    return Path(parse_qs(urlsplit(url).query)["host"][0])


def test_the_address_is_one_that_settings_understand():
    given = dj_database_url.parse(postgres.address(Path("/sockets"), "families"))
    assert (given["NAME"], given["USER"], given["OPTIONS"]) == ("families", "rightdoor", {"host": "/sockets"})


def test_the_server_answers_and_is_gone_afterwards():
    with postgres.private_postgres() as url:
        with psycopg.connect(url) as connection:
            assert connection.execute("select 6 * 7").fetchone() == (42,)
        kept = folder(url)
        assert kept.is_dir()
    assert not kept.exists()


def test_the_server_listens_on_no_port_of_the_machine():
    with postgres.private_postgres() as url, psycopg.connect(url) as connection:
        assert connection.execute("show listen_addresses").fetchone() == ("",)


def test_the_command_ends_as_it_would_have_ended_alone():
    done = subprocess.run(around("sys.exit(7)"), cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 7
    assert not folder(done.stdout.strip()).exists()


def test_a_stopped_command_takes_its_server_with_it():
    running = subprocess.Popen(
        around("import time; time.sleep(60)"), cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert running.stdout is not None
    kept = folder(running.stdout.readline().strip())
    began = time.monotonic()
    running.send_signal(signal.SIGTERM)
    assert running.wait(30) == 128 + signal.SIGTERM
    running.stdout.close()
    assert not kept.exists()
    assert time.monotonic() - began < 20


def test_without_a_command_it_says_how_it_is_used(capsys: pytest.CaptureFixture[str]):
    assert postgres.main([]) == 2
    assert "scripts.postgres COMMAND" in capsys.readouterr().err


@pytest.mark.parametrize(("strict", "ended"), [(True, 1), (False, 0)])
def test_a_machine_without_the_programs_fails_only_where_they_are_demanded(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], strict: bool, ended: int
):
    monkeypatch.setattr(postgres, "postgres_programs", lambda: None)
    monkeypatch.setattr(postgres, "STRICT", strict)
    assert postgres.main(["true"]) == ended
    assert "apt-get install postgresql" in capsys.readouterr().err


@pytest.mark.skipif(os.geteuid() != 0, reason="only root must hand the server over to another user")
def test_a_folder_that_others_may_not_pass_through_is_not_chosen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    tmp_path.chmod(0o700)
    monkeypatch.setattr(postgres.tempfile, "gettempdir", lambda: str(tmp_path))
    chosen = postgres._folder()
    assert not chosen.is_relative_to(tmp_path)
    chosen.rmdir()
