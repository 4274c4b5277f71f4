"""The way through an issue, drawn."""

from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from rightdoor.engines.drawing.pathway import WIDTH, Band, Stop, way

NAMES = st.text(min_size=1, max_size=60)
BANDS = st.lists(
    st.builds(
        Band,
        label=NAMES,
        stops=st.lists(st.builds(Stop, NAMES, st.booleans()), max_size=7).map(tuple),
        nothing=st.just("None."),
    ),
    max_size=5,
)


def drawn(bands: list[Band]) -> ElementTree.Element:
    return ElementTree.fromstring(way(bands, title="Way", words="Words"))  # noqa: S314 - our own drawing


def test_each_service_stands_in_a_box_of_its_own() -> None:
    svg = drawn(
        [Band("For everyone", (Stop("Stay and play", open_door=True), Stop("Singing", open_door=True)))]
    )
    boxes = [part for part in svg.iter("{http://www.w3.org/2000/svg}g") if part.get("class") == "way__stop"]
    assert ["".join(box.itertext()) for box in boxes] == ["Stay and play", "Singing"]


def test_a_step_with_nothing_says_so() -> None:
    assert "Nothing here." in way([Band("Specialist", (), "Nothing here.")], title="Way", words="Words")


def test_only_an_open_door_is_filled() -> None:
    shut = way([Band("One", (Stop("A", open_door=False),))], title="Way", words="Words")
    assert 'class="way__door"' in shut
    assert shut.count('fill="currentColor"') == 0


@given(BANDS)
def test_every_box_lies_within_the_drawing(bands: list[Band]) -> None:
    svg = drawn(bands)
    height = float(str(svg.get("viewBox")).split()[3])
    for box in svg.iter("{http://www.w3.org/2000/svg}rect"):
        x, y, w, h = (float(str(box.get(side))) for side in ("x", "y", "width", "height"))
        assert x >= 0 and x + w <= WIDTH
        assert y >= 0 and y + h <= height
