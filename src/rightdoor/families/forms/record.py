"""What is asked about what happened, what was agreed and shared, and which records are one."""

from typing import Any

from rightdoor.access.models import Agency
from rightdoor.families.models import Part, Service
from rightdoor.ui.fields import (
    Day,
    Hidden,
    LongText,
    Radios,
    Select,
    Text,
    YesNo,
)
from rightdoor.ui.forms import BaseForm
from rightdoor.ui.once import OnceForm

_PARTS = [(part.value, part.label) for part in Part]


def _codes(codes: Any) -> list[tuple[str, str]]:
    return [(code.code, code.label) for code in codes.values()]


class EventForm(BaseForm):
    """Something that happened."""

    on = Day(label="When did it happen?", missing="Write the day it happened")
    title = Text(label="What happened, in one line?", max_length=200, missing="Write what happened")
    text = LongText(label="More about it", required=False, max_length=5000)
    agency = Text(label="Which agency knows of it?", max_length=200, required=False)
    token = Hidden(required=False)


class AgreementForm(OnceForm):
    """Who agreed to receive help."""

    given = YesNo(label="Does the family agree to receive help?", missing="Choose whether they agree")
    person = Select(label="Who said so?", choices=[], missing="Choose who said so")
    how = Radios(
        label="How did they say it?",
        missing="Choose how they said it",
        choices=[
            ("face to face", "Face to face"),
            ("by telephone", "By telephone"),
            ("in writing", "In writing"),
        ],
    )
    to_what = Text(label="What did they agree to?", max_length=300, required=False)
    given_on = Day(label="On which day?", missing="Write the day")

    def __init__(self, *args: Any, people: list[tuple[str, str]], **kwargs: Any) -> None:
        """`people` are the family's members, by id."""
        super().__init__(*args, **kwargs)
        self.offer("person", [("", "Choose one"), *people])


class SharingForm(OnceForm):
    """A decision to share, or not to."""

    shared = YesNo(label="Will you share?", missing="Choose whether you share")
    what = Text(label="What?", max_length=300, missing="Write what it is about")
    to_agency = Select(label="With which agency?", choices=[], missing="Choose the agency")
    function = Text(
        label="For which of its duties?",
        hint="Such as 'health visiting' or 'education welfare'",
        max_length=200,
        missing="Write which duty it is for",
    )
    lawful_basis = Radios(
        label="On what lawful basis?",
        missing="Choose the lawful basis",
        choices=[
            ("public task", "Public task: part of a duty the law gives us"),
            (
                "duty to share, Children Act 2004 s.16LA",
                "Duty to share to safeguard or promote a child's welfare",
            ),
            ("vital interests", "Somebody's life is at stake"),
            ("legal obligation", "A court or a law requires it"),
        ],
    )
    why = LongText(
        label="Why?",
        hint="Why it helps or, if you do not share, why that is better for the child.",
        max_length=3000,
        missing="Write why",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Agencies are those of the partnership."""
        super().__init__(*args, **kwargs)
        self.offer(
            "to_agency",
            [
                ("", "Choose one"),
                *Agency.objects.order_by("name").values_list("code", "name"),
            ],
        )


class ServiceForm(BaseForm):
    """Which kind of help the family is in."""

    service = Radios(
        label="Which help is this family in?",
        choices=Service.choices,
        missing="Choose which help they are in",
    )
    reason = LongText(label="Why does it change?", max_length=2000, missing="Write why it changes")


class JoinForm(BaseForm):
    """Joining two records of one person."""

    other = Radios(
        label="Which record is the same person?",
        choices=[],
        missing="Choose the record that is the same person",
    )
    why = LongText(
        label="How do you know?", max_length=2000, missing="Write how you know that they are one person"
    )

    def __init__(self, *args: Any, candidates: list[tuple[str, str]], **kwargs: Any) -> None:
        """`candidates` are the records that may be the same person, by id."""
        super().__init__(*args, **kwargs)
        self.offer("other", candidates)
