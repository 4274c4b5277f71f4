"""The form that all forms are: clean input, conditional questions, a summary of what is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, ClassVar, Final, cast

from django import forms
from django.forms import BoundField
from django.utils.datastructures import MultiValueDict

from rightdoor.ui.conditions import Condition, given, loosen, settle
from rightdoor.ui.fields.base import first_input_id
from rightdoor.ui.speaking import lazy

__all__ = ["BaseForm", "Condition", "errors_summary", "given"]

NUL: Final = "\x00"
# Half of a character that cannot be written to any database or page.
SURROGATES: Final = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
UNWRITABLE: Final = {ord(NUL): None, **SURROGATES}
PROBLEM: Final = lazy("There is a problem")


Answers = MultiValueDict[str, Any] | Mapping[str, Any]


def writable(data: Answers) -> Answers:
    """The same answers without characters that no database takes."""
    if isinstance(data, MultiValueDict):
        return MultiValueDict({key: [_writable(value) for value in values] for key, values in data.lists()})
    return {key: _writable(value) for key, value in data.items()}


def _writable(value: object) -> object:
    return value.translate(UNWRITABLE) if isinstance(value, str) else value


def errors_summary(*all_forms: forms.BaseForm) -> dict[str, Any] | None:
    """Parameters of the error summary over one form or several; None when nothing is wrong."""
    listed = [error for form in all_forms for error in _errors_of(form)]
    return {"titleText": PROBLEM, "errorList": listed} if listed else None


def _errors_of(form: forms.BaseForm) -> Iterator[dict[str, str]]:
    for message in form.non_field_errors():
        yield {"text": str(message)}
    for bound in form:
        for message in bound.errors:
            yield {"text": str(message), "href": f"#{first_input_id(bound)}"}


class BaseForm(forms.Form):
    """Validates and gives clean values; never saves. ``conditions`` holds one-line rules."""

    conditions: ClassVar[tuple[Condition, ...]] = ()
    use_required_attribute = False

    def __init__(self, data: Any = None, *args: Any, **kwargs: Any) -> None:
        """As Django's, with what cannot be written taken out of the answers first."""
        super().__init__(writable(data) if data is not None else None, *args, **kwargs)
        loosen(self, self.conditions)

    def _clean_form(self) -> None:
        settle(self, self.conditions)
        super()._clean_form()  # type: ignore[misc]  # Django's stubs leave it out

    @property
    def errors_summary(self) -> dict[str, Any] | None:
        """Parameters of the error summary, or None."""
        return errors_summary(self)

    def offer(self, name: str, choices: Iterable[tuple[str, str]]) -> None:
        """Set what can be chosen, once it is known for this page."""
        cast(Any, self.fields[name]).choices = list(choices)

    def not_after(self, name: str, day: date) -> None:
        """Set the last day a date may be; the view knows which day it is."""
        cast(Any, self.fields[name]).latest = day

    def asked(self) -> list[BoundField]:
        """The questions in order, without those drawn inside another's answer and the hidden ones."""
        inside = {
            name for condition in self.conditions if self._nests(condition) for name in condition.revealed
        }
        return [bound for bound in self if bound.name not in inside and not bound.is_hidden]

    def nested(self, name: str) -> dict[str, list[BoundField]]:
        """The questions that each answer to this one reveals inside it."""
        found: dict[str, list[BoundField]] = {}
        for condition in self.conditions:
            if condition.asked == name and self._nests(condition):
                revealed = [self[inner] for inner in condition.revealed]
                found.setdefault(condition.answers[0], []).extend(revealed)
        return found

    def _nests(self, condition: Condition) -> bool:
        # What two answers can reveal cannot be drawn inside both: it stands on its own instead.
        others = [other for other in self.conditions if other is not condition]
        shared = any(set(other.revealed) & set(condition.revealed) for other in others)
        able = getattr(self.fields[condition.asked], "can_reveal", False)
        return len(condition.answers) == 1 and able and not shared
