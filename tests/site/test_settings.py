"""Settings: strict, kind, and safe in production."""

from pathlib import Path

import pytest

from tests.site.starting import PRODUCTION, python, setting

SETTINGS = "from rightdoor.site import settings"


@pytest.mark.parametrize("name", ["RIGHTDOOR_SECRET_KEY", "RIGHTDOOR_ADDRESS"])
def test_production_does_not_start_without(name: str) -> None:
    given = {key: value for key, value in PRODUCTION.items() if key != name}
    done = python(SETTINGS, **given)
    assert done.returncode
    assert f"{name} is not set" in done.stderr


@pytest.mark.parametrize("value", ["ja", "2", " ", "True!"])
def test_a_yes_or_no_that_is_neither_stops_the_start(value: str) -> None:
    assert "write yes or no" in python(SETTINGS, RIGHTDOOR_SECOND_FACTOR=value).stderr


@pytest.mark.parametrize("value", ["0", "-5", "an hour", "1.5"])
def test_a_number_that_is_none_stops_the_start(value: str) -> None:
    assert "write a whole number" in python(SETTINGS, RIGHTDOOR_SESSION_MINUTES=value).stderr


def test_a_mode_nobody_knows_stops_the_start() -> None:
    assert "write demo, production or test" in python(SETTINGS, RIGHTDOOR_MODE="live").stderr


def test_a_secret_may_be_handed_over_in_a_file(tmp_path: Path) -> None:
    file = tmp_path / "key"
    file.write_text("a key from a file\n", encoding="utf-8")
    assert setting("SECRET_KEY", RIGHTDOOR_SECRET_KEY_FILE=str(file)) == "a key from a file"


def test_the_demo_is_installed_everywhere_but_in_production() -> None:
    assert "rightdoor.demo" in setting("INSTALLED_APPS", RIGHTDOOR_MODE="demo")
    assert "rightdoor.demo" not in setting("INSTALLED_APPS", **PRODUCTION)


def test_in_production_there_is_no_address_of_the_demo() -> None:
    code = "import django; django.setup(); from django.urls import resolve; resolve('/demo/')"
    done = python(code, DJANGO_SETTINGS_MODULE="rightdoor.site.settings", **PRODUCTION)
    assert "Resolver404" in done.stderr


def test_in_production_a_second_factor_is_always_asked_for() -> None:
    assert setting("SECOND_FACTOR_REQUIRED", **PRODUCTION, RIGHTDOOR_SECOND_FACTOR="no") == "True"


def test_in_production_cookies_travel_by_https_only() -> None:
    assert setting("SESSION_COOKIE_SECURE and settings.CSRF_COOKIE_SECURE", **PRODUCTION) == "True"


def test_the_partnership_of_single_sign_on_is_configuration() -> None:
    given = {
        "RIGHTDOOR_OIDC_SERVER": "https://sign-in.council.example",
        "RIGHTDOOR_OIDC_CLIENT": "rightdoor",
        "RIGHTDOOR_OIDC_SECRET": "s3cret",
        "RIGHTDOOR_OIDC_NAME": "your council account",
        "RIGHTDOOR_OIDC_DOMAINS": "council.example, nhs.example",
    }
    app = setting("SOCIALACCOUNT_PROVIDERS['openid_connect']", **given)
    assert "'server_url': 'https://sign-in.council.example'" in app
    assert "'verified_email': ['council.example', 'nhs.example']" in app
    assert "'OAUTH_PKCE_ENABLED': True" in app


def test_without_a_council_server_there_is_no_single_sign_on() -> None:
    assert setting("OIDC_NAME") == ""


def test_sqlite_queues_its_writers_and_keeps_what_it_accepted() -> None:
    options = setting("DATABASES['default']['OPTIONS']", DATABASE_URL="sqlite:///x.sqlite3")
    assert "'transaction_mode': 'IMMEDIATE'" in options
    assert "synchronous=FULL" in options
