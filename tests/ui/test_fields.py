"""Fields: what they take, and what they say when they do not."""

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from rightdoor.ui import fields
from rightdoor.ui.dates import PartialDate


def answer(field: Any, value: Any) -> Any:
    return field.clean(value)


def refusal(field: Any, value: Any) -> str:
    with pytest.raises(ValidationError) as caught:
        field.clean(value)
    return " ".join(caught.value.messages)


def boxes(day: str = "", month: str = "", year: str = "") -> dict[str, str]:
    return {"day": day, "month": month, "year": year}


NAMES = ["نور الهدى", "Ó Súilleabháin-Nguyễn", "X Æ A-12", "李伟", "Robert'); DROP TABLE--", "💃🏾", "=1+1"]


@pytest.mark.parametrize("name", NAMES)
def test_nobodys_name_is_wrong(name: str) -> None:
    assert answer(fields.Name(label="Name"), f"  {name} ") == name


def test_a_name_of_200_characters_fits_and_of_201_does_not() -> None:
    field = fields.Name(label="Name")
    assert answer(field, "x" * 200) == "x" * 200
    assert refusal(field, "x" * 201) == "Name must be 200 characters or fewer. It is 201 now."


def test_ten_thousand_characters_are_counted_in_the_message() -> None:
    assert refusal(fields.Text(label="What do they like?"), "x" * 10_000) == (
        "Your answer must be 200 characters or fewer. It is 10,000 now."
    )


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("First name", "Enter first name"),
        ("NHS number", "Enter NHS number"),
        ("What helps?", "Answer the question “What helps?”"),
    ],
)
def test_a_missing_answer_says_what_to_do(label: str, said: Any) -> None:
    assert refusal(fields.Text(label=label), "   ") == said


def test_long_text_keeps_its_lines() -> None:
    assert answer(fields.LongText(label="Notes"), "a\r\n\r\n b\rc") == "a\n\n b\nc"


@pytest.mark.parametrize(
    ("said", "kept"), [("se136ly", "SE13 6LY"), (" w1a 0ax", "W1A 0AX"), ("CM1  1QH", "CM1 1QH")]
)
def test_a_postcode_is_kept_as_it_is_written_on_letters(said: Any, kept: Any) -> None:
    assert answer(fields.Postcode(label="Postcode"), said) == kept


@pytest.mark.parametrize("said", ["SE13", "12345", "SE13 6L", "x" * 21])
def test_half_a_postcode_is_refused(said: Any) -> None:
    assert refusal(fields.Postcode(label="Postcode"), said)


@pytest.mark.parametrize(
    "said", ["020 7946 0000", "+44 (0)7700 900000", "07700900000 x12", "+48 22 123 45 67"]
)
def test_telephone_numbers_are_kept_as_written(said: Any) -> None:
    assert answer(fields.Telephone(label="Telephone"), said) == said


@pytest.mark.parametrize("said", ["999999", "1" * 16, "ring me", "<script>"])
def test_what_cannot_be_rung_is_refused(said: Any) -> None:
    assert refusal(fields.Telephone(label="Telephone"), said).startswith("Enter a telephone number")


@pytest.mark.parametrize(("said", "kept"), [("1", 1), ("52", 52), (" 1,000 ", 1000)])
def test_whole_numbers_are_read(said: Any, kept: Any) -> None:
    assert answer(fields.Number(label="Weeks", lowest=1, highest=1000), said) == kept


@pytest.mark.parametrize("said", ["0", "1001", "-1", "9" * 5000])
def test_a_number_outside_its_bounds_is_told_them(said: Any) -> None:
    field = fields.Number(label="Weeks", lowest=1, highest=1000)
    assert refusal(field, said) == "Weeks must be a whole number between 1 and 1,000"


