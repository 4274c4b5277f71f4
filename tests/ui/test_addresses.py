"""Addresses filled in are those that Django finds."""

from typing import Any
from uuid import uuid4

import pytest
from django import urls

from rightdoor.ui.addresses import reverse
from tests.house.walking import addresses

ADDRESSES = list(addresses())


@pytest.mark.parametrize("address", ADDRESSES, ids=[one.name for one in ADDRESSES])
def test_every_address_of_the_house_is_the_one_django_finds(address: Any) -> None:
    found = urls.reverse(address.name, kwargs=address.varies or None)
    assert reverse(address.name, kwargs=address.varies) == found
    assert reverse(address.name, args=list(address.varies.values())) == found


def test_two_values_of_one_kind_keep_their_places() -> None:
    names = {"model_id": "tiers", "row": "2", "column": "0-5"}
    assert reverse("find:offer-cell", kwargs=names) == "/find/offer/tiers/2/0-5/"
    assert reverse("find:offer-cell", kwargs=dict(reversed(names.items()))) == "/find/offer/tiers/2/0-5/"


@pytest.mark.parametrize("value", ["a b", "ü", "", "../x", "{0}", -1, None, uuid4()])
def test_what_fits_no_address_is_refused_as_django_refuses_it(value: Any) -> None:
    try:
        found = urls.reverse("web:locality", kwargs={"code": value})
    except urls.NoReverseMatch:
        with pytest.raises(urls.NoReverseMatch):
            reverse("web:locality", kwargs={"code": value})
    else:
        assert reverse("web:locality", kwargs={"code": value}) == found
