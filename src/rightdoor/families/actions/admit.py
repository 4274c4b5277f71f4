"""From a story to a record: who was told of becomes people, related, living somewhere, with what is known."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from rightdoor.access.models import Practitioner
from rightdoor.access.partnership import pack
from rightdoor.engines.codes import relationship_types
from rightdoor.engines.story import PersonTold, Story
from rightdoor.families.actions.family import open_family
from rightdoor.families.actions.people import (
    add_address,
    add_contact_point,
    add_member,
    add_name,
    move_in,
    new_person,
    open_household,
)
from rightdoor.families.actions.record import record_circumstances
from rightdoor.families.actions.relationships import relate
from rightdoor.families.models import Family, Household, Part, Person, PersonName

_TOLD_SECRET = "The request asks for this address to be kept secret."


_SAFE = {"yes": True, "no": False}


@dataclass(frozen=True)
class Admitted:
    """The family, and which person each key of the story became."""

    family: Family
    people: dict[str, Person]

    @property
    def ids(self) -> dict[str, UUID]:
        """Give each key's person by id."""
        return {key: person.pk for key, person in self.people.items()}


@transaction.atomic
def admit(
    *,
    story: Story,
    matches: dict[str, UUID | None],
    family: Family | None,
    told_by: str,
    because: str,
    by: Practitioner,
    now: datetime,
) -> Admitted:
    """Take a story into the record of a family, new or known.

    `matches` gives, for keys of the story, the person an officer found them to be; None or absent is a new
    person. What is already recorded of a known person is never overwritten: only gaps are filled.
    """
    home = family or open_family(name=_family_name(story), area=_area(story), by=by, now=now)
    people = {told.key: _person(told, matches.get(told.key), by=by, now=now) for told in story.people}
    for told in story.people:
        add_member(family=home, person=people[told.key], part=Part(told.part), by=by, now=now)
        record_circumstances(
            family=home, person=people[told.key], facts=dict(told.facts), told_by=told_by, by=by, now=now
        )
    record_circumstances(
        family=home, person=None, facts=dict(story.family_facts), told_by=told_by, by=by, now=now
    )
    _relate_all(story, people, home, because, by=by, now=now)
    _settle(story, people, home, by=by, now=now)
    _reach(story, people, by=by, now=now)
    return Admitted(home, people)


def _family_name(story: Story) -> str:
    """Name the family after its children; after its parents only where no child's family name was told.

    It is said aloud and stands on lists: a partner who is feared does not give it a name.
    """
    ordered = story.of_part("child") + story.of_part("parent") + story.people
    for group in (story.of_part("child"), story.of_part("parent"), story.people):
        names = list(dict.fromkeys(told.family_name for told in group if told.family_name))
        if names:
            return " and ".join(names[:2])[:200]
    first = next((told.known_as for told in ordered if told.known_as), "")
    return f"Family of {first}"[:200] if first else "Family, name not told"


def _area(story: Story) -> str:
    if not story.postcode or story.address_secret == "yes":
        return ""
    return pack().place(story.postcode) or ""


def _person(told: PersonTold, known: UUID | None, *, by: Practitioner, now: datetime) -> Person:
    if known is None:
        return new_person(
            known_as=told.known_as or _unnamed(told),
            family_name=told.family_name,
            birth_date=told.birth_date,
            birth_date_exact=told.birth_date_exact,
            due_date=told.due_date,
            sex="U" if told.due_date else told.sex,
            first_language=told.first_language,
            needs_interpreter={"yes": True, "no": False}.get(told.needs_interpreter),
            ethnicity=told.ethnicity,
            religion=told.religion,
            disabilities=told.disabilities,
            by=by,
            now=now,
        )
    person = Person.objects.get(pk=known)
    _fill_gaps(person, told)
    if told.family_name and told.family_name.casefold() != person.family_name.casefold():
        add_name(
            person=person,
            given=told.known_as,
            family_name=told.family_name,
            kind=PersonName.Kind.ALSO,
            by=by,
            now=now,
        )
    return person


def _unnamed(told: PersonTold) -> str:
    if told.due_date:
        return f"Baby, expected in {told.due_date:%B %Y}"
    return {"parent": "Parent, name not told", "child": "Child, name not told"}.get(
        told.part, "Name not told"
    )


def _fill_gaps(person: Person, told: PersonTold) -> None:
    """Fill what is blank on record with what was told; never replace."""
    changes = {
        field: value
        for field in ("first_language", "ethnicity", "religion")
        if (value := getattr(told, field)) and not getattr(person, field)
    }
    if told.birth_date and not person.birth_date and not person.due_date:
        changes |= {"birth_date": told.birth_date, "birth_date_exact": told.birth_date_exact}
    for field, value in changes.items():
        setattr(person, field, value)
    if changes:
        person.version += 1
        person.save(update_fields=[*changes, "version"])


def _relate_all(
    story: Story, people: dict[str, Person], family: Family, because: str, *, by: Practitioner, now: datetime
) -> None:
    """Record what each adult was said to be to the children."""
    for adult in story.people:
        if adult.part == "child" or adult.relation not in relationship_types():
            continue
        for child in story.of_part("child"):
            unborn_parent = adult.relation == "parent" and child.due_date is not None
            relate(
                person=people[adult.key],
                kind="parentOfUnbornChild" if unborn_parent else adult.relation,
                other=people[child.key],
                source=because,
                family_id=family.pk,
                by=by,
                now=now,
            )


def _settle(
    story: Story, people: dict[str, Person], family: Family, *, by: Practitioner, now: datetime
) -> None:
    """Put those who live with the children into the children's home, at the address told."""
    at_home = [t for t in story.people if t.part == "child" or t.lives_with_children in {"yes", "sometimes"}]
    # With no child named yet, the address told is that of whoever was told of.
    at_home = at_home or story.of_part("parent") or story.people
    if not at_home:
        return
    household = _home_of(family, by=by, now=now)
    for told in at_home:
        person = people[told.key]
        move_in(household=household, person=person, by=by, now=now)
        if story.address or story.postcode:
            add_address(
                person=person,
                lines=story.address,
                code=story.postcode,
                area=_area(story),
                secret_because=_TOLD_SECRET if story.address_secret == "yes" else "",
                by=by,
                now=now,
            )


def _reach(story: Story, people: dict[str, Person], *, by: Practitioner, now: datetime) -> None:
    """Keep how to reach whoever was named for it, and whether that is safe. Nobody else is guessed."""
    named = story.contact.name.casefold()
    told = next(
        (t for t in story.people if named and named in {t.known_as.casefold(), t.full_name.casefold()}), None
    )
    if told is None:
        return
    for kind, value in (("phone", story.contact.telephone), ("email", story.contact.email)):
        if value and not people[told.key].contact_points.filter(kind=kind, value=value).exists():
            add_contact_point(
                person=people[told.key],
                kind=kind,
                value=value,
                safe=_SAFE.get(story.contact.safe_to_call),
                note=story.contact.safe_note,
                by=by,
                now=now,
            )


def _home_of(family: Family, *, by: Practitioner, now: datetime) -> Household:
    held = family.households.order_by("name").first()
    return held or open_household(family=family, name="The children's home", by=by, now=now)
