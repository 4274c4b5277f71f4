"""What a sound pack answers."""

from datetime import date

import pytest

from rightdoor.engines.packs import Pack, load
from tests.engines.packs.kit import SAMPLE


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load(SAMPLE)


def test_a_record_is_found_by_its_id(pack: Pack) -> None:
    assert pack.service("talking-together").name == "Talking Together"
    assert pack.role("family-worker").caseload_limit == 6
    assert pack.agency("council").shares_by_law
    assert pack.panel("early-help").capacity == 8


def test_asking_for_a_record_that_is_not_there_names_the_pack(pack: Pack) -> None:
    with pytest.raises(KeyError, match="There is no service “flying” in the pack “sample”"):
        pack.service("flying")


@pytest.mark.parametrize("written", ["ZZ1 1AA", "zz11aa", " zz1 1aa ", "ZZ1-1AA"])
def test_a_postcode_is_found_however_it_is_written(pack: Pack, written: str) -> None:
    assert pack.place(written) == "W1"


@pytest.mark.parametrize("written", ["ZZ1 1AB", "ZZ9 9ZZ", "", "🙂", "A" * 10_000])
def test_a_postcode_of_no_known_area_gives_no_area(pack: Pack, written: str) -> None:
    assert pack.place(written) is None


def test_the_newest_population_is_given(pack: Pack) -> None:
    newest = pack.population("W1")
    assert newest is not None
    assert (newest.year, newest.population, newest.children_0_17) == (2021, 1100, 210)
    assert pack.population("W9") is None


def test_a_ward_knows_its_locality(pack: Pack) -> None:
    north = pack.locality_of("W1")
    assert north is not None
    assert north.name == "North"
    assert pack.locality_of("W9") is None


def test_a_source_is_found_by_the_first_word_of_a_citation(pack: Pack) -> None:
    source = pack.source("S1, table 4")
    assert source is not None
    assert source.title == "Made for tests"
    assert pack.source("local setting, to be agreed") is None


@pytest.mark.parametrize(
    ("day", "length"), [(date(2026, 3, 31), 10), (date(2026, 4, 1), 20), (date(2030, 1, 1), 20)]
)
def test_a_clock_keeps_the_version_of_the_day_it_started(pack: Pack, day: date, length: int) -> None:
    assert pack.clock("closing-follow-up").version_at(day).length == length


def test_what_a_new_version_leaves_out_stays_as_it_was(pack: Pack) -> None:
    version = pack.clock("closing-follow-up").version_at(date(2026, 4, 1))
    assert (version.unit, version.pauses) == ("working_days", ("waiting-for-family",))


def test_words_are_found_by_the_name_of_their_file(pack: Pack) -> None:
    assert pack.words("front-page") == "# Welcome\n"


def test_bands_stand_lowest_first(pack: Pack) -> None:
    assert [band.code for band in pack.scheme("levels").bands] == ["1", "3", "4"]