@pytest.mark.parametrize("said", ["1.5", "two", "1e3"])
def test_what_is_no_whole_number_is_refused(said: Any) -> None:
    assert refusal(fields.Number(label="Weeks"), said) == "Weeks must be a whole number"


def test_yes_no_and_not_knowing() -> None:
    yes_no, unsure = fields.YesNo(label="Q"), fields.YesNoUnknown(label="Q")
    assert [answer(yes_no, "yes"), answer(yes_no, "no"), answer(unsure, "unknown")] == [
        True,
        False,
        "unknown",
    ]


def test_an_answer_that_was_not_offered_is_refused() -> None:
    assert refusal(fields.YesNo(label="Q"), "maybe") == "Select one of the answers listed"


@pytest.mark.parametrize(("said", "kept"), [("0", 0), ("10", 10)])
def test_a_scale_runs_from_nought_to_ten(said: Any, kept: Any) -> None:
    assert answer(fields.Scale(label="Q", low="bad", high="good"), said) == kept


def test_eleven_is_not_on_the_scale() -> None:
    assert refusal(fields.Scale(label="Q", low="bad", high="good"), "11")


def test_none_of_these_stands_alone() -> None:
    field = fields.Checkboxes(label="Q", choices=[("a", "A"), ("none", "None of these")], exclusive="none")
    assert answer(field, ["none"]) == ["none"]
    assert refusal(field, ["a", "none"]) == "Select other answers or “None of these”, not both"


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        (boxes("2", "4", "2019"), PartialDate(2019, 4, 2)),
        (boxes("", "April", "2019"), PartialDate(2019, 4)),
        (boxes("", "", "2019"), PartialDate(2019)),
        (boxes("29", "2", "2024"), PartialDate(2024, 2, 29)),
    ],
)
def test_a_date_may_be_known_in_part(said: Any, kept: Any) -> None:
    assert answer(fields.PartialDay(label="Date of birth"), said) == kept


@pytest.mark.parametrize(
    ("said", "message"),
    [
        (boxes("29", "2", "2023"), "Date of birth must be a real date. There is no such day"),
        (boxes("1", "13", "2023"), "Date of birth: the month must be a number from 1 to 12, or its name"),
        (boxes("1", "", "2023"), "Date of birth must include a month"),
        (boxes("1", "4", ""), "Date of birth must include a year"),
        (boxes("1", "4", "19"), "Date of birth: the year must have 4 numbers, like 2019"),
        (boxes("x", "4", "2019"), "Date of birth: the day must be a number"),
        (boxes("0", "4", "2019"), "Date of birth must be a real date. There is no such day"),
        (boxes("1", "4", "²⁰¹⁹"), "Date of birth: the year must be a number"),
        (boxes("1", "4", "1" * 5000), "Date of birth: the year must be a number"),
        (boxes("31", "12", "1899"), "Date of birth must be 1 January 1900 or later"),
        (boxes(), "Enter date of birth"),
    ],
)
def test_an_impossible_date_says_what_is_wrong(said: Any, message: str) -> None:
    assert refusal(fields.PartialDay(label="Date of birth"), said) == message


def test_a_date_up_to_today_is_taken_and_tomorrow_is_not() -> None:
    field = fields.Day(label="Date", latest=date(2026, 11, 23))
    assert answer(field, boxes("23", "11", "2026")) == date(2026, 11, 23)
    assert refusal(field, boxes("24", "11", "2026")) == "Date must be 23 November 2026 or earlier"


def test_this_year_may_be_given_before_it_is_over() -> None:
    field = fields.PartialDay(label="Date", latest=date(2026, 11, 23))
    assert answer(field, boxes("", "", "2026")) == PartialDate(2026)


def test_a_whole_date_needs_all_its_parts() -> None:
    assert refusal(fields.Day(label="Date"), boxes("", "", "2026")) == "Date must include a day and month"


def test_nothing_need_not_be_something() -> None:
    assert answer(fields.Day(label="Date", required=False), boxes()) is None
