"""What became of a stop."""

from typing import ClassVar

from rightdoor.families.models import StopNoted
from rightdoor.ui.fields import Day, Radios, Text
from rightdoor.ui.forms import BaseForm, Condition, given

Outcome = StopNoted.Outcome


class StopForm(BaseForm):
    """Held, and when; or not."""

    outcome = Radios(
        label="What became of it?", choices=list(Outcome.choices), missing="Select what became of it"
    )
    on = Day(label="On which day?", missing="Enter the day it was held")
    note = Text(label="Anything to know", max_length=300, required=False)
    conditions: ClassVar[tuple[Condition, ...]] = (given("outcome", Outcome.HELD).require("on"),)
