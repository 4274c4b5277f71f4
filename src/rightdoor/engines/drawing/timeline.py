"""What happened, along a line of time: one row for each kind, numbered marks, the words in the table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from rightdoor.engines.drawing.chart import Chart
from rightdoor.engines.drawing.progress import day_words, month_words
from rightdoor.engines.drawing.svg import drawing, element, path, text, wrap

WIDTH: Final = 760.0
LEFT: Final = 150.0
RIGHT: Final = 24.0
TOP: Final = 30.0
RADIUS: Final = 11.0
APART: Final = 2 * RADIUS + 2
ROW: Final = 2 * RADIUS + 8
SIZE: Final = 13.0
MOST_TICKS: Final = 8
MONTHS: Final = 12
STEPS: Final = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200)


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened on a day, or from a day ``until`` another; ``kind`` names its row."""

    day: date
    label: str
    kind: str
    until: date | None = None
    strong: bool = False

    @property
    def last(self) -> date:
        """The last day; never before the first."""
        return max(self.day, self.until or self.day)


@dataclass(frozen=True, slots=True)
class _Scale:
    first: date
    days: int

    def __call__(self, day: date) -> float:
        return LEFT + RADIUS + (WIDTH - LEFT - RIGHT - 2 * RADIUS) * (day - self.first).days / self.days


@dataclass(frozen=True, slots=True)
class _Mark:
    number: int
    event: Event
    left: float
    right: float
    layer: int


def timeline(events: Sequence[Event], *, title: str, name: str = "timeline") -> Chart:
    """Draw events in order of day. Those that would overlap are set below each other."""
    ordered = sorted(events, key=lambda event: (event.day, event.last))
    kinds = list(dict.fromkeys(event.kind for event in events))
    first = min((event.day for event in events), default=date.min)
    last = max((event.last for event in events), default=date.min)
    scale = _Scale(first, max(1, (last - first).days))
    parts: list[str] = []
    y = TOP
    for kind in kinds:
        marks = _marks([(n, e) for n, e in enumerate(ordered, 1) if e.kind == kind], scale)
        drawn, tall = _row(kind, marks, y)
        parts += drawn
        y += tall
    words = _words(ordered)
    content = [*_ticks(scale, y), *parts]
    svg = drawing(content, width=WIDTH, height=y + 6, title=title, words=words, name=name, class_="timeline")
    return Chart(svg=svg, words=words, head=("Number", "When", "What", "Kind"), rows=_table(ordered))


def _marks(numbered: Sequence[tuple[int, Event]], scale: _Scale) -> list[_Mark]:
    ends: list[float] = []
    marks = []
    for number, event in numbered:
        left, right = scale(event.day), scale(event.last)
        layer = next((spot for spot, end in enumerate(ends) if end + APART <= left), len(ends))
        ends[layer : layer + 1] = [right]
        marks.append(_Mark(number, event, left, right, layer))
    return marks


def _row(kind: str, marks: Sequence[_Mark], y: float) -> tuple[list[str], float]:
    names = wrap(kind, LEFT - 24, SIZE, 3)
    layers = 1 + max(mark.layer for mark in marks)
    tall = max(layers * ROW, len(names) * (SIZE + 4)) + 10
    line = path([(0, y), (WIDTH, y)], "timeline__between")
    written = [
        element(
            "text", text(words), class_="timeline__kind", x=4.0, y=y + 20 + nth * (SIZE + 4), font_size=SIZE
        )
        for nth, words in enumerate(names)
    ]
    return [line, *written, *[_mark(mark, y + 5) for mark in marks]], tall


def _mark(mark: _Mark, top: float) -> str:
    y = top + mark.layer * ROW + ROW / 2
    strong = " timeline__mark--strong" if mark.event.strong else ""
    shape = {"class_": "timeline__shape", "stroke": "currentColor", "fill": "none"}
    width = mark.right - mark.left + 2 * RADIUS
    corner = RADIUS if not mark.event.strong else 0.0
    box = {"x": mark.left - RADIUS, "y": y - RADIUS, "width": width, "height": 2 * RADIUS, "rx": corner}
    number = {"x": mark.left, "y": y + SIZE / 3, "text_anchor": "middle", "font_size": SIZE - 1}
    return element(
        "g",
        element("title", text(f"{mark.number}: {_when(mark.event)}, {mark.event.label}")),
        element("rect", **box, **shape),
        element("text", str(mark.number), class_="timeline__number", **number),
        class_=f"timeline__mark{strong}",
    )


def _ticks(scale: _Scale, bottom: float) -> list[str]:
    months = scale.days / 30.4
    step = next((step for step in STEPS if months / step <= MOST_TICKS), STEPS[-1])
    parts = []
    for day in _firsts(scale, step):
        x = scale(day)
        at = {"x": x, "y": SIZE + 2, "text_anchor": "middle", "font_size": SIZE - 1}
        said = str(day.year) if step >= MONTHS else month_words(day)
        parts.append(path([(x, TOP - 8), (x, bottom)], "timeline__tick"))
        parts.append(element("text", said, class_="timeline__when", **at))
    return parts


def _firsts(scale: _Scale, step: int) -> list[date]:
    # First days of months, `step` months apart, inside the drawing.
    found = []
    count = scale.first.year * MONTHS + scale.first.month - 1
    count += -count % step
    while count // MONTHS <= date.max.year:
        day = date(max(1, count // MONTHS), count % MONTHS + 1, 1)
        if (day - scale.first).days > scale.days:
            break
        if day >= scale.first:
            found.append(day)
        count += step
    return found


def _when(event: Event) -> str:
    if event.last == event.day:
        return day_words(event.day)
    return f"{day_words(event.day)} to {day_words(event.last)}"


def _words(ordered: Sequence[Event]) -> str:
    if not ordered:
        return "Nothing is recorded yet."
    if len(ordered) == 1:
        return f"One thing happened: {ordered[0].label}, {_when(ordered[0])}."
    last = max(event.last for event in ordered)
    return f"{len(ordered)} things happened from {day_words(ordered[0].day)} to {day_words(last)}."


def _table(ordered: Sequence[Event]) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (str(number), _when(event), event.label, event.kind) for number, event in enumerate(ordered, 1)
    )
