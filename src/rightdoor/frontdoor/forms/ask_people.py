"""The pages about people: who they are, how old, who else brings up the children."""

from datetime import date, timedelta
from typing import Any

from rightdoor.frontdoor.asking.answers import OTHER_PARENT, PRACTITIONER, YOU, YOUNG_PERSON
from rightdoor.frontdoor.forms.ask import AskForm
from rightdoor.ui.fields import Day, Name, Number, Radios, Select
from rightdoor.ui.forms import given
from rightdoor.ui.speaking import gettext
from rightdoor.ui.speaking import lazy as _

RELATIONS = (
    ("parent", _("Mother or father")),
    ("stepParent", _("Step-parent, or a parent's partner")),
    ("grandparent", _("Grandparent")),
    ("auntUncle", _("Aunt or uncle")),
    ("sibling", _("Grown-up brother or sister")),
    ("halfSibling", _("Grown-up half-brother or half-sister")),
    ("fosterCarer", _("Foster carer")),
    ("friend", _("Friend of the family")),
    ("other", _("Somebody else")),
)
LIVES = (
    ("yes", _("Yes")),
    ("sometimes", _("Some of the time")),
    ("no", _("No")),
    ("unknown", _("I don't know")),
)
_LONGEST_PREGNANCY = timedelta(weeks=42)
_LATE_BIRTH = timedelta(weeks=3)
_OLDEST = 120


class YouForm(AskForm):
    """Your name, and what you are to the children."""

    voiced = {"known_as": "your_known_as", "family_name": "your_family_name"}
    known_as = Name(label="First name", missing=_("Enter your first name, or what you like to be called"))
    family_name = Name(label="Last name", required=False)
    relation = Select(label=_("What are you to the children?"), choices=RELATIONS, required=False)
    lives_with_children = Radios(label=_("Do the children live with you?"), choices=LIVES, required=False)

    def shape(self) -> None:
        """A young person is one of the children."""
        if self.answers.asker == YOUNG_PERSON:
            del self.fields["relation"], self.fields["lives_with_children"]


class PersonForm(AskForm):
    """Somebody in the family. Any part may be unknown."""

    voiced = {"known_as": "known_as", "family_name": "family_name"}
    part = Radios(
        label=_("Who are they?"),
        choices=[
            ("child", _("A child or young person, or a baby on the way")),
            ("parent", _("A parent, or an adult who brings up the children")),
            ("other_adult", _("Another adult")),
        ],
        missing=_("Select who they are in the family"),
    )
    known_as = Name(label="First name", required=False)
    family_name = Name(label="Last name", required=False)
    relation = Select(label=_("What are they to the children?"), choices=RELATIONS, required=False)
    lives_with_children = Radios(
        label=_("Do they live with the children?"),
        hint=_("Only for adults."),
        choices=LIVES,
        required=False,
    )

    def shape(self) -> None:
        """The other parent's part is known already."""
        self.fields["relation"].hint = _("Only for adults.")  # type: ignore[attr-defined]
        if self.key == OTHER_PARENT:
            del self.fields["part"]
            self.ask("relation", _("What are they to the children?"), "")
            self.ask("lives_with_children", _("Do they live with the children?"), "")

    def clean(self) -> dict[str, Any]:
        """What only adults are asked does not count for a child."""
        said = self.cleaned_data
        if said.get("part") == "child":
            said["relation"] = said["lives_with_children"] = ""
        return said


class BirthForm(AskForm):
    """How old: an exact date, a year, an age, not yet born, or not known."""

    how = Radios(
        label=_("What do you know about their age?"),
        choices=[
            ("exact", _("The date of birth")),
            ("year", _("Only the year of birth")),
            ("age", _("About how old")),
            ("unborn", _("Not born yet")),
            ("unknown", _("I don't know")),
        ],
        missing=_("Select what you know about their age"),
    )
    birth_date = Day(
        label=_("Date of birth"),
        hint=_("For example, 27 3 2021"),
        missing=_("Enter the date of birth"),
        required=False,
    )
    birth_year = Number(label=_("Year of birth"), missing=_("Enter the year of birth"), required=False)
    age = Number(
        label=_("Age in years"),
        hint=_("Write 0 for a baby under one."),
        missing=_("Enter the age in years"),
        highest=_OLDEST,
        required=False,
    )
    due_date = Day(label=_("When is the baby due?"), missing=_("Enter when the baby is due"), required=False)
    sex = Radios(
        label=_("Sex"),
        choices=[("F", _("Female")), ("M", _("Male")), ("U", _("I don't know, or not born yet"))],
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
            self.ask("how", _("How old are you?"))
            fields["sex"].label = _("Your sex")
        elif self.answers.asker != PRACTITIONER:
            self.ask("how", gettext("How old is %(name)s?") % {"name": self.answers.name(self.key)})
        if (part != "child" and self.answers.asker != PRACTITIONER) or self.key in {YOU, OTHER_PARENT}:
            fields["how"].choices = [c for c in fields["how"].choices if c[0] != "unborn"]
            fields["sex"].choices = [
                *fields["sex"].choices[:2],
                ("U", _("I don't know, or would rather not say")),
            ]

    def clean(self) -> dict[str, Any]:
        """The sex of a baby not yet born is not recorded, and the day told on is kept with an age."""
        said = self.cleaned_data
        if said.get("how") == "unborn":
            said["sex"] = "U"
            if said.get("part") not in {None, "child"}:
                self.add_error(
                    "how", _("Only a child can be not born yet. Select what you know about their age")
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
        label=_("Do you want to add somebody?"),
        choices=[("yes", _("Yes")), ("no", _("No, that is everyone I can name"))],
        missing=_("Select yes to add somebody, or no to go on"),
    )

    def shape(self) -> None:
        """Speak of another once there is one."""
        if self.answers.listed:
            self.ask("more", _("Do you want to add anyone else?"))


class OtherParentForm(AskForm):
    """The other parent, or anyone else who helps bring up the children: asked once."""

    voiced = {"other_parent": "other_parent"}
    other_parent = Radios(
        label="Other parent",
        choices=[
            ("told", _("Yes")),
            ("none", _("No, or I have named them already")),
            ("not_known", _("I don't know")),
            ("prefer_not", _("I would rather not say")),
        ],
        missing=_("Select whether there is anyone else who helps bring up the children"),
    )
