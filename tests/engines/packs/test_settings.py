"""Settings: schools, practices and centres of a pack, found by name or near a postcode."""

from dataclasses import replace as changed
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightdoor.engines.packs import Pack, Setting, load
from rightdoor.engines.packs.atlas import Place
from rightdoor.engines.packs.nearby import distance, find_settings
from tests.engines.packs.kit import SAMPLE, copy_of_sample, problems, replace

FAULTS = [
    ("school,urn-1", "castle,urn-1", 2, "“kind” is “castle”."),
    ("ZZ1 1AA", "zz11aa", 2, "“postcode” is “zz11aa”."),
    (",W1,", ",W9,", 2, "“W9” is no area of this pack."),
    ("ods-1", "urn-1", 3, "The id “urn-1” is used 2 times."),
    ("-0.1,S1", "-0.1,S9", 2, "“S9” is no source of pack.toml."),
    (",W2,,,", ",W2,51.5,,", 3, "Give both “lat” and “lon”"),
]


@pytest.mark.parametrize(("old", "new", "line", "reason"), FAULTS)
def test_a_wrong_setting_is_told_with_its_line(
    tmp_path: Path, old: str, new: str, line: int, reason: str
) -> None:
    pack = copy_of_sample(tmp_path)
    replace(pack / "settings.csv", old, new)
    assert line in [problem.line for problem in problems(pack) if reason in problem.reason]


def with_settings(*settings: Setting) -> Pack:
    return changed(load(SAMPLE), settings=settings)


def setting(id: str, name: str, lat: float | None = None, lon: float | None = None) -> Setting:
    return Setting(kind="school", id=id, name=name, lat=lat, lon=lon, source="S1")


def names(pack: Pack, words: str, kind: str = "") -> list[str]:
    return [found.name for found, _ in find_settings(pack, words, kind)]


def test_every_word_must_stand_in_the_name() -> None:
    pack = with_settings(setting("a", "St Mary's Primary"), setting("b", "St John Primary"))
    assert names(pack, "PRIMARY st") == ["St John Primary", "St Mary's Primary"]
    assert names(pack, "mary’s") == ["St Mary's Primary"]
    assert names(pack, "castle") == []


def test_near_a_postcode_the_nearest_comes_first_and_what_has_no_place_is_left_out() -> None:
    pack = with_settings(
        setting("a", "Far", 51.6, 0.5), setting("b", "Near", 51.501, 0.5), setting("c", "Somewhere")
    )
    assert names(pack, "zz1 1aa") == ["Near", "Far"]


def test_a_kind_leaves_its_kind() -> None:
    assert names(load(SAMPLE), "", "gp") == ["Sample Surgery"]


@given(lat=st.floats(50, 60), lon=st.floats(-5, 2), north=st.floats(0, 0.2))
def test_a_step_to_the_north_is_as_long_as_the_earth_says(lat: float, lon: float, north: float) -> None:
    there = setting("a", "There", min(60.9, lat + north), lon)
    far = distance(Place(None, lat, lon), there)
    assert far == pytest.approx((there.lat - lat) * 40_030 / 360, abs=0.01)  # type: ignore[operator]


@pytest.mark.parametrize("name", ["lewisham", "islington", "essex"])
def test_every_pack_knows_its_schools_and_practices(name: str) -> None:
    pack = load(Path("packs") / name)
    kinds = {found.kind for found in pack.settings}
    assert {"school", "gp"} <= kinds
    assert all(found.lat for found in pack.settings if found.kind == "gp")
