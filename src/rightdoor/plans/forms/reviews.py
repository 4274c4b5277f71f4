"""What a review asks: one score for each goal, and everybody's words."""

from collections.abc import Iterable
from typing import Any

from rightdoor.plans.forms.choosing import OnceForm, level_choices
from rightdoor.plans.models import Goal
from rightdoor.ui.fields import Day, LongText, Radios, Scale, Text


class ReviewForm(OnceForm):
    """A look at the whole plan."""

    on = Day(label="When was the plan reviewed?", missing="Write when the plan was reviewed")
    with_whom = Text(
        label="With whom?",
        hint="Family members and everybody who helped.",
        max_length=300,
        missing="Write with whom",
    )
    went_well = LongText(label="What has gone well?", rows=3, required=False)
    still_hard = LongText(label="What is still hard?", rows=3, required=False)
    child_words = LongText(
        label="What do the children say?", hint="In their own words.", rows=3, required=False
    )
    next_steps = LongText(label="What happens next?", rows=3, required=False)
    level = Radios(label="Which level of need is it now?", choices=[], missing="Choose a level of need")

    def __init__(self, *args: Any, goals: Iterable[Goal], **kwargs: Any) -> None:
        """Ask of each open goal how far it has come, first of all."""
        super().__init__(*args, **kwargs)
        level: Any = self.fields["level"]
        level.choices = level_choices()
        self.goals = list(goals)
        asked: dict[str, Any] = {}
        for goal in self.goals:
            asked[score_name(goal)] = Scale(
                label=goal.words,
                low="not at all there",
                high="all the way there",
                missing=f"Choose a score for “{str(goal)[:60]}”",
            )
            asked[words_name(goal)] = LongText(label="What shows this?", rows=2, required=False)
        first = {name: self.fields.pop(name) for name in ("token", "on", "with_whom")}
        self.fields = {**first, **asked, **self.fields}


def score_name(goal: Goal) -> str:
    """Give the name of the question how far a goal has come."""
    return f"score_{goal.pk.hex}"


def words_name(goal: Goal) -> str:
    """Give the name of the question what shows it."""
    return f"words_{goal.pk.hex}"
