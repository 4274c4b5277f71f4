"""What is asked of those who keep the directory, and of whoever finds a mistake in it."""

from typing import Any, Final
from uuid import UUID

from rightdoor.access.models import Agency, Practitioner
from rightdoor.engines.listings import Listing
from rightdoor.engines.packs.fields import months_of_age
from rightdoor.ui.fields import Checkboxes, Email, Hidden, LongText, Number, Radios, Select, Text, YesNo
from rightdoor.ui.forms import BaseForm
from rightdoor.ui.speaking import lazy as _
from rightdoor.ui.tokens import new_token, token_of

KNOWN: Final = [("yes", "Yes"), ("no", "No"), ("unknown", "Not known")]
WAYS: Final = [
    ("self", "Families go there themselves"),
    ("professional", "A professional asks for it"),
    ("court", "A court orders it"),
    ("own-agency", "Its own agency offers it"),
]
DELIVERY: Final = [
    ("in-person", "In person"),
    ("online", "Online"),
    ("telephone", "By telephone"),
    ("home-visit", "At home"),
]
STATUS: Final = [("active", "Open"), ("paused", "Paused for now"), ("closed", "Closed for good")]
COST: Final = [("unknown", "Not known"), ("free", "Free"), ("paid", "Families pay")]
PLAIN: Final = (
    "name", "about", "who_for", "commissioner", "how_in_note", "website", "where", "when", "access_needs",
    "wait_words", "capacity", "alert", "status", "creche",
)  # fmt: skip
MANY: Final = ("how_in", "delivery", "issues")


class OwnerForm(BaseForm):
    """Who answers for an entry."""

    email = Email(
        label="E-mail address of the owner",
        hint="Somebody with an account here. Leave it empty when an agency answers for it.",
        required=False,
    )
    agency = Select(label="Agency", choices=[], required=False, empty="No agency")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Agencies are those of the partnership."""
        super().__init__(*args, **kwargs)
        self.offer("agency", [("", "No agency"), *Agency.objects.order_by("name").values_list("pk", "name")])

    def clean_email(self) -> str:
        """Only somebody who can sign in can answer for anything."""
        email = str(self.cleaned_data["email"] or "")
        self.owner = (
            Practitioner.objects.filter(email__iexact=email, is_active=True).first() if email else None
        )
        if email and self.owner is None:
            self.add_error("email", "Nobody with an open account has this address")
        return email

    @property
    def agency_chosen(self) -> Agency | None:
        """The agency, where one was chosen."""
        return Agency.objects.filter(pk=self.cleaned_data["agency"] or "").first()


class EntryForm(BaseForm):
    """An entry as whoever answers for it would have it."""

    name = Text(label="Name", max_length=200, missing="Write the name families know it by")
    about = LongText(label="What it does", hint="One to three short sentences to a parent.", max_length=3000,
                     rows=4, missing="Write what it does")  # fmt: skip
    who_for = LongText(label="Who it is for", max_length=1000, rows=2, required=False)
    age_from = Text(
        label="Youngest age", hint="For example 9m or 4y. Leave it empty when there is none.", required=False
    )
    age_to = Text(
        label="Age at which it has ended",
        hint="For example 5y for children up to and with 4.",
        required=False,
    )
    for_pregnancy = YesNo(label="Is it for people who are pregnant?", required=False)
    how_in = Checkboxes(label="Ways in", choices=WAYS, required=False)
    how_in_note = LongText(label="More about getting in", max_length=1000, rows=2, required=False)
    delivery = Checkboxes(label="How it is given", choices=DELIVERY, required=False)
    where = LongText(label="Where, in words", max_length=1000, rows=2, required=False)
    when = LongText(label="When, in words", max_length=1000, rows=2, required=False)
    telephone = Text(label="Telephone", max_length=60, required=False)
    email = Email(
        label="E-mail address",
        hint="A shared one, such as office@…; a person’s own is not shown to families.",
        required=False,
    )
    website = Text(label="Website", hint="Begins with https://", max_length=500, required=False)
    cost_kind = Radios(label="What it costs", choices=COST, missing="Select what it costs")
    cost_words = Text(label="Price in words", max_length=200, required=False)
    creche = Radios(label="Is there a crèche?", choices=KNOWN, missing="Select if there is a crèche")
    access_needs = LongText(label="Access", max_length=1000, rows=2, required=False)
    wait_weeks = Number(label="Weeks to wait", highest=520, required=False)
    wait_words = Text(label="Waiting, in words", max_length=200, required=False)
    capacity = Text(label="Places", max_length=300, required=False)
    issues = Checkboxes(label="What it helps with", choices=[], required=False)
    alert = LongText(label="A notice at the top of its page", max_length=500, rows=2, required=False)
    commissioner = Text(label="Who pays for it", max_length=200, required=False)
    status = Radios(label="How it stands", choices=STATUS, missing="Select how it stands")
    why = Text(label="Why it changes", max_length=300, required=False)
    version = Hidden()

    def clean_age_from(self) -> int | None:
        """Months, of an age as people write it here."""
        return self._months("age_from")

    def clean_age_to(self) -> int | None:
        """Months, of an age as people write it here."""
        return self._months("age_to")

    def _months(self, name: str) -> int | None:
        text = str(self.cleaned_data[name] or "").replace(" ", "").lower()
        try:
            return months_of_age(text) if text else None
        except ValueError:
            self.add_error(name, "Write months such as 9m, or years such as 4y")
            return None

    def clean_website(self) -> str:
        """An address that a browser opens, and nothing else."""
        text = str(self.cleaned_data["website"] or "")
        if text and not text.startswith(("https://", "http://")):
            self.add_error("website", "The address of the website must begin with https://")
        return text

    def clean_version(self) -> int:
        """The version that was read."""
        text = str(self.cleaned_data["version"])
        return int(text) if text.isdecimal() and len(text) < len("1000000000") else 0

    def changes(self, entry: Listing) -> dict[str, Any]:
        """Give every field as the entry's JSON would have it."""
        clean = self.cleaned_data
        kept = entry.model_dump(mode="json")
        return {
            **{name: clean[name] or "" for name in PLAIN},
            **{name: list(clean[name] or []) for name in MANY},
            "age_from_months": clean["age_from"],
            "age_to_months": clean["age_to"],
            "for_pregnancy": bool(clean["for_pregnancy"]),
            "wait_weeks": clean["wait_weeks"],
            "cost": {**kept["cost"], "kind": clean["cost_kind"], "words": clean["cost_words"] or ""},
            "contacts": self._contacts(kept["contacts"], entry),
        }

    def _contacts(self, kept: list[dict[str, Any]], entry: Listing) -> list[dict[str, Any]]:
        said = {"telephone": self.cleaned_data["telephone"] or "", "email": self.cleaned_data["email"] or ""}
        if kept:
            return [{**kept[0], **said}, *kept[1:]]
        # The entry's own key is as good as any for its only contact, and the same whoever saves it.
        return [{"id": str(entry.id), "title": "", "note": "", **said}] if any(said.values()) else []


