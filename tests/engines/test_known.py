"""Are they already known? Points and reasons."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightdoor.engines.known import CERTAIN, SHOW_FROM, Asked, Candidate, compare

BORN = date(2013, 4, 9)
KOFI = Candidate(("Kofi",), ("Mensah",), BORN, frozenset({"SE13 6LG"}))


def test_a_half_brother_under_another_surname_is_found() -> None:
    likeness = compare(Asked("Kofi", "Adeyemi", BORN, "SE13 6LG"), KOFI)
    assert likeness.worth_showing
    assert likeness.reasons == ("same first name", "same birth date", "same postcode")
    assert likeness.against == ("different family name",)


def test_the_same_number_is_certain_whatever_else_differs() -> None:
    number = frozenset({("nhs", "9434765919")})
    likeness = compare(
        Asked("Ann", "Bee", identifiers=number), Candidate(("Zoe",), ("Wye",), identifiers=number)
    )
    assert likeness.score == CERTAIN


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        (date(2013, 9, 4), "birth date with day and month swapped"),
        (date(2013, 4, 8), "birth date one digit apart"),
    ],
)
def test_slips_of_the_pen_in_a_birth_date_still_count(asked: date, reason: str) -> None:
    assert reason in compare(Asked("Kofi", "Mensah", asked), KOFI).reasons


def test_a_year_alone_is_compared_as_an_age() -> None:
    asked = Asked("Kofi", "Mensah", date(2012, 1, 1), birth_date_exact=False)
    assert "about the same age" in compare(asked, KOFI).reasons


def test_a_common_name_alone_is_not_enough() -> None:
    assert compare(Asked(known_as="Kofi"), KOFI).score < SHOW_FROM


def test_names_in_another_script_are_compared_as_they_are() -> None:
    likeness = compare(Asked("محمد", "علي", BORN), Candidate(("محمد",), ("علي",), BORN))
    assert likeness.reasons == ("same first name", "same family name", "same birth date")


names = st.text(max_size=12)


asked = st.builds(Asked, names, names, st.dates() | st.none())
held = st.builds(Candidate, st.tuples(names), st.tuples(names), st.dates() | st.none())


@given(asked, held)
def test_points_stay_between_nought_and_a_hundred(question: Asked, record: Candidate) -> None:
    likeness = compare(question, record)
    assert 0 <= likeness.score < CERTAIN


@given(names, names, st.dates())
def test_agreeing_on_one_more_thing_never_lowers_the_points(given_name: str, family: str, born: date) -> None:
    record = Candidate((given_name,), (family,), born)
    assert (
        compare(Asked(given_name, family, born), record).score
        >= compare(Asked(given_name, family), record).score
    )
