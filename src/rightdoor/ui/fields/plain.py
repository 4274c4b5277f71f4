"""Django's own fields (sign-in forms come from a library) drawn with the GOV.UK macros."""

from __future__ import annotations

from typing import Any, Final, cast

from django import forms
from django.forms import BoundField

from rightdoor.ui.fields.base import Params, Parts, around, label_of, legend_of


def plain(bound: BoundField, parts: Parts) -> tuple[str, Params]:
    """Macro and parameters for a field of Django's, by the kind of its widget."""
    for kind, draw in DRAWN:
        if isinstance(bound.field.widget, kind):
            return draw(bound, parts)
    return _input(bound, parts)


def _text(bound: BoundField, parts: Parts) -> Params:
    value = bound.value()
    return {**around(bound), "label": label_of(bound, parts), "value": "" if value is None else str(value)}


def _input(bound: BoundField, parts: Parts) -> tuple[str, Params]:
    widget = bound.field.widget
    params = {**_text(bound, parts), "type": getattr(widget, "input_type", "text")}
    for name in ("autocomplete", "inputmode"):
        if given := widget.attrs.get(name):
            params[name] = given
    return "input", params


def _password(bound: BoundField, parts: Parts) -> tuple[str, Params]:
    autocomplete = bound.field.widget.attrs.get("autocomplete", "current-password")
    # What was typed is never sent back.
    return "password_input", {**_text(bound, parts), "value": "", "autocomplete": autocomplete}


def _textarea(bound: BoundField, parts: Parts) -> tuple[str, Params]:
    return "textarea", _text(bound, parts)


def _file(bound: BoundField, parts: Parts) -> tuple[str, Params]:
    return "file_upload", {**around(bound), "label": label_of(bound, parts)}


def _tick(bound: BoundField, parts: Parts) -> tuple[str, Params]:
    item = {"value": "on", "text": bound.label, "checked": bool(bound.value()), "id": bound.auto_id}
    return "checkboxes", {**around(bound, id_key="idPrefix"), "items": [item]}


def _options(bound: BoundField, marked: str) -> list[Params]:
    value = bound.value()
    many = value if isinstance(value, list | tuple) else [value]
    chosen = {str(item) for item in many if item is not None}
    offered = cast(Any, bound.field).choices
    items = [{"value": str(key), "text": str(text), marked: str(key) in chosen} for key, text in offered]
    for place, item in enumerate(items):
        item["id"] = bound.auto_id if place == 0 else f"{bound.auto_id}-{place + 1}"
    return items


def _choice(bound: BoundField, parts: Parts) -> tuple[str, Params]:
    items = _options(bound, "checked")
    macro = "checkboxes" if isinstance(bound.field.widget, forms.CheckboxSelectMultiple) else "radios"
    return macro, {**around(bound, id_key="idPrefix"), "fieldset": legend_of(bound, parts), "items": items}


def _select(bound: BoundField, parts: Parts) -> tuple[str, Params]:
    items = [
        {key: value for key, value in item.items() if key != "id"} for item in _options(bound, "selected")
    ]
    return "select", {**around(bound), "label": label_of(bound, parts), "items": items}


DRAWN: Final = (
    (forms.PasswordInput, _password),
    (forms.Textarea, _textarea),
    (forms.FileInput, _file),
    (forms.CheckboxInput, _tick),
    (forms.RadioSelect, _choice),
    (forms.CheckboxSelectMultiple, _choice),
    (forms.Select, _select),
)
