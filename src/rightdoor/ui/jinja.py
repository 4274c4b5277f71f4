"""The Jinja2 environment of every page.

Settings name ``rightdoor.ui.jinja.environment`` as the environment of Django's Jinja2 engine.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final, cast

from django.templatetags.static import static
from jinja2 import BaseLoader, ChoiceLoader, Environment, FileSystemLoader, PackageLoader, PrefixLoader

from rightdoor.ui import pictures, speaking, words
from rightdoor.ui.addresses import reverse
from rightdoor.ui.forms import errors_summary
from rightdoor.ui.paging import page_links
from rightdoor.ui.rendering import govuk_macros, own_macros, renderer, text_or_html

OWN_TEMPLATES: Final = Path(__file__).parent / "templates"
FILTERS: Final = {
    "date_words": words.date_words,
    "date_time_words": words.date_time_words,
    "time_words": words.time_words,
    "age_words": words.age_words,
    "plural": words.plural,
    "nl2br": words.nl2br,
    "days_from": words.days_from,
}


def url(name: str, *args: object, **kwargs: object) -> str:
    """Address of a named page."""
    return reverse(name, args=args, kwargs=kwargs)


def _loader(given: BaseLoader | None) -> BaseLoader:
    # The macros import each other by the package's name, so they are kept under that name.
    macros = PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")})
    own = FileSystemLoader(OWN_TEMPLATES)
    return ChoiceLoader([loader for loader in (given, own, macros) if loader is not None])


def _translate(made: Environment) -> None:
    """Let templates mark their words: ``_("...")``, ``{% trans %}`` with ``{% pluralize %}``."""
    made.add_extension("jinja2.ext.i18n")
    made.policies["ext.i18n.trimmed"] = True
    # What a page says is safe markup of ours; what is put into it is escaped.
    made.install_gettext_callables(  # type: ignore[attr-defined]
        speaking.page_gettext, speaking.page_ngettext, newstyle=True
    )
    made.globals.update(reading=speaking.reading, holds_english=speaking.holds_english)
    made.globals.update(in_language=speaking.in_language, only_english=speaking.only_english)


def environment(**options: object) -> Environment:
    """Environment factory for Django's Jinja2 engine: escapes everything, knows the components."""
    given = cast("dict[str, Any]", options)
    given |= {"loader": _loader(given.get("loader")), "autoescape": True, "cache_size": -1}
    made = Environment(**{"trim_blocks": True, "lstrip_blocks": True, **given})  # noqa: S701 - escaping is on
    made.filters.update(FILTERS)
    _translate(made)
    govuk = govuk_macros(made)
    made.globals.update(url=url, static=static, govuk=govuk, ui=own_macros(made), field=renderer(govuk))
    made.globals.update(scale_picture=pictures.score, bar_picture=pictures.bar)
    made.globals.update(errors_summary=errors_summary, text_or_html=text_or_html, page_links=page_links)
    return made
