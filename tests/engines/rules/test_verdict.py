"""Kleene's tables."""

import pytest

from rightdoor.engines.rules.verdict import Verdict, every, some

Y, N, U = Verdict.YES, Verdict.NO, Verdict.UNKNOWN


@pytest.mark.parametrize(
    ("one", "other", "both", "either"),
    [(Y, Y, Y, Y), (Y, N, N, Y), (Y, U, U, Y), (N, N, N, N), (N, U, N, U), (U, U, U, U)],
)
def test_unknown_gives_way_only_to_what_settles_the_matter(
    one: Verdict, other: Verdict, both: Verdict, either: Verdict
) -> None:
    assert every([one, other]) is every([other, one]) is both
    assert some([one, other]) is some([other, one]) is either


def test_all_of_nothing_holds_and_some_of_nothing_does_not() -> None:
    assert every([]) is Y
    assert some([]) is N


def test_the_opposite_of_unknown_is_unknown() -> None:
    assert [~Y, ~N, ~U] == [N, Y, U]
