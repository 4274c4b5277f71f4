"""The directory on the command line."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from rightdoor.directory.models import Service, StagedEntry
from rightdoor.engines.openreferral import Publisher, service
from rightdoor.site.cli import app
from tests.kits.openreferral import rich

RUN = CliRunner()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "services.json"
    path.write_text(json.dumps([service(rich(status="active"), Publisher()).sent(), {}]), encoding="utf-8")
    return path


def test_checking_a_file_needs_no_database_and_says_what_is_wrong(file: Path) -> None:
    told = RUN.invoke(app, ["directory", "check", str(file)])
    assert told.exit_code == 1
    assert "services.json,2,,refused,name,A service needs a name. Refused." in told.output
    assert "2 rows: 1 kept, 1 refused." in told.output


def test_a_file_without_a_fault_passes(file: Path) -> None:
    file.write_text(json.dumps(service(rich(), Publisher()).sent()), encoding="utf-8")
    assert RUN.invoke(app, ["directory", "check", str(file)]).exit_code == 0


@pytest.mark.django_db
def test_a_file_is_read_in_and_written_out_again(file: Path, tmp_path: Path) -> None:
    told = RUN.invoke(app, ["directory", "import", str(file)])
    assert told.exit_code == 0, told.output
    assert (Service.objects.count(), StagedEntry.objects.count()) == (0, 2)
    report = tmp_path / "report.json"
    RUN.invoke(app, ["directory", "import", str(file), "--accept-new", "--report", str(report)])
    assert Service.objects.count() == 1
    assert json.loads(report.read_text(encoding="utf-8"))[0]["field"] == "name"
    out = tmp_path / "out.json"
    assert RUN.invoke(app, ["directory", "export", str(out)]).exit_code == 0
    assert json.loads(out.read_text(encoding="utf-8"))["total_items"] == 1


def test_a_mapping_that_cannot_be_read_is_said_so(file: Path, tmp_path: Path) -> None:
    mapping = tmp_path / "mapping.toml"
    mapping.write_text("name = ", encoding="utf-8")
    told = RUN.invoke(app, ["directory", "check", str(file), "--mapping", str(mapping)])
    assert told.exit_code == 2
