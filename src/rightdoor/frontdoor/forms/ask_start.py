"""The first pages: who asks, danger now, how sharing works, the asker, and safe contact."""

from typing import Any, ClassVar

from rightdoor.access.partnership import pack
from rightdoor.frontdoor.asking.answers import PARENT, YOUNG_PERSON
from rightdoor.frontdoor.forms.ask import YES_NO_UNKNOWN, AskForm
from rightdoor.ui.fields import (
    Email,
    LongText,
    Name,
    Radios,
    Select,
    Telephone,
    Text,
    YesNoUnknown,
)
from rightdoor.ui.forms import given
from rightdoor.ui.speaking import languages_named
from rightdoor.ui.speaking import lazy as _

LAWFUL_BASES = (
    ("protect-child", "To protect a child who is being, or may be, seriously harmed"),
    ("protect-adult", "To protect an adult who is being, or may be, seriously harmed"),
    (
        "children-act-16la",
        "Children Act 2004 section 16LA: a duty to share to safeguard a child or promote welfare",
    ),
    ("children-act-10", "Children Act 2004 section 10: agencies working together for children"),
    ("public-task", "A task in the public interest that the law gives my agency (UK GDPR Article 6(1)(e))"),
)
OTHER_AGENCY = "other"


class WhoForm(AskForm):
    """Who is asking?"""

    voiced = {"asker": "asker"}
    asker = Radios(
        choices=[
            ("parent", _("I am a parent or carer, or a baby is on the way")),
            ("young_person", _("I am a child or a young person")),
            ("public", _("I know a family and I am worried about them")),
            ("practitioner", _("I work with a family")),
        ],
        missing=_("Select who is asking for help"),
    )


class DangerForm(AskForm):
    """Is anyone in danger now?"""

    voiced = {"in_danger_now": "danger", "danger_words": "danger_words"}
    in_danger_now = YesNoUnknown(label="Danger", missing=_("Select yes if anyone is in danger right now"))
    danger_words = LongText(label="What is happening?", max_length=5000, rows=4, required=False)
    conditions = (given("in_danger_now", "yes").show("danger_words"),)


class FamilySharingForm(AskForm):
    """A family agrees, or does not."""

    voiced = {"agreed": "agreed"}
    agreed = Radios(
        choices=[("yes", _("Yes")), ("no", _("No"))],
        missing=_("Select yes if we may read this and get back to you"),
    )


