"""Make one demo's database in the environment given, and print how long it took as JSON."""

import json
import sys
import time
from typing import Any

from rightdoor.site import running


def main(size: str) -> None:
    """Make the database and print seconds, processor seconds and rows of each model."""
    running.start()
    running.migrate(say=lambda words: print(words, file=sys.stderr))
    from rightdoor.demo.build import build

    began, worked = time.perf_counter(), time.process_time()
    build(size, _tell)
    figures = {"seconds": time.perf_counter() - began, "processor_seconds": time.process_time() - worked}
    print(json.dumps({**figures, "rows": sum(_rows().values()), **_rows()}))


def _tell(words: str, part: float) -> None:
    if sys.stderr.isatty():
        print(f"\r{words}: {part:4.0%}", end="", file=sys.stderr, flush=True)


def _rows() -> dict[str, int]:
    from django.apps import apps

    wanted: list[Any] = [model for model in apps.get_models() if model.__module__.startswith("rightdoor")]
    return {model._meta.label: model._default_manager.count() for model in wanted}


if __name__ == "__main__":
    main(sys.argv[1])
