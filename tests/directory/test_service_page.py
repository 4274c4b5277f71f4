"""The page of one service."""

import pytest
from django.test import Client

from rightdoor.engines.listings import Cost, CostOption
from tests.directory.factories import place, service

pytestmark = pytest.mark.django_db


def test_a_cost_that_nobody_gave_is_never_told_as_free(client: Client) -> None:
    service("Group")
    page = client.get("/find/services/group/").content.decode()
    assert "Not known. Ask them." in page
    assert "Free" not in page


def test_a_price_is_told_in_pounds(client: Client) -> None:
    service("Group", cost=Cost(kind="paid", options=(CostOption(words="Each session", amount="2.50"),)))
    assert "Each session: £2.50" in client.get("/find/services/group/").content.decode()


def test_a_page_on_abuse_can_be_left_fast(client: Client) -> None:
    service("Safe", issues=("domestic-abuse",))
    service("Maths", issues=("education",))
    assert "Exit this page" in client.get("/find/services/safe/").content.decode()
    assert "Exit this page" not in client.get("/find/services/maths/").content.decode()


def test_a_hidden_place_is_not_on_the_page(client: Client) -> None:
    service("Refuge", places=(place(shown="hidden", name="Xyzzy", postcode="SE1 1AA"),))
    page = client.get("/find/services/refuge/").content.decode()
    assert "Xyzzy" not in page
    assert "SE1" not in page


def test_a_closed_service_is_not_found(client: Client) -> None:
    service("Over", status="closed")
    assert client.get("/find/services/over/").status_code == 404
