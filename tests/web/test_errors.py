"""When something is wrong: what happened, what was kept, what to do; even when nothing else works."""

from http import HTTPStatus

import pytest
from django.template import loader
from django.test import Client, RequestFactory

from rightdoor.web.views import errors


def test_the_page_for_faults_needs_no_database_and_no_session() -> None:
    answer = errors.broken(RequestFactory().get("/anything/"))
    assert answer.status_code == HTTPStatus.INTERNAL_SERVER_ERROR
    assert "999" in answer.content.decode()


def test_if_not_even_that_page_can_be_made_there_are_last_words(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(name: str) -> None:
        raise OSError(name)

    monkeypatch.setattr(loader, "get_template", gone)
    assert errors.broken(RequestFactory().get("/")).content.decode() == errors.LAST_WORDS


@pytest.mark.django_db
def test_a_page_that_is_not_there_says_so_in_the_look_of_the_house(client: Client) -> None:
    answer = client.get("/nowhere/at/all/")
    assert answer.status_code == HTTPStatus.NOT_FOUND
    assert "app-header" in answer.content.decode()


@pytest.mark.django_db
def test_a_form_without_its_token_is_refused_kindly() -> None:
    answer = Client(enforce_csrf_checks=True).post("/sign-in/", {"login": "x"})
    assert answer.status_code == HTTPStatus.FORBIDDEN
    assert "app-header" in answer.content.decode()
