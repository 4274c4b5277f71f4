"""Results in words: how far, for which ages, and what fits."""

import pytest

from rightdoor.directory.presenters import emergency
from rightdoor.directory.presenters.finding import SAID, ages_words, miles_words, reason_words
from rightdoor.engines.finding import Reason, standard_rules


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (24, 108, "For children of 2 to 8"),
        (0, 60, "For children under 5"),
        (None, 60, "For children under 5"),
        (0, 9, "For babies under 9 months"),
        (0, 12, "For babies under 1"),
        (144, None, "For children from 12"),
        (0, None, "For children of all ages"),
        (132, 144, "For children of 11"),
        (6, 24, "For children from 6 months until 2"),
    ],
)
def test_ages_are_said_with_the_last_year_that_counts(first: int, last: int, words: str) -> None:
    assert ages_words(first, last) == words


@pytest.mark.parametrize(
    ("km", "words"),
    [
        (0.2, "Less than a quarter of a mile away"),
        (1.6, "1 mile away"),
        (1.93, "1.2 miles away"),
        (16.1, "10.0 miles away"),
    ],
)
def test_distance_is_said_in_miles(km: float, words: str) -> None:
    assert miles_words(km) == words


def test_what_does_not_fit_says_so() -> None:
    assert reason_words(Reason("ages", (24, 108), fits=False)) == "May not fit. For children of 2 to 8"
    assert reason_words(Reason("creche", "no", fits=False)) == "Has no crèche"


def test_what_nobody_knows_is_asked_and_never_claimed() -> None:
    assert all(words.startswith("Ask") for code, words in SAID.items() if code.endswith("-unknown"))


def test_every_word_of_emergency_help_can_be_translated() -> None:
    rules = standard_rules()
    assert {str(title) for title in emergency.TITLES} == {rule.urgent.title for rule in rules.rules}
    assert {contact.says for contact in rules.contacts.values()} <= {str(line) for line in emergency.LINES}
