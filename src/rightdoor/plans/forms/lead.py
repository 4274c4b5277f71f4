"""What is asked when the lead changes, help steps up or down, and the plan closes."""

from collections.abc import Iterable
from typing import Any, ClassVar

from rightdoor.access.models import Practitioner
from rightdoor.plans.forms.choosing import (
    OnceForm,
    SeeksLead,
    lead_words,
    level_choices,
    offer_choices,
    practitioner_choices,
)
from rightdoor.plans.states import State
from rightdoor.ui.fields import Confirm, Day, LongText, Radios, Select, Text, YesNo
from rightdoor.ui.forms import BaseForm, Condition, given


class AnswerForm(BaseForm):
    """Yes, or no and why."""

    answer = Radios(
        label="Will you take it on?", choices=[("yes", "Yes"), ("no", "No")], missing="Choose yes or no"
    )
    reason = LongText(label="Why not?", rows=3, missing="Write why you cannot take it on")
    conditions: ClassVar[tuple[Condition, ...]] = (given("answer", "no").require("reason"),)


class HandoverForm(SeeksLead, OnceForm):
    """To whom the plan is offered, and what they must know."""

    to = Select(label="Who should take over?", choices=[], missing="Choose who should take over")
    to_words = lead_words()
    reason = LongText(label="Why is the lead changing?", rows=3, missing="Write why the lead is changing")
    note = LongText(label="What must they know first?", rows=5, required=False)
    giver_stays = Confirm(label="The lead until now stays in the team", required=False)
    over_limit_reason = LongText(
        label="Why, if they already hold as many families as they may",
        hint="Only a supervisor can ask somebody who is full.",
        rows=2,
        required=False,
    )

    def __init__(self, *args: Any, leads: Iterable[tuple[Practitioner, str]], **kwargs: Any) -> None:
        """Offer everybody who may lead, each with what they hold."""
        super().__init__(*args, **kwargs)
        offer_choices(
            self, "to", [(str(lead.pk), f"{lead.name}, {lead.agency}. {held}") for lead, held in leads]
        )


class WhyForm(BaseForm):
    """A reason."""

    reason = LongText(label="Why?", rows=3, missing="Write why")


class _Levelled(BaseForm):
    level = Radios(label="Which level of need is it now?", choices=[], missing="Choose a level of need")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the partnership's levels."""
        super().__init__(*args, **kwargs)
        level: Any = self.fields["level"]
        level.choices = level_choices()


class StepUpForm(_Levelled):
    """Who oversees, and why."""

    overseer = Select(
        label="Who will oversee the plan?", choices=[], missing="Choose who will oversee the plan"
    )
    reason = LongText(label="Why does help step up?", rows=4, missing="Write why help steps up")

    def __init__(self, *args: Any, overseers: Iterable[Practitioner], **kwargs: Any) -> None:
        """Offer the supervisors."""
        super().__init__(*args, **kwargs)
        offer_choices(self, "overseer", practitioner_choices(overseers))


class StepDownForm(_Levelled):
    """Where help steps down to, why, and that the family agreed again."""

    after = Radios(
        label="How does help step down?",
        choices=[
            (State.ACTIVE.value, "Back to the plan, without oversight"),
            (State.STEPPING_DOWN.value, "Towards the help that every family can use"),
        ],
        missing="Choose how help steps down",
    )
    reason = LongText(label="Why does help step down?", rows=4, missing="Write why help steps down")
    agreed = YesNo(label="Does the family agree?", missing="Choose yes or no")
    agreed_with = Text(label="Who agreed?", max_length=200, missing="Write who agreed")
    how = Text(
        label="How did they agree?", max_length=120, missing="Write how they agreed", initial="Face to face"
    )
    agreed_on = Day(label="When did they agree?", missing="Write when they agreed")
    conditions: ClassVar[tuple[Condition, ...]] = (
        given("agreed", "yes").require("agreed_with", "how", "agreed_on"),
    )


class ResumeForm(_Levelled):
    """Why the full plan comes back."""

    reason = LongText(label="Why does the full plan come back?", rows=4, missing="Write why")


class CloseForm(_Levelled):
    """How, why and at which level the plan closes, and when somebody asks how things are."""

    planned = YesNo(
        label="Does the plan close as planned?", missing="Choose whether the plan closes as planned"
    )
    reason = LongText(label="Why does it close?", rows=4, missing="Write why it closes")
    followup = YesNo(
        label="Will somebody ask afterwards how things are?",
        missing="Choose whether somebody will ask afterwards",
    )
    followup_on = Day(label="When?", missing="Write when somebody will ask")
    conditions: ClassVar[tuple[Condition, ...]] = (given("followup", "yes").require("followup_on"),)


class FollowUpForm(BaseForm):
    """How things are, some time after."""

    on = Day(label="When did you ask?", missing="Write when you asked")
    note = LongText(label="How are things now?", rows=5, missing="Write how things are now")
