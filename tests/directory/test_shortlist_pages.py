"""Keeping services without an account: by one button, on one's own device, and what is gone says so."""

import re
from uuid import uuid4

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from rightdoor.directory import shortlist
from rightdoor.directory.models import Service, Standing
from rightdoor.directory.sealing import seal, seal_services
from tests.directory.factories import place, service

pytestmark = pytest.mark.django_db


def do(client: Client, **change: object) -> int:
    return client.post("/find/kept/", change).status_code


def on_the_list(client: Client) -> list[str]:
    page = client.get("/find/kept/").content.decode()
    return re.findall(r'href="/find/services/([a-z-]+)/"', page)


def test_a_service_is_kept_from_its_page_which_is_where_one_stays(client: Client) -> None:
    kept = service("Group")
    assert "Keep on your list" in client.get("/find/services/group/").content.decode()
    answer = client.post("/find/kept/", {"keep": kept.pk, "back": "/find/services/group/"})
    assert answer["Location"] == f"/find/services/group/#keep-{kept.pk}"
    assert "On your list." in client.get("/find/services/group/").content.decode()
    assert on_the_list(client) == ["group"]


def test_a_service_is_kept_from_what_was_found(client: Client) -> None:
    kept = service("Stay and play")
    found = f"/find/found/{seal({'words': 'play'})}/"
    assert f'value="{kept.pk}"' in client.get(found).content.decode()
    assert client.post("/find/kept/", {"keep": kept.pk, "back": found})["Location"].startswith(found)


def test_results_still_set_no_cookie(client: Client) -> None:
    service("Stay and play")
    assert not client.get(f"/find/found/{seal({'words': 'play'})}/").cookies


def test_the_device_keeps_one_sealed_cookie_and_the_house_keeps_nothing(client: Client) -> None:
    kept = service("Group")
    do(client, keep=kept.pk)
    assert set(client.cookies) == {shortlist.COOKIE}
    assert kept.pk.hex not in client.cookies[shortlist.COOKIE].value
    assert not Session.objects.exists()


def test_services_are_put_in_another_order_and_taken_off(client: Client) -> None:
    first, second, third = (service(name) for name in ("One", "Two", "Three"))
    for one in (first, second, third):
        do(client, keep=one.pk)
    assert on_the_list(client) == ["one", "two", "three"]
    do(client, up=third.pk)
    do(client, down=first.pk)
    assert on_the_list(client) == ["three", "one", "two"]
    do(client, drop=first.pk)
    assert on_the_list(client) == ["three", "two"]


def test_the_list_is_cleared_at_once(client: Client) -> None:
    do(client, keep=service("Group").pk)
    answer = client.post("/find/kept/", {"clear": "yes"})
    assert answer["Location"] == "/find/kept/"
    assert answer.cookies[shortlist.COOKIE]["max-age"] == 0
    assert "Nothing is on your list" in client.get("/find/kept/").content.decode()


def test_a_full_list_says_so_and_loses_nothing(client: Client) -> None:
    full = tuple(uuid4() for _ in range(shortlist.MOST))
    client.cookies[shortlist.COOKIE] = seal_services(full)
    answer = client.post("/find/kept/", {"keep": service("Group").pk})
    assert answer.status_code == 422
    assert "A list holds 20 services" in answer.content.decode()
    assert shortlist.COOKIE not in answer.cookies


@pytest.mark.parametrize(
    "gone",
    [
        {"standing": Standing.WITHDRAWN},
        {"standing": Standing.DRAFT},
        {"status": "closed"},
        {"hidden_since": "2026-11-01"},
    ],
)
def test_what_is_told_no_longer_says_that_and_not_its_name(gone: dict[str, str], client: Client) -> None:
    kept = service("Quillwort")
    do(client, keep=kept.pk)
    Service.objects.filter(pk=kept.pk).update(**gone)
    for path in ("/find/kept/", f"/find/kept/{seal_services([kept.pk])}/"):
        page = client.get(path)
        assert page.status_code == 200
        assert "No longer listed" in page.content.decode()
        assert "Quillwort" not in page.content.decode()
    assert do(client, drop=kept.pk) == 302


