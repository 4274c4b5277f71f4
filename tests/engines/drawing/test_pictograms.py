"""Pictures for easy-read pages: each is whole SVG and says in words what it shows."""

from xml.etree import ElementTree

import pytest

from rightdoor.engines.drawing.pictograms import PICTOGRAMS, pictogram

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("name", sorted(PICTOGRAMS))
def test_a_picture_is_sound_and_says_what_it_shows(name: str) -> None:
    root = ElementTree.fromstring(pictogram(name))  # noqa: S314 - made by us
    assert root.tag == f"{SVG}svg"
    assert root.findtext(f"{SVG}title") == root.get("aria-label") == PICTOGRAMS[name].alt
    assert not [element for element in root.iter() if element.get("style")]


def test_a_picture_nobody_drew_is_refused() -> None:
    with pytest.raises(KeyError):
        pictogram("unicorn")
