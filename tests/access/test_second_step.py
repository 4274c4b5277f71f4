"""The second step: set up, asked for, its secret sealed, and the way in without it closed."""

from http import HTTPStatus

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from cryptography.fernet import InvalidToken
from django.core.cache import cache
from django.test import Client
from pytest_django import Settings

from rightdoor.access.adapters import SecondFactorAdapter
from rightdoor.access.models import Practitioner
from tests.factories import practitioner

pytestmark = pytest.mark.django_db
PASSWORD = "a long test password"
MINE = "/practitioners/mine/"


@pytest.fixture(autouse=True)
def _no_limits_from_other_tests() -> None:
    cache.clear()


@pytest.fixture
def robin() -> Practitioner:
    return practitioner("lead", email="robin@example.org")


def with_app(who: Practitioner) -> str:
    secret = totp.generate_totp_secret()
    totp.TOTP.activate(who, secret)
    return secret


def code(secret: str) -> str:
    return totp.format_hotp_value(totp.hotp_value(secret, list(totp.yield_hotp_counters_from_time())[1]))


def enter(client: Client, who: Practitioner) -> None:
    client.post("/sign-in/", {"login": who.email, "password": PASSWORD})


def test_where_it_is_required_nothing_opens_before_it_is_set_up(
    client: Client, robin: Practitioner, settings: Settings
) -> None:
    settings.SECOND_FACTOR_REQUIRED = True
    enter(client, robin)
    for path in ("/today/", "/search/", MINE, "/sign-in/password/"):
        assert client.get(path)["Location"] == "/sign-in/second-step/"
    assert "Set up a second step to go on" in client.get("/sign-in/second-step/").content.decode()


def test_an_app_is_set_up_with_its_first_code(
    client: Client, robin: Practitioner, settings: Settings
) -> None:
    settings.SECOND_FACTOR_REQUIRED = True
    enter(client, robin)
    asked_again = client.get("/sign-in/second-step/app/")["Location"]
    client.post(asked_again, {"password": PASSWORD})
    assert client.get("/sign-in/second-step/app/").status_code == HTTPStatus.OK
    secret = client.session["mfa.totp.secret"]
    assert client.post("/sign-in/second-step/app/", {"code": code(secret)}).status_code == HTTPStatus.FOUND
    assert client.get(MINE).status_code == HTTPStatus.OK


def test_with_an_app_the_password_alone_does_not_open(client: Client, robin: Practitioner) -> None:
    with_app(robin)
    enter(client, robin)
    assert client.get(MINE).status_code == HTTPStatus.FOUND


def test_the_code_of_the_app_is_the_second_step(client: Client, robin: Practitioner) -> None:
    secret = with_app(robin)
    enter(client, robin)
    client.post("/sign-in/second-step/code/", {"code": code(secret)})
    assert client.get(MINE).status_code == HTTPStatus.OK


def test_a_wrong_code_is_refused_beside_the_field(client: Client, robin: Practitioner) -> None:
    with_app(robin)
    enter(client, robin)
    answer = client.post("/sign-in/second-step/code/", {"code": "000000"})
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Error:" in answer.content.decode()


def test_the_secret_of_an_app_is_sealed_where_it_is_kept(robin: Practitioner) -> None:
    secret = with_app(robin)
    kept = str(Authenticator.objects.get(user=robin).data)
    assert secret not in kept
    assert SecondFactorAdapter().decrypt(Authenticator.objects.get(user=robin).data["secret"]) == secret


def test_a_secret_sealed_with_another_key_does_not_open(settings: Settings) -> None:
    sealed = SecondFactorAdapter().encrypt("JBSWY3DP")
    settings.SECRET_KEY = "another key " * 6
    with pytest.raises(InvalidToken):
        SecondFactorAdapter().decrypt(sealed)
