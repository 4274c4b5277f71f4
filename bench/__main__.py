"""Measure everything, in the order of README.md."""

from bench import known, web
from bench.databases import COUNTY, SMALL, Database

for database in (Database(SMALL), Database(COUNTY)):
    made = database.made()
    print(
        f"{database.size}: {made['rows']:,.0f} rows made in {made['seconds']:.0f} s "
        f"({made['processor_seconds']:.0f} s of processor time)"
    )
known.main()
web.main()
