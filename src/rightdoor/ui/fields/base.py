"""What every field shares: its question, hint, messages and the parts of its markup."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol, TypedDict, cast

from django import forms
from django.forms import BoundField

from rightdoor.ui.speaking import gettext, later, reading

Params = dict[str, Any]


class Settings(TypedDict, total=False):
    """Keyword arguments that every field takes."""

    label: str
    hint: str
    missing: str
    required: bool
    initial: object
    disabled: bool


@dataclass(frozen=True, slots=True)
class Parts:
    """How one drawing of a field differs from another.

    ``heading`` makes the question the heading of the page; ``nested`` holds the drawn
    questions that an answer reveals, by that answer.
    """

    heading: bool = False
    size: str = "s"
    nested: Mapping[str, str] = field(default_factory=dict)


class GovukField(Protocol):
    """A field that can say which GOV.UK macro draws it, with which parameters."""

    hint: str
    widget: forms.Widget

    def govuk(self, bound: BoundField, parts: Parts) -> tuple[str, Params]:
        """Macro's name and its parameters."""

    def first_id(self, bound: BoundField) -> str:
        """Id of the input that a link in the error summary goes to."""


def default_missing(label: str, verb: str) -> str:
    """``Enter the address`` from ``Address``; a question is quoted as it stands. Said when it is shown."""
    return _default_missing(label, verb)


@later
def _default_missing(label: str, verb: str) -> str:
    if label.endswith("?") or not reading().is_english:
        # Other languages cannot make a sentence of a verb and a label.
        return gettext("Answer the question “%(question)s”") % {"question": label}
    if label[:2].isupper() or not label:
        return f"{verb} {label or 'an answer'}"
    return f"{verb} {label[0].lower()}{label[1:]}"


def naming(label: str) -> str:
    """How a message speaks of a field: its label, or ``Your answer`` when that is a question."""
    return gettext("Your answer") if label.endswith("?") or not label else label


class Asked:
    """Mixed into Django's fields: reads the settings that every field takes."""

    hint: str
    asking_verb = "Enter"

    def settle(self, settings: Settings) -> dict[str, Any]:
        """Arguments for Django's own field; keeps ``hint`` here."""
        rest = cast(dict[str, Any], dict(settings))
        self.hint = rest.pop("hint", "")
        label = rest.get("label", "")
        missing = rest.pop("missing", "") or default_missing(label, self.asking_verb)
        rest["error_messages"] = {"required": missing, **rest.get("error_messages", {})}
        return rest

    def first_id(self, bound: BoundField) -> str:
        """Id of the one input."""
        return str(bound.id_for_label or bound.auto_id)


def words_of(errors: BoundField) -> list[str]:
    """The messages beside a field, in order."""
    return [str(message) for message in errors.errors]


def error_of(bound: BoundField) -> Params | None:
    """The first message beside a field, as the macros want it."""
    messages = words_of(bound)
    if not messages:
        return None
    return {"text": " ".join(messages), "visuallyHiddenText": gettext("Error")}


def label_of(bound: BoundField, parts: Parts) -> Params:
    """The label, as the page's heading when asked so."""
    if parts.heading:
        return {"text": bound.label, "classes": "govuk-label--l", "isPageHeading": True}
    return {"text": bound.label, "classes": f"govuk-label--{parts.size}"}


def legend_of(bound: BoundField, parts: Parts) -> Params:
    """The fieldset whose legend is the question, as the page's heading when asked so."""
    size = "l" if parts.heading else parts.size
    legend = {"text": bound.label, "classes": f"govuk-fieldset__legend--{size}"}
    return {"legend": {**legend, "isPageHeading": True} if parts.heading else legend}


def hint_of(bound: BoundField) -> Params | None:
    """The hint under the question."""
    hint = getattr(bound.field, "hint", "") or bound.field.help_text
    return {"text": str(hint)} if hint else None


def around(bound: BoundField, *, id_key: str = "id") -> Params:
    """Name, id, hint and message: what all macros take."""
    params: Params = {id_key: bound.auto_id, "name": bound.html_name}
    if hint := hint_of(bound):
        params["hint"] = hint
    if error := error_of(bound):
        params["errorMessage"] = error
    return params


def first_input_id(bound: BoundField) -> str:
    """Where the error summary's link goes: the first input, or first wrong one, of any field."""
    own = getattr(bound.field, "first_id", None)
    return str(own(bound) if own else bound.auto_id)
