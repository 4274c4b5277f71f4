"""Localities as pages: the map, the table behind it, one area."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.core.paginator import Page
from markupsafe import Markup

from rightdoor.access.outlining import outlines_of
from rightdoor.engines.drawing.chart import Chart
from rightdoor.engines.drawing.mapping import shaded
from rightdoor.engines.packs import Pack
from rightdoor.ui.addresses import reverse
from rightdoor.web.counting import is_hidden, shares, shown, total_shown
from rightdoor.web.queries.localities import Counted


@dataclass(frozen=True)
class Measure:
    """One column: its words and where its number comes from."""

    key: str
    words: str
    of: Callable[[Counted], int]


MEASURES = (
    Measure("families", "Families being helped", lambda one: one.families),
    Measure("requests-30", "Requests in 30 days", lambda one: one.requests_30),
    Measure("requests-90", "Requests in 90 days", lambda one: one.requests_90),
    Measure("overdue", "Requests overdue", lambda one: one.overdue),
)
REQUESTS = MEASURES[2]
HEAD = ["Area", *(m.words for m in MEASURES), "Share of requests", "Share of children"]


def areas_page(counted: Sequence[Counted], pack: Pack, chosen: str) -> dict[str, Any]:
    """Give the map of the chosen measure and the table of all."""
    measure = next((one for one in MEASURES if one.key == chosen), REQUESTS)
    head = [*HEAD, "Locality"] if pack.localities else HEAD
    return {
        "title": "Localities",
        "wide": True,
        "map": _map(counted, pack, measure),
        "measure": measure,
        "measures": [
            {"text": one.words, "href": f"?show={one.key}", "current": one is measure} for one in MEASURES
        ],
        "head": head,
        "rows": [*_rows(counted, pack), _total(counted, columns=len(head))],
    }


def area_page(one: Counted, page: Page[Any]) -> dict[str, Any]:
    """Give one area's counts and the families in sight."""
    return {
        "title": one.name,
        "caption": "Locality",
        "facts": [{"key": measure.words, "value": shown(measure.of(one))} for measure in MEASURES],
        "families": [
            [
                {"text": family.name, "href": reverse("families:overview", args=[family.pk])},
                family.get_service_display(),
            ]
            for family in page.object_list
        ],
        "page": page,
    }


def _rows(counted: Sequence[Counted], pack: Pack) -> list[list[Any]]:
    children = sum(one.children or 0 for one in counted)
    return [
        [
            {"text": one.name, "href": reverse("web:locality", args=[one.code])} if one.code else one.name,
            *(shown(measure.of(one)) for measure in MEASURES),
            portion,
            f"{100 * one.children / children:.1f}%" if one.children and children else "",
            *_locality(one, pack),
        ]
        for one, portion in zip(counted, shares([one.requests_90 for one in counted]), strict=True)
    ]


def _locality(one: Counted, pack: Pack) -> list[str]:
    found = pack.locality_of(one.code)
    return [found.name if found else ""] if pack.localities else []


def _total(counted: Sequence[Counted], columns: int) -> list[Any]:
    row = ["All", *(total_shown([measure.of(one) for one in counted]) for measure in MEASURES)]
    return row + [""] * (columns - len(row))


def _map(counted: Sequence[Counted], pack: Pack, measure: Measure) -> dict[str, Any] | None:
    layer = next(iter(pack.layers), None)
    if layer is None:
        return None
    figures = ((one.code, None if is_hidden(measure.of(one)) else float(measure.of(one))) for one in counted)
    chart = _shaded(pack, layer.id, measure.words, tuple(figures))
    return {"svg": Markup(chart.svg), "words": chart.words}  # noqa: S704 - the engine escapes every text


@lru_cache(maxsize=64)
def _shaded(pack: Pack, kind: str, title: str, figures: tuple[tuple[str, float | None], ...]) -> Chart:
    # The same figures make the same map: it is drawn anew when one of them changes.
    return shaded(outlines_of(pack, kind), dict(figures), title=title, name="localities")
