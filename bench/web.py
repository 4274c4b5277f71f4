"""Every list and family page: the same work on a county as on a small demo, and mostly the template's.

For each page, in turns: the page on the small demo, the page on the county, the county's page rendered from
constants through the same door (sign-in, right to the record, audit of the reading), for somebody signed in,
and by its template alone. Reported: processor time of the server
for one request, how long an answer took, requests a second, and how often the database is asked.
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
from bench.serving import Server, serving
from bench.visiting import Answer, Visitor

ROUNDS, REQUESTS, WARM = 5, 10, 3
WAYS = ("door", "signed-in", "plain")
MOST_RATIO, LEAST_SHARE = 1.3, 0.5
Visit = Callable[[], str]
Visitors = dict[tuple[int, str], Visitor]


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
    """One page in all five ways; queries and size of the page on both databases."""

    name: str
    queries: tuple[int, int]
    sizes: tuple[int, int] = (0, 0)
    small: Measured = field(default_factory=Measured)
    county: Measured = field(default_factory=Measured)
    door: Measured = field(default_factory=Measured)
    signed_in: Measured = field(default_factory=Measured)
    plain: Measured = field(default_factory=Measured)

    @property
    def ratio(self) -> float:
        """Processor time on the county for each unit on the small demo."""
        return median(self.county.processor) / median(self.small.processor)

    def share(self, constant: Measured) -> float:
        """Requests a second of the county's page for each of the same page from constants, round by round."""
        pairs = zip(self.county.rates, constant.rates, strict=True)
        return median(page / other for page, other in pairs)

    @property
    def misses(self) -> list[str]:
        """Which bars the page misses."""
        missed = ["queries differ"] if self.queries[0] != self.queries[1] else []
        missed += [f"{self.ratio:.2f} times the small demo"] if self.ratio > MOST_RATIO else []
        share = self.share(self.door)
        return missed + ([f"{share:.0%} of constants"] if share < LEAST_SHARE else [])


def main(only: str = "") -> list[Line]:
    """Measure the pages whose name holds `only`, print the table, keep it beside the databases."""
    small, county = Database(SMALL), Database(COUNTY)
    for database in (small, county):
        database.made()
    pages = [json.loads(database.run("bench.counting")) for database in (small, county)]
    with ExitStack() as servers:
        running = [servers.enter_context(serving(database)) for database in (small, county)]
        visitors: Visitors = {}
        lines = [
            _measure(place, both, running, visitors)
            for place, both in enumerate(zip(*pages, strict=True))
            if only in both[0]["name"]
        ]
    table = "\n".join(_table(lines))
    print(table)
    (FOLDER / "web.md").write_text(table + "\n", encoding="utf-8")
    return lines


def _measure(place: int, both: tuple[dict[str, Any], ...], running: list[Server], visitors: Visitors) -> Line:
    line = Line(both[0]["name"], (both[0]["queries"], both[1]["queries"]))
    known = [_visitor(server, page, visitors) for server, page in zip(running, both, strict=True)]
    line.sizes = tuple(len(_open(who, page)()) for who, page in zip(known, both, strict=True))  # type: ignore[assignment]
    constants = [_open(known[1], {"path": f"/{way}/{place}/", "form": None}) for way in WAYS]
    visits = [*(_open(who, page) for who, page in zip(known, both, strict=True)), *constants]
    measures = (line.small, line.county, line.door, line.signed_in, line.plain)
    ways = list(zip(measures, [running[0], *running[1:] * 4], visits, strict=True))
    for visit in visits * WARM:
        visit()
    for _ in range(ROUNDS):
        for measured, server, visit in ways:
            measured.round(server, visit)
    print(f"{line.name}: {', '.join(line.misses) or 'within the bars'}", file=sys.stderr, flush=True)
    return line


def _visitor(server: Server, page: dict[str, Any], visitors: Visitors) -> Visitor:
    key = (server.port, page["persona"])
    if key not in visitors:
        visitors[key] = Visitor(server.port)
        visitors[key].sign_in(page["persona"])
    if page["form"]:
        visitors[key].prepare(page["path"])
    return visitors[key]


def _open(visitor: Visitor, page: dict[str, Any]) -> Visit:
    return lambda: _insist(visitor.open(page["path"], page["form"] or None), page["path"])


def _insist(answer: Answer, path: str) -> str:
    if answer.status != 200:
        raise RuntimeError(f"{path} answered {answer.status}")
    return answer.body


def _table(lines: list[Line]) -> list[str]:
    head = (
        "| page | queries small / county | kB small / county | processor ms small | county | ratio "
        "| wait ms p50 | p95 | constants, through the door: ms | share | signed in: ms | share "
        "| template alone: ms | share |"
    )
    rows = [
        f"| {x.name} | {x.queries[0]} / {x.queries[1]} | {x.sizes[0] // 1000} / {x.sizes[1] // 1000} "
        f"| {median(x.small.processor):.1f} | {median(x.county.processor):.1f} | {x.ratio:.2f} "
        f"| {median(x.county.waits):.0f} | {x.county.p95:.0f} "
        f"| {median(x.door.processor):.1f} | {x.share(x.door):.0%} "
        f"| {median(x.signed_in.processor):.1f} | {x.share(x.signed_in):.0%} "
        f"| {median(x.plain.processor):.1f} | {x.share(x.plain):.0%} |"
        for x in lines
    ]
    return [head, "|---" + "|--:" * 13 + "|", *rows]


if __name__ == "__main__":
    main(*sys.argv[1:2])
