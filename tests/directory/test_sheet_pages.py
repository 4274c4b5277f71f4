"""Pages of tip sheets: found by age and worry, shown in three ways, honest about their age and language."""

from datetime import date
from pathlib import Path

import pytest
import time_machine
from django.test import Client

from rightdoor.access.partnership import pack
from rightdoor.directory.presenters import sheets as present
from rightdoor.engines.packs import Sheet, load
from rightdoor.engines.packs.shelf import common_sheets
from tests.engines.packs.test_sheets import POLISH, SHEET, with_sheet
from tests.factories import NOW, practitioner
from tests.house.walking import BACKEND
from tests.words.reading import blocks
from tests.words.test_reading_age import faults

pytestmark = pytest.mark.django_db
SHEETS = {sheet.id: sheet for sheet in common_sheets()}


def html(path: str) -> str:
    answer = Client().get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_list_shows_every_sheet() -> None:
    page = html("/advice/")
    assert all(f'href="/advice/{name}/"' in page for name in SHEETS)


def test_a_childs_age_leaves_what_is_about_that_age() -> None:
    page = html("/advice/?age=2y")
    assert "/advice/tantrums/" in page
    assert "/advice/teenagers/" not in page


@pytest.mark.parametrize(("age", "found"), [("4y", True), ("5y", False)])
def test_the_upper_age_of_a_sheet_is_not_included(age: str, found: bool) -> None:
    assert (SHEETS["tantrums"] in present.chosen(SHEETS.values(), age, "")) is found


def test_before_birth_shows_what_is_about_pregnancy_and_about_everybody() -> None:
    found = {sheet.id for sheet in present.chosen(SHEETS.values(), "pregnancy", "")}
    assert {"expecting", "domestic-abuse"} <= found
    assert "tantrums" not in found


def test_a_worry_leaves_what_is_about_it() -> None:
    found = present.chosen(SHEETS.values(), "", "housing-money")
    assert [sheet.id for sheet in found] == ["money"]


def test_nothing_for_an_age_and_a_worry_offers_to_ask_for_help() -> None:
    page = html("/advice/?age=0m&worry=offending")
    assert "We have no sheet for that yet." in page
    assert 'href="/ask/"' in page


@pytest.mark.parametrize("asked", ["age=999y", "worry=nonsense", "view=nonsense", "age=%00"])
def test_a_list_asked_for_nonsense_shows_all(asked: str) -> None:
    assert "/advice/teenagers/" in html(f"/advice/?{asked}")


def test_a_sheet_says_what_cannot_wait_in_its_own_box() -> None:
    page = html("/advice/safe-sleep/")
    assert '<div class="app-urgent"><h2 class="govuk-heading-m">Get help now</h2>' in page


def test_large_print_is_the_same_sheet_in_bigger_type() -> None:
    page = html("/advice/tantrums/?view=large")
    assert 'class="govuk-template__body app-large"' in page
    assert "What helps today" in page


def test_easy_read_shows_each_sentence_with_its_picture() -> None:
    page = html("/advice/tantrums/?view=easy")
    assert page.count("app-pictogram") == len(SHEETS["tantrums"].head.easy)
    assert 'aria-label="An angry face"' in page


def test_a_sheet_nobody_wrote_is_not_found() -> None:
    assert Client().get("/advice/unicorns/").status_code == 404


def test_every_sheet_can_be_left_quickly() -> None:
    assert "govuk-exit-this-page" in html("/advice/domestic-abuse/")


def test_rights_name_the_council_and_its_front_door() -> None:
    page = html("/advice/your-rights/")
    assert "Your council is London Borough of Lewisham." in page
    assert "Children and Families Front Door" in page
    assert "It is not legal advice." in page


def test_a_sheet_leads_to_help_with_what_it_is_about() -> None:
    assert 'href="/find/pathways/housing-money/"' in html("/advice/money/")


def test_worries_have_the_names_the_partnership_gives_them() -> None:
    page = html("/advice/")
    assert all(f">{issue.name}" in page for issue in pack().issues if issue.id != "pregnancy")


def test_a_sheet_about_nothing_on_the_list_is_still_shown() -> None:
    shown = present.groups([SHEETS["tantrums"]], [], "")
    assert [group["heading"] for group in shown] == ["Other worries"]


def test_a_sheet_past_its_day_says_so_to_readers() -> None:
    with time_machine.travel(date(2027, 12, 1)):
        assert "Some may be out of date." in html("/advice/tantrums/")
    assert "Some may be out of date." not in html("/advice/tantrums/")


def test_staff_see_which_sheets_must_be_read_again() -> None:
    client = Client()
    client.force_login(practitioner("practitioner"), backend=BACKEND)
    with time_machine.travel(NOW):
        assert "Read it again" not in client.get("/information/sheets/").content.decode()
    rows = present.review_rows(SHEETS.values(), date(2027, 12, 1))
    assert all(row[4] == "Read it again" for row in rows)


@pytest.mark.parametrize("path", ["/advice/", "/advice/easy-read/", "/advice/tantrums/?view=easy"])
def test_the_pages_around_sheets_can_be_read_at_nine(path: str) -> None:
    assert not faults(path, blocks(html(path)))


def translated(tmp_path: Path, text: str = POLISH, english: str = SHEET) -> Sheet:
    pack = with_sheet(tmp_path, english)
    (pack / "sheets" / "pl").mkdir()
    (pack / "sheets" / "pl" / "tantrums.md").write_text(text, encoding="utf-8")
    return load(pack).sheet("tantrums")


def test_a_translated_sheet_is_shown_in_its_language(tmp_path: Path) -> None:
    told = present.words_of(translated(tmp_path), "pl")
    assert (told.title, told.language, told.older) == ("Napady złości", "pl", False)


def test_a_translation_of_older_words_says_so(tmp_path: Path) -> None:
    newer = SHEET.replace("written = 2026-01-01", "written = 2026-02-01")
    assert present.words_of(translated(tmp_path, english=newer), "pl").older


def test_where_nobody_has_translated_a_sheet_english_is_given(tmp_path: Path) -> None:
    told = present.words_of(translated(tmp_path), "so")
    assert (told.title, told.language) == ("Tantrums here", "")


def test_a_reader_in_another_language_is_told_that_a_sheet_is_in_english() -> None:
    client = Client()
    client.cookies["language"] = "pl"
    page = client.get("/advice/tantrums/").content.decode()
    assert '<html lang="pl"' in page
    assert '<div lang="en-GB" dir="ltr">' in page
    assert "app-language-note" in page


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("tantrums", "From 1 year to 5 years"),
        ("first-three-months", "From birth to 3 months"),
        ("expecting", "While you wait for a baby"),
        ("low-after-birth", "While you wait for a baby. From birth to 2 years"),
        ("domestic-abuse", "All ages"),
        ("your-rights", ""),
    ],
)
def test_a_sheet_says_for_whom_it_is(name: str, words: str) -> None:
    assert present.ages_of(SHEETS[name]) == words