def entry_initial(entry: Listing, version: int) -> dict[str, Any]:
    """Give an entry as the form shows it."""
    kept = entry.model_dump(mode="json")
    first = kept["contacts"][0] if kept["contacts"] else {}
    return {
        **{name: kept[name] for name in (*PLAIN, *MANY)},
        "age_from": _age(entry.age_from_months),
        "age_to": _age(entry.age_to_months),
        "for_pregnancy": entry.for_pregnancy,
        "wait_weeks": entry.wait_weeks,
        "cost_kind": entry.cost.kind,
        "cost_words": entry.cost.words,
        "telephone": first.get("telephone", ""),
        "email": first.get("email", ""),
        "version": version,
    }


def _age(months: int | None) -> str:
    if months is None:
        return ""
    return f"{months // 12}y" if months and months % 12 == 0 else f"{months}m"


class DecideForm(BaseForm):
    """Which of the changes are right."""

    take = Checkboxes(label="Approve", choices=[], required=False)
    reason = Text(
        label="Why not all of it", hint="Whoever asked for it is told.", max_length=300, required=False
    )


class AnswerForm(BaseForm):
    """What was done about a correction."""

    outcome = Text(label="What you did", max_length=300, missing="Write what you did about it")


class CorrectForm(BaseForm):
    """What somebody thinks is wrong."""

    words = LongText(
        label=_("What is wrong, or out of date?"),
        hint=_("Please do not write about your family here."),
        max_length=2000,
        missing=_("Write what is wrong"),
    )
    reach = Text(
        label=_("How can we ask you, if we need to?"),
        hint=_("An e-mail address or a telephone number. You can leave this empty."),
        max_length=320,
        required=False,
    )
    token = Hidden(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Every rendering begins with a new token."""
        super().__init__(*args, **kwargs)
        self.initial.setdefault("token", new_token())

    @property
    def once(self) -> UUID | None:
        """The token sent back; None where it cannot be read."""
        return token_of(self.cleaned_data.get("token"))
