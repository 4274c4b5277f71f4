"""A form's field drawn with the GOV.UK macros: ``{{ field(form.name) }}``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.forms import BoundField
from markupsafe import Markup

Renderer = Callable[..., Markup]


def renderer(govuk: Any) -> Renderer:
    """The ``field`` function of an environment, bound to that environment's macros."""

    def field(bound: BoundField, **overrides: Any) -> Markup:
        macro, params = bound.field.govuk(bound)
        return Markup(getattr(govuk, macro)({**params, **overrides}))

    return field
