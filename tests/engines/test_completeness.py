"""What a family would miss on a page."""

from hypothesis import given
from hypothesis import strategies as st

from rightdoor.engines.completeness import WANTED, completeness
from rightdoor.engines.guarding import guarded
from rightdoor.engines.listings import Contact, Cost
from tests.directory.factories import PROVIDER, entry, place


def test_an_entry_with_a_name_alone_misses_everything_the_heaviest_first():
    bare = completeness(entry(provider=PROVIDER, about="", who_for=""))
    assert bare.score == 0
    assert bare.missing[:5] == ("about", "who_for", "how_in", "contact", "where")
    assert len(bare.missing) == len(WANTED)


def test_each_thing_that_is_told_raises_the_score_by_its_weight():
    before, after = entry(), entry(cost=Cost(kind="free"), places=(place(),))
    assert completeness(after).score - completeness(before).score == round(100 * 5 / 26)
    assert "cost" not in completeness(after).missing


def test_a_helpline_needs_no_place():
    assert "where" not in completeness(entry(delivery=("telephone",))).missing


def test_a_contact_without_number_or_address_reaches_nobody():
    told = entry(contacts=(Contact(id=PROVIDER.id, title="Office"),))
    assert "contact" in completeness(told).missing


@given(st.text(max_size=20))
def test_no_cell_begins_like_a_formula_and_no_word_is_lost(text: str):
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r"))
    assert guarded(text).removeprefix("'").endswith(text.removeprefix("'"))
