"""Every list and family page: the same work on a county as on a small demo, and mostly the template's.

For each page, in turns: the page on the small demo, the page on the county, and the county's page rendered
from constants. Reported: processor time of the server for one request, how long an answer took, requests a
second, and how often the database is asked.
"""

import json
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from statistics import median, quantiles
from typing import Any

from bench.databases import COUNTY, FOLDER, SMALL, Database
from bench.serving import CONSTANTS, PAGES, Server, serving
from bench.visiting import Visitor

ROUNDS, REQUESTS, WARM = 5, 12, 4
MOST_RATIO, LEAST_SHARE = 1.3, 0.5
Visit = Callable[[], None]


@dataclass
class Measured:
    """What was measured of one page on one server, a figure for each round; times in milliseconds."""

    processor: list[float] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)
    rates: list[float] = field(default_factory=list)

    def round(self, server: Server, visit: Visit) -> None:
        """Visit several times; note processor time, each wait, and visits a second."""
        worked, began = server.worked(), time.perf_counter()
        for _ in range(REQUESTS):
            left = time.perf_counter()
            visit()
            self.waits.append((time.perf_counter() - left) * 1000)
        self.rates.append(REQUESTS / (time.perf_counter() - began))
        self.processor.append((server.worked() - worked) / REQUESTS)

    @property
    def p95(self) -> float:
        """The wait that 19 of 20 requests stay under."""
        return quantiles(self.waits, n=20)[-1]


@dataclass
class Line:
    """One page in all three ways, with its queries on both databases."""

    name: str
    queries: tuple[int, int]
    small: Measured = field(default_factory=Measured)
    county: Measured = field(default_factory=Measured)
    constant: Measured = field(default_factory=Measured)

    @property
    def ratio(self) -> float:
        """Processor time on the county for each unit on the small demo."""
        return median(self.county.processor) / median(self.small.processor)

    @property
    def share(self) -> float:
        """Requests a second of the page for each of the same page from constants, round by round."""
        pairs = zip(self.county.rates, self.constant.rates, strict=True)
        return median(page / constant for page, constant in pairs)

    @property
    def work_share(self) -> float:
        """The same by processor time, which other programs on the machine disturb less."""
        return median(self.constant.processor) / median(self.county.processor)

    @property
    def misses(self) -> list[str]:
        """Which bars the page misses."""
        missed = ["queries differ"] if self.queries[0] != self.queries[1] else []
        missed += [f"{self.ratio:.2f} times the small demo"] if self.ratio > MOST_RATIO else []
        return missed + ([f"{self.work_share:.0%} of constants"] if self.work_share < LEAST_SHARE else [])


def main(only: str = "") -> list[Line]:
    """Measure the pages whose name holds `only`, print the table, keep it beside the databases."""
    small, county = Database(SMALL), Database(COUNTY)
    for database in (small, county):
        database.made()
    pages = [json.loads(database.run("bench.counting")) for database in (small, county)]
    with ExitStack() as servers:
        # The constants sign in for themselves, which ends other sign-ins: so they come first.
        constants = servers.enter_context(serving(county, CONSTANTS))
        running = [servers.enter_context(serving(database, PAGES)) for database in (small, county)]
        signed_in: dict[tuple[int, str], Visitor] = {}
        lines = [
            _measure(place, both, running, constants, signed_in)
            for place, both in enumerate(zip(*pages, strict=True))
            if only in both[0]["name"]
        ]
    table = "\n".join(_table(lines))
    print(table)
    (FOLDER / "web.md").write_text(table + "\n", encoding="utf-8")
    return lines


def _measure(
    place: int,
    both: tuple[dict[str, Any], ...],
    running: list[Server],
    constants: Server,
    signed_in: dict[tuple[int, str], Visitor],
) -> Line:
    line = Line(both[0]["name"], (both[0]["queries"], both[1]["queries"]))
    visits = [_visit(server, page, signed_in) for server, page in zip(running, both, strict=True)]
    plain = Visitor(constants.port)
    visits.append(lambda: _insist(plain.open(f"/{place}").status, line.name))
    ways = list(zip((line.small, line.county, line.constant), [*running, constants], visits, strict=True))
    for visit in visits * WARM:
        visit()
    for _ in range(ROUNDS):
        for measured, server, visit in ways:
            measured.round(server, visit)
    print(f"{line.name}: {', '.join(line.misses) or 'within the bars'}", file=sys.stderr, flush=True)
    return line


def _visit(server: Server, page: dict[str, Any], signed_in: dict[tuple[int, str], Visitor]) -> Visit:
    key = (server.port, page["persona"])
    if key not in signed_in:
        signed_in[key] = Visitor(server.port)
        signed_in[key].sign_in(page["persona"])
    visitor, form = signed_in[key], page["form"] or None
    if form:
        visitor.prepare(page["path"])
    return lambda: _insist(visitor.open(page["path"], form).status, page["name"])


def _insist(status: int, name: str) -> None:
    if status != 200:
        raise RuntimeError(f"{name} answered {status}")


def _table(lines: list[Line]) -> list[str]:
    head = (
        "| page | queries small / county | processor ms small | county | ratio | wait ms p50 | p95 "
        "| constants ms | share by requests a second | by processor time |"
    )
    rows = [
        f"| {x.name} | {x.queries[0]} / {x.queries[1]} | {median(x.small.processor):.1f} "
        f"| {median(x.county.processor):.1f} | {x.ratio:.2f} | {median(x.county.waits):.0f} "
        f"| {x.county.p95:.0f} | {median(x.constant.processor):.1f} | {x.share:.0%} | {x.work_share:.0%} |"
        for x in lines
    ]
    return [head, "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|", *rows]


if __name__ == "__main__":
    main(*sys.argv[1:2])
