"""A form sent twice changes a family's record once."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from rightdoor.access.models import Practitioner
from rightdoor.access.once import once
from rightdoor.families.actions.people import add_member, new_person
from rightdoor.families.models import Family, Part, Person


@transaction.atomic
def do_once(
    *, family: Family, token: UUID | None, change: Callable[[], object], by: Practitioner, now: datetime
) -> bool:
    """Make a change under a form's token, all of it or nothing; False when it had been made before."""
    done: list[bool] = []

    def make() -> Family:
        change()
        done.append(True)
        return family

    once(token, Family, make, now=now, by=by)
    return bool(done)


@transaction.atomic
def bring_in(
    *,
    family: Family,
    part: Part,
    changes: Mapping[str, Any],
    token: UUID | None,
    by: Practitioner,
    now: datetime,
) -> Person:
    """Begin a person's record as one of a family; under one token, once."""

    def make() -> Person:
        person = new_person(by=by, now=now, **changes)
        add_member(family=family, person=person, part=part, by=by, now=now)
        return person

    return once(token, Person, make, now=now, by=by)
