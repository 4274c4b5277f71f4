"""What is asked of somebody who looks for help. Everything may be left out but one thing."""

from typing import Any, Final

from rightdoor.directory.forms.sheets import AGES, PREGNANCY
from rightdoor.ui.fields import Checkboxes, Postcode, Select, Text
from rightdoor.ui.forms import BaseForm
from rightdoor.ui.speaking import gettext
from rightdoor.ui.speaking import lazy as _

LANGUAGES: Final = {
    "ar": _("Arabic"),
    "bn": _("Bengali"),
    "bsl": _("British Sign Language"),
    "fr": _("French"),
    "gu": _("Gujarati"),
    "pl": _("Polish"),
    "pt": _("Portuguese"),
    "so": _("Somali"),
    "es": _("Spanish"),
    "ta": _("Tamil"),
    "tr": _("Turkish"),
    "ur": _("Urdu"),
    "vi": _("Vietnamese"),
    "cy": _("Welsh"),
}
DAYS: Final = (
    _("Monday"),
    _("Tuesday"),
    _("Wednesday"),
    _("Thursday"),
    _("Friday"),
    _("Saturday"),
    _("Sunday"),
)
WEEKEND: Final = "weekend"
ALSO: Final = {
    "free": _("It is free"),
    "creche": _("It has a crèche"),
    "accessible": _("It has a step-free way in"),
    "for_fathers": _("It is for fathers"),
    "remote": _("It is online, by telephone, or comes to my home"),
}


class FindHelp(BaseForm):
    """Words, a postcode and the age of a child first; the rest is folded away."""

    words = Text(
        label=_("What would help?"),
        hint=_("Say it your own way. For example: my toddler will not sleep, or money for food."),
        required=False,
        max_length=200,
        spellcheck=True,
    )
    postcode = Postcode(
        label=_("Your postcode"), hint=_("To show what is near. We do not keep it."), required=False
    )
    age = Select(
        label=_("How old is your child?"),
        choices=[
            ("", _("Any age")),
            (PREGNANCY, _("Not born yet")),
            *((code, words[0]) for code, words in AGES.items()),
        ],
        required=False,
    )
    issue = Select(label=_("What is it about?"), choices=[("", _("Anything"))], required=False)
    language = Select(
        label=_("In which language?"), choices=[("", _("Any language")), *LANGUAGES.items()], required=False
    )
    day = Select(
        label=_("On which day?"),
        choices=[
            ("", _("Any day")),
            *((str(number), day) for number, day in enumerate(DAYS)),
            (WEEKEND, _("At the weekend")),
        ],
        required=False,
    )
    part = Select(
        label=_("At what time?"),
        choices=[
            ("", _("Any time")),
            ("morning", _("In the morning")),
            ("afternoon", _("In the afternoon")),
            ("evening", _("In the evening")),
        ],
        required=False,
    )
    also = Checkboxes(label=_("What matters to you?"), choices=list(ALSO.items()), required=False)

    FOLDED = ("issue", "language", "day", "part", "also")

    def clean(self) -> dict[str, Any]:
        """Ask for one thing at least."""
        clean = super().clean() or self.cleaned_data
        if not self.errors and not any(clean.values()):
            self.add_error("words", gettext("Write what would help, or your postcode"))
        return clean

    def told(self) -> dict[str, Any]:
        """Give what was asked, without what was left out."""
        return {name: value for name, value in self.cleaned_data.items() if value}
