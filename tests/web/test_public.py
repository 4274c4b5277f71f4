"""Pages for everybody: what this is, how to ask, what happens with what one tells."""

from http import HTTPStatus

import pytest
from django.db import DatabaseError, connection
from django.test import Client

from rightdoor.access.partnership import pack
from tests.factories import practitioner

pytestmark = pytest.mark.django_db


def test_the_front_page_says_how_to_ask_and_what_to_do_in_danger(client: Client) -> None:
    page = client.get("/").content.decode()
    assert 'href="/ask/"' in page
    assert pack().partnership.emergency.text in page


def test_the_front_page_looks_for_help_before_anything_else(client: Client) -> None:
    page = client.get("/").content.decode()
    main = page[page.index("<main") :]
    assert main.index('action="/find/"') < main.index('href="/ask/"')


def test_words_on_the_front_page_are_looked_for(client: Client) -> None:
    answer = client.post("/find/", {"words": "food", "postcode": ""})
    assert answer["Location"].startswith("/find/found/")


def test_practitioners_go_on_from_the_front_page_to_their_day(client: Client) -> None:
    client.force_login(practitioner("lead"), backend="allauth.account.auth_backends.AuthenticationBackend")
    assert client.get("/")["Location"] == "/today/"


@pytest.mark.parametrize("path", ["/", "/accessibility/", "/privacy/", "/demo/", "/sign-in/"])
def test_nothing_on_a_page_is_a_script_or_style_of_its_own(path: str, client: Client) -> None:
    answer = client.get(path)
    assert "script-src 'self'" in answer["Content-Security-Policy"]
    assert "<style" not in answer.content.decode()
    assert " style=" not in answer.content.decode()


def test_the_partnerships_colour_is_a_stylesheet_that_may_be_kept(client: Client) -> None:
    answer = client.get("/brand.css")
    assert pack().partnership.colour in answer.content.decode()
    assert answer["Content-Type"].startswith("text/css")
    assert "max-age=3600" in answer["Cache-Control"]


def test_health_is_good_when_the_database_answers(client: Client) -> None:
    assert client.get("/health/").json()["ok"] is True


def test_health_is_bad_when_the_database_does_not_answer(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone() -> None:
        raise DatabaseError("gone")

    monkeypatch.setattr(connection, "cursor", gone)
    assert client.get("/health/").status_code == HTTPStatus.SERVICE_UNAVAILABLE
