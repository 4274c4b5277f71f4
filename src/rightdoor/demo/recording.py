"""Taking a made-up family into the record: the rows that `families.actions.admit` would make."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from django.db import models

from rightdoor.access.models import Practitioner
from rightdoor.demo.chance import LONDON, Chance
from rightdoor.demo.kin import Kin, Kinsperson
from rightdoor.demo.naming import communities, surname
from rightdoor.demo.world import World
from rightdoor.engines.identifiers import nhs_check_digit
from rightdoor.engines.names import fold
from rightdoor.families.models import (
    Address,
    Circumstance,
    ContactPoint,
    Family,
    Household,
    Identifier,
    Member,
    Person,
    PersonName,
    ProtectedAddress,
    Relationship,
    Residence,
)

_SECRET = "The request asks for this address to be kept secret."
_COUPLES = {"mother", "father"}


def admit(world: World, kin: Kin, at: datetime, *, told_by: str, by: Practitioner, because: str) -> Family:
    """Keep everything of a family that was told, as it is on record today."""
    family = Family(id=world.chance.id(), name=kin.name, area="" if kin.secret else kin.area, created_at=at)
    told = {"told_by": told_by, "by": by, "recorded_at": at}
    people = {person.key: _person(person, world.today, at) for person in kin.people}
    world.keeper.keep(family, *people.values())
    for kinsperson in kin.people:
        person = people[kinsperson.key]
        world.keeper.keep(Member(family=family, person=person, part=kinsperson.part))
        world.keeper.keep(*_facts(family, person, kinsperson.facts, **told))
        world.keeper.keep(*_extras(world.chance, kinsperson, person))
    world.keeper.keep(*_facts(family, None, kin.family_facts, **told))
    world.keeper.keep(*_relations(kin, people, because))
    world.keeper.keep(*_homes(world, kin, family, people, at))
    world.keeper.keep(*_contact(kin, people[kin.parents[0].key]))
    return family


def _person(told: Kinsperson, today: date, at: datetime) -> Person:
    unborn = told.unborn(today)
    known_as = f"Baby, expected in {told.due:%B %Y}" if told.due and unborn else told.known_as
    return Person(
        id=told.id,
        known_as=known_as,
        family_name=told.family_name,
        birth_date=None if unborn else told.born or told.due,
        birth_date_exact=told.exact,
        due_date=told.due if unborn else None,
        sex="U" if unborn else told.sex,
        ethnicity=told.ethnicity,
        religion=told.religion,
        first_language=told.language,
        needs_interpreter={"yes": True, "no": False}.get(told.interpreter),
        disabilities=told.disabilities,
        search_key=fold(told.family_name),
        given_key=fold(known_as),
        created_at=at,
    )


def _facts(
    family: Family, person: Person | None, facts: dict[str, str], **told: Any
) -> Iterator[Circumstance]:
    for fact, value in sorted(facts.items()):
        yield Circumstance(family=family, person=person, fact=fact, value=value, **told)


def _extras(chance: Chance, told: Kinsperson, person: Person) -> Iterator[models.Model]:
    """Some people have had another name; many have an NHS number, from the range that is never issued."""
    if told.sex == "F" and told.part == "parent" and told.family_name and chance.happens(0.15):
        former = surname(chance, chance.draw(communities()))
        yield PersonName(
            person=person, kind=PersonName.Kind.BIRTH, family_name=former, search_key=fold(former)
        )
    if not person.due_date and chance.happens(0.3):
        number = _nhs_number(chance)
        yield Identifier(
            person=person, system=Identifier.System.NHS, value=number, source="Told by the agency"
        )


def _nhs_number(chance: Chance) -> str:
    while True:
        first_nine = f"999{chance.between(0, 999_999):06d}"
        check = nhs_check_digit(first_nine)
        if check is not None:
            return f"{first_nine}{check}"


def _relations(kin: Kin, people: dict[str, Person], because: str) -> Iterator[Relationship]:
    for adult in (person for person in kin.people if person.part != "child" and person.relation):
        for child in kin.children:
            unborn = adult.relation == "parent" and people[child.key].due_date is not None
            kind = "parentOfUnbornChild" if unborn else adult.relation
            yield Relationship(person=people[adult.key], kind=kind, other=people[child.key], source=because)
    if people.keys() >= _COUPLES:
        apart = any(person.key in _COUPLES and person.lives != "yes" for person in kin.people)
        kind = {"spouse": "exSpouse", "partner": "exPartner"}[kin.couple] if apart else kin.couple
        yield Relationship(person=people["mother"], kind=kind, other=people["father"], source=because)
    if "partner" in people and "mother" in people:
        yield Relationship(person=people["mother"], kind="partner", other=people["partner"], source=because)


def _homes(
    world: World, kin: Kin, family: Family, people: dict[str, Person], at: datetime
) -> Iterator[models.Model]:
    """The children's home with all who live there, and the other parent's where a child is in both."""
    since = at.astimezone(LONDON).date()
    home = Household(id=world.chance.id(), family=family, name="The children's home")
    yield home
    for told in kin.people:
        if told.part == "child" or told.lives == "yes":
            yield Residence(household=home, person=people[told.key], since=since)
            yield _address(kin, people[told.key], since)
    for parent in (person for person in kin.parents if person.lives == "sometimes"):
        other = Household(id=world.chance.id(), family=family, name=f"{parent.known_as}'s home"[:120])
        postcode, area = world.chance.pick(world.places)
        yield other
        for told in (parent, *kin.children):
            yield Residence(household=other, person=people[told.key], since=since)
        lines = f"Flat {world.chance.between(1, 40)}, Somewhere House"
        yield Address(person=people[parent.key], lines=lines, postcode=postcode, area=area, since=since)


def _address(kin: Kin, person: Person, since: date) -> Address | ProtectedAddress:
    if kin.secret:
        return ProtectedAddress(
            person=person, lines=kin.lines, postcode=kin.postcode, reason=_SECRET, since=since
        )
    return Address(person=person, lines=kin.lines, postcode=kin.postcode, area=kin.area, since=since)


def _contact(kin: Kin, person: Person) -> Iterator[ContactPoint]:
    note = "Only on weekday mornings. Leave no message." if kin.secret else ""
    yield ContactPoint(
        person=person, kind=ContactPoint.Kind.PHONE, value=kin.telephone, safe=not kin.secret, note=note
    )
    if kin.email:
        yield ContactPoint(person=person, kind=ContactPoint.Kind.EMAIL, value=kin.email, safe=True, note=note)
