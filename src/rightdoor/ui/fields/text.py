"""Fields answered by typing."""

from __future__ import annotations

import re
from typing import Any, Final, Unpack

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator
from django.forms import BoundField

from rightdoor.ui.fields.base import Asked, Params, Parts, Settings, around, label_of, naming
from rightdoor.ui.speaking import gettext, later
from rightdoor.ui.speaking import lazy as _
from rightdoor.ui.words import number_words

POSTCODE: Final = re.compile(r"([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})")
TELEPHONE_CHARACTERS: Final = re.compile(r"[\d\s()+./x#-]+", re.IGNORECASE)
FEWEST_DIGITS: Final = 7
MOST_DIGITS: Final = 15
SHORT: Final = 200
LONG: Final = 10_000


class Text(Asked, forms.CharField):
    """One line. Longer than ``max_length`` is refused with a message, never cut."""

    def __init__(
        self,
        *,
        max_length: int = SHORT,
        width: str = "",
        autocomplete: str = "",
        inputmode: str = "",
        spellcheck: bool | None = None,
        **settings: Unpack[Settings],
    ) -> None:
        """``width`` is a GOV.UK input class such as ``govuk-input--width-10``."""
        self.longest = max_length
        # Right-to-left writing is shown as such, whatever the direction of the page.
        self.drawing: Params = {"attributes": {"dir": "auto"}}
        if width:
            self.drawing["classes"] = width
        if autocomplete:
            self.drawing["autocomplete"] = autocomplete
        if inputmode:
            self.drawing["inputmode"] = inputmode
        if spellcheck is not None:
            self.drawing["spellcheck"] = spellcheck
        super().__init__(**self.settle(settings))

    def to_python(self, value: Any) -> Any:
        """A line has no line breaks in it; its length is checked before anything else looks at it."""
        said = super().to_python(value)
        if isinstance(said, str):
            said = self.tidy(said)
            self.check_length(said)
        return said

    def tidy(self, said: str) -> str:
        """Runs of white space become one space."""
        return " ".join(said.split())

    def check_length(self, said: str) -> None:
        """Refuse what is too long, saying by how much."""
        if len(said) > self.longest:
            name = naming(str(self.label or ""))
            message = gettext("%(name)s must be %(most)s characters or fewer. It is %(now)s now.") % {
                "name": name,
                "most": number_words(self.longest),
                "now": number_words(len(said)),
            }
            raise ValidationError(message, code="max_length")

    def govuk(self, bound: BoundField, parts: Parts) -> tuple[str, Params]:
        """Drawn by the input macro."""
        value = bound.value()
        params = {
            **around(bound),
            "label": label_of(bound, parts),
            "value": "" if value is None else str(value),
        }
        return "input", {**params, **self.drawing}


class Name(Text):
    """A name as its owner writes it: any script, any mark, one part or many."""

    def __init__(self, **settings: Unpack[Settings]) -> None:
        """No rule but length: nobody's name is wrong."""
        super().__init__(max_length=SHORT, spellcheck=False, **settings)


class Email(Text):
    """An e-mail address."""

    def __init__(self, **settings: Unpack[Settings]) -> None:
        """As long as an address may be."""
        super().__init__(max_length=254, autocomplete="email", spellcheck=False, **settings)
        self.drawing |= {"type": "email", "attributes": {"dir": "ltr"}}
        message = _("Enter an e-mail address in the correct format, like name@example.com")
        self.validators.append(EmailValidator(message=message))


class Telephone(Text):
    """A telephone number, kept as it was written; foreign numbers and extensions are fine."""

    def __init__(self, **settings: Unpack[Settings]) -> None:
        """Forty characters hold any number with its extension."""
        super().__init__(max_length=40, autocomplete="tel", width="govuk-input--width-20", **settings)
        self.drawing |= {"type": "tel", "attributes": {"dir": "ltr"}}

    def validate(self, value: Any) -> None:
        """Between seven and fifteen digits, and nothing that numbers are not written with."""
        super().validate(value)
        digits = sum(character.isdigit() for character in value or "")
        written = not value or TELEPHONE_CHARACTERS.fullmatch(value)
        if value and not (written and FEWEST_DIGITS <= digits <= MOST_DIGITS):
            raise ValidationError(
                _("Enter a telephone number, like 020 7946 0000 or 07700 900000"), code="invalid"
            )


