"""In which language a page is shown, and how a reader chooses another.

Public pages speak the language that the reader chose, or else the first that their browser asks for and this
partnership offers. Whoever is signed in works in English, whatever the browser says: what practitioners write
and read about a family must mean the same to all of them.
"""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation.trans_real import parse_accept_lang_header
from django.views.decorators.http import require_safe

from rightdoor.access.middleware import open_to_all
from rightdoor.access.partnership import pack
from rightdoor.ui import speaking
from rightdoor.ui.addresses import reverse
from rightdoor.ui.speaking import BRITISH, ENGLISH, Language, language

# It holds the code of a language and nothing else.
COOKIE = "language"
A_YEAR = 365 * 24 * 60 * 60


def offered() -> tuple[str, ...]:
    """Give the codes of the languages of this partnership's pages, English always among them."""
    codes = pack().partnership.languages
    return codes if ENGLISH in codes else (ENGLISH, *codes)


def chosen(request: HttpRequest) -> str:
    """Give the code of the reader's language: their choice, their browser's wish, or English."""
    kept = request.COOKIES.get(COOKIE, "")
    if kept in offered():
        return kept
    wished = (
        code.partition("-")[0]
        for code, _ in parse_accept_lang_header(request.headers.get("Accept-Language", ""))
    )
    return next((code for code in wished if code in offered()), ENGLISH)


class ReadersLanguage:
    """Shows public pages in the reader's language, and every other in English."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep the next step."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Speak the reader's language until the page is known to be for work; say which was spoken."""
        code = chosen(request)
        with translation.override(BRITISH if code == ENGLISH else code):
            speaking.begin_page()
            response = self.get_response(request)
            if response.headers.get("Content-Type", "").startswith("text/html"):
                response.headers.setdefault("Content-Language", speaking.reading().tag)
                patch_vary_headers(response, ("Accept-Language", "Cookie"))
        return response

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: list[Any], kwargs: dict[str, Any]
    ) -> None:
        """Speak English on pages for work."""
        if not getattr(view, "open_to_all", False) or request.user.is_authenticated:
            speaking.work_in_english()


@open_to_all
@require_safe
def choose(request: HttpRequest, spoken: str) -> HttpResponse:
    """Keep the language chosen, and lead back to where the reader was."""
    back = request.GET.get("back", "")
    safe = url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure())
    response = redirect(back if safe and back.startswith("/") else reverse("web:front"))
    if spoken in offered():
        response.set_cookie(
            COOKIE,
            spoken,
            max_age=A_YEAR,
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )
    return response


def menu(request: HttpRequest) -> list[dict[str, Any]]:
    """Give every language offered, each named in itself, with the address that chooses it."""
    back = urlencode({"back": request.get_full_path()})
    here = speaking.reading().code
    return [
        {
            "language": one,
            "href": f"{reverse('web:language', args=[one.code])}?{back}",
            "current": one.code == here,
        }
        for one in languages_offered()
    ]


def languages_offered() -> list[Language]:
    """Give the languages offered, in the order of the pack."""
    return [language(code) for code in offered()]


def checked() -> bool:
    """Whether somebody whose first language it is has read the words of the page's language."""
    here = speaking.reading()
    return here.is_english or here.code in pack().partnership.languages_checked
