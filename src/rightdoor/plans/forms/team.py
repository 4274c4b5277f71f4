"""What the pages of the team ask."""

from collections.abc import Iterable
from typing import Any, ClassVar

from rightdoor.access.models import Practitioner
from rightdoor.families.models import Member
from rightdoor.plans.forms.choosing import (
    OnceForm,
    VersionForm,
    offer_choices,
    people_choices,
    practitioner_choices,
    time_choices,
)
from rightdoor.plans.models import Attendance, TeamMember
from rightdoor.ui.fields import Day, Email, LongText, Name, Radios, Select, Text
from rightdoor.ui.forms import BaseForm, Condition, given


class InviteForm(OnceForm):
    """Somebody for the team."""

    kind = Radios(
        label="Who joins the team?",
        choices=[
            ("practitioner", "Somebody who signs in here"),
            ("person", "Somebody in the family"),
            ("outside", "Somebody else"),
        ],
        hints={
            "practitioner": "They will see this family's record from now on.",
            "outside": "They will not see the record.",
        },
        missing="Choose who joins the team",
    )
    practitioner = Select(label="Name", choices=[], missing="Choose who joins")
    person = Select(label="Who in the family?", choices=[], missing="Choose who in the family joins")
    name = Name(label="Their name", missing="Write their name")
    email = Email(
        label="Their e-mail address", required=False, hint="We write to them without naming the family."
    )
    role = Text(label="What is their part in the team?", required=False)
    conditions: ClassVar[tuple[Condition, ...]] = (
        given("kind", "practitioner").require("practitioner"),
        given("kind", "person").require("person"),
        given("kind", "outside").require("name"),
        given("kind", "outside").show("email"),
    )

    def __init__(
        self, *args: Any, members: Iterable[Member], practitioners: Iterable[Practitioner], **kwargs: Any
    ) -> None:
        """Offer the family's people and those who work here."""
        super().__init__(*args, **kwargs)
        offer_choices(self, "person", people_choices(members))
        offer_choices(self, "practitioner", practitioner_choices(practitioners))


class LeaveForm(BaseForm):
    """Why somebody leaves."""

    reason = Text(label="Why do they leave the team?", max_length=300, missing="Write why they leave")


class MeetingForm(OnceForm):
    """When and where the team meets."""

    day = Day(label="Which day?", hint="For example, 4 12 2026", missing="Write the day")
    clock = Select(label="What time?", choices=time_choices(), missing="Choose a time")
    place = Text(label="Where?", required=False)
    agenda = LongText(label="What will be talked about?", rows=4, required=False)


class HoldForm(VersionForm):
    """What was said, and who came: one question for each member."""

    day = Day(label="Which day was it held?", missing="Write the day it was held")
    clock = Select(label="What time did it start?", choices=time_choices(), missing="Choose a time")
    minutes = LongText(label="What was said and decided", rows=10, missing="Write what was said and decided")

    def __init__(self, *args: Any, team: Iterable[TeamMember], **kwargs: Any) -> None:
        """Ask of each member whether they came."""
        super().__init__(*args, **kwargs)
        for member in team:
            came = Radios(
                label=f"Did {member} come?",
                choices=[choice for choice in Attendance.Came.choices if choice[0] != "invited"],
                missing=f"Choose whether {member} came",
            )
            self.fields[came_name(member)] = came


class MinutesForm(VersionForm):
    """The minutes, corrected."""

    minutes = LongText(label="What was said and decided", rows=12, missing="Write what was said and decided")


class CancelForm(BaseForm):
    """Why a meeting is off."""

    reason = LongText(label="Why is the meeting called off?", rows=3, missing="Write why it is called off")


def came_name(member: TeamMember) -> str:
    """Give the name of the question whether a member came."""
    return f"came_{member.pk.hex}"
