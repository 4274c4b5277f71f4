"""Is somebody known, and to whom? No more, unless the family is in sight anyway."""

from dataclasses import dataclass
from uuid import UUID

from rightdoor.access.models import Practitioner
from rightdoor.access.permissions import Permission
from rightdoor.access.policy import check_may
from rightdoor.engines.known import Asked
from rightdoor.families.models import Family
from rightdoor.families.queries import already_known
from rightdoor.families.sight import seen_among

AT_MOST = 10


@dataclass(frozen=True)
class Found:
    """A record that matches. `families` holds those in sight; of others only `known_to` may be shown."""

    person_id: UUID
    name: str
    why: tuple[str, ...]
    against: tuple[str, ...]
    known_to: tuple[str, ...]
    families: tuple[Family, ...]


def find(who: Practitioner, asked: Asked) -> list[Found]:
    """Give the records most like the one asked about. The name is given only with a family in sight."""
    check_may(who, Permission.PERSON_SEARCH)
    known = already_known(asked, at_most=AT_MOST)
    ids = {family.pk for one in known for family in one.families}
    seen = seen_among(who, ids)
    return [
        Found(
            person_id=one.person.pk,
            name=one.person.full_name if any(family.pk in seen for family in one.families) else "",
            why=one.likeness.reasons,
            against=one.likeness.against,
            known_to=one.known_to,
            families=tuple(family for family in one.families if family.pk in seen),
        )
        for one in known
    ]
