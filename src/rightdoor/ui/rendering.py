"""A form's field drawn with the GOV.UK macros: ``{{ field(form.name) }}``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, Protocol, cast

from django.forms import BoundField
from jinja2 import Environment
from markupsafe import Markup

from rightdoor.ui.fields.base import Parts
from rightdoor.ui.fields.plain import plain
from rightdoor.ui.forms import BaseForm

Macro = Callable[..., Markup]
MARK: Final = Markup("<!--nested {}-->")


class Field(Protocol):
    """The ``field`` function of templates."""

    def __call__(
        self, bound: BoundField, *, heading: bool = False, size: str = "s", **overrides: object
    ) -> Markup:
        """Draw one question and everything its answers reveal."""


class Macros:
    """``govuk.button({...})``, ``ui.tag(...)``: a macro found by its name, loaded when first used."""

    def __init__(self, environment: Environment, file: str, name: Callable[[str], str]) -> None:
        """``file`` is where the macro lives, with ``{}`` for its name with hyphens."""
        self._environment = environment
        self._file = file
        self._name = name
        self._kept: dict[str, Macro] = {}

    def __getattr__(self, name: str) -> Macro:
        """The macro of that name."""
        if name.startswith("_"):
            raise AttributeError(name)
        macro = self._kept.get(name) or self._load(name)
        if not self._environment.auto_reload:
            self._kept[name] = macro
        return macro

    def __getitem__(self, name: str) -> Macro:
        """The macro of that name, when the name is itself a value."""
        return getattr(self, name)  # type: ignore[no-any-return]

    def _load(self, name: str) -> Macro:
        module = self._environment.get_template(self._file.format(name.replace("_", "-"))).module
        return cast(Macro, getattr(module, self._name(name)))


def govuk_name(name: str) -> str:
    """``date_input`` is ``govukDateInput``."""
    return "govuk" + "".join(part.capitalize() for part in name.split("_"))


def govuk_macros(environment: Environment) -> Macros:
    """Every GOV.UK component, taking one mapping of parameters."""
    return Macros(environment, "govuk_frontend_jinja/components/{}/macro.html", govuk_name)


def own_macros(environment: Environment) -> Macros:
    """Every component of ours, taking named arguments."""
    return Macros(environment, "ui/components/{}.html", str)


def renderer(govuk: Macros) -> Field:
    """The ``field`` function of an environment, bound to that environment's macros."""

    def field(bound: BoundField, *, heading: bool = False, size: str = "s", **overrides: object) -> Markup:
        nested = {answer: Markup("").join(map(field, inner)) for answer, inner in _inside(bound).items()}
        marks = {answer: MARK.format(answer) for answer in nested}
        parts = Parts(heading=heading, size=size, nested=marks)
        own = getattr(bound.field, "govuk", None)
        macro, params = cast("tuple[str, dict[str, Any]]", own(bound, parts) if own else plain(bound, parts))
        draw: Macro = getattr(govuk, macro)
        return _put(draw({**params, **overrides}), {marks[answer]: html for answer, html in nested.items()})

    return field


def _put(drawn: Markup, pieces: dict[str, Markup]) -> Markup:
    # The macros indent what is nested in them, which would add spaces to what people typed in a
    # text box each time the page is shown. So marks are nested, and swapped for the pieces afterwards;
    # nobody's words can look like a mark, because "<" is escaped in them.
    for mark, html in pieces.items():
        drawn = drawn.replace(mark, html)
    return drawn


def _inside(bound: BoundField) -> dict[str, list[BoundField]]:
    return bound.form.nested(bound.name) if isinstance(bound.form, BaseForm) else {}


def text_or_html(value: object) -> dict[str, object]:
    """``{"html": ...}`` for what is already safe markup, ``{"text": ...}`` for everything else."""
    return {"html": value} if isinstance(value, Markup) else {"text": "" if value is None else str(value)}
