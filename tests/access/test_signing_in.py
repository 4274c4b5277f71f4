"""Signing in: by password, one at a time, for a while, and never by guessing."""

from datetime import datetime, timedelta
from http import HTTPStatus
from typing import Any

import pytest
import time_machine
from axes.models import AccessAttempt
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from rightdoor.access.models import AuditEntry, Practitioner
from rightdoor.post.models import Message
from tests.factories import practitioner

pytestmark = pytest.mark.django_db
PASSWORD = "a long test password"
SIGN_IN, TODAY = "/sign-in/", "/practitioners/mine/"


@pytest.fixture(autouse=True)
def _no_limits_from_other_tests() -> None:
    cache.clear()


@pytest.fixture
def robin() -> Practitioner:
    return practitioner("lead", email="robin@example.org")


def sign_in(
    client: Client, password: str = PASSWORD, email: str = "robin@example.org", **more: Any
) -> HttpResponse:
    return client.post(SIGN_IN, {"login": email, "password": password}, **more)  # type: ignore[return-value]


def is_in(client: Client) -> bool:
    return client.get(TODAY).status_code == HTTPStatus.OK


def test_the_right_password_leads_to_today_and_is_on_record(client: Client, robin: Practitioner) -> None:
    assert sign_in(client)["Location"] == reverse("web:today")
    assert AuditEntry.objects.get(verb="signed_in").by == robin


def test_the_address_may_be_written_in_capitals(client: Client, robin: Practitioner) -> None:
    sign_in(client, email="Robin@Example.ORG")
    assert is_in(client)


@pytest.mark.parametrize(
    ("email", "password"), [("robin@example.org", "wrong"), ("nobody@example.org", PASSWORD)]
)
def test_a_wrong_password_and_an_unknown_address_are_answered_alike(
    email: str, password: str, client: Client, robin: Practitioner
) -> None:
    answer = sign_in(client, password, email)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "The e-mail address or the password is not right" in answer.content.decode()


def test_a_closed_account_does_not_open(client: Client, robin: Practitioner) -> None:
    Practitioner.objects.update(is_active=False)
    sign_in(client)
    assert not is_in(client)


def test_an_account_closed_while_its_owner_is_in_ends_with_the_next_page(
    client: Client, robin: Practitioner
) -> None:
    sign_in(client)
    Practitioner.objects.update(is_active=False)
    assert not is_in(client)


def test_after_signing_in_one_comes_to_the_page_one_wanted(client: Client, robin: Practitioner) -> None:
    answer = client.post(SIGN_IN, {"login": robin.email, "password": PASSWORD, "next": TODAY})
    assert answer["Location"] == TODAY


def test_nobody_is_led_to_another_site(client: Client, robin: Practitioner) -> None:
    answer = client.post(
        SIGN_IN, {"login": robin.email, "password": PASSWORD, "next": "https://evil.example/"}
    )
    assert answer["Location"] == reverse("web:today")


def test_a_newer_sign_in_ends_the_older_and_says_why(client: Client, robin: Practitioner) -> None:
    newer = Client()
    sign_in(client)
    sign_in(newer)
    answer = client.get(TODAY)
    assert "ended=elsewhere" in answer["Location"]
    assert "signed in somewhere else" in client.get(answer["Location"]).content.decode()
    assert is_in(newer)


def test_an_hour_of_silence_signs_out(client: Client, robin: Practitioner) -> None:
    with time_machine.travel(datetime(2026, 11, 23, 9, 0).astimezone()) as clock:
        sign_in(client)
        clock.shift(timedelta(minutes=59))
        assert is_in(client)
        clock.shift(timedelta(minutes=59))
        assert is_in(client)
        clock.shift(timedelta(minutes=61))
        assert not is_in(client)


def test_a_whole_day_signs_out_even_those_who_never_stop(client: Client, robin: Practitioner) -> None:
    with time_machine.travel(datetime(2026, 11, 23, 7, 0).astimezone(), tick=False) as clock:
        sign_in(client)
        for _ in range(24):
            clock.shift(timedelta(minutes=30))
            assert is_in(client)
        clock.shift(timedelta(minutes=1))
        assert "ended=day" in client.get(TODAY)["Location"]


def test_five_wrong_passwords_lock_the_account_and_then_even_the_right_one_is_refused(
    client: Client, robin: Practitioner, settings: Settings
) -> None:
    settings.AXES_ENABLED = True
    answers = [sign_in(client, "wrong").status_code for _ in range(5)]
    assert answers == [422, 422, 422, 422, 429]
    assert sign_in(client).status_code == HTTPStatus.TOO_MANY_REQUESTS
    assert AccessAttempt.objects.get().username == "robin@example.org"


def test_a_locked_account_does_not_lock_out_a_colleague_in_the_same_office(
    client: Client, robin: Practitioner, settings: Settings
) -> None:
    settings.AXES_ENABLED = True
    practitioner("lead", email="kim@example.org")
    for _ in range(5):
        sign_in(client, "wrong")
    colleague = Client()
    sign_in(colleague, email="kim@example.org")
    assert is_in(colleague)


def test_a_lock_opens_by_itself_after_half_an_hour(
    client: Client, robin: Practitioner, settings: Settings
) -> None:
    settings.AXES_ENABLED = True
    with time_machine.travel(datetime(2026, 11, 23, 9, 0).astimezone()) as clock:
        for _ in range(5):
            sign_in(client, "wrong")
        clock.shift(timedelta(minutes=29))
        assert sign_in(client).status_code == HTTPStatus.TOO_MANY_REQUESTS
        clock.shift(timedelta(minutes=31))
        sign_in(client)
        assert is_in(client)


def test_a_link_to_choose_a_password_goes_out_by_post_and_works_once(
    client: Client, robin: Practitioner
) -> None:
    client.post("/sign-in/password/link/", {"email": robin.email})
    body = Message.objects.get().body
    link = next(line for line in body.splitlines() if "/sign-in/password/link/" in line).split("testserver")[
        1
    ]
    form = client.get(link)["Location"]
    new = "three quiet brown owls"
    assert client.post(form, {"password1": new, "password2": new})["Location"].endswith("/done/")
    sign_in(client, new)
    assert is_in(client)
    assert "no longer works" in Client().get(link).content.decode()


def test_asking_for_a_link_to_an_unknown_address_looks_the_same_and_sends_nothing(client: Client) -> None:
    answer = client.post("/sign-in/password/link/", {"email": "nobody@example.org"})
    assert answer["Location"] == "/sign-in/password/link/sent/"
    assert not Message.objects.exists()


def test_there_is_no_way_to_sign_up(client: Client) -> None:
    for path in ("/sign-in/signup/", "/accounts/signup/", "/sign-in/council/signup/"):
        assert client.get(path).status_code in {HTTPStatus.NOT_FOUND, HTTPStatus.FOUND}
    assert not Practitioner.objects.exists()


def test_no_page_is_kept_by_a_shared_browser(client: Client, robin: Practitioner) -> None:
    sign_in(client)
    assert client.get(TODAY)["Cache-Control"] == "no-store"