def test_what_the_public_may_not_see_cannot_be_kept(client: Client) -> None:
    hidden = service("Group")
    Service.objects.update(standing=Standing.DRAFT)
    assert do(client, keep=hidden.pk) == 422
    assert do(client, keep=uuid4()) == 422
    assert on_the_list(client) == []


@pytest.mark.parametrize(
    "odd", [{}, {"keep": "x"}, {"keep": "\x00"}, {"take": "x"}, {"up": "1", "drop": "2"}]
)
def test_odd_changes_are_refused_and_never_break(odd: dict[str, str], client: Client) -> None:
    assert do(client, **odd) == 422


@pytest.mark.parametrize("back", ["https://example.org/", "//example.org/", "/\\example.org", "javascript:x"])
def test_nobody_is_led_to_another_site(back: str, client: Client) -> None:
    answer = client.post("/find/kept/", {"keep": service("Group").pk, "back": back})
    assert answer["Location"].startswith("/find/kept/#")


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ({"Sec-Fetch-Site": "same-origin"}, 302),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Origin": "http://testserver"}, 302),
        ({"Origin": "https://example.org"}, 403),
        ({"Origin": "null"}, 302),
    ],
)
def test_another_site_cannot_change_the_list(said: dict[str, str], status: int, client: Client) -> None:
    change = {"keep": service("Group").pk}
    assert client.post("/find/kept/", change, headers=said).status_code == status


def test_a_list_is_handed_on_by_its_address_and_kept_by_somebody_else(client: Client) -> None:
    for name in ("One", "Two"):
        do(client, keep=service(name).pk)
    page = client.get("/find/kept/").content.decode()
    (address,) = re.findall(r'value="http://testserver(/find/kept/[^"]+)"', page)
    friend = Client()
    shown = friend.get(address).content.decode()
    assert "Keep these on your list" in shown
    assert 'name="drop"' not in shown
    assert not friend.cookies
    friend.post("/find/kept/", {"take": address.split("/")[-2]})
    assert on_the_list(friend) == ["one", "two"]


def test_what_is_on_the_list_already_is_taken_over_once(client: Client) -> None:
    one, two = service("One"), service("Two")
    do(client, keep=two.pk)
    do(client, take=seal_services([one.pk, two.pk]))
    assert on_the_list(client) == ["two", "one"]


def test_an_address_that_is_over_says_so(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    sealed = seal_services([service("Group").pk])
    monkeypatch.setattr(shortlist, "LINK_DAYS", -1)
    answer = client.get(f"/find/kept/{sealed}/")
    assert answer.status_code == 410
    assert "This list is over" in answer.content.decode()


def test_neither_list_is_looked_up_by_search_engines_or_kept_by_browsers(client: Client) -> None:
    for path in ("/find/kept/", f"/find/kept/{seal_services([service('Group').pk])}/"):
        answer = client.get(path)
        assert answer["X-Robots-Tag"] == "noindex"
        assert answer["Cache-Control"] == "no-store"


def test_a_hidden_place_is_on_no_list(client: Client) -> None:
    refuge = service("Refuge", places=(place(shown="hidden", name="Xyzzy", postcode="SE1 1AA"),))
    do(client, keep=refuge.pk)
    page = client.get("/find/kept/").content.decode()
    assert "Xyzzy" not in page
    assert "SE1" not in page


def test_a_cost_nobody_gave_is_asked_for_and_never_free(client: Client) -> None:
    do(client, keep=service("Group").pk)
    page = client.get("/find/kept/").content.decode()
    assert "Ask what it costs" in page
    assert "Free" not in page


def test_a_long_list_asks_the_database_no_more_than_a_short_one(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    rows = [service(f"Group {number}", slug=f"group-{number}") for number in range(12)]
    client.cookies[shortlist.COOKIE] = seal_services(row.pk for row in rows)
    with django_assert_max_num_queries(6):
        client.get("/find/kept/")