class PublicSharingForm(AskForm):
    """Somebody who knows the family says whether it knows, and why they ask all the same."""

    voiced = {"agreed": "agreed"}
    agreed = Radios(
        choices=[
            ("yes", _("Yes, they know and agree")),
            ("no", _("They know but do not agree")),
            ("not_asked", _("No, they do not know")),
        ],
        missing=_("Select whether the family knows and agrees"),
    )
    reason = LongText(
        label=_("If they do not know or do not agree: why are you asking?"),
        missing=_("Say why you are asking without the family's agreement"),
        max_length=2000,
        rows=3,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """Without agreement there must be a reason."""
        said = self.cleaned_data
        if said.get("agreed") in {"no", "not_asked"} and not said.get("reason"):
            self.add_error("reason", _("Say why you are asking without the family's agreement"))
        if said.get("agreed") == "yes":
            said["reason"] = ""
        return said


class PractitionerSharingForm(AskForm):
    """A practitioner says who agreed; without agreement, why not and on which lawful basis."""

    voiced = {"agreed": "agreed"}
    agreed = Radios(
        choices=[("yes", "Yes"), ("no", "No, or not asked")],
        missing="Select yes if the family has agreed to this request",
    )
    agreed_by = Text(
        label="Who agreed, and when?",
        hint="For example: Mrs Okoro, at home, on Tuesday.",
        missing="Enter who agreed",
        required=False,
    )
    refused = Radios(
        label="Were they asked?",
        choices=[("no", "Asked, and said no"), ("not_asked", "Not asked")],
        missing="Select whether the family was asked",
        required=False,
    )
    reason = LongText(
        label="Why are you asking without agreement?",
        hint="For example: asking could put somebody in danger.",
        missing="Say why you are asking without agreement",
        max_length=2000,
        rows=3,
        required=False,
    )
    basis = Radios(
        label="On which lawful basis do you share this?",
        choices=LAWFUL_BASES,
        missing="Select the lawful basis for sharing this without agreement",
        required=False,
    )
    conditions = (
        given("agreed", "yes").require("agreed_by"),
        given("agreed", "no").require("refused", "reason", "basis"),
    )


class PublicAskerForm(AskForm):
    """Somebody who knows the family; they may stay unnamed."""

    voiced = {"name": "asker_name", "job": "job", "email": "email", "telephone": "telephone"}
    name = Name(label="Name", required=False)
    job = Text(label="Job", required=False)
    email = Email(label="Email", required=False)
    telephone = Telephone(label="Telephone", required=False)


class PractitionerAskerForm(AskForm):
    """Who the practitioner is, for whom they work, and with whom."""

    voiced = {"name": "asker_name", "job": "job", "email": "email", "telephone": "telephone"}
    name = Name(label="Name", missing="Enter your name")
    agency = Select(label="Where do you work?", choices=[], missing="Select where you work")
    agency_other = Text(label="Name of the organisation, if it is not listed", required=False)
    job = Text(label="Job", missing="Enter your job")
    email = Email(label="Email", missing="Enter your work e-mail address")
    telephone = Telephone(label="Telephone", required=False)
    works_with = Radios(
        label="Who do you mainly work with?",
        choices=[
            ("children", "Children or young people"),
            ("adults", "Adults"),
            ("family", "Whole families"),
        ],
        hints={"adults": "For example, in mental health, drug and alcohol, probation or housing services."},
        missing="Select who you mainly work with",
    )
    already_known: ClassVar[tuple[str, ...]] = ("name", "agency", "agency_other", "email")

    def shape(self) -> None:
        """Somebody signed in is not asked what their account says."""
        if self.answers.signed_in:
            for name in self.already_known:
                del self.fields[name]
            return
        agencies = [(agency.id, agency.name) for agency in pack().agencies]
        field: Any = self.fields["agency"]
        field.choices = [("", "Choose one"), *agencies, (OTHER_AGENCY, "Somewhere else")]


class ChildrenForm(AskForm):
    """Adult services ask about children."""

    children = Radios(
        label="Does the adult you work with look after, live with or often see any children?",
        hint="Count a baby on the way, and children who live somewhere else. You name them later.",
        choices=YES_NO_UNKNOWN,
        missing="Select whether there are children in this adult's life",
    )


class ContactForm(AskForm):
    """How the family may, and must not, be reached."""

    voiced = {
        "name": "contact_name",
        "telephone": "telephone",
        "email": "email",
        "safe_to_call": "safe_to_call",
        "safe_note": "safe_note",
        "needs_interpreter": "needs_interpreter",
    }
    name = Name(label="Name", required=False)
    telephone = Telephone(label="Telephone", required=False)
    safe_to_call = YesNoUnknown(label="Safe", required=False)
    email = Email(label="Email", required=False)
    safe_note = Text(label="Note", required=False)
    needs_interpreter = Radios(
        label="Interpreter", choices=[("yes", _("Yes")), ("no", _("No"))], required=False
    )
    first_language = Select(label=_("Which language?"), choices=[], required=False)
    conditions = (given("needs_interpreter", "yes").show("first_language"),)

    def shape(self) -> None:
        """A family member is not asked for their own name again; the asker's e-mail is not the family's."""
        language: Any = self.fields["first_language"]
        language.choices = [("", _("Choose one")), *languages_named()]
        if self.answers.asker in {PARENT, YOUNG_PERSON}:
            del self.fields["name"]
        else:
            self.ask(
                "email",
                _("E-mail address of the family"),
                _("Only one that is safe to use. Leave empty if unsure."),
            )

    def clean(self) -> dict[str, Any]:
        """A family that asks for itself leaves some way to be reached."""
        said = self.cleaned_data
        own = self.answers.asker in {PARENT, YOUNG_PERSON}
        reachable = said.get("telephone") or said.get("email") or said.get("safe_note")
        wrong = "telephone" in self.errors or "email" in self.errors
        if own and not reachable and not wrong:
            self.add_error(
                "telephone", _("Enter a telephone number, an e-mail address or another safe way to reach you")
            )
        if said.get("telephone") and not said.get("safe_to_call"):
            self.add_error("safe_to_call", _("Select whether it is safe to call this number"))
        return said
