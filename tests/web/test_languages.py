"""Public pages in the reader's language; work in English; no odd cookie or header breaks a page."""

import re
from datetime import date, datetime

import pytest
from django.test import Client
from django.utils import translation
from playwright.sync_api import Page

from rightdoor.engines.codes import SPOKEN
from rightdoor.ui.speaking import speaking
from rightdoor.ui.words import age_words, date_time_words, date_words, days_from
from rightdoor.web.languages import COOKIE
from tests.browser_kit import axe, fits
from tests.conftest import LONDON
from tests.factories import practitioner

PAGES = ("/", "/ask/", "/ask/come-back/", "/accessibility/", "/privacy/", "/no-such-page/")
LEFT_OVER = re.compile(r"%\([a-z_]+\)[sd]|\{[a-z_]+\}")


def reader_of(code: str) -> Client:
    client = Client()
    client.cookies[COOKIE] = code
    return client


@pytest.mark.django_db
@pytest.mark.parametrize("code", SPOKEN)
@pytest.mark.parametrize("page", PAGES)
def test_every_public_page_is_whole_in_every_language(page: str, code: str) -> None:
    answer = reader_of(code).get(page)
    html = answer.content.decode()
    assert answer.headers["Content-Language"].lower().startswith(code)
    assert f'<html lang="{"en-GB" if code == "en" else code}"' in html
    assert not LEFT_OVER.search(html)
    assert (">Skip to main content<" in html) == (code == "en")


@pytest.mark.django_db
def test_a_browsers_wish_counts_until_somebody_chooses() -> None:
    client = Client(headers={"accept-language": "xx, pt-BR;q=0.8, fr;q=0.5"})
    assert client.get("/").headers["Content-Language"] == "pt"
    client.get("/language/tr/")
    assert client.get("/").headers["Content-Language"] == "tr"


@pytest.mark.django_db
def test_choosing_keeps_one_code_and_leads_back() -> None:
    answer = Client().get("/language/so/?back=/privacy/")
    assert answer.headers["Location"] == "/privacy/"
    assert [(kept.key, kept.value) for kept in answer.cookies.values()] == [(COOKIE, "so")]


@pytest.mark.django_db
@pytest.mark.parametrize("back", ["https://elsewhere.example/", "//elsewhere.example", "\\\\elsewhere", ""])
def test_choosing_never_leads_to_another_site(back: str) -> None:
    assert Client().get("/language/so/", {"back": back}).headers["Location"] == "/"


@pytest.mark.django_db
@pytest.mark.parametrize("code", ["zz", "en-x-y", "..", "de", "x" * 400, "tr;q", "\x00"])
def test_a_language_nobody_speaks_here_is_english(code: str) -> None:
    client = Client(headers={"accept-language": code})
    client.cookies[COOKIE] = code
    assert client.get("/").headers["Content-Language"] == "en-GB"
    assert COOKIE not in Client().get("/language/zz/").cookies


@pytest.mark.django_db
def test_whoever_is_signed_in_works_in_english(client: Client) -> None:
    client.force_login(practitioner())
    client.cookies[COOKIE] = "ar"
    for page in ("/accessibility/", "/today/", "/no-such-page/"):
        html = client.get(page).content.decode()
        assert '<html lang="en-GB" dir="ltr"' in html, page


@pytest.mark.django_db
def test_a_page_says_to_caches_what_it_depends_on() -> None:
    vary = {name.strip() for name in Client().get("/").headers["Vary"].split(",")}
    assert {"Accept-Language", "Cookie"} <= vary


@pytest.mark.django_db
def test_what_is_in_english_only_is_marked_and_said() -> None:
    html = reader_of("pl").get("/privacy/").content.decode()
    assert '<div lang="en-GB" dir="ltr">' in html
    assert "Niektóre słowa na tej stronie są tylko po angielsku." in html


@pytest.mark.django_db
def test_every_language_is_named_in_itself() -> None:
    html = Client().get("/").content.decode()
    for code, name in {"cy": "Cymraeg", "so": "Soomaali", "ar": "العربية", "vi": "Tiếng Việt"}.items():
        assert re.search(rf'lang="{code}" hreflang="{code}"[^>]*>{name}<', html)


# What the Unicode CLDR gives for these languages.
@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "22 November 2026"),
        ("cy", "22 Tachwedd 2026"),
        ("pl", "22 listopada 2026"),
        ("ar", "22 نوفمبر 2026"),
        ("es", "22 de noviembre de 2026"),
    ],
)
def test_a_day_is_written_as_the_language_writes_it(code: str, words: str) -> None:
    with speaking(code):
        assert date_words(date(2026, 11, 22)) == words


def test_lengths_of_time_follow_the_language() -> None:
    with speaking("pl"):
        assert days_from(date(2026, 11, 25), date(2026, 11, 22)) == "za 3 dni"
        assert age_words(date(2021, 11, 22), date(2026, 11, 22)) == "5 lat"
        assert date_time_words(datetime(2026, 11, 22, 14, 30, tzinfo=LONDON)) == "22 listopada 2026 14:30"


def test_speaking_another_language_leaves_the_page_its_own() -> None:
    with translation.override("tr"):
        with speaking("en"):
            assert translation.get_language() == "en-gb"
        assert translation.get_language() == "tr"


@pytest.mark.browser
def test_arabic_runs_from_the_right_and_fits_a_phone(phone_page: Page, live_server: str) -> None:
    for address in ("/", "/ask/", "/accessibility/"):
        phone_page.goto(f"{live_server}/language/ar/?back={address}")
        assert phone_page.locator("html").get_attribute("dir") == "rtl"
        axe(phone_page)
        fits(phone_page)


@pytest.mark.browser
def test_the_list_of_languages_works_without_script(plain_page: Page, live_server: str) -> None:
    plain_page.goto(f"{live_server}/privacy/")
    plain_page.locator(".app-languages summary").click()
    plain_page.get_by_role("link", name="Türkçe").click()
    assert plain_page.url.endswith("/privacy/")
    assert plain_page.locator("html").get_attribute("lang") == "tr"
    axe(plain_page)
