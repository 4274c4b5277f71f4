"""What is asked about champions, and of those who would like to be one."""

from datetime import date
from decimal import Decimal
from typing import Any, Final

from rightdoor.engines.packs import Pack
from rightdoor.ui.fields import Checkboxes, Confirm, Day, Hidden, LongText, Name, Number, Radios, Select, Text
from rightdoor.ui.forms import BaseForm
from rightdoor.ui.once import OnceForm
from rightdoor.ui.speaking import lazy as _
from rightdoor.ui.words import plural
from rightdoor.workforce.models import Champion, Kind

MOST_HALF_HOURS = 24
KINDS: Final = list(Kind.choices)


def areas_of(pack: Pack) -> list[tuple[str, str]]:
    """Give the areas of a pack by name."""
    return [(area.code, area.name) for area in sorted(pack.atlas.areas.values(), key=lambda area: area.name)]


def how_long(halves: int) -> str:
    """Say half hours: “30 minutes”, “1 hour”, “2 hours 30 minutes”."""
    hours, half = divmod(halves, 2)
    return " ".join(part for part in (plural(hours, "hour") if hours else "", "30 minutes" * half) if part)


LENGTHS: Final = [(f"{halves / 2:.2f}", how_long(halves)) for halves in range(1, MOST_HALF_HOURS + 1)]


class AreaForm(OnceForm):
    """A form that asks for an area of the pack."""

    def __init__(self, *args: Any, pack: Pack, everywhere: str, **kwargs: Any) -> None:
        """Offer the areas by name."""
        super().__init__(*args, **kwargs)
        self.offer("area", [("", everywhere), *areas_of(pack)])


class ChampionForm(AreaForm):
    """Who helps other parents."""

    name = Name(label="Name", hint="Only people who look after champions see this.")
    reach = Text(
        label="How you reach them", required=False, hint="Only people who look after champions see this."
    )
    kind = Radios(label="What they do", choices=KINDS, missing="Choose what they do")
    area = Select(label="Where", choices=[], required=False)
    languages = Text(label="Languages", required=False, hint="Put commas between them. Parents see this.")
    meet = Text(
        label="Where parents can meet them",
        required=False,
        hint="Parents see this. For example: Tuesdays, 9:30am, library. Leave it empty to show nothing.",
        max_length=300,
    )
    agreed_on = Day(label="When did they agree to be on this list?")
    started_on = Day(label="When did they begin?")
    adult = Confirm(
        label="They are 18 or over and have agreed",
        question="Before you save",
        missing="Only adults who have agreed can be on this list",
    )
    version = Hidden(required=False)

    def clean(self) -> dict[str, Any]:
        """Refuse what would show parents whose name it is."""
        clean = super().clean() or self.cleaned_data
        shown = str(clean.get("meet") or "").casefold()
        parts = [part for part in str(clean.get("name") or "").casefold().split() if len(part) > len("an")]
        if any(part in shown for part in parts):
            self.add_error("meet", "This shows the person's name to everybody. Write it without the name")
        return clean

    def told(self) -> dict[str, Any]:
        """Give what is kept of a champion."""
        clean = self.cleaned_data
        spoken = [part.strip() for part in (clean["languages"] or "").split(",")]
        texts = {name: clean[name] or "" for name in ("name", "reach", "kind", "area", "meet")}
        days = {name: clean[name] for name in ("agreed_on", "started_on")}
        return {**texts, **days, "languages": [part for part in spoken if part]}

    @property
    def typed_over(self) -> int:
        """The version that was changed."""
        told = str(self.cleaned_data.get("version") or "0")
        return int(told) if told.isdecimal() and told.isascii() else 0


class TrainingForm(OnceForm):
    """A course somebody has done."""

    course = Text(label="Which course?", missing="Write which course", max_length=200)
    done_on = Day(label="When did they finish it?")
    expires_on = Day(
        label="Until when does it count?", required=False, hint="Leave empty if it does not run out."
    )

    def clean(self) -> dict[str, Any]:
        """A course runs out after it was done."""
        clean = super().clean() or self.cleaned_data
        done, expires = clean.get("done_on"), clean.get("expires_on")
        if done and expires and expires <= done:
            self.add_error("expires_on", "This day must be later than the day they finished")
        return clean


class ActivityForm(AreaForm):
    """What somebody did on a day."""

    on = Day(label="On which day?")
    hours = Select(label="How long?", choices=[("", "Choose"), *LENGTHS], missing="Choose how long")
    reached = Number(label="How many people did they talk to?", highest=10_000)
    area = Select(label="Where?", choices=[], required=False)
    where = Text(label="Place", required=False, hint="For example: school gate, library.", max_length=200)

    def done(self) -> dict[str, Any]:
        """Give what is kept of it."""
        clean = self.cleaned_data
        return {
            "on": clean["on"],
            "hours": Decimal(clean["hours"]),
            "reached": clean["reached"],
            "area": clean["area"] or "",
            "where": clean["where"] or "",
        }


class EndForm(BaseForm):
    """The day on which somebody stopped."""

    on = Day(label="On which day did they stop?")


class FindChampion(BaseForm):
    """Which champions staff want to see."""

    words = Text(label="Name", required=False)
    ended = Checkboxes(label="Show", choices=[("yes", "Those who have stopped")], required=False)


class WishForm(AreaForm):
    """Somebody who would like to help other parents."""

    kind = Radios(
        label=_("What would you like to do?"),
        choices=KINDS,
        missing=_("Choose what you would like to do"),
        hints={
            Kind.CHAMPION: _("Tell other parents what there is near them."),
            Kind.AMBASSADOR: _("Speak up for families at events."),
            Kind.MENTOR: _("Walk with one parent through a hard time."),
            Kind.GROUP: _("Start or run a group where parents help each other."),
        },
    )
    area = Select(label=_("Where do you live?"), choices=[], required=False)
    name = Name(label=_("What shall we call you?"), missing=_("Tell us what to call you"))
    reach = Text(
        label=_("How can we reach you?"),
        hint=_("A telephone number or an e-mail address that is safe to use."),
        missing=_("Tell us how to reach you"),
        max_length=320,
    )
    about = LongText(
        label=_("Is there something you want us to know?"),
        required=False,
        hint=_("You can leave this empty."),
    )
    adult = Confirm(
        label=_("I am 18 or over"), question=_("Your age"), missing=_("You can do this when you are 18")
    )

    def told(self) -> dict[str, Any]:
        """Give what is kept of it."""
        return {name: self.cleaned_data[name] or "" for name in ("kind", "area", "name", "reach", "about")}


class NearForm(BaseForm):
    """Where a parent lives."""

    area = Select(label=_("Where do you live?"), choices=[], required=False)

    def __init__(self, *args: Any, pack: Pack, **kwargs: Any) -> None:
        """Offer the areas by name."""
        super().__init__(*args, **kwargs)
        self.offer("area", [("", _("Anywhere")), *areas_of(pack)])


def champion_initial(champion: Champion) -> dict[str, Any]:
    """Give what a form about a champion begins with."""
    plain = ("name", "reach", "kind", "area", "meet", "agreed_on", "started_on", "version")
    return {name: getattr(champion, name) for name in plain} | {"languages": ", ".join(champion.languages)}


def no_later_than(form: BaseForm, today: date) -> None:
    """Let no day of a form be after today; only what runs out may."""
    for name in ("agreed_on", "started_on", "done_on", "on"):
        if name in form.fields:
            form.not_after(name, today)
