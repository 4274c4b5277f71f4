"""What is asked of somebody who wants a copy, and about who leads on information in a setting."""

from typing import Any, ClassVar, Final
from uuid import UUID

from rightdoor.directory.models import CopyAsked
from rightdoor.ui.fields import Confirm, Email, Hidden, LongText, Name, Radios, Select, Telephone, Text
from rightdoor.ui.forms import BaseForm, Condition, given
from rightdoor.ui.speaking import lazy as _
from rightdoor.ui.tokens import new_token, token_of

Shape, Way = CopyAsked.Shape, CopyAsked.Way
KINDS: Final = {
    "school": _("School"),
    "nursery": _("Nursery"),
    "college": _("College"),
    "gp": _("GP practice"),
    "childrens-centre": _("Children's centre"),
    "family-hub": _("Family hub"),
    "library": _("Library"),
    "other": _("Another place"),
}
ANY_KIND: Final = [("", _("Any place")), *KINDS.items()]
WITHOUT, TO_CHECK, NAMED, GONE = "without", "to-check", "named", "gone"
SHORTEST_NAME = 3


class CopyForm(BaseForm):
    """Which copy, how, and where it may safely go."""

    what = LongText(
        label=_("What would you like a copy of?"),
        hint=_("For example: the sheet on tantrums, or your rights."),
        missing=_("Tell us what you would like a copy of"),
        max_length=1000,
    )
    shape = Radios(
        label=_("How should it be?"), choices=list(Shape.choices), missing=_("Choose how the copy should be")
    )
    language = Text(label=_("Which language?"), missing=_("Tell us which language"), max_length=80)
    way = Radios(
        label=_("How can we get it to you?"),
        choices=list(Way.choices),
        missing=_("Choose how we get it to you"),
    )
    address = LongText(label=_("Your address"), missing=_("Write the address"), max_length=500)
    email = Email(label=_("Your e-mail address"), missing=_("Write the e-mail address"))
    telephone = Telephone(label=_("Your telephone number"), missing=_("Write the telephone number"))
    name = Name(
        label=_("What name shall we write on it?"), required=False, hint=_("You can leave this empty.")
    )
    safe = Confirm(
        label=_("It is safe to send it there"),
        question=_("Is it safe?"),
        hint=_("Think who opens your letters, reads your e-mails or answers your phone."),
        missing=_("Tick this if it is safe. If it is not, choose another way"),
    )
    token = Hidden(required=False)
    conditions: ClassVar[tuple[Condition, ...]] = (
        given("shape", Shape.LANGUAGE).require("language"),
        given("way", Way.POST).require("address"),
        given("way", Way.EMAIL).require("email"),
        given("way", Way.TELEPHONE).require("telephone"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Every rendering begins with a new token."""
        super().__init__(*args, **kwargs)
        self.initial.setdefault("token", new_token())

    @property
    def once(self) -> UUID | None:
        """The token sent back; None where it cannot be read."""
        return token_of(self.cleaned_data.get("token"))

    def wanted(self) -> dict[str, Any]:
        """Give what is asked for, as it is kept."""
        clean = self.cleaned_data
        where = {Way.POST: "address", Way.EMAIL: "email", Way.TELEPHONE: "telephone"}[clean["way"]]
        kept = {name: clean[name] or "" for name in ("what", "shape", "language", "way", "name")}
        return {**kept, "where": clean[where]}


class FindSetting(BaseForm):
    """A name or a postcode, and a kind of place."""

    words = Text(
        label=_("Name, or your postcode"),
        hint=_("We do not keep your postcode."),
        required=False,
        max_length=80,
    )
    kind = Select(label=_("What kind of place?"), choices=ANY_KIND, required=False)


class Board(BaseForm):
    """Which settings staff want to see."""

    words = Text(label="Name or postcode", required=False, max_length=80)
    kind = Select(label="Kind", choices=ANY_KIND, required=False)
    show = Select(
        label="Show",
        choices=[
            ("", "All"),
            (WITHOUT, "Nobody named"),
            (TO_CHECK, "To be checked"),
            (NAMED, "Somebody named"),
            (GONE, "No longer in the pack"),
        ],
        required=False,
    )


class LeadForm(BaseForm):
    """Who leads on information in one setting."""

    role = Text(
        label="What the role is called",
        hint="Everybody sees this. For example: family support worker, or reception.",
        missing="Write what the role is called",
        max_length=200,
    )
    telephone = Telephone(
        label="Telephone", required=False, hint="Everybody sees this. The setting's own, never a private one."
    )
    email = Email(
        label="E-mail address", required=False, hint="Everybody sees this. A shared one, such as office@…"
    )
    how = Text(
        label="When or how to find them",
        required=False,
        hint="Everybody sees this. For example: at the gate from 8:30.",
        max_length=300,
    )
    person = Name(label="The person's name", required=False, hint="Only people who sign in here see this.")
    version = Hidden(required=False)

    def clean(self) -> dict[str, Any]:
        """Refuse what would show the public whose name it is."""
        clean = super().clean() or self.cleaned_data
        parts = [
            part for part in str(clean.get("person") or "").casefold().split() if len(part) >= SHORTEST_NAME
        ]
        for field in ("role", "email", "how"):
            if any(part in str(clean.get(field) or "").casefold() for part in parts):
                self.add_error(field, "This shows the person's name to everybody. Write it without the name")
        return clean

    def changes(self) -> dict[str, Any]:
        """Give what is kept of a lead."""
        return {
            name: self.cleaned_data[name] or "" for name in ("role", "telephone", "email", "how", "person")
        }

    @property
    def typed_over(self) -> int:
        """The version that was changed; 0 where there was none."""
        told = str(self.cleaned_data.get("version") or "0")
        return int(told) if told.isdecimal() and told.isascii() else 0
