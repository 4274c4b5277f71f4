"""Areas shaded by a figure: GeoJSON polygons to SVG, readable without colour, with the table behind it.

The projection is equirectangular with the cosine of the middle latitude, true enough for one county.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from rightdoor.engines.drawing.chart import Chart
from rightdoor.engines.drawing.svg import drawing, element, number, text

WIDTH: Final = 560.0
TALLEST: Final = 640.0
EDGE: Final = 8.0
LEAST_STEP: Final = 0.6
SIZE: Final = 13.0
KEY_ROW: Final = 26.0
LETTERS: Final = "ABCDEF"
MOST_BANDS: Final = len(LETTERS)
NO_FIGURE: Final = "no figure"
SMALLEST_CORNERS: Final = 3
Point = tuple[float, float]
Ring = list[Point]


@dataclass(frozen=True, slots=True)
class Area:
    """One area: its code, its name and its rings in degrees (longitude, latitude), holes included."""

    code: str
    name: str
    rings: tuple[tuple[Point, ...], ...]


def areas_of(collection: Mapping[str, Any], *, code: str, name: str) -> list[Area]:
    """Areas of a GeoJSON FeatureCollection; ``code`` and ``name`` are the names of its properties."""
    return [
        Area(
            str(feature["properties"][code]),
            str(feature["properties"][name]),
            tuple(_rings(feature["geometry"])),
        )
        for feature in collection["features"]
    ]


def _rings(geometry: Mapping[str, Any]) -> Iterator[tuple[Point, ...]]:
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    for polygon in polygons:
        for ring in polygon:
            yield tuple((float(point[0]), float(point[1])) for point in ring)


@dataclass(frozen=True, slots=True)
class Outline:
    """One area as it is drawn: its path in the units of the drawing, and where its letter stands."""

    area: Area
    path: str
    middle: Point | None


@dataclass(frozen=True, slots=True)
class Outlines:
    """Areas projected onto one drawing, whatever they will be shaded by; worth keeping between drawings."""

    all: tuple[Outline, ...]
    height: float
    project: Callable[[Point], Point]


def outlines(areas: Sequence[Area]) -> Outlines:
    """Project areas onto a drawing as wide as every map, and leave out what no screen can show."""
    project, height = _projection(areas)
    return Outlines(tuple(_outline(area, project) for area in areas), height, project)


def _outline(area: Area, project: Any) -> Outline:
    rings = [
        thin
        for ring in area.rings
        if len(thin := _thin([project(point) for point in ring])) >= SMALLEST_CORNERS
    ]
    path = "".join("M" + "L".join(f"{number(x)} {number(y)}" for x, y in ring) + "Z" for ring in rings)
    largest = max(rings, key=lambda ring: abs(_size(ring)), default=None)
    return Outline(area, path, _middle(largest) if largest else None)


def shaded(
    areas: Sequence[Area] | Outlines,
    figures: Mapping[str, float | None],
    *,
    title: str,
    unit: str = "",
    bands: int = 4,
    name: str = "map",
) -> Chart:
    """Shade areas in bands that hold about equally many areas.

    Each band has a letter, written in its areas and in the key, and a pattern. Areas whose figure is
    missing or None are left white and say so. ``bands`` is 1 to 6.
    """
    if not 1 <= bands <= MOST_BANDS:
        raise ValueError("a map has from 1 to 6 bands")
    outlined = areas if isinstance(areas, Outlines) else outlines(areas)
    areas = [outline.area for outline in outlined.all]
    edges = band_edges([value for area in areas if (value := figures.get(area.code)) is not None], bands)
    drawn = [
        piece
        for outline in outlined.all
        for piece in _area(outline, figures.get(outline.area.code), edges, (unit, name))
    ]
    missing = any(figures.get(area.code) is None for area in areas)
    key, tall = _key(edges, unit, outlined.height, name, missing=missing)
    rows = tuple(
        (area.name, _said(figures.get(area.code), unit), _letter(figures.get(area.code), edges))
        for area in areas
    )
    words = _words(areas, figures, unit, title)
    content = [_patterns(len(edges), name), *drawn, *key]
    svg = drawing(
        content, width=WIDTH, height=outlined.height + tall, title=title, words=words, name=name, class_="map"
    )
    return Chart(svg=svg, words=words, head=("Area", unit.capitalize() or "Figure", "Band"), rows=rows)


def band_edges(values: Sequence[float], bands: int) -> list[tuple[float, float]]:
    """Lowest and highest figure of each band, low to high; equal figures are never parted."""
    found: dict[int, list[float]] = defaultdict(list)
    before = 0
    for value, count in sorted(Counter(values).items()):
        # All areas of one figure go where the middle one of them belongs.
        found[int((before + count / 2) * bands / len(values))].append(value)
        before += count
    return [(inside[0], inside[-1]) for inside in found.values()]


def _projection(areas: Sequence[Area]) -> tuple[Any, float]:
    points = [point for area in areas for ring in area.rings for point in ring]
    if not points:
        return (lambda point: point), KEY_ROW
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    shrink = math.cos(math.radians((south + north) / 2))
    wide, tall = max((east - west) * shrink, 1e-9), max(north - south, 1e-9)
    scale = min((WIDTH - 2 * EDGE) / wide, TALLEST / tall)
    left = (WIDTH - wide * scale) / 2

    def project(point: Point) -> Point:
        return left + (point[0] - west) * shrink * scale, EDGE + (north - point[1]) * scale

    return project, tall * scale + 2 * EDGE


def _thin(ring: Sequence[Point]) -> Ring:
    # Corners nearer than a screen can show are left out.
    kept: Ring = []
    for x, y in ring:
        if not kept or math.hypot(x - kept[-1][0], y - kept[-1][1]) >= LEAST_STEP:
            kept.append((x, y))
    return kept


def _area(
    outline: Outline,
    value: float | None,
    edges: Sequence[tuple[float, float]],
    called: tuple[str, str],
) -> list[str]:
    unit, name = called
    letter = _letter(value, edges)
    fill = f"url(#{name}-band-{letter})" if letter else "none"
    shape = element(
        "path", d=outline.path, fill=fill, fill_rule="evenodd", stroke="currentColor", class_="map__shape"
    )
    said = f"{outline.area.name}: {_said(value, unit)}"
    band = f"map__area map__area--{letter.lower() or 'none'}"
    parts = [element("g", element("title", text(said)), shape, class_=band)]
    if outline.middle and letter:
        x, y = outline.middle
        at = {"x": x, "y": y + SIZE / 3, "text_anchor": "middle", "font_size": SIZE}
        parts.append(element("text", letter, class_="map__letter", aria_hidden="true", **at))
    return parts


def _size(ring: Ring) -> float:
    turned = [*ring[1:], ring[0]]
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(ring, turned, strict=True)) / 2


def _middle(ring: Ring) -> Point:
    # The centre of gravity; of the corners when the area is too thin to have one.
    size = _size(ring)
    if abs(size) < 1:
        return sum(x for x, _ in ring) / len(ring), sum(y for _, y in ring) / len(ring)
    turned = [*ring[1:], ring[0]]
    pairs = [(a, b, a[0] * b[1] - b[0] * a[1]) for a, b in zip(ring, turned, strict=True)]
    across = sum((a[0] + b[0]) * cross for a, b, cross in pairs) / (6 * size)
    return across, sum((a[1] + b[1]) * cross for a, b, cross in pairs) / (6 * size)


def _letter(value: float | None, edges: Sequence[tuple[float, float]]) -> str:
    if value is None:
        return ""
    return next((LETTERS[spot] for spot, (_, high) in enumerate(edges) if value <= high), "")


def _said(value: float | None, unit: str) -> str:
    return NO_FIGURE if value is None else f"{value:,g}{' ' + unit if unit else ''}"


def _words(areas: Sequence[Area], figures: Mapping[str, float | None], unit: str, title: str) -> str:
    known = [(value, area.name) for area in areas if (value := figures.get(area.code)) is not None]
    if not known:
        return f"{title}: no figures."
    (low, least), (high, most) = min(known), max(known)
    return f"{title}: lowest in {least} ({_said(low, unit)}), highest in {most} ({_said(high, unit)})."


def _patterns(count: int, name: str) -> str:
    made = []
    for spot in range(count):
        shade = element(
            "rect", width=8, height=8, fill="currentColor", fill_opacity=f"{0.08 + 0.14 * spot:.2f}"
        )
        strokes = ["M0 8L8 0", "M0 0L8 8", "M0 4H8"][: max(0, spot - 1)]
        lines = [
            element("path", d=d, stroke="currentColor", stroke_opacity="0.5", fill="none") for d in strokes
        ]
        size = {"width": 8, "height": 8, "patternUnits": "userSpaceOnUse"}
        made.append(
            element("pattern", shade, *lines, id=f"{name}-band-{LETTERS[spot]}", class_="map__band", **size)
        )
    return element("defs", *made)


def _key(
    edges: Sequence[tuple[float, float]], unit: str, top: float, name: str, *, missing: bool
) -> tuple[list[str], float]:
    said = [_said(high, unit) if low == high else f"{low:,g} to {_said(high, unit)}" for low, high in edges]
    shown = [
        (f"url(#{name}-band-{letter})", f"{letter}: {words}")
        for letter, words in zip(LETTERS, said, strict=False)
    ]
    shown += [("none", f"No letter: {NO_FIGURE}")] if missing else []
    parts = []
    for spot, (fill, words) in enumerate(shown):
        y = top + KEY_ROW * spot
        box = {"x": EDGE, "y": y, "width": 34.0, "height": KEY_ROW - 8}
        parts.append(element("rect", fill=fill, stroke="currentColor", class_="map__shape", **box))
        at = {"x": EDGE + 42.0, "y": y + SIZE, "font_size": SIZE}
        parts.append(element("text", text(words), class_="map__key", **at))
    return parts, KEY_ROW * len(shown) + EDGE
