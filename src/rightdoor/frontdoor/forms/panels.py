"""Planning a meeting of a panel, and writing its minutes."""

import re
from datetime import date, datetime, time
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone

from rightdoor.ui.fields import Day, Hidden, LongText, Number, Text
from rightdoor.ui.forms import BaseForm

_CLOCK = re.compile(r"(\d{1,2})[:.]?(\d{2})?\s*(am|pm)?", re.IGNORECASE)
_NOON = 12


class MeetingForm(BaseForm):
    """When and where a panel meets, and how many it can hear."""

    on = Day(label="Which day?", missing="Enter the day of the meeting")
    at = Text(
        label="What time?",
        hint="For example, 9:30am or 14:00",
        missing="Enter the time of the meeting",
        width="govuk-input--width-10",
    )
    place = Text(label="Where?", hint="A room, or how to join from afar.", required=False)
    capacity = Number(
        label="How many requests can it hear?",
        lowest=1,
        highest=200,
        missing="Enter how many requests it can hear",
    )

    def __init__(self, data: Any = None, *, today: date, **settings: Any) -> None:
        """A meeting is planned ahead, not back."""
        super().__init__(data, **settings)
        field: Any = self.fields["on"]
        field.earliest = today

    def clean_at(self) -> time:
        """A time of day, however it is written."""
        typed = self.cleaned_data["at"].strip()
        found = _CLOCK.fullmatch(typed)
        if found:
            hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
            if half:
                hour = hour % _NOON + (_NOON if half == "pm" else 0) if 1 <= hour <= _NOON else -1
            try:
                return time(hour, minute)
            except ValueError:
                pass
        raise ValidationError("Enter a time, like 9:30am or 14:00")

    @property
    def moment(self) -> datetime:
        """Day and time together, in local time."""
        said = self.cleaned_data
        return timezone.make_aware(datetime.combine(said["on"], said["at"]))


class MinutesForm(BaseForm):
    """Who was there and what was said."""

    version = Hidden(required=False)
    present = LongText(label="Who was there?", rows=3, max_length=4000, required=False)
    minutes = LongText(label="Minutes", rows=12, max_length=50_000, required=False)
