"""NHS numbers and unique pupil numbers: published examples, and every slip of one character is caught."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from rightdoor.engines.identifiers import (
    format_nhs_number,
    is_nhs_number,
    is_upn,
    nhs_check_digit,
    upn_check_letter,
)

NINE = st.text("0123456789", min_size=9, max_size=9)
LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
TWELVE = st.builds(
    str.__add__, st.text("0123456789", min_size=11, max_size=11), st.sampled_from("0123456789" + LETTERS)
)


@pytest.mark.parametrize("number", ["943 476 5919", "9434765919", "943-476-5919", " 9434765919 "])
def test_the_nhs_data_dictionarys_example_is_valid_however_it_is_spaced(number: str) -> None:
    assert is_nhs_number(number)


@pytest.mark.parametrize(
    "number", ["", "943 476 5918", "943476591", "94347659190", "943476591X", "0000000000", "٩٤٣٤٧٦٥٩١٩"]
)
def test_anything_else_is_no_nhs_number(number: str) -> None:
    assert not is_nhs_number(number)


def test_nine_digits_whose_check_would_be_ten_have_no_number() -> None:
    assert nhs_check_digit("000000040") is None


def test_an_nhs_number_is_written_in_three_groups() -> None:
    assert format_nhs_number("9434765919") == "943 476 5919"


@given(NINE, st.integers(0, 9), st.integers(1, 9))
def test_one_wrong_digit_of_an_nhs_number_is_caught(nine: str, place: int, slip: int) -> None:
    check = nhs_check_digit(nine)
    assume(check is not None)
    number = f"{nine}{check}"
    wrong = number[:place] + str((int(number[place]) + slip) % 10) + number[place + 1 :]
    assert is_nhs_number(number) or len(set(number)) == 1
    assert not is_nhs_number(wrong)


@given(NINE, st.integers(0, 8))
def test_two_neighbouring_digits_swapped_are_caught(nine: str, place: int) -> None:
    number = f"{nine}{nhs_check_digit(nine)}"
    assume(len(number) == 10 and number[place] != number[place + 1])
    assert not is_nhs_number(number[:place] + number[place + 1] + number[place] + number[place + 2 :])


@pytest.mark.parametrize("number", ["H801200001001", "B801200005001", "b801 2000 05001"])
def test_published_examples_of_pupil_numbers_are_valid(number: str) -> None:
    assert is_upn(number)


@pytest.mark.parametrize(
    "number", ["", "B207000016049", "A801200005001", "I801200005001", "B80120000500", "X80120000A001"]
)
def test_anything_else_is_no_pupil_number(number: str) -> None:
    assert not is_upn(number)


@given(TWELVE)
def test_a_pupil_number_with_its_check_letter_is_valid_and_with_any_other_is_not(twelve: str) -> None:
    right = upn_check_letter(twelve)
    assert [letter for letter in LETTERS if is_upn(letter + twelve)] == [right]


@given(st.text(max_size=20))
def test_any_text_can_be_asked_about(text: str) -> None:
    assert not (is_nhs_number(text) and is_upn(text))
