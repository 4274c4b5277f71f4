"""Coming back to a request with its code."""

from rightdoor.frontdoor.references import tidy_code
from rightdoor.ui.fields import Text
from rightdoor.ui.forms import BaseForm
from rightdoor.ui.speaking import lazy as _


class ResumeForm(BaseForm):
    """The code, however it was typed."""

    code = Text(
        label=_("Your code"),
        hint=_("For example, B4KD-7HPQ-2MTX-9CWN"),
        missing=_("Enter the code you were given"),
        max_length=60,
        spellcheck=False,
        width="govuk-input--width-20",
    )

    def clean_code(self) -> str:
        """Capitals, in groups of four."""
        return tidy_code(self.cleaned_data["code"])
