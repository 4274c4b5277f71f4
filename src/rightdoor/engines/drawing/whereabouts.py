"""Where places are: a number for each on the outlines of the areas around them."""

from __future__ import annotations

from collections.abc import Sequence

from rightdoor.engines.drawing.mapping import WIDTH, Outlines, Point
from rightdoor.engines.drawing.svg import drawing, element, text

RADIUS, SIZE = 12.0, 14.0


def whereabouts(
    outlined: Outlines, places: Sequence[tuple[str, Point]], *, title: str, name: str = "places"
) -> str:
    """Draw numbered places, each (name, (longitude, latitude)), in the order given; SVG.

    A place outside the drawing is left out, and keeps its number.
    """
    areas = [
        element(
            "path",
            d=one.path,
            fill="none",
            fill_rule="evenodd",
            stroke="currentColor",
            class_="map__shape map__shape--quiet",
        )
        for one in outlined.all
    ]
    points = [
        piece
        for count, (label, at) in enumerate(places, 1)
        if _inside(outlined, spot := outlined.project(at))
        for piece in _point(count, label, spot)
    ]
    said = "; ".join(f"{count}: {label}" for count, (label, _) in enumerate(places, 1))
    return drawing(
        [*areas, *points],
        width=WIDTH,
        height=outlined.height,
        title=title,
        words=said,
        name=name,
        class_="map map--places",
    )


def _inside(outlined: Outlines, spot: Point) -> bool:
    return 0 <= spot[0] <= WIDTH and 0 <= spot[1] <= outlined.height


def _point(count: int, label: str, spot: Point) -> list[str]:
    x, y = spot
    circle = element("circle", element("title", text(label)), cx=x, cy=y, r=RADIUS, class_="map__place")
    at = {"x": x, "y": y + SIZE / 3, "text_anchor": "middle", "font_size": SIZE}
    return [circle, element("text", str(count), class_="map__number", aria_hidden="true", **at)]
