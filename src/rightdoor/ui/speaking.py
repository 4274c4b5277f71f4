"""The language a page speaks. Words are marked where they are written, and said in it when they are shown.

In code that runs while a page is made: ``from rightdoor.ui.speaking import gettext, ngettext``. In code
that runs once, such as the fields of a form: ``from rightdoor.ui.speaking import lazy as _``.
How to mark words, and how to translate them: docs/how-to/translate.md.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, cast

from babel import Locale
from django.utils import translation
from django.utils.functional import lazy as lazily
from django.utils.translation import gettext, gettext_lazy, ngettext, pgettext
from markupsafe import Markup

from rightdoor.engines.codes import languages

__all__ = ["ENGLISH", "Language", "gettext", "lazy", "ngettext", "pgettext", "reading"]

ENGLISH: Final = "en"
# English here is the English of Britain: its dates, its spelling.
BRITISH: Final = "en-gb"
_FELL_BACK: ContextVar[bool] = ContextVar("fell_back", default=False)


@dataclass(frozen=True, slots=True)
class Language:
    """A language by its code, named in itself, and the direction it is written in."""

    code: str
    name: str
    direction: str

    @property
    def tag(self) -> str:
        """How HTML and HTTP name it."""
        return "en-GB" if self.is_english else self.code

    @property
    def is_english(self) -> bool:
        """Whether it is the language everything is written in first."""
        return self.code == ENGLISH

    @property
    def locale(self) -> Locale:
        """What is known of its dates, numbers and names."""
        return _locale("en_GB" if self.is_english else self.code)


@cache
def _locale(name: str) -> Locale:
    return Locale.parse(name)


@cache
def language(code: str) -> Language:
    """Give a language by its code."""
    found = _locale(code)
    name = found.get_display_name() or code
    return Language(code, name[:1].upper() + name[1:], found.text_direction)


def reading() -> Language:
    """Give the language of the page being made."""
    return language((translation.get_language() or BRITISH).partition("-")[0])


def languages_named() -> list[tuple[str, str]]:
    """Give every language somebody may speak, by code, named in the language of the page and in its order."""
    here = reading()
    if here.is_english:
        return [(code.code, code.label) for code in languages().values()]
    named = [(one.code, here.locale.languages.get(one.code, one.label)) for one in languages().values()]
    return sorted(((code, name[:1].upper() + name[1:]) for code, name in named), key=lambda pair: pair[1])


def lazy(message: str) -> str:
    """Mark words that are written down once and said later, in the language of each page."""
    # A promise of text behaves as text; saying so here spares every form and presenter a type of its own.
    return cast(str, gettext_lazy(message))


def later(words: Callable[..., str]) -> Callable[..., str]:
    """Let a function that makes words make them only when they are shown."""
    return lazily(words, str)


def begin_page() -> None:
    """Forget what was not found for the page before."""
    _FELL_BACK.set(False)


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Speak a language for a while, whatever the page speaks: a letter is in the language of its reader."""
    with translation.override(BRITISH if code == ENGLISH else code):
        yield


def work_in_english() -> None:
    """Make the rest of this page in English: it is for work."""
    translation.activate(BRITISH)


def fell_back() -> bool:
    """Whether words of this page were not in the reader's language."""
    return _FELL_BACK.get()


def page_gettext(message: str) -> str:
    """Say a message of a template, noting when there is none in the reader's language."""
    said = gettext(message)
    _note(said, message)
    return said


def page_ngettext(one: str, many: str, count: int) -> str:
    """Say a message of a template that counts, noting when there is none in the reader's language."""
    said = ngettext(one, many, count)
    _note(said, one, many)
    return said


def _note(said: str, *english: str) -> None:
    if said in english and not reading().is_english:
        _FELL_BACK.set(True)


def in_language(html: Any, code: str) -> Markup:
    """Mark a part of a page as written in another language than the page; as it is when it is not."""
    if code == reading().code:
        return Markup(html)  # noqa: S704 - made from escaped text
    one = language(code)
    return Markup('<div lang="{}" dir="{}">{}</div>').format(one.tag, one.direction, html)


def only_english(text: object) -> Markup:
    """Mark words within a sentence that exist in English only: a provider's, a partnership's."""
    if reading().is_english:
        return Markup("{}").format(text)
    return Markup('<span lang="en-GB" dir="ltr">{}</span>').format(text)


def holds_english(html: object) -> bool:
    """Whether a page made for a reader of another language holds words in English."""
    return not reading().is_english and (fell_back() or 'lang="en-GB"' in str(html))
