"""People and families for tests, in the words of the house."""

import uuid
from datetime import UTC, datetime
from typing import Any

from rightdoor.access.models import Agency, Practitioner, RoleGrant
from rightdoor.families import actions as families
from rightdoor.families.models import Family, Part, Person, Sight

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


def agency(code: str = "council", name: str = "", kind: str = "council") -> Agency:
    """Give an agency, making it the first time."""
    found, _ = Agency.objects.get_or_create(code=code, defaults={"name": name or code.title(), "kind": kind})
    return found


def practitioner(
    *roles: str,
    name: str = "Robin Practice",
    at: Agency | None = None,
    supervisor: Practitioner | None = None,
    **rest: Any,
) -> Practitioner:
    """Give a practitioner holding these roles, with the password 'a long test password'."""
    person = Practitioner(
        name=name,
        email=rest.pop("email", f"{uuid.uuid4().hex[:12]}@example.org"),
        agency=at or agency(),
        job=rest.pop("job", "family-support-worker"),
        supervisor=supervisor,
        date_joined=NOW,
        **rest,
    )
    person.set_password("a long test password")
    person.save()
    RoleGrant.objects.bulk_create(RoleGrant(practitioner=person, role=role, given_at=NOW) for role in roles)
    return person


def person(
    known_as: str = "Ada", family_name: str = "Quill", *, by: Practitioner | None = None, **rest: Any
) -> Person:
    """Give somebody on record."""
    return families.new_person(
        known_as=known_as, family_name=family_name, by=by or practitioner("front_door"), now=NOW, **rest
    )


def family(
    *members: tuple[Person, Part],
    name: str = "Quill",
    by: Practitioner | None = None,
    seen_by: Practitioner | None = None,
) -> Family:
    """Give a family with these members, seen by somebody as its lead when told so."""
    officer = by or practitioner("front_door")
    made = families.open_family(name=name, by=officer, now=NOW)
    for who, part in members:
        families.add_member(family=made, person=who, part=part, by=officer, now=NOW)
    if seen_by:
        families.give_sight(
            family=made, reason=Sight.Reason.LEAD, practitioner=seen_by, because="test:1", by=officer, now=NOW
        )
    return made
