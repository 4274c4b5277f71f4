"""The genogram, drawn from the record."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, Final

from markupsafe import Markup

from rightdoor.engines.drawing import genogram as drawing
from rightdoor.families.models import Household, Member, Person, Relationship
from rightdoor.families.relations import inverse
from rightdoor.ui.words import age_words, date_words

# What the code list calls it → what the drawing calls it. Codes read from the other end are turned first.
_KINDS: Final[dict[str, drawing.Kind]] = {
    "parent": "parent",
    "parentOfUnbornChild": "parent",
    "stepParent": "step_parent",
    "fosterCarer": "foster_parent",
    "grandparent": "grandparent",
    "spouse": "spouse",
    "partner": "partner",
    "exSpouse": "ex_spouse",
    "exPartner": "ex_partner",
    "sibling": "sibling",
    "halfSibling": "half_sibling",
    "stepSibling": "step_sibling",
    "siblingOfUnbornChild": "sibling",
}


@dataclass(frozen=True)
class Picture:
    """A drawing ready for a page: its SVG (already escaped), a sentence, and the table behind it."""

    svg: Markup
    words: str
    table: dict[str, Any]


def picture(
    members: list[Member], relationships: list[Relationship], households: list[Household], today: date
) -> Picture:
    """Draw these people with their ties and homes."""
    drawn = _drawn(
        drawing.FamilyPicture(
            people=tuple(_person(member.person, today) for member in members),
            relations=tuple(_relation(record) for record in relationships),
            households=tuple(_home(home) for home in households),
            title="The family",
        )
    )
    # The drawing escapes every name it is given; nothing else is in it.
    return Picture(Markup(drawn.svg), drawn.words, {"head": drawn.head, "rows": drawn.rows})  # noqa: S704


@lru_cache(maxsize=64)
def _drawn(picture: drawing.FamilyPicture) -> drawing.Genogram:
    # Whoever works with a family opens its pages one after another; nothing in the picture changes meanwhile.
    return drawing.draw(picture)


def _person(person: Person, today: date) -> drawing.Person:
    state: drawing.State = "died" if person.died_on else "unborn" if person.due_date else "born"
    age = f"due {date_words(person.due_date)}" if person.due_date else ""
    if person.birth_date:
        age = age_words(person.birth_date, today)
    return drawing.Person(str(person.pk), person.full_name, _sex(person), state, age)


def _sex(person: Person) -> drawing.Sex:
    known: dict[str, drawing.Sex] = {"F": "F", "M": "M"}
    return known.get(person.sex, "U")


def _relation(record: Relationship) -> drawing.Relation:
    one, other = str(record.person_id), str(record.other_id)
    if record.kind in _KINDS:
        return drawing.Relation(_KINDS[record.kind], one, other)
    turned = inverse(record.kind)
    if turned in _KINDS:
        return drawing.Relation(_KINDS[turned], other, one)
    return drawing.Relation("other", one, other)


def _home(home: Household) -> drawing.Household:
    living = tuple(str(r.person_id) for r in home.residences.all())
    return drawing.Household(str(home.pk), home.name, living)
