"""Urgent words: help is shown first, whatever else is written around them."""

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from rightdoor.engines.finding import first_contacts, standard_rules, urgent_for
from rightdoor.engines.finding.spelling import is_english
from rightdoor.engines.finding.text import words_of

SAID = {
    "I want to die": "end-life",
    "dont want to be here anymore": "end-life",
    "she says she is going to kill herself": "end-life",
    "suicide": "end-life",
    "my daughter is cutting her arms": "self-harm",
    "son self harming": "self-harm",
    "he took a whole box of paracetamol": "overdose",
    "my baby is not breathing": "baby-very-ill",
    "I'm scared I'm going to hurt my baby": "may-hurt-child",
    "my husband hits me": "violence-now",
    "my teenager hits me": "violence-now",
    "he says he will kill me": "violence-now",
    "a man is following me": "violence-now",
    "he has got a knife": "violence-now",
    "my neighbour is beating his kids": "child-in-danger",
    "my uncle touches me": "child-in-danger",
    "scared for my grandkids parents are neglecting them": "child-in-danger",
    "abused as a kid": "child-in-danger",
    "women's refuge": "violence-now",
    "my daughter has gone missing": "child-in-danger",
}
CALM = [
    "killing time with a toddler",
    "I could murder a tea",
    "my nan died",
    "my son doesn't want to go to school",
    "child missing school",
    "baby is cutting teeth",
    "meet other dads",
    "money for food",
    "I can't stop crying since the baby",
    "in danger of losing our home",
    "baby blues group",
]
WORDS = st.lists(st.text(st.characters(categories=["L", "N", "P", "Z"]), min_size=1, max_size=8), max_size=6)


def shown(words: str) -> list[str]:
    return [urgent.id for urgent in urgent_for(words)]


@pytest.mark.parametrize(("words", "rule"), SAID.items())
def test_urgent_words_show_help(words: str, rule: str):
    assert rule in shown(words)


@pytest.mark.parametrize("words", CALM)
def test_idioms_grief_and_everyday_worries_are_no_emergency(words: str):
    assert shown(words) == []


@given(said=st.sampled_from(sorted(SAID)), before=WORDS, after=WORDS)
def test_more_words_before_or_after_never_take_help_away(said: str, before: list[str], after: list[str]):
    text = " ".join([*before, said, *after])
    assume(not completes_an_idiom(text))
    assert SAID[said] in shown(text)


@given(
    said=st.sampled_from(sorted(SAID)),
    extra=st.sampled_from(["really", "um", "please", "so"]),
    data=st.data(),
)
def test_more_words_in_between_never_take_help_away(said: str, extra: str, data: st.DataObject):
    words = said.split()
    at = data.draw(st.integers(0, len(words)))
    assert SAID[said] in shown(" ".join([*words[:at], extra, *words[at:]]))


@given(said=st.sampled_from(sorted(SAID)), data=st.data())
def test_case_accents_apostrophes_and_spaces_make_no_difference(said: str, data: st.DataObject):
    loud = "".join(letter.upper() if data.draw(st.booleans()) else letter for letter in said)
    accented = loud.replace("e", data.draw(st.sampled_from(["e", "é", "è"])))
    curly = accented.replace("'", data.draw(st.sampled_from(["'", "’", "", "`"])))
    assert SAID[said] in shown(curly.replace(" ", data.draw(st.sampled_from([" ", "  ", "\n", ", "]))))


@given(
    word=st.sampled_from(["suicide", "suicidal", "overdose", "strangled", "raped", "knife", "breathing"]),
    at=st.integers(0, 20),
    how=st.sampled_from(["left out", "doubled", "swapped", "wrong"]),
)
def test_one_slip_in_a_key_word_still_shows_help(word: str, at: int, how: str):
    slipped = slip(word, at % len(word), how)
    assume(not is_english(slipped))
    said = f"not {slipped}" if word == "breathing" else slipped
    assert shown(said)


def slip(word: str, at: int, how: str) -> str:
    if how == "left out":
        return word[:at] + word[at + 1 :]
    if how == "doubled":
        return word[:at] + word[at] + word[at:]
    if how == "wrong":
        return word[:at] + "q" + word[at + 1 :]
    return word[:at] + word[at : at + 2][::-1] + word[at + 2 :]


def completes_an_idiom(text: str) -> bool:
    spoken = f" {' '.join(words_of(text))} "
    return any(f" {' '.join(idiom)} " in spoken for idiom in standard_rules().idioms)


def test_an_idiom_hides_only_itself():
    assert "end-life" in shown("just killing time, I want to kill myself")


def test_999_comes_first_whatever_is_urgent():
    for rule in standard_rules().rules:
        assert rule.urgent.contacts[0].number == "999"


def test_a_contact_is_shown_once_where_several_rules_apply():
    numbers = [contact.id for contact in first_contacts(urgent_for("kids saw dad hit me, I want to die"))]
    assert len(numbers) == len(set(numbers)) > 3


def test_every_contact_says_where_its_number_is_from_and_when():
    rules = standard_rules()
    assert all(contact.source and contact.as_of <= rules.review_by for contact in rules.contacts.values())
    assert rules.written < rules.review_by <= date(2027, 12, 31)
