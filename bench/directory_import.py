"""How long 5,000 services take to be read in and accepted: `.venv/bin/python -m bench.directory_import`."""

import json
import os
import tempfile
import time
from pathlib import Path
from uuid import UUID

NUMBER = 5_000
os.environ.setdefault("RIGHTDOOR_MODE", "test")


def main() -> None:
    """Make a file, an empty database, and time both halves."""
    folder = Path(tempfile.mkdtemp())
    os.environ["DATABASE_URL"] = f"sqlite:///{folder / 'bench.sqlite3'}"
    import django

    os.environ["DJANGO_SETTINGS_MODULE"] = "rightdoor.site.settings"
    django.setup()
    from django.core.management import call_command
    from django.utils import timezone

    from rightdoor.access import audit
    from rightdoor.directory import actions
    from rightdoor.engines.openreferral.checking import checked

    call_command("migrate", verbosity=0)
    path = folder / "services.json"
    path.write_text(json.dumps({"contents": list(_services())}), encoding="utf-8")
    begun = time.perf_counter()
    made = actions.stage(file=path.name, rows=checked(path), by=audit.SYSTEM, now=timezone.now())
    staged = time.perf_counter()
    accepted = actions.accept_new(made=made, by=audit.SYSTEM, now=timezone.now())
    ended = time.perf_counter()
    print(f"{path.stat().st_size / 1e6:.1f} MB, {NUMBER:,} services")
    print(f"staged in {staged - begun:.1f} s; {accepted:,} accepted in {ended - staged:.1f} s")


def _services() -> object:
    for number in range(NUMBER):
        key = UUID(int=number + 1)
        yield {
            "id": str(key),
            "name": f"Group {number} of {chr(97 + number % 26) * 9}",
            "description": "Play, songs and a chat for families. " * 12,
            "status": "active",
            "organization": {
                "id": str(UUID(int=10**9 + number // 4)),
                "name": f"Organisation {number // 4}",
                "description": "A charity.",
            },
            "contacts": [{"phones": [{"number": f"020 7946 {number:04}"}]}],
            "schedules": [{"freq": "WEEKLY", "byday": "MO,TH", "opens_at": "10:00", "closes_at": "11:30"}],
            "service_at_locations": [
                {
                    "id": str(UUID(int=2 * 10**9 + number)),
                    "location": {
                        "id": str(UUID(int=3 * 10**9 + number // 3)),
                        "location_type": "physical",
                        "latitude": 51.4 + number % 100 / 1000,
                        "longitude": -0.02,
                        "addresses": [{"address_1": "1 Road", "city": "London", "postal_code": "SE13 6LY"}],
                    },
                }
            ],
        }


if __name__ == "__main__":
    main()
