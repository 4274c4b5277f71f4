"""The one date from which a child's journey is made."""

from datetime import date
from typing import Any

from rightdoor.engines.calendar import add_months
from rightdoor.engines.journey import LONGEST_PREGNANCY, OLDEST_YEARS, Child
from rightdoor.ui.fields import Day
from rightdoor.ui.forms import BaseForm
from rightdoor.ui.speaking import gettext
from rightdoor.ui.speaking import lazy as _


class JourneyForm(BaseForm):
    """When a child was born, or is due."""

    day = Day(
        label=_("When was your child born, or when is your baby due?"),
        hint=_("For example 27 3 2026. We do not keep it."),
        missing=_("Enter the day your child was born, or the day your baby is due"),
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        """A day after today is a due date."""
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_day(self) -> date | None:
        """A day somebody can be due, or was born and is not grown up."""
        day: date | None = self.cleaned_data["day"]
        if day is None:
            return None
        if day > self.today + LONGEST_PREGNANCY:
            self.add_error("day", gettext("That is more than nine months away. Check the year"))
        elif day < add_months(self.today, -12 * OLDEST_YEARS):
            self.add_error("day", gettext("That is more than 18 years ago. Check the year"))
        return day

    def child(self) -> Child:
        """Give the child by its date."""
        day = self.cleaned_data["day"]
        return Child(day, unborn=day > self.today)