class Postcode(Text):
    """A United Kingdom postcode, given back in capitals with its space."""

    def __init__(self, **settings: Unpack[Settings]) -> None:
        """Ten characters wide."""
        drawing = {"autocomplete": "postal-code", "width": "govuk-input--width-10"}
        super().__init__(max_length=20, spellcheck=False, **drawing, **settings)

    def tidy(self, said: str) -> str:
        """Capitals, with one space before the last three."""
        bare = re.sub(r"[\s.-]", "", said).upper()
        match = POSTCODE.fullmatch(bare)
        return f"{match[1]} {match[2]}" if match else super().tidy(said)

    def validate(self, value: Any) -> None:
        """The shape of a postcode; whether it exists is for a directory to say."""
        super().validate(value)
        if value and not POSTCODE.fullmatch(str(value).replace(" ", "")):
            raise ValidationError(_("Enter a full UK postcode, like SE13 6LY"), code="invalid")


@later
def _whole_number(label: str) -> str:
    return gettext("%(name)s must be a whole number") % {"name": naming(label)}


class Number(Asked, forms.IntegerField):
    """A whole number between ``lowest`` and ``highest``, both included."""

    def __init__(
        self,
        *,
        lowest: int = 0,
        highest: int = 1_000_000,
        prefix: str = "",
        suffix: str = "",
        width: str = "govuk-input--width-4",
        **settings: Unpack[Settings],
    ) -> None:
        """``prefix`` and ``suffix`` are drawn against the box: ``£``, ``weeks``."""
        self.bounds = (lowest, highest)
        self.drawing: Params = {"classes": width, "inputmode": "numeric", "spellcheck": False}
        if prefix:
            self.drawing["prefix"] = {"text": prefix}
        if suffix:
            self.drawing["suffix"] = {"text": suffix}
        super().__init__(**self.settle(settings))
        self.widget = forms.TextInput()
        self.error_messages["invalid"] = _whole_number(self.label or "")

    def to_python(self, value: Any) -> int | None:
        """Thousands commas are fine; thousands of digits are not."""
        said = str(value).replace(",", "").strip() if value is not None else ""
        if len(said) > len(str(max(map(abs, self.bounds)))) + 3:
            raise ValidationError(self._outside(), code="outside")
        return super().to_python(said)

    def validate(self, value: Any) -> None:
        """Inside the bounds."""
        super().validate(value)
        if value is not None and not self.bounds[0] <= value <= self.bounds[1]:
            raise ValidationError(self._outside(), code="outside")

    def _outside(self) -> str:
        low, high = self.bounds
        return gettext("%(name)s must be a whole number between %(low)s and %(high)s") % {
            "name": naming(str(self.label or "")),
            "low": number_words(low),
            "high": number_words(high),
        }

    def govuk(self, bound: BoundField, parts: Parts) -> tuple[str, Params]:
        """Drawn by the input macro."""
        value = bound.value()
        params = {
            **around(bound),
            "label": label_of(bound, parts),
            "value": "" if value is None else str(value),
        }
        return "input", {**params, **self.drawing}


class LongText(Text):
    """Several lines. With ``count`` the reader sees how many characters are left."""

    widget = forms.Textarea

    def __init__(
        self, *, max_length: int = LONG, rows: int = 5, count: bool = False, **settings: Unpack[Settings]
    ) -> None:
        """Line breaks are kept as they were typed."""
        super().__init__(max_length=max_length, **settings)
        self.drawing["rows"] = rows
        self.counted = count

    def tidy(self, said: str) -> str:
        """Line ends are all of one kind."""
        return said.replace("\r\n", "\n").replace("\r", "\n")

    def govuk(self, bound: BoundField, parts: Parts) -> tuple[str, Params]:
        """Drawn by the textarea macro, or the character count."""
        _, params = super().govuk(bound, parts)
        if self.counted:
            return "character_count", {**params, "maxlength": self.longest}
        return "textarea", params


class Hidden(Asked, forms.CharField):
    """A value that travels with the form: a version, a token."""

    widget = forms.HiddenInput

    def __init__(self, *, max_length: int = SHORT, **settings: Unpack[Settings]) -> None:
        """No label is shown."""
        super().__init__(max_length=max_length, **self.settle(settings))
