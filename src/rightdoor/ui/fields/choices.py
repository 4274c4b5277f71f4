"""Fields answered by choosing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final, Unpack, cast

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField

from rightdoor.ui.fields.base import (
    Asked,
    Params,
    Parts,
    Settings,
    around,
    default_missing,
    label_of,
    legend_of,
)
from rightdoor.ui.speaking import gettext, later
from rightdoor.ui.speaking import lazy as _

Choices = Iterable[tuple[str, str]]
YES_NO: Final = (("yes", _("Yes")), ("no", _("No")))
SCALE_TOP: Final = 10


class _Choosing(Asked):
    """What radios, checkboxes and selects share."""

    asking_verb = "Select"
    choices: Any
    label: Any
    hints: Mapping[str, str]

    def items(self, bound: BoundField, chosen: set[str], parts: Parts) -> list[Params]:
        """One item for each choice: the first carries the field's own id."""
        items = []
        for place, (value, text) in enumerate(self.choices):
            key = str(value)
            item: Params = {"value": key, "text": str(text), "checked": key in chosen}
            item["id"] = bound.auto_id if place == 0 else f"{bound.auto_id}-{place + 1}"
            if key in self.hints:
                item["hint"] = {"text": self.hints[key]}
            if key in parts.nested:
                item["conditional"] = {"html": parts.nested[key]}
            items.append(item)
        return items

    def first_id(self, bound: BoundField) -> str:
        """The first choice carries the bare id."""
        return str(bound.auto_id)

    def wrong_choice(self) -> dict[str, str]:
        """Message for a value that was not offered."""
        return {"invalid_choice": _("Select one of the answers listed")}


class Radios(_Choosing, forms.ChoiceField):
    """One of a few. ``hints`` explains a choice; ``divider`` puts "or" before that value."""

    widget = forms.RadioSelect
    can_reveal = True

    def __init__(
        self,
        *,
        choices: Choices,
        hints: Mapping[str, str] | None = None,
        inline: bool = False,
        divider: str = "",
        **settings: Unpack[Settings],
    ) -> None:
        """``inline`` only for two short answers without anything nested under them."""
        self.hints = dict(hints or {})
        self.inline = inline
        self.divider = divider
        super().__init__(choices=list(choices), **self.settle(settings))
        self.error_messages |= self.wrong_choice()

    def govuk(self, bound: BoundField, parts: Parts) -> tuple[str, Params]:
        """Drawn by the radios macro."""
        value = bound.value()
        items = self.items(bound, set() if value is None else {str(value)}, parts)
        at = next((place for place, item in enumerate(items) if item["value"] == self.divider), None)
        if at is not None and self.divider:
            items.insert(at, {"divider": gettext("or")})
        params = {**around(bound, id_key="idPrefix"), "fieldset": legend_of(bound, parts), "items": items}
        if self.inline and not parts.nested:
            params["classes"] = "govuk-radios--inline"
        return "radios", params


class YesNo(Radios):
    """Yes or no, given as True, False, or None when it may be left and was."""

    def __init__(self, **settings: Unpack[Settings]) -> None:
        """Two radios on one line."""
        super().__init__(choices=YES_NO, inline=True, **settings)

    def prepare_value(self, value: object) -> object:
        """True and False are shown as the answers they stand for."""
        return {True: "yes", False: "no"}.get(value, value) if isinstance(value, bool) else value

    def clean(self, value: Any) -> bool | None:
        """The answer as a truth."""
        return {"yes": True, "no": False}.get(super().clean(value))


class YesNoUnknown(Radios):
    """``yes``, ``no`` or ``unknown``: not knowing is an answer."""

    def __init__(self, *, unknown: str = _("I don't know"), **settings: Unpack[Settings]) -> None:
        """``unknown`` is how not knowing is said here."""
        super().__init__(choices=(*YES_NO, ("unknown", unknown)), divider="unknown", **settings)


@later
def _scale_hint(hint: str, low: str, high: str) -> str:
    ends = gettext("0 means %(low)s. 10 means %(high)s.") % {"low": low, "high": high}
    return f"{hint} {ends}".strip()


