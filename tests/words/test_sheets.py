"""Sheets for families can be read at nine; the easy-read version is easier still."""

from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from rightdoor.engines.packs import Sheet, load
from tests.house.kit import ROOT
from tests.words.reading import blocks, grade, sentences

AGE_NINE, LONGEST = 5.0, 22
EASY_GRADE, EASY_LONGEST = 4.0, 12
PACKS = sorted(file.parent for file in (ROOT / "packs").glob("*/pack.toml"))
SHEETS = {sheet.id: sheet for folder in PACKS for sheet in load(folder).sheets}
FOR_HELP = ("999", "111", "101")


def words_of(sheet: Sheet) -> list[str]:
    text = "\n\n".join(f"## {part.heading}\n\n{part.text}" for part in sheet.sections)
    return [sheet.head.title, sheet.head.summary, *blocks(MarkdownIt().render(text))]


@pytest.mark.parametrize("name", sorted(SHEETS))
def test_a_sheet_can_be_read_at_nine(name: str) -> None:
    said = sentences(words_of(SHEETS[name]))
    assert grade(said) < AGE_NINE
    assert not [" ".join(words) for words in said if len(words) > LONGEST]


@pytest.mark.parametrize("name", sorted(SHEETS))
def test_the_easy_read_version_is_short_sentences(name: str) -> None:
    points = [point.says for point in SHEETS[name].head.easy]
    assert grade(sentences(points)) < EASY_GRADE
    assert not [says for says in points if len(says.split()) > EASY_LONGEST]


@pytest.mark.parametrize("name", sorted(SHEETS))
def test_a_sheet_says_whom_to_ring_in_an_emergency(name: str) -> None:
    assert any(number in SHEETS[name].sections[-1].text for number in FOR_HELP)


@pytest.mark.parametrize("folder", PACKS, ids=lambda folder: folder.name)
def test_every_age_of_childhood_has_a_sheet(folder: Path) -> None:
    sheets = [sheet for sheet in load(folder).sheets if sheet.head.kind == "age"]
    assert any(sheet.head.for_pregnancy for sheet in sheets)
    assert all(any(sheet.fits_age(months) for sheet in sheets) for months in range(18 * 12))
