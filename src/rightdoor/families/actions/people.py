"""People, their names, numbers, addresses and homes."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from rightdoor.access import audit
from rightdoor.access.editing import save_over
from rightdoor.access.models import Practitioner
from rightdoor.engines.names import fold, postcode
from rightdoor.families.models import (
    Address,
    ContactPoint,
    Family,
    Household,
    Identifier,
    Member,
    Part,
    Person,
    PersonName,
    ProtectedAddress,
    Residence,
)


@transaction.atomic
def new_person(
    *, known_as: str, by: Practitioner, now: datetime, family_name: str = "", **rest: Any
) -> Person:
    """Begin a person's record. `rest` are fields of Person; whatever is not known is left out."""
    person = Person.objects.create(
        known_as=known_as,
        family_name=family_name,
        search_key=fold(family_name),
        given_key=fold(known_as),
        created_at=now,
        **rest,
    )
    audit.record("person_recorded", person, by=by, now=now)
    return person


@transaction.atomic
def change_person(
    *, person: Person, changes: Mapping[str, Any], version: int, by: Practitioner, now: datetime
) -> Person:
    """Change what is recorded of a person; raises Conflict when somebody saved first."""
    folded = {
        key: fold(str(changes[name]))
        for name, key in (("family_name", "search_key"), ("known_as", "given_key"))
        if name in changes
    }
    save_over(person, {**changes, **folded}, version=version)
    audit.record("person_changed", person, by=by, now=now, fields=sorted(changes))
    return person


@transaction.atomic
def add_name(
    *, person: Person, given: str, family_name: str, kind: str, by: Practitioner, now: datetime
) -> PersonName:
    """Add another name a person has or had."""
    name = PersonName.objects.create(
        person=person, given=given, family_name=family_name, kind=kind, search_key=fold(family_name)
    )
    audit.record("person_name_added", person, by=by, now=now, kind=kind)
    return name


@transaction.atomic
def add_identifier(
    *,
    person: Person,
    system: str,
    value: str,
    source: str,
    by: Practitioner,
    now: datetime,
    verified: bool = False,
) -> Identifier:
    """Add a number by which some system knows a person; adding it twice changes nothing."""
    identifier, _ = Identifier.objects.get_or_create(
        person=person, system=system, value=value, defaults={"source": source, "verified": verified}
    )
    audit.record("person_identifier_added", person, by=by, now=now, system=system)
    return identifier


@transaction.atomic
def add_address(
    *,
    person: Person,
    lines: str,
    code: str,
    by: Practitioner,
    now: datetime,
    area: str = "",
    since: date | None = None,
    secret_because: str = "",
) -> Address | ProtectedAddress:
    """Add where somebody lives from now on, ending the address before it.

    With `secret_because` it is stored apart, where only those with that permission can read it, and leaves
    the open list if it stood there. A secret address that is told again stays secret, and nothing says so.
    """
    on, code = since or localdate(now), postcode(code)
    secret = [one for one in person.protected_addresses.filter(until=None) if _is_at(one, lines, code)]
    because = secret_because or (secret[0].reason if secret else "")
    if because:
        shown = [one for one in person.addresses.all() if _is_at(one, lines, code)]
        audit.record("person_protected_address_added", person, by=by, now=now)
        return _put_apart(person, lines, code, because=because, since=on, secret=secret, shown=shown)
    person.addresses.filter(until__isnull=True).exclude(since__gt=on).update(until=on)
    audit.record("person_address_added", person, by=by, now=now)
    return Address.objects.create(person=person, lines=lines, postcode=code, area=area, since=on)


def _is_at(one: Address | ProtectedAddress, lines: str, code: str) -> bool:
    """Whether two writings may be one place: by postcode where both have one, else by their words."""
    if one.postcode and code:
        return one.postcode == code
    return bool(lines) and _words(one.lines) == _words(lines)


def _words(lines: str) -> str:
    return "".join(letter for letter in lines.casefold() if letter.isalnum())


def _put_apart(
    person: Person,
    lines: str,
    code: str,
    *,
    because: str,
    since: date,
    secret: list[ProtectedAddress],
    shown: list[Address],
) -> ProtectedAddress:
    for one in shown:
        if _words(one.lines) != _words(lines):
            ProtectedAddress.objects.create(
                person=person, lines=one.lines, postcode=one.postcode, reason=because, since=one.since,
                until=one.until or since,
            )  # fmt: skip
        one.delete()
    same = next((one for one in secret if _words(one.lines) == _words(lines)), None)
    return same or ProtectedAddress.objects.create(
        person=person, lines=lines, postcode=code, reason=because, since=since
    )


@transaction.atomic
def add_contact_point(
    *,
    person: Person,
    kind: str,
    value: str,
    safe: bool | None,
    by: Practitioner,
    now: datetime,
    note: str = "",
) -> ContactPoint:
    """Add a way to reach somebody, and whether it is safe."""
    point = ContactPoint.objects.create(person=person, kind=kind, value=value, safe=safe, note=note)
    audit.record("person_contact_added", person, by=by, now=now, kind=kind, safe=str(safe))
    return point


@transaction.atomic
def add_member(
    *, family: Family, person: Person, part: Part, by: Practitioner, now: datetime, since: date | None = None
) -> Member:
    """Make a person part of a family; adding them twice changes only their part."""
    member, _ = Member.objects.update_or_create(
        family=family, person=person, until=None, defaults={"part": part, "since": since}
    )
    audit.record("member_added", member, by=by, now=now, family_id=family.pk, part=part)
    return member


@transaction.atomic
def end_membership(*, member: Member, on: date, by: Practitioner, now: datetime) -> Member:
    """End a person's place in a family; what was recorded stays."""
    member.until = on
    member.save(update_fields=["until"])
    audit.record("member_ended", member, by=by, now=now, family_id=member.family_id)
    return member


@transaction.atomic
def open_household(*, family: Family, name: str, by: Practitioner, now: datetime) -> Household:
    """Begin a home in which some of the family live."""
    household = Household.objects.create(family=family, name=name)
    audit.record("household_opened", household, by=by, now=now, family_id=family.pk)
    return household


@transaction.atomic
def add_home(
    *, family: Family, name: str, people: list[Person], by: Practitioner, now: datetime
) -> Household:
    """Begin a home with those who live in it now."""
    household = open_household(family=family, name=name, by=by, now=now)
    for person in people:
        move_in(household=household, person=person, since=localdate(now), by=by, now=now)
    return household


@transaction.atomic
def move_in(
    *, household: Household, person: Person, by: Practitioner, now: datetime, since: date | None = None
) -> Residence:
    """Record that somebody lives in a household; a child may live in two."""
    residence, _ = Residence.objects.get_or_create(
        household=household, person=person, until=None, defaults={"since": since}
    )
    audit.record("moved_in", household, by=by, now=now, family_id=household.family_id, person=person.pk)
    return residence


@transaction.atomic
def move_out(*, residence: Residence, on: date, by: Practitioner, now: datetime) -> Residence:
    """Record that somebody no longer lives in a household."""
    residence.until = on
    residence.save(update_fields=["until"])
    audit.record("moved_out", residence.household, by=by, now=now, family_id=residence.household.family_id)
    return residence
