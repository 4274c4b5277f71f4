"""The request form in another language, from the first page to the letter."""

import re

import pytest
from django.test import Client

from rightdoor.frontdoor.models import HelpRequest
from rightdoor.post.models import Message
from tests.frontdoor import factories as door
from tests.frontdoor.walking import PARENT, begin, walk

pytestmark = pytest.mark.django_db
WITH_EMAIL = {**PARENT, "contact": {**PARENT["contact"], "email": "marta@example.org"}}


@pytest.fixture
def turkish(client: Client) -> Client:
    client.cookies["language"] = "tr"
    return client


def test_a_parent_walks_the_form_in_turkish_and_is_told_in_turkish(turkish: Client) -> None:
    walk(turkish, WITH_EMAIL)
    assert "Yanıtlarınızı gözden geçirin" in turkish.get("/ask/1/check/").content.decode()
    turkish.post("/ask/1/check/")
    sent, letter = HelpRequest.objects.get(), Message.objects.get()
    assert sent.language == "tr"
    assert sent.reference in letter.body
    assert letter.subject.startswith("İsteğiniz bize ulaştı")


def test_a_mistake_is_told_in_turkish_and_nothing_is_lost(turkish: Client) -> None:
    begin(turkish)
    page = turkish.post("/ask/1/who/", {"seen": "none"})
    html = page.content.decode()
    assert page.status_code == 422
    assert "Bir sorun var" in html
    assert "Yardımı kimin istediğini seçin" in html


def test_a_date_that_cannot_be_is_told_in_turkish(turkish: Client) -> None:
    wrong = {**PARENT, "birth/you": {**PARENT["birth/you"], "birth_date-day": "31", "birth_date-month": "2"}}
    with pytest.raises(Exception):  # noqa: B017 - the walk stops where the page refuses
        walk(turkish, wrong)
    shown = turkish.post("/ask/1/birth/you/", {**wrong["birth/you"], "seen": "none"}).content.decode()
    assert "gerçek bir tarih olmalı" in shown


def test_no_value_is_left_unfilled_on_the_way(turkish: Client) -> None:
    walk(turkish, PARENT)
    for step in ("check", "birth/you", "people", "screening/you", "scale"):
        html = turkish.get(f"/ask/1/{step}/").content.decode()
        assert not re.search(r"%\([a-z_]+\)s|\{[a-z_]+\}", html), step


def test_somebody_who_works_with_families_writes_in_english(turkish: Client) -> None:
    begin(turkish)
    turkish.post("/ask/1/who/", {"asker": "practitioner", "seen": "none"})
    assert '<html lang="en-GB"' in turkish.get("/ask/1/danger/").content.decode()


def test_a_practitioner_sees_in_which_language_the_form_was(turkish: Client) -> None:
    walk(turkish, WITH_EMAIL)
    turkish.post("/ask/1/check/")
    officer = Client()
    officer.force_login(door.officer())
    page = officer.get(f"/requests/{HelpRequest.objects.get().pk}/").content.decode()
    assert "Language of the form" in page
    assert "Turkish" in page