class Scale(Radios):
    """Nought to ten on one row, with what each end means; given as a whole number."""

    def __init__(self, *, low: str, high: str, **settings: Unpack[Settings]) -> None:
        """``low`` and ``high`` say what 0 and 10 stand for; they become part of the hint."""
        settings["hint"] = _scale_hint(settings.get("hint", ""), low, high)
        super().__init__(choices=[(str(n), str(n)) for n in range(SCALE_TOP + 1)], inline=True, **settings)

    def clean(self, value: Any) -> int | None:
        """The point chosen, 0 to 10."""
        said = super().clean(value)
        return int(said) if said != "" else None

    def govuk(self, bound: BoundField, parts: Parts) -> tuple[str, Params]:
        """Radios set close together, that wrap on a small screen."""
        macro, params = super().govuk(bound, parts)
        return macro, {**params, "classes": "govuk-radios--inline govuk-radios--small app-scale-field"}


class Checkboxes(_Choosing, forms.MultipleChoiceField):
    """Any of several. ``exclusive`` is the value that stands alone ("None of these")."""

    widget = forms.CheckboxSelectMultiple
    can_reveal = True

    def __init__(
        self,
        *,
        choices: Choices,
        hints: Mapping[str, str] | None = None,
        exclusive: str = "",
        **settings: Unpack[Settings],
    ) -> None:
        """Given as a list of the values chosen."""
        self.hints = dict(hints or {})
        self.exclusive = exclusive
        super().__init__(choices=list(choices), **self.settle(settings))
        self.error_messages |= {**self.wrong_choice(), "invalid_list": _("Select from the answers listed")}

    def validate(self, value: Any) -> None:
        """The one that stands alone does stand alone."""
        super().validate(value)
        if self.exclusive in value and len(set(value)) > 1:
            alone = dict(cast(Any, self.choices)).get(self.exclusive, self.exclusive)
            message = gettext("Select other answers or “%(alone)s”, not both") % {"alone": alone}
            raise ValidationError(message, code="exclusive")

    def govuk(self, bound: BoundField, parts: Parts) -> tuple[str, Params]:
        """Drawn by the checkboxes macro."""
        chosen = bound.value() or []
        chosen = {chosen} if isinstance(chosen, str) else {str(value) for value in chosen}
        items = self.items(bound, chosen, parts)
        for place, item in enumerate(items):
            if self.exclusive and item["value"] == self.exclusive:
                item["behaviour"] = "exclusive"
                items.insert(place, {"divider": gettext("or")})
                break
        params = around(bound, id_key="idPrefix")
        return "checkboxes", {**params, "fieldset": legend_of(bound, parts), "items": items}


class Confirm(Asked, forms.BooleanField):
    """One box to tick. When required, it must be ticked."""

    can_reveal = True

    def __init__(self, *, question: str = "", **settings: Unpack[Settings]) -> None:
        """``label`` is the text beside the box; ``question`` an optional legend above it."""
        self.question = question
        settings.setdefault("missing", default_missing(settings.get("label", ""), "Tick the box:"))
        super().__init__(**self.settle(settings))

    def govuk(self, bound: BoundField, parts: Parts) -> tuple[str, Params]:
        """Drawn by the checkboxes macro, with a single item."""
        item: Params = {
            "value": "yes",
            "text": bound.label,
            "checked": bool(bound.value()),
            "id": bound.auto_id,
        }
        if "yes" in parts.nested:
            item["conditional"] = {"html": parts.nested["yes"]}
        params = {**around(bound, id_key="idPrefix"), "items": [item]}
        if self.question:
            size = "l" if parts.heading else parts.size
            legend = {"text": self.question, "classes": f"govuk-fieldset__legend--{size}"}
            params["fieldset"] = {"legend": {**legend, "isPageHeading": parts.heading}}
        return "checkboxes", params


class Select(_Choosing, forms.ChoiceField):
    """One of many, from a drop-down. ``empty`` is shown when nothing is chosen yet."""

    def __init__(
        self, *, choices: Choices, empty: str = _("Choose one"), **settings: Unpack[Settings]
    ) -> None:
        """The empty choice is added in front."""
        self.hints = {}
        offered = list(choices)
        super().__init__(choices=[("", empty), *offered], **self.settle(settings))
        self.error_messages |= self.wrong_choice()

    def govuk(self, bound: BoundField, parts: Parts) -> tuple[str, Params]:
        """Drawn by the select macro."""
        value = bound.value()
        said = "" if value is None else str(value)
        items = [
            {"value": str(key), "text": str(text), "selected": str(key) == said}
            for key, text in cast("list[tuple[Any, Any]]", list(self.choices))
        ]
        return "select", {**around(bound), "label": label_of(bound, parts), "items": items}
