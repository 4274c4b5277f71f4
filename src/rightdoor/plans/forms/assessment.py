"""What the assessment asks."""

from collections.abc import Iterable
from typing import Any

from rightdoor.engines.facts.vocabulary import Fact
from rightdoor.families.models import Member
from rightdoor.plans.forms.choosing import (
    Choices,
    OnceForm,
    VersionForm,
    level_choices,
    level_meanings,
    offer_choices,
    people_choices,
    whole_family,
)
from rightdoor.plans.questions import SCALES, Kept, Question, Section, Whose, of_section
from rightdoor.ui.fields import Hidden, LongText, Number, Radios, Scale, Select, Text
from rightdoor.ui.forms import BaseForm

NOT_KNOWN = "Not known yet"
_YES_NO_NOT_YET = (("yes", "Yes"), ("no", "No"), ("unknown", NOT_KNOWN))


class EntryForm(OnceForm):
    """One more thing in one part of the assessment."""

    section = Hidden(required=False)
    text = LongText(label="What is said or seen", rows=3, missing="Write what is said or seen")
    question = Select(label="Which question does this answer?", choices=[], required=False)
    person = whole_family()
    said_by = Text(label="Whose words are these?", required=False)

    def __init__(self, *args: Any, part: Section, members: Iterable[Member], **kwargs: Any) -> None:
        """Ask only what this part needs: which question, where there are several; which child, for words."""
        super().__init__(*args, prefix=part.name.lower(), **kwargs)
        self.part = part
        self.initial.setdefault("section", part.name)
        several = [question for question in _written(part) if question.whose is Whose.FAMILY]
        if len(several) > 1:
            offer_choices(self, "question", [(q.code, q.words) for q in _written(part)])
        else:
            del self.fields["question"]
        whose = [m for m in members if part is not Section.VOICES or m.part == "child"]
        offer_choices(self, "person", people_choices(whose))
        if part is Section.VOICES:
            self.fields["person"].label = "Which child says this?"

    @property
    def answers(self) -> Question:
        """The question answered: the one chosen, or the one this part asks of a person or of the family."""
        chosen = self.cleaned_data.get("question") or ""
        asked = _written(self.part)
        named = [question for question in asked if question.code == chosen]
        about = Whose.PERSON if self.cleaned_data.get("person") else Whose.FAMILY
        return next(iter([*named, *(q for q in asked if q.whose is about), *asked]))


def _written(part: Section) -> list[Question]:
    return [question for question in of_section(part) if question.kept is Kept.ENTRY]


class EntryChangeForm(VersionForm):
    """The words of an entry, changed."""

    text = LongText(label="What is said or seen", rows=5, missing="Write what is said or seen")
    person = whole_family()
    said_by = Text(label="Whose words are these?", required=False)

    def __init__(self, *args: Any, members: Iterable[Member], **kwargs: Any) -> None:
        """Offer the family's people."""
        super().__init__(*args, **kwargs)
        offer_choices(self, "person", people_choices(members))


class RatingForm(OnceForm):
    """How things are, 0 to 10, in somebody's view."""

    scale = Select(
        label="What is rated?",
        choices=[(s.code, s.words) for s in SCALES.values()],
        missing="Choose what is rated",
    )
    score = Scale(
        label="Score", low="as bad as it could be", high="as good as it could be", missing="Choose a score"
    )
    person = whole_family("Whose life is rated?")
    said_by = Text(label="Whose view is this?", missing="Write whose view this is")
    why = LongText(label="What makes it this number?", rows=2, required=False)

    def __init__(self, *args: Any, members: Iterable[Member], **kwargs: Any) -> None:
        """Offer the family's people."""
        super().__init__(*args, prefix="rating", **kwargs)
        offer_choices(self, "person", people_choices(members))


class SummaryForm(VersionForm):
    """The assessment in a few sentences."""

    summary = LongText(label="What it all means", rows=8, missing="Write a few sentences")


class CompleteForm(BaseForm):
    """The level agreed, and who took part."""

    level = Radios(label="Which level of need is agreed?", choices=[], missing="Choose a level of need")
    level_why = LongText(label="Why, if it is not the level the rules advise", rows=3, required=False)
    took_part = LongText(
        label="Who took part in the assessment?",
        hint="Family members and everybody who helped, children included.",
        rows=3,
        missing="Write who took part",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the levels of the partnership, with what each means."""
        super().__init__(*args, **kwargs)
        level: Any = self.fields["level"]
        level.choices, level.hints = level_choices(), level_meanings()


class FactsForm(BaseForm):
    """Facts about one person or the family: what is known can be corrected, what is not can be told."""

    told_by = Text(label="Whose word is this?", hint="For example, Mother, or the health visitor.")

    def __init__(self, *args: Any, facts: Iterable[Fact], known: dict[str, Any], **kwargs: Any) -> None:
        """`known` gives what is on record, by code."""
        super().__init__(*args, initial={code: str(value) for code, value in known.items()}, **kwargs)
        self.known = {code: str(value) for code, value in known.items()}
        asked = {fact.code: _question(fact) for fact in facts}
        self.fields = {**asked, "told_by": self.fields["told_by"]}

    @property
    def changes(self) -> dict[str, Any]:
        """What was answered otherwise than it is known; what is left open stays as it was."""
        told = {code: value for code, value in self.cleaned_data.items() if code != "told_by"}
        return {
            code: value
            for code, value in told.items()
            if value not in ("", None) and str(value) != self.known.get(code, "unknown")
        }


def _question(fact: Fact) -> Any:
    said: Any = {"label": fact.question_practitioner, "hint": fact.why, "required": False}
    if fact.kind == "yes_no":
        return Radios(choices=_YES_NO_NOT_YET, inline=True, **said)
    if fact.kind == "choice":
        options: Choices = [(option, option.replace("_", " ").capitalize()) for option in fact.options]
        return Select(choices=options, empty=NOT_KNOWN, **said)
    most = int(fact.most) if fact.most is not None else 1_000_000
    return Number(lowest=int(fact.least), highest=most, suffix=fact.unit, **said)
