"""The pages about what is happening: home, worries, strengths, the short screen, background."""

from typing import Any

from rightdoor.access.partnership import pack
from rightdoor.engines.codes import disabilities, ethnicities, religions
from rightdoor.engines.facts import Fact, screening_facts
from rightdoor.frontdoor.asking.answers import PRACTITIONER, YOU, Answers
from rightdoor.frontdoor.asking.words import ABOUT_ANOTHER
from rightdoor.frontdoor.forms.ask import YES_NO_UNKNOWN, AskForm
from rightdoor.ui.fields import (
    Checkboxes,
    LongText,
    Postcode,
    Radios,
    Scale,
    Select,
    Text,
    YesNoUnknown,
)
from rightdoor.ui.speaking import gettext, languages_named
from rightdoor.ui.speaking import lazy as _

LONGEST = 5000
# Asked with the person's name or age; not a second time with the screen.
_ASKED_ELSEWHERE = frozenset({"lives_with_children"})


class HomeForm(AskForm):
    """Where the family lives, and whether that must stay secret."""

    voiced = {"postcode": "postcode", "address": "address", "address_secret": "address_secret"}
    postcode = Postcode(label="Postcode", required=False)
    address = Text(label="Address", max_length=300, required=False)
    address_secret = YesNoUnknown(label="Secret", required=False)

    def kept(self) -> dict[str, Any]:
        """The answers, with the area the postcode lies in, or that it is not ours."""
        kept = super().kept()
        code = kept.get("postcode") or ""
        place = pack().position(code) if code else None
        return {**kept, "area": place.area if place else "", "elsewhere": bool(code and place is None)}


class ElsewhereForm(AskForm):
    """The home is outside our area: send it here all the same?"""

    send_here = Radios(
        label=_("Do you still want to send this to us?"),
        choices=[
            ("yes", _("Yes, the family stays here now, has just moved, or goes to school here")),
            ("no", _("No, I will ask the other council")),
        ],
        missing=_("Select yes if you still want to send this to us"),
    )


class WorriesForm(AskForm):
    """What is happening."""

    voiced = {"worries": "worries"}
    worries = LongText(
        label="Worries", max_length=LONGEST, rows=8, missing=_("Write a few words about what is happening")
    )


class StrengthsForm(AskForm):
    """What is going well."""

    voiced = {"strengths": "strengths"}
    strengths = LongText(label="Strengths", max_length=LONGEST, required=False)


class HopesForm(AskForm):
    """What would help."""

    voiced = {"hopes": "hopes"}
    hopes = LongText(label="Hopes", max_length=LONGEST, required=False)


class ChildWordsForm(AskForm):
    """The children's own words."""

    voiced = {"child_words": "child_words"}
    child_words = LongText(label="Words", max_length=LONGEST, required=False)


class HelpingForm(AskForm):
    """Who already helps."""

    voiced = {"others_helping": "others_helping"}
    others_helping = LongText(label="Helping", max_length=LONGEST, rows=4, required=False)


class ScaleForm(AskForm):
    """How things are, 0 to 10."""

    voiced = {"how_things_are": "how_things_are"}
    how_things_are = Scale(
        label="Now", low=_("as bad as they could be"), high=_("as good as they could be"), required=False
    )

    def shape(self) -> None:
        """The two ends are part of the hint, which the wording has replaced."""
        self.fields["how_things_are"].hint = (  # type: ignore[attr-defined]
            _("0 means as bad as it could be. 10 means as good as it could be. You can leave this empty.")
        )


class StoryForm(WorriesForm):
    """Everything a practitioner has to tell, on one page."""

    voiced = {
        "worries": "worries",
        "strengths": "strengths",
        "hopes": "hopes",
        "child_words": "child_words",
        "others_helping": "others_helping",
        "how_things_are": "how_things_are",
    }
    strengths = LongText(label="Strengths", max_length=LONGEST, required=False)
    hopes = LongText(label="Hopes", max_length=LONGEST, required=False, rows=3)
    child_words = LongText(label="Words", max_length=LONGEST, required=False, rows=3)
    others_helping = LongText(label="Helping", max_length=LONGEST, required=False, rows=3)
    how_things_are = Scale(
        label="Now", low="as bad as it could be", high="as good as it could be", required=False
    )

    shape = ScaleForm.shape


def asked_of(key: str, answers: Answers) -> list[Fact]:
    """Give the facts of the short screen that another page has not told of this parent."""
    told = {**answers.of("birth", key), **answers.of("person", key)}
    known = set(_ASKED_ELSEWHERE)
    if told.get("how") in {"exact", "year", "age"}:
        known.add("young_parent")
    if told.get("sex") == "M":
        known.add("pregnant")
    return [fact for fact in screening_facts() if fact.code not in known]


def screened_field(key: str, code: str) -> str:
    """Name the box of one fact about one person."""
    return f"{key}__{code}"


class ScreeningForm(AskForm):
    """The short screen: one parent a page for a family, all parents on one page for a practitioner."""

    def shape(self) -> None:
        """Ask each fact of each parent; every answer may be left out."""
        for key in [self.key] if self.key else self.answers.parents:
            for fact in asked_of(key, self.answers):
                question = _question(fact, key, self.answers)
                self.fields[screened_field(key, fact.code)] = Radios(
                    label=question, choices=YES_NO_UNKNOWN, inline=True, required=False
                )

    def groups(self) -> list[tuple[str, list[Any]]]:
        """Give the questions by the parent they are about."""
        keys = [self.key] if self.key else self.answers.parents
        return [
            (
                self.answers.name(key),
                [self[screened_field(key, fact.code)] for fact in asked_of(key, self.answers)],
            )
            for key in keys
        ]


def _question(fact: Fact, key: str, answers: Answers) -> str:
    if answers.asker == PRACTITIONER:
        return fact.question_practitioner
    if key == YOU:
        # Taken into the catalogues from the list of facts itself.
        return gettext(fact.question)
    return ABOUT_ANOTHER.get(fact.code, fact.question_practitioner).format(name=answers.name(key))


class BackgroundForm(AskForm):
    """Whether to answer the equality questions at all."""

    voiced = {"background": "background"}
    background = Radios(
        label="Background",
        choices=[("yes", _("Yes")), ("no", _("No, skip them"))],
        missing=_("Select yes to answer them, or no to skip them"),
    )


class EqualityForm(AskForm):
    """Ethnicity, language, religion and disability of one person, by the national lists."""

    ethnicity = Select(label=_("Ethnic group"), choices=[], required=False)
    first_language = Select(label=_("First language"), choices=[], required=False)
    religion = Select(label=_("Religion"), choices=[], required=False)
    disabilities = Checkboxes(
        label=_("Any disability or long illness"), choices=[], exclusive="NONE", required=False
    )

    def shape(self) -> None:
        """Offer the lists."""
        fields: Any = self.fields
        unsaid = ("", gettext("Would rather not say, or not known"))
        fields["ethnicity"].choices = [unsaid, *_choices(ethnicities())]
        fields["religion"].choices = [unsaid, *_choices(religions())]
        fields["first_language"].choices = [unsaid, *languages_named()]
        fields["disabilities"].choices = _choices(disabilities())


def _choices(codes: Any) -> list[tuple[str, str]]:
    return [(code.code, gettext(code.label)) for code in codes.values()]
