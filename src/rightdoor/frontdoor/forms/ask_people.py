"""The pages about people: who they are, how old, who else brings up the children."""

from datetime import date, timedelta
from typing import Any

from rightdoor.frontdoor.asking.answers import OTHER_PARENT, PRACTITIONER, YOU, YOUNG_PERSON
from rightdoor.frontdoor.forms.ask import AskForm
from rightdoor.ui.fields import Day, Name, Number, Radios, Select
from rightdoor.ui.forms import given

RELATIONS = (
    ("parent", "Mother or father"),
    ("stepParent", "Step-parent, or a parent's partner"),
    ("grandparent", "Grandparent"),
    ("auntUncle", "Aunt or uncle"),
    ("sibling", "Grown-up brother or sister"),
    ("halfSibling", "Grown-up half-brother or half-sister"),
    ("fosterCarer", "Foster carer"),
    ("friend", "Friend of the family"),
    ("other", "Somebody else"),
)
LIVES = (
    ("yes", "Yes"),
    ("sometimes", "Some of the time"),
    ("no", "No"),
    ("unknown", "I don't know"),
)
_LONGEST_PREGNANCY = timedelta(weeks=42)
_LATE_BIRTH = timedelta(weeks=3)
_OLDEST = 120


class YouForm(AskForm):
    """Your name, and what you are to the children."""

    voiced = {"known_as": "your_known_as", "family_name": "your_family_name"}
    known_as = Name(label="First name", missing="Enter your first name, or what you like to be called")
    family_name = Name(label="Last name", required=False)
    relation = Select(label="What are you to the children?", choices=RELATIONS, required=False)
    lives_with_children = Radios(label="Do the children live with you?", choices=LIVES, required=False)

    def shape(self) -> None:
        """A young person is one of the children."""
        if self.answers.asker == YOUNG_PERSON:
            del self.fields["relation"], self.fields["lives_with_children"]


class PersonForm(AskForm):
    """Somebody in the family. Any part may be unknown."""

    voiced = {"known_as": "known_as", "family_name": "family_name"}
    part = Radios(
        label="Who are they?",
        choices=[
            ("child", "A child or young person, or a baby on the way"),
            ("parent", "A parent, or an adult who brings up the children"),
            ("other_adult", "Another adult"),
        ],
        missing="Select who they are in the family",
    )
    known_as = Name(label="First name", required=False)
    family_name = Name(label="Last name", required=False)
    relation = Select(label="What are they to the children?", choices=RELATIONS, required=False)
    lives_with_children = Radios(
        label="Do they live with the children?",
        hint="Only for adults.",
        choices=LIVES,
        required=False,
    )

    def shape(self) -> None:
        """The other parent's part is known already."""
        self.fields["relation"].hint = "Only for adults."  # type: ignore[attr-defined]
        if self.key == OTHER_PARENT:
            del self.fields["part"]
            self.ask("relation", "What are they to the children?", "")
            self.ask("lives_with_children", "Do they live with the children?", "")

    def clean(self) -> dict[str, Any]:
        """What only adults are asked does not count for a child."""
        said = self.cleaned_data
        if said.get("part") == "child":
            said["relation"] = said["lives_with_children"] = ""
        return said


class BirthForm(AskForm):
    """How old: an exact date, a year, an age, not yet born, or not known."""

    how = Radios(
        label="What do you know about their age?",
        choices=[
            ("exact", "The date of birth"),
            ("year", "Only the year of birth"),
            ("age", "About how old"),
            ("unborn", "Not born yet"),
            ("unknown", "I don't know"),
        ],
        missing="Select what you know about their age",
    )
    birth_date = Day(
        label="Date of birth",
        hint="For example, 27 3 2021",
        missing="Enter the date of birth",
        required=False,
    )
    birth_year = Number(label="Year of birth", missing="Enter the year of birth", required=False)
    age = Number(
        label="Age in years",
        hint="Write 0 for a baby under one.",
        missing="Enter the age in years",
        highest=_OLDEST,
        required=False,
    )
    due_date = Day(label="When is the baby due?", missing="Enter when the baby is due", required=False)
    sex = Radios(
        label="Sex",
        choices=[("F", "Female"), ("M", "Male"), ("U", "I don't know, or not born yet")],
        required=False,
    )
    conditions = (
        given("how", "exact").require("birth_date"),
        given("how", "year").require("birth_year"),
        given("how", "age").require("age"),
        given("how", "unborn").require("due_date"),
    )

    def shape(self) -> None:
        """Nobody is born tomorrow; nobody is due in a year; and only a child can be not yet born."""
        fields: Any = self.fields
        fields["birth_date"].latest = self.today
        fields["birth_date"].earliest = date(self.today.year - _OLDEST, 1, 1)
        fields["birth_year"].bounds = (self.today.year - _OLDEST, self.today.year)
        fields["due_date"].earliest = self.today - _LATE_BIRTH
        fields["due_date"].latest = self.today + _LONGEST_PREGNANCY
        part = self.answers.part(self.key)
        if self.key == YOU:
            self.ask("how", "How old are you?")
            fields["sex"].label = "Your sex"
        elif self.answers.asker != PRACTITIONER:
            self.ask("how", f"How old is {self.answers.name(self.key)}?")
        if (part != "child" and self.answers.asker != PRACTITIONER) or self.key in {YOU, OTHER_PARENT}:
            fields["how"].choices = [c for c in fields["how"].choices if c[0] != "unborn"]
            fields["sex"].choices = [
                *fields["sex"].choices[:2],
                ("U", "I don't know, or would rather not say"),
            ]

    def clean(self) -> dict[str, Any]:
        """The sex of a baby not yet born is not recorded, and the day told on is kept with an age."""
        said = self.cleaned_data
        if said.get("how") == "unborn":
            said["sex"] = "U"
            if said.get("part") not in {None, "child"}:
                self.add_error(
                    "how", "Only a child can be not born yet. Select what you know about their age"
                )
        said["told_on"] = self.today
        return said


class WholePersonForm(BirthForm, PersonForm):
    """Everything about one person on one page, for a practitioner."""

    voiced = PersonForm.voiced
    field_order = (
        "part",
        "known_as",
        "family_name",
        "how",
        "birth_date",
        "birth_year",
        "age",
        "due_date",
        "sex",
        "relation",
        "lives_with_children",
    )

    def shape(self) -> None:
        """As both halves."""
        PersonForm.shape(self)
        BirthForm.shape(self)

    def clean(self) -> dict[str, Any]:
        """As both halves."""
        PersonForm.clean(self)
        return BirthForm.clean(self)


class PeopleForm(AskForm):
    """The list: add somebody else, or go on."""

    more = Radios(
        label="Do you want to add somebody?",
        choices=[("yes", "Yes"), ("no", "No, that is everyone I can name")],
        missing="Select yes to add somebody, or no to go on",
    )

    def shape(self) -> None:
        """Speak of another once there is one."""
        if self.answers.listed:
            self.ask("more", "Do you want to add anyone else?")


class OtherParentForm(AskForm):
    """The other parent, or anyone else who helps bring up the children: asked once."""

    voiced = {"other_parent": "other_parent"}
    other_parent = Radios(
        label="Other parent",
        choices=[
            ("told", "Yes"),
            ("none", "No, or I have named them already"),
            ("not_known", "I don't know"),
            ("prefer_not", "I would rather not say"),
        ],
        missing="Select whether there is anyone else who helps bring up the children",
    )
