"""A list of kept services: sealed, short-lived, in the order somebody wants, and never too long."""

import time
from uuid import UUID, uuid4

import pytest
from django.http import HttpResponse
from hypothesis import given
from hypothesis import strategies as st

from rightdoor.directory import shortlist
from rightdoor.directory.sealing import seal, seal_services, unseal, unseal_services
from rightdoor.directory.shortlist import Full, kept_in, moved, with_also, without

KEYS = st.lists(st.uuids(), max_size=shortlist.MOST, unique=True).map(tuple)
A, B, C = (UUID(int=number) for number in (1, 2, 3))


@given(KEYS)
def test_what_is_sealed_is_opened_again(keys: tuple[UUID, ...]) -> None:
    assert unseal_services(seal_services(keys), 60) == keys


def test_a_list_is_no_search_and_a_search_is_no_list() -> None:
    assert unseal(seal_services([A])) is None
    assert unseal_services(seal({"words": "food"}), 60) is None


@pytest.mark.parametrize("odd", ["", "x", "x" * 500, "ü", "\x00"])
def test_what_is_not_ours_is_no_list(odd: str) -> None:
    assert unseal_services(odd, 60) is None
    assert kept_in({shortlist.COOKIE: odd}) == ()


def test_the_sealed_list_shows_no_key_and_is_short_enough_for_any_message() -> None:
    keys = [uuid4() for _ in range(shortlist.MOST)]
    sealed = seal_services(keys)
    assert not any(key.hex in sealed for key in keys)
    assert len(sealed) < 600


def test_a_list_on_a_device_is_over_when_its_days_are(monkeypatch: pytest.MonkeyPatch) -> None:
    cookies, then = {shortlist.COOKIE: seal_services([A])}, shortlist.DAYS * shortlist.A_DAY
    assert kept_in(cookies) == (A,)
    later = time.time() + then + 60
    monkeypatch.setattr("time.time", lambda: later)
    assert kept_in(cookies) == ()


def test_a_list_on_a_device_holds_for_that_long_and_no_script_reads_it() -> None:
    response = HttpResponse()
    shortlist.keep_on_device(response, (A,))
    kept = response.cookies[shortlist.COOKIE]
    assert kept["max-age"] == shortlist.DAYS * 24 * 60 * 60
    assert kept["httponly"]
    assert kept["samesite"] == "Lax"


def test_nothing_kept_is_forgotten_at_once() -> None:
    response = HttpResponse()
    shortlist.keep_on_device(response, ())
    assert response.cookies[shortlist.COOKIE]["max-age"] == 0


def test_a_service_is_kept_once_and_at_the_end() -> None:
    assert with_also((A, B), (B, C, C)) == (A, B, C)


def test_the_list_takes_as_many_as_it_may_hold_and_not_one_more() -> None:
    most = tuple(uuid4() for _ in range(shortlist.MOST))
    assert with_also(most[1:], (A,)) == (*most[1:], A)
    assert with_also(most, most) == most
    with pytest.raises(Full):
        with_also(most, (A,))


@given(KEYS, st.integers(-30, 30), st.data())
def test_moving_keeps_every_service_and_the_order_of_the_others(
    keys: tuple[UUID, ...], by: int, data: st.DataObject
) -> None:
    key = data.draw(st.sampled_from(keys)) if keys else A
    after = moved(keys, key, by)
    assert without(after, key) == without(keys, key)
    assert sorted(after) == sorted(keys)


def test_a_service_moves_up_and_down_as_far_as_it_goes() -> None:
    assert moved((A, B, C), C, -1) == (A, C, B)
    assert moved((A, B, C), A, -1) == (A, B, C)
    assert moved((A, B, C), C, 1) == (A, B, C)
    assert moved((A, B), C, 1) == (A, B)
