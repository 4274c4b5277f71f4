"""Maps of areas shaded by a figure."""

import json
import math
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightdoor.engines.drawing.mapping import Area, areas_of, band_edges, shaded

SQUARE = ((0.0, 51.0), (0.1, 51.0), (0.1, 51.1), (0.0, 51.1), (0.0, 51.0))
FIGURES = st.lists(st.floats(0, 1e6, allow_nan=False), min_size=1, max_size=40)


def tree(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)  # noqa: S314 - our own drawing


def area(code: str, name: str = "") -> Area:
    return Area(code, name or code, (SQUARE,))


@given(FIGURES, st.integers(1, 6))
def test_every_figure_falls_into_exactly_one_band(values: list[float], bands: int) -> None:
    edges = band_edges(values, bands)
    assert len(edges) <= bands
    for value in values:
        assert sum(low <= value <= high for low, high in edges) == 1


def test_equal_figures_are_never_parted() -> None:
    assert band_edges([1, 1, 1, 1, 9], 4) == [(1, 1), (9, 9)]


def test_a_degree_east_is_shorter_than_a_degree_north() -> None:
    made = tree(shaded([area("a")], {"a": 1}, title="Map").svg)
    shape = next(node for node in made.iter() if node.get("class") == "map__shape" and node.get("d"))
    corners = [tuple(map(float, pair.split())) for pair in str(shape.get("d")).strip("MZ").split("L")]
    wide = max(x for x, _ in corners) - min(x for x, _ in corners)
    tall = max(y for _, y in corners) - min(y for _, y in corners)
    assert wide / tall == pytest.approx(math.cos(math.radians(51.05)), abs=0.01)


def test_the_map_is_read_without_colour() -> None:
    made = shaded(
        [area("a", "North"), area("b", "South"), area("c", "East")], {"a": 1, "b": 9}, title="Need", bands=2
    )
    said = [node.text for node in tree(made.svg).iter() if node.tag.endswith("text")]
    assert {"A", "B", "A: 1", "B: 9", "No letter: no figure"} <= set(said)
    assert made.rows == (("North", "1", "A"), ("South", "9", "B"), ("East", "no figure", ""))
    assert made.words == "Need: lowest in North (1), highest in South (9)."


@given(st.text(max_size=60), st.text(max_size=20))
def test_any_name_and_unit_makes_a_drawing(name: str, unit: str) -> None:
    made = shaded([area("a", name)], {"a": 3}, title=name, unit=unit)
    assert tree(made.svg) is not None


def test_no_areas_and_no_figures_say_so() -> None:
    assert shaded([], {}, title="Need").words == "Need: no figures."


def test_seven_bands_are_too_many() -> None:
    with pytest.raises(ValueError, match="1 to 6 bands"):
        shaded([area("a")], {}, title="Need", bands=7)


def test_polygons_with_holes_and_islands_are_read() -> None:
    hole = [[0.02, 51.02], [0.04, 51.02], [0.04, 51.04], [0.02, 51.02]]
    geometry = {
        "type": "MultiPolygon",
        "coordinates": [[[list(p) for p in SQUARE], hole], [[list(p) for p in SQUARE]]],
    }
    feature = {"type": "Feature", "properties": {"code": "a", "name": "Isle"}, "geometry": geometry}
    found = areas_of(json.loads(json.dumps({"features": [feature]})), code="code", name="name")
    assert [len(one.rings) for one in found] == [3]
