"""Print, as JSON, every page with its address and how often it asks the database; once for each database."""

import json
from dataclasses import asdict

from rightdoor.site import running


def main() -> None:
    """Count the queries of every page in the environment given."""
    running.start()
    from bench.capturing import Reader
    from bench.pages import pages

    reader = Reader()
    counted = []
    for page in pages():
        captured = reader.read(page)
        counted.append({**asdict(page), "queries": captured.queries, "status": captured.status})
    print(json.dumps(counted))


if __name__ == "__main__":
    main()
