"""What the front door fills in before it decides: who is who, agreement, the clock, its own judgement."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from rightdoor.frontdoor.queries.one import Matched, families_among
from rightdoor.ui.fields import Day, Hidden, LongText, Radios, Text, YesNo
from rightdoor.ui.forms import BaseForm
from rightdoor.ui.words import date_words, names_listed

NEW = "new"


class LinkForm(BaseForm):
    """Which record each person named is, and which family they join."""

    def __init__(self, data: Any = None, *, matched: Iterable[Matched], **settings: Any) -> None:
        """Ask once for each person, and once for the family where any is known."""
        super().__init__(data, **settings)
        self.matched = list(matched)
        for one in self.matched:
            self.fields[_field(one.named.key)] = _who(one)
        self.known_families = families_among(self.matched)
        if self.known_families:
            self.fields["family"] = Radios(
                label="Which family is this request about?",
                choices=[
                    *((str(pk), family.name) for pk, family in self.known_families.items()),
                    (NEW, "A family not on record yet"),
                ],
                hints=_whose(self.matched),
                missing="Select which family this request is about",
            )

    @property
    def matches(self) -> dict[str, UUID | None]:
        """The person chosen for each key; None for a new record."""
        chosen = {one.named.key: self.cleaned_data[_field(one.named.key)] for one in self.matched}
        return {key: None if value == NEW else UUID(value) for key, value in chosen.items()}

    @property
    def family_id(self) -> UUID | None:
        """The family chosen; None for a new one."""
        value = self.cleaned_data.get("family", NEW)
        return None if value == NEW else UUID(value)


def _field(key: str) -> str:
    return f"who-{key}"


def _whose(matched: Iterable[Matched]) -> dict[str, str]:
    """Say of each family who in it may have been named, and to whom it is known."""
    members: dict[str, list[str]] = {}
    known_to: dict[str, tuple[str, ...]] = {}
    for known in (known for one in matched for known in one.known):
        for family in known.families:
            members.setdefault(str(family.pk), []).append(known.person.full_name)
            known_to[str(family.pk)] = known.known_to
    return {
        pk: f"With {names_listed(dict.fromkeys(names))}. Known to: {'; '.join(known_to[pk])}"
        for pk, names in members.items()
    }


def _who(one: Matched) -> Radios:
    hints = {str(known.person.pk): _why(known) for known in one.known}
    choices = [(str(known.person.pk), _person(known)) for known in one.known]
    name = str(one.named)
    return Radios(
        label=f"Who is {name}?",
        choices=[*choices, (NEW, "Somebody not on record yet")],
        hints=hints,
        initial=NEW if not one.known else None,
        missing=f"Select which record {name} is, or that they are not on record yet",
    )


def _person(known: Any) -> str:
    person = known.person
    born = date_words(person.birth_date, "birth date not known")
    return f"{person.full_name}, {born}"


def _why(known: Any) -> str:
    alike = ", ".join(known.likeness.reasons)
    against = f" But: {', '.join(known.likeness.against)}." if known.likeness.against else ""
    families = ", ".join(family.name for family in known.families)
    in_family = f" In the family: {families}." if families else ""
    to = "; ".join(known.known_to)
    return f"Alike ({known.likeness.score} of 100): {alike}.{against}{in_family} Known to: {to}"


class JudgeForm(BaseForm):
    """A level judged otherwise than the rules."""

    token = Hidden(required=False)
    band = Radios(label="What level is it, in your judgement?", choices=[], missing="Select the level")
    reason = LongText(
        label="Why do you judge it otherwise?",
        missing="Say why you judge the level otherwise",
        max_length=2000,
        rows=3,
    )

    def __init__(self, data: Any = None, *, bands: Iterable[tuple[str, str]], **settings: Any) -> None:
        """`bands` are those that the rules did not give."""
        super().__init__(data, **settings)
        field: Any = self.fields["band"]
        field.choices = list(bands)


class PauseForm(BaseForm):
    """Why the clock stops."""

    reason = Radios(label="Why does the clock stop?", choices=[], missing="Select why the clock stops")
    note = Text(label="A note", max_length=300, required=False)

    def __init__(self, data: Any = None, *, reasons: Mapping[str, str], **settings: Any) -> None:
        """`reasons` are those the pack allows for this clock, with their words."""
        super().__init__(data, **settings)
        field: Any = self.fields["reason"]
        field.choices = list(reasons.items())


class AgreeForm(BaseForm):
    """Agreement to receive help, asked since the request came."""

    given = YesNo(label="Does the family agree to help?", missing="Select yes if the family agrees")
    who = Text(label="Who was asked?", missing="Enter who was asked")
    how = Radios(
        label="How were they asked?",
        choices=[
            ("By telephone", "By telephone"),
            ("Face to face", "Face to face"),
            ("In writing", "In writing"),
        ],
        missing="Select how they were asked",
    )
    on = Day(label="When were they asked?", missing="Enter when they were asked")

    def __init__(self, data: Any = None, *, today: date, **settings: Any) -> None:
        """Nobody is asked tomorrow."""
        super().__init__(data, **settings)
        field: Any = self.fields["on"]
        field.latest = today
