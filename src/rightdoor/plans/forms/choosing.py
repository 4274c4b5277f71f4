"""Choices that several forms share: people of the family, practitioners, levels, times of day."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any, cast
from uuid import UUID, uuid4

from django.utils.timezone import get_default_timezone

from rightdoor.access.models import Practitioner
from rightdoor.access.partnership import pack
from rightdoor.families.models import Member, Person
from rightdoor.ui.fields import Hidden, Select, Text
from rightdoor.ui.forms import BaseForm

Choices = list[tuple[str, str]]
FIRST_START, LAST_START, EVERY = time(7, 0), time(20, 30), timedelta(minutes=15)


def people_choices(members: Iterable[Member]) -> Choices:
    """Give the family's people as choices."""
    return [(str(member.person_id), member.person.full_name) for member in members]


def practitioner_choices(people: Iterable[Practitioner]) -> Choices:
    """Give practitioners as choices, with their agency, for names are shared."""
    return [(str(person.pk), f"{person.name}, {person.agency}") for person in people]


def level_choices() -> Choices:
    """Give the partnership's levels of need as choices."""
    return [(band.code, band.name) for band in pack().scheme("levels").bands]


def level_meanings() -> dict[str, str]:
    """Give what each level means, to be read beside the choice."""
    return {band.code: band.means for band in pack().scheme("levels").bands}


def level_name(code: str) -> str:
    """Give a level in words; a code the pack no longer has stays as it is."""
    return dict(level_choices()).get(code, code)


def time_choices() -> Choices:
    """Give the times of a working day, every quarter of an hour."""
    moment, found = datetime.combine(date.min, FIRST_START), []
    while moment.time() <= LAST_START:
        found.append((f"{moment:%H:%M}", f"{moment:%H:%M}"))
        moment += EVERY
    return found


def at(day: date, clock: str) -> datetime:
    """Give the moment of a day and a time chosen, in London."""
    return datetime.combine(day, time.fromisoformat(clock), get_default_timezone())


def offer_choices(form: BaseForm, name: str, choices: Choices) -> None:
    """Put choices into a select that was declared without them."""
    field = cast(Any, form.fields[name])
    field.choices = [*list(field.choices)[:1], *choices]


def person_chosen(members: Iterable[Member], chosen: str) -> Person | None:
    """Give the member of the family that was chosen; None for the whole family."""
    return next((member.person for member in members if str(member.person_id) == chosen), None)


class OnceForm(BaseForm):
    """A form that makes something: pressing its button twice makes one thing."""

    token = Hidden(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """A new rendering carries a new token."""
        super().__init__(*args, **kwargs)
        self.initial.setdefault("token", str(uuid4()))

    @property
    def once(self) -> UUID | None:
        """The token sent back; None when somebody has tampered with it."""
        try:
            return UUID(self.cleaned_data["token"])
        except (KeyError, ValueError):
            return None


class VersionForm(BaseForm):
    """A form that changes something: it knows the version that was typed over."""

    version = Hidden(required=False)

    @property
    def typed_over(self) -> int:
        """The version typed over; 0, which never is one, when it did not come back."""
        said = str(self.cleaned_data.get("version", ""))
        return int(said) if said.isascii() and said.isdigit() and len(said) < 10 else 0  # noqa: PLR2004


def whole_family(label: str = "Who is this about?") -> Select:
    """Ask which of the family something is about; nobody chosen is the whole family."""
    return Select(label=label, choices=[], empty="The whole family", required=False)


def lead_words() -> Text:
    """Ask for words by which to find a lead who is not in the list."""
    return Text(
        label="Somebody else? Type part of their name or agency",
        hint="The list holds those with most room. Leave it open, type and send: it then holds those found.",
        max_length=100,
        required=False,
    )


class SeeksLead(BaseForm):
    """Asks who is to lead: one of a short list, or somebody looked for by words, which needs no script.

    The list is the field called `chosen`; the words are in the field of that name with `_words` after it.
    """

    chosen = "to"

    def clean(self) -> dict[str, Any]:
        """Where words were typed and nobody was chosen, the list now holds those found: say so."""
        words = self.cleaned_data.get(f"{self.chosen}_words")
        if words and not self.data.get(self.chosen) and self.seeks:
            self.errors.pop(self.chosen, None)
            self.add_error(self.chosen, self._found_words(words))
        return self.cleaned_data

    @property
    def seeks(self) -> bool:
        """Whether a lead is asked for at all."""
        return True

    def _found_words(self, words: str) -> str:
        field: Any = self.fields[self.chosen]
        found = sum(1 for key, _ in field.choices if key)
        if not found:
            return f"Nobody who may lead, and no agency of theirs, is called “{words}”. Type another part"
        now_in_it = "the one person" if found == 1 else f"one of the {found} people"
        return f"Choose {now_in_it} now in the list, found for “{words}”"
