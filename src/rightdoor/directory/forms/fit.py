"""One question of “Is this for my family?”, as the list of facts asks it."""

from typing import Any, Final

from rightdoor.engines.facts import Fact
from rightdoor.engines.fit_check import UNBORN, UNSURE
from rightdoor.ui.fields import Number, Radios, Select
from rightdoor.ui.forms import BaseForm
from rightdoor.ui.speaking import gettext, ngettext
from rightdoor.ui.speaking import lazy as _
from rightdoor.ui.words import number_words

OLDEST_CHILD, OLDEST_PARENT, MONTHS_ASKED = 25, 110, 24
WHOM: Final = {"parent": _("For me, or another adult"), "child": _("For a child or young person")}
_UNSURE_TEXT: Final = _("I don’t know, or would rather not say")
# Options of facts, as families say them.
OPTIONS: Final = {
    "female": _("Female"),
    "male": _("Male"),
    "experienced": _("I was hurt or frightened"),
    "caused": _("I hurt or frightened someone"),
    "both": _("Both"),
    "alcohol": _("Alcohol"),
    "stimulants": _("Stimulants, such as cocaine or speed"),
    "cannabis": _("Cannabis"),
    "nps": _("New drugs, such as spice"),
    "opiates": _("Opiates, such as heroin"),
    "none": _("None of these"),
    "mild": _("Mild"),
    "moderate": _("Moderate"),
    "severe": _("Severe"),
}


class FitForm(BaseForm):
    """One answer. Not knowing is one."""

    def text(self) -> str:
        """Give the answer as the check takes it."""
        value = self.cleaned_data["answer"]
        return UNSURE if value in (None, "") else str(value)


class _Figure(Number):
    """A whole number whose question is a sentence, so its messages do not name it."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.error_messages["invalid"] = self._outside()

    def _outside(self) -> str:
        low, high = map(number_words, self.bounds)
        told = gettext("Enter a whole number between %(low)s and %(high)s, or leave it empty")
        return told % {"low": low, "high": high}


def whom_form(whom: tuple[str, ...], told: Any = None) -> FitForm:
    """Ask for whom, where a service has rules for several."""
    return _form(
        Radios(
            label=_("Who is it for?"),
            choices=[(who, WHOM[who]) for who in whom if who in WHOM],
            missing=_("Select who it is for"),
        ),
        told,
    )


def question_form(asks: Fact, told: Any = None) -> FitForm:
    """Ask one fact."""
    return _form(_field(asks), told)


def _form(field: Any, told: Any) -> FitForm:
    form = FitForm(told)
    form.fields["answer"] = field
    return form


def _field(asks: Fact) -> Any:
    # Questions of the list are English; they are said in the reader's language where it has them.
    label, hint = gettext(asks.question), gettext(asks.why)
    if asks.kind == "age" and asks.who == "child":
        return Select(label=label, hint=hint, choices=_ages(), missing=_("Select an age"))
    if asks.kind in ("age", "number"):
        most = OLDEST_PARENT if asks.kind == "age" else int(asks.most or 1000)
        left = gettext("Leave it empty if you don’t know.")
        return _Figure(label=label, hint=f"{hint} {left}", highest=most, required=False)
    options = [(code, OPTIONS.get(code, code)) for code in asks.options] or [
        ("yes", _("Yes")),
        ("no", _("No")),
    ]
    return Radios(
        label=label,
        hint=hint,
        choices=[*options, (UNSURE, _UNSURE_TEXT)],
        divider=UNSURE,
        missing=_("Select an answer"),
    )


def _ages() -> list[tuple[str, str]]:
    months = [
        (f"{count}m", ngettext("%(count)s month", "%(count)s months", count) % {"count": count})
        for count in range(1, MONTHS_ASKED)
    ]
    years = [
        (f"{count}y", ngettext("%(count)s year", "%(count)s years", count) % {"count": count})
        for count in range(MONTHS_ASKED // 12, OLDEST_CHILD + 1)
    ]
    return [
        ("", gettext("Choose an age")),
        (UNBORN, gettext("Not born yet")),
        ("0m", gettext("Less than a month")),
        *months,
        *years,
        (UNSURE, str(_UNSURE_TEXT)),
    ]
