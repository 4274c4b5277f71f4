"""The Jinja2 environment of every page.

Settings name two things from here: :class:`Backend` as the template engine and
``rightdoor.ui.jinja.environment`` as its environment option.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import Any, Final

from django.apps import apps
from django.template.backends.jinja2 import Jinja2
from django.templatetags.static import static
from django.urls import reverse
from jinja2 import BaseLoader, ChoiceLoader, Environment, FileSystemLoader, PackageLoader, PrefixLoader
from markupsafe import Markup

from rightdoor.ui import rendering, words

OWN_TEMPLATES: Final = Path(__file__).parent / "templates"
OWN_APPS: Final = "rightdoor."
FILTERS: Final = {
    "date_words": words.date_words,
    "date_time_words": words.date_time_words,
    "time_words": words.time_words,
    "age_words": words.age_words,
    "plural": words.plural,
    "nl2br": words.nl2br,
    "days_from": words.days_from,
}


class Backend(Jinja2):
    """Django's Jinja2 engine, reading ``templates/`` of our own apps only.

    Other packages keep Django templates in folders of that name; they must not be found here.
    """

    app_dirname = "templates"

    @cached_property
    def template_dirs(self) -> tuple[Path | str, ...]:
        """The folders named in settings, then each of our apps'."""
        own = [
            Path(app.path) / "templates" for app in apps.get_app_configs() if app.name.startswith(OWN_APPS)
        ]
        return (*self.dirs, *[folder for folder in own if folder.is_dir()])


class Govuk:
    """``govuk.button({...})``: a component's macro by its name, loaded once."""

    def __init__(self, environment: Environment) -> None:
        self._environment = environment
        self._macros: dict[str, Any] = {}

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        if name not in self._macros:
            self._macros[name] = self._load(name)
        return self._macros[name]

    def _load(self, name: str) -> Any:
        folder = name.replace("_", "-")
        module = self._environment.get_template(f"govuk_frontend_jinja/components/{folder}/macro.html").module
        camel = "".join(part.capitalize() for part in name.split("_"))
        return getattr(module, f"govuk{camel}")


def url(name: str, *args: object, **kwargs: object) -> str:
    """Address of a named page."""
    return reverse(name, args=args or None, kwargs=kwargs or None)


def _loader(given: BaseLoader | None) -> BaseLoader:
    # The macros import each other by the package's name, so they are kept under that name.
    macros = PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")})
    own = FileSystemLoader(OWN_TEMPLATES)
    return ChoiceLoader([loader for loader in (given, own, macros) if loader is not None])


def environment(**options: Any) -> Environment:
    """Environment factory for Django's Jinja2 engine: escapes everything, knows the components."""
    options["loader"] = _loader(options.get("loader"))
    options["autoescape"] = True
    options.setdefault("trim_blocks", True)
    options.setdefault("lstrip_blocks", True)
    made = Environment(**options)  # noqa: S701 - autoescape is set to true just above
    made.filters.update(FILTERS)
    govuk = Govuk(made)
    made.globals.update(url=url, static=static, govuk=govuk, Markup=Markup)
    made.globals["field"] = rendering.renderer(govuk)
    return made
