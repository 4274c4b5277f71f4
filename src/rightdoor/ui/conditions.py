"""Questions that are asked only because of the answer to another, said in one line.

``given("has_phone", "yes").require("phone")`` on a form's ``conditions`` draws the second
question under that answer, requires it when the answer is given, and drops whatever is in it
(right or wrong) when it is not.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

from django.forms import BaseForm, BoundField
from django.utils.datastructures import MultiValueDict


@dataclass(frozen=True, slots=True)
class Condition:
    """When ``asked`` was answered with one of ``answers``, the ``revealed`` questions count."""

    asked: str
    answers: tuple[str, ...]
    revealed: tuple[str, ...] = ()
    required: bool = False

    def require(self, *names: str) -> Condition:
        """These must then be answered."""
        return Condition(self.asked, self.answers, names, required=True)

    def show(self, *names: str) -> Condition:
        """These may then be answered."""
        return Condition(self.asked, self.answers, names, required=False)

    def holds(self, form: BaseForm, dropped: set[str]) -> bool:
        """Whether the answer was given; an answer that was itself dropped was not."""
        return self.asked not in dropped and bool(said(form[self.asked]) & set(self.answers))


def given(asked: str, *answers: str) -> Condition:
    """Start a condition: the question's name and the answers that count."""
    return Condition(asked, answers)


def said(bound: BoundField) -> set[str]:
    """The raw answers to a question, as they were sent."""
    value = bound.data
    if value is None or value is False:
        return set()
    if isinstance(value, list | tuple):
        return {str(item) for item in value}
    return {"yes"} if value is True else {str(value)}


def loosen(form: BaseForm, conditions: tuple[Condition, ...]) -> None:
    """Revealed questions are not required until their condition is known to hold."""
    for condition in conditions:
        for name in condition.revealed:
            form.fields[name].required = False


def settle(form: BaseForm, conditions: tuple[Condition, ...]) -> None:
    """Drop the answers that do not count, and ask for those that must be given."""
    reachable: set[str] = set()
    dropped = {name for condition in conditions for name in condition.revealed}
    for condition in conditions:
        if condition.holds(form, dropped - reachable):
            reachable |= set(condition.revealed)
            if condition.required:
                _ask_for(form, condition.revealed)
    for name in dropped - reachable:
        _drop(form, name)


def _ask_for(form: BaseForm, names: tuple[str, ...]) -> None:
    for name in names:
        field = form.fields[name]
        if name not in form.errors and form.cleaned_data.get(name) in field.empty_values:
            form.add_error(name, cast(Any, field.error_messages["required"]))


def _drop(form: BaseForm, name: str) -> None:
    errors = cast("dict[str, Any]", form.errors)
    errors.pop(name, None)
    field = form.fields[name]
    # What the field itself makes of a question left empty: None would not do for a choice, which is then "".
    nothing = cast(Any, MultiValueDict())
    unanswered = field.widget.value_from_datadict(nothing, nothing, name)
    form.cleaned_data[name] = field.clean(unanswered)
