"""Dates asked in three boxes: day, month, year."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final, Unpack

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField

from rightdoor.ui.dates import PartialDate, month_number
from rightdoor.ui.fields.base import Asked, Params, Parts, Settings, around, legend_of
from rightdoor.ui.speaking import gettext
from rightdoor.ui.speaking import lazy as _
from rightdoor.ui.words import date_words

PARTS: Final = ("day", "month", "year")
WIDTHS: Final = {"day": "2", "month": "2", "year": "4"}
EARLIEST: Final = date(1900, 1, 1)
LATEST: Final = date(2100, 12, 31)
MOST_DIGITS: Final = 4
FIRST_YEAR_OF_FOUR_DIGITS: Final = 1000
Answer = dict[str, str]
BOXES: Final = {"day": _("Day"), "month": _("Month"), "year": _("Year")}
LACKING: Final = {
    ("day",): _("%(name)s must include a day"),
    ("month",): _("%(name)s must include a month"),
    ("year",): _("%(name)s must include a year"),
    ("day", "month"): _("%(name)s must include a day and month"),
    ("day", "year"): _("%(name)s must include a day and year"),
    ("month", "year"): _("%(name)s must include a month and year"),
}
NO_NUMBER: Final = {
    "day": _("%(name)s: the day must be a number"),
    "year": _("%(name)s: the year must be a number"),
}


class DateBoxes(forms.Widget):
    """Reads the three boxes of one date from what was sent."""

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Answer:
        """Each box as typed, without the white space around it."""
        return {part: str(data.get(f"{name}-{part}", "")).strip() for part in PARTS}

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        """Left out only when all three are."""
        return all(f"{name}-{part}" not in data for part in PARTS)


def wrong(message: str, *parts: str) -> ValidationError:
    """A message about these boxes."""
    return ValidationError(message, code="date", params={"parts": parts})


def wrong_parts(bound: BoundField) -> tuple[str, ...]:
    """The boxes that the messages are about: all of them when they do not say."""
    if not bound.errors:
        return ()
    found = [error.params for error in bound.errors.as_data() if error.params]
    named = tuple(part for params in found for part in params.get("parts", ()))
    return named or PARTS


class PartialDay(Asked, forms.Field):
    """A date of which the day, or day and month, may be left empty; given as a PartialDate."""

    widget = DateBoxes
    whole = False

    def __init__(
        self,
        *,
        earliest: date = EARLIEST,
        latest: date = LATEST,
        birthday: bool = False,
        **settings: Unpack[Settings],
    ) -> None:
        """Bounds are included; a form may set ``latest`` to today. ``birthday`` helps browsers fill it in."""
        self.earliest = earliest
        self.latest = latest
        self.birthday = birthday
        super().__init__(**self.settle(settings))

    @property
    def called(self) -> str:
        """How messages speak of this date."""
        label = str(self.label or "")
        return gettext("The date") if label.endswith("?") or not label else label

    def prepare_value(self, value: object) -> Answer:
        """A date, a partly known date or its text, taken apart into boxes."""
        if isinstance(value, Mapping):
            return {part: str(value.get(part) or "") for part in PARTS}
        if isinstance(value, str) and value:
            value = PartialDate.parse(value)
        if isinstance(value, date | PartialDate):
            return {part: str(getattr(value, part) or "") for part in PARTS}
        return dict.fromkeys(PARTS, "")

    def clean(self, value: Any) -> Any:
        """The date, or None when nothing was typed and nothing need be."""
        said: Answer = self.prepare_value(value)
        if not any(said.values()):
            if self.required:
                raise wrong(str(self.error_messages["required"]), *PARTS)
            return None
        self._complete(said)
        found = self._read(said)
        self._within(found)
        return self.give(found)

    def give(self, found: PartialDate) -> PartialDate | date | None:
        """What the form receives."""
        return found

    def _about(self, words: str, day: date | None = None) -> str:
        return words % {"name": self.called, "day": date_words(day)}

    def _complete(self, said: Answer) -> None:
        needed = PARTS if self.whole else ("month", "year") if said["day"] else ("year",)
        lacking = [part for part in needed if not said[part]]
        if lacking:
            raise wrong(str(LACKING[tuple(lacking)]) % {"name": self.called}, *lacking)

    def _read(self, said: Answer) -> PartialDate:
        year = self._number(said, "year")
        month = month_number(said["month"][:20]) if said["month"] else None
        if said["month"] and month is None:
            raise wrong(
                self._about(gettext("%(name)s: the month must be a number from 1 to 12, or its name")),
                "month",
            )
        day = self._number(said, "day") if said["day"] else None
        if year < FIRST_YEAR_OF_FOUR_DIGITS:
            raise wrong(self._about(gettext("%(name)s: the year must have 4 numbers, like 2019")), "year")
        try:
            return PartialDate(year, month, day)
        except ValueError:
            raise wrong(
                self._about(gettext("%(name)s must be a real date. There is no such day")), "day"
            ) from None

    def _number(self, said: Answer, part: str) -> int:
        typed = said[part]
        if not (typed.isascii() and typed.isdigit() and len(typed) <= MOST_DIGITS):
            raise wrong(self._about(str(NO_NUMBER[part])), part)
        return int(typed)

    def _within(self, found: PartialDate) -> None:
        if found.latest < self.earliest:
            raise wrong(self._about(gettext("%(name)s must be %(day)s or later"), self.earliest), *PARTS)
        if found.earliest > self.latest:
            raise wrong(self._about(gettext("%(name)s must be %(day)s or earlier"), self.latest), *PARTS)

    def first_id(self, bound: BoundField) -> str:
        """The first box that is wrong, or else the day."""
        return f"{bound.auto_id}-{next(iter(wrong_parts(bound)), 'day')}"

    def govuk(self, bound: BoundField, parts: Parts) -> tuple[str, Params]:
        """Drawn by the date input macro."""
        params = around(bound)
        del params["name"]
        boxes = [self._box(bound, part) for part in PARTS]
        return "date_input", {**params, "fieldset": legend_of(bound, parts), "items": boxes}

    def _box(self, bound: BoundField, part: str) -> Params:
        said = self.prepare_value(bound.value())[part]
        width = WIDTHS[part] if len(said) <= MOST_DIGITS else "10"  # a month may be written as a word
        classes = f"govuk-input--width-{width}"
        if part in wrong_parts(bound):
            classes += " govuk-input--error"
        box: Params = {"name": f"{bound.html_name}-{part}", "label": str(BOXES[part]), "classes": classes}
        box |= {"id": f"{bound.auto_id}-{part}", "value": said}
        if self.birthday:
            box["autocomplete"] = f"bday-{part}"
        return box


class Day(PartialDay):
    """A whole date, given as a date."""

    whole = True

    def give(self, found: PartialDate) -> date | None:
        """The exact day."""
        return found.exact
