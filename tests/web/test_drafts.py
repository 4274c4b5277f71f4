"""What is being typed is kept, for its writer alone."""

from http import HTTPStatus

import pytest
from django.test import Client

from rightdoor.access.editing import draft_of
from rightdoor.access.models import Draft, Practitioner
from tests.factories import practitioner

pytestmark = pytest.mark.django_db
KEEP = "/drafts/?page=/practitioners/open/"


@pytest.fixture
def writer() -> Practitioner:
    return practitioner("governance")


@pytest.fixture
def writing(client: Client, writer: Practitioner) -> Client:
    client.force_login(writer, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def test_what_was_typed_is_kept_and_the_writer_is_told(writing: Client, writer: Practitioner) -> None:
    answer = writing.post(KEEP, {"name": "Ada", "roles": ["lead", "analyst"], "version": "3", "token": "t"})
    kept = draft_of("/practitioners/open/", writer)
    assert kept
    assert (kept.fields, kept.version) == ({"name": "Ada", "roles": ["lead", "analyst"]}, 3)
    assert answer.json()["saved"].startswith("Draft saved at ")


def test_a_later_draft_of_the_same_page_takes_the_place_of_the_earlier(writing: Client) -> None:
    for name in ("A", "Ad", "Ada"):
        writing.post(KEEP, {"name": name})
    assert Draft.objects.get().fields == {"name": "Ada"}


def test_somebody_else_does_not_find_it(writing: Client) -> None:
    writing.post(KEEP, {"name": "Ada"})
    assert draft_of("/practitioners/open/", practitioner("governance")) is None


def test_a_script_is_told_that_its_writer_is_signed_out(client: Client) -> None:
    assert client.post(KEEP, {"name": "Ada"}).status_code == HTTPStatus.UNAUTHORIZED


@pytest.mark.parametrize("page", ["", "/nowhere/", "/" + "x" * 200, "https://evil.example/"])
def test_a_draft_of_no_page_of_ours_is_refused(page: str, writing: Client) -> None:
    answer = writing.post(f"/drafts/?page={page}", {"name": "Ada"})
    assert answer.status_code == HTTPStatus.BAD_REQUEST
    assert not Draft.objects.exists()


@pytest.mark.parametrize("version", ["", "-1", "many", "9" * 40, "²"])
def test_a_version_that_is_none_counts_as_the_first(version: str, writing: Client) -> None:
    writing.post(KEEP, {"name": "Ada", "version": version})
    assert Draft.objects.get().version == 0
