"""What every page of the request form is: a small form that speaks to whoever asks."""

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from rightdoor.frontdoor.asking.answers import Answers
from rightdoor.frontdoor.asking.words import put
from rightdoor.ui.dates import PartialDate
from rightdoor.ui.fields.base import default_missing
from rightdoor.ui.forms import BaseForm
from rightdoor.ui.speaking import lazy as _

YES_NO_UNKNOWN = (("yes", _("Yes")), ("no", _("No")), ("unknown", _("I don't know")))


class AskForm(BaseForm):
    """One page. `voiced` names, for each field, the question whose wording depends on the asker."""

    voiced: ClassVar[Mapping[str, str]] = {}

    def __init__(
        self,
        data: Any = None,
        *,
        answers: Answers,
        today: date,
        key: str = "",
        initial: Mapping[str, Any] | None = None,
    ) -> None:
        """`key` is whose page it is, where there is one for each person."""
        super().__init__(data, initial=dict(initial or {}))
        self.answers, self.today, self.key = answers, today, key
        for field, question in self.voiced.items():
            asked = put(question, answers.asker)
            self.ask(field, asked.label, asked.hint)
        self.shape()

    def shape(self) -> None:
        """Fit the questions to the answers before; nothing to do for most pages."""

    def ask(self, name: str, label: str, hint: str | None = None) -> None:
        """Put a question in other words."""
        field: Any = self.fields[name]
        said_by_itself = field.error_messages["required"] != default_missing(
            str(field.label or ""), getattr(field, "asking_verb", "Enter")
        )
        field.label = label
        if hint is not None:
            field.hint = hint
        if not said_by_itself:
            field.error_messages["required"] = default_missing(label, getattr(field, "asking_verb", "Enter"))

    def kept(self) -> dict[str, Any]:
        """Give the clean answers as they are kept in the draft."""
        return {name: _plain(value) for name, value in self.cleaned_data.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, PartialDate):
        return value.iso
    return value.isoformat() if isinstance(value, date) else value
