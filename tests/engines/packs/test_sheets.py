"""Sheets for families: shared by all, replaced by one pack, refused with file and line when broken."""

from datetime import date
from pathlib import Path

import pytest

from rightdoor.engines.packs import load
from rightdoor.engines.packs.problems import Faults
from rightdoor.engines.packs.sheets import HEADINGS, Sheet
from rightdoor.engines.packs.shelf import COMMON, common_sheets, read_shelf
from tests.engines.packs.kit import copy_of_sample, line_of, problems

SHEET = """+++
id = "tantrums"
title = "Tantrums here"
summary = "What we say about tantrums."
kind = "worry"
age_from_months = 12
age_to_months = 60
issues = ["parenting"]
written = 2026-01-01
review_by = 2027-01-01
sources = ["Made for tests"]

[[easy]]
picture = "calm"
says = "Stay calm."
+++

## What is usual

Shouting.

## What helps today

Waiting.

## When to ask for help

When you like.

## Get help now

Ring 999.
"""
POLISH = """+++
title = "Napady złości"
summary = "Co pomaga."
translates = 2026-01-01

[[easy]]
picture = "calm"
says = "Zachowaj spokój."
+++

## Co jest zwykłe

Krzyk.

## Co pomaga

Czekać.

## Kiedy prosić o pomoc

Zawsze.

## Pomoc teraz

999.
"""


def with_sheet(folder: Path, text: str = SHEET, name: str = "tantrums.md") -> Path:
    pack = copy_of_sample(folder)
    file = pack / "sheets" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return pack


def test_every_pack_has_the_common_sheets() -> None:
    common = common_sheets()
    assert len([sheet for sheet in common if sheet.head.kind in ("age", "worry")]) >= 25
    assert {sheet.id for sheet in common} <= {sheet.id for sheet in load(Path("packs/essex")).sheets}


def test_a_pack_replaces_a_common_sheet_by_its_own(tmp_path: Path) -> None:
    pack = load(with_sheet(tmp_path))
    assert pack.sheet("tantrums").head.title == "Tantrums here"
    assert not pack.sheet("tantrums").common
    assert len(pack.sheets) == len(common_sheets())


def test_a_sheet_keeps_its_parts_in_order(tmp_path: Path) -> None:
    sections = load(with_sheet(tmp_path)).sheet("tantrums").sections
    assert tuple(section.heading for section in sections) == HEADINGS
    assert sections[3].text == "Ring 999."


@pytest.mark.parametrize(("months", "fits"), [(11, False), (12, True), (59, True), (60, False)])
def test_a_sheet_is_for_children_from_one_age_until_before_another(
    tmp_path: Path, months: int, fits: bool
) -> None:
    assert load(with_sheet(tmp_path)).sheet("tantrums").fits_age(months) is fits


@pytest.mark.parametrize(("day", "overdue"), [(date(2027, 1, 1), False), (date(2027, 1, 2), True)])
def test_a_sheet_is_overdue_the_day_after_it_should_have_been_read_again(
    tmp_path: Path, day: date, overdue: bool
) -> None:
    assert load(with_sheet(tmp_path)).sheet("tantrums").overdue(day) is overdue


FAULTS = [
    ('id = "tantrums"', 'id = "other"', "id =", "The id is “other” but the file is “tantrums.md”."),
    ('kind = "worry"', 'kind = "worries"', "kind =", "Use one of: “age”, “worry”, “rights”, “using”."),
    ('picture = "calm"', 'picture = "unicorn"', "picture =", "There is no picture “unicorn”."),
    ("age_to_months = 60", "age_to_months = 12", "+++", "(the upper age is not included)"),
    ("age_to_months = 60", "all_ages = true", "+++", "or neither"),
    ("age_from_months = 12\nage_to_months = 60\n", "", "+++", "Say for whom it is"),
    ("age_to_months = 60", "age_to_months = 60\nall_ages = true", "+++", "Say for whom it is"),
    ("review_by = 2027-01-01", "review_by = 2026-01-01", "+++", "must be later than “written”"),
    ('issues = ["parenting"]', 'isues = ["parenting"]', "isues", "Did you mean “issues”?"),
    ('sources = ["Made for tests"]', "sources = []", "sources", "at least 1 item"),
    ("## What helps today", "## Helps", "", "four headings in this order"),
    ("Ring 999.", "", "", "words below it"),
    ('says = "Stay calm."', "says = Stay calm", "says =", "This is not TOML"),
]


@pytest.mark.parametrize(("old", "new", "at", "reason"), FAULTS)
def test_a_broken_sheet_is_told_with_its_line(
    tmp_path: Path, old: str, new: str, at: str, reason: str
) -> None:
    assert old in SHEET
    pack = with_sheet(tmp_path, SHEET.replace(old, new, 1))
    found = problems(pack)
    assert {problem.file for problem in found} == {"sheets/tantrums.md"}
    told = next(problem for problem in found if reason in problem.reason)
    assert not at or told.line == line_of(pack / "sheets" / "tantrums.md", at)


def test_a_sheet_without_its_fields_is_told_how_to_begin(tmp_path: Path) -> None:
    found = problems(with_sheet(tmp_path, "# Tantrums\n"))
    assert "Begin with a line +++" in found[0].reason


def test_a_translation_stands_beside_its_sheet(tmp_path: Path) -> None:
    pack = with_sheet(tmp_path)
    (pack / "sheets" / "pl").mkdir()
    (pack / "sheets" / "pl" / "tantrums.md").write_text(POLISH, encoding="utf-8")
    translation = load(pack).sheet("tantrums").translations["pl"]
    assert translation.head.title == "Napady złości"
    assert translation.sections[0].heading == "Co jest zwykłe"


@pytest.mark.parametrize(
    ("folder", "name", "text", "reason"),
    [
        ("zz", "tantrums", POLISH, "“zz” is not a language code"),
        ("pl", "tantrums", POLISH.partition("## Pomoc")[0], "The English sheet has 4 parts, this has 3."),
        ("pl", "other", POLISH, "There is no English sheet of this name"),
    ],
)
def test_a_broken_translation_is_told(tmp_path: Path, folder: str, name: str, text: str, reason: str) -> None:
    pack = with_sheet(tmp_path)
    (pack / "sheets" / folder).mkdir()
    (pack / "sheets" / folder / f"{name}.md").write_text(text, encoding="utf-8")
    found = problems(pack)
    assert found[0].file == f"sheets/{folder}/{name}.md"
    assert reason in found[0].reason


def test_a_pack_may_translate_nothing_of_a_sheet_it_does_not_have(tmp_path: Path) -> None:
    faults = Faults()
    assert read_shelf(tmp_path, faults, common=False) == ()
    assert not faults.problems


def test_the_common_sheets_are_sound() -> None:
    faults = Faults()
    found: tuple[Sheet, ...] = read_shelf(COMMON, faults, common=True)
    assert not faults.problems
    assert all(sheet.common for sheet in found)
