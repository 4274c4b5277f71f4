"""What is asked of somebody who looks for help. Everything may be left out but one thing."""

from typing import Any, Final

from rightdoor.directory.forms.sheets import AGES, PREGNANCY
from rightdoor.ui.fields import Checkboxes, Postcode, Select, Text
from rightdoor.ui.forms import BaseForm

LANGUAGES: Final = {
    "ar": "Arabic",
    "bn": "Bengali",
    "bsl": "British Sign Language",
    "fr": "French",
    "gu": "Gujarati",
    "pl": "Polish",
    "pt": "Portuguese",
    "so": "Somali",
    "es": "Spanish",
    "ta": "Tamil",
    "tr": "Turkish",
    "ur": "Urdu",
    "vi": "Vietnamese",
    "cy": "Welsh",
}
DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WEEKEND: Final = "weekend"
ALSO: Final = {
    "free": "It is free",
    "creche": "It has a crèche",
    "accessible": "It has a step-free way in",
    "for_fathers": "It is for fathers",
    "remote": "It is online, by telephone, or comes to my home",
}


class FindHelp(BaseForm):
    """Words, a postcode and the age of a child first; the rest is folded away."""

    words = Text(
        label="What would help?",
        hint="Say it your own way. For example: my toddler will not sleep, or money for food.",
        required=False,
        max_length=200,
        spellcheck=True,
    )
    postcode = Postcode(
        label="Your postcode", hint="To show what is near. We do not keep it.", required=False
    )
    age = Select(
        label="How old is your child?",
        choices=[
            ("", "Any age"),
            (PREGNANCY, "Not born yet"),
            *((code, words[0]) for code, words in AGES.items()),
        ],
        required=False,
    )
    issue = Select(label="What is it about?", choices=[("", "Anything")], required=False)
    language = Select(
        label="In which language?", choices=[("", "Any language"), *LANGUAGES.items()], required=False
    )
    day = Select(
        label="On which day?",
        choices=[
            ("", "Any day"),
            *((str(number), day) for number, day in enumerate(DAYS)),
            (WEEKEND, "At the weekend"),
        ],
        required=False,
    )
    part = Select(
        label="At what time?",
        choices=[
            ("", "Any time"),
            ("morning", "In the morning"),
            ("afternoon", "In the afternoon"),
            ("evening", "In the evening"),
        ],
        required=False,
    )
    also = Checkboxes(label="What matters to you?", choices=list(ALSO.items()), required=False)

    FOLDED = ("issue", "language", "day", "part", "also")

    def clean(self) -> dict[str, Any]:
        """Ask for one thing at least."""
        clean = super().clean() or self.cleaned_data
        if not self.errors and not any(clean.values()):
            self.add_error("words", "Write what would help, or your postcode")
        return clean

    def told(self) -> dict[str, Any]:
        """Give what was asked, without what was left out."""
        return {name: value for name, value in self.cleaned_data.items() if value}
