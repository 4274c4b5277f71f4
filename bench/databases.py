"""The databases that are measured: the small demo and the county, made once under var/bench."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "var" / "bench"
SMALL, COUNTY = "borough", "county"


@dataclass(frozen=True)
class Database:
    """One demo's database and the settings under which programs use it."""

    size: str

    @property
    def folder(self) -> Path:
        """Where it is kept."""
        return FOLDER / self.size

    @property
    def environment(self) -> dict[str, str]:
        """The environment in which a program works on this database."""
        return {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "rightdoor.site.settings",
            "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
            "RIGHTDOOR_MODE": "demo",
            "RIGHTDOOR_VAR": str(self.folder),
            "DATABASE_URL": f"sqlite:///{self.folder / 'rightdoor.sqlite3'}",
        }

    def run(self, module: str, *arguments: str) -> str:
        """Run one of our modules on this database and give what it prints."""
        command = [sys.executable, "-m", module, *arguments]
        done = subprocess.run(command, env=self.environment, cwd=ROOT, stdout=subprocess.PIPE, check=True)
        return done.stdout.decode()

    def made(self) -> dict[str, float]:
        """Make the database unless it is there; give how long that took, when it was made, and its rows."""
        kept = self.folder / "made.json"
        if not kept.exists():
            self.folder.mkdir(parents=True, exist_ok=True)
            print(f"Making the {self.size} (once; the county takes some minutes) ...", flush=True)
            kept.write_text(self.run("bench.making", self.size), encoding="utf-8")
        figures: dict[str, float] = json.loads(kept.read_text(encoding="utf-8"))
        return figures
