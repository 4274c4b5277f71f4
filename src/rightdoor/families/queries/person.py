"""One person of a family: where they live, in what order, and which records were joined."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db.models import Prefetch
from django.http import Http404

from rightdoor.access.models import Practitioner
from rightdoor.access.permissions import Permission
from rightdoor.families.models import (
    Address,
    Family,
    Household,
    Member,
    Merge,
    Person,
    ProtectedAddress,
    Residence,
)


def member_or_404(family: Family, person_id: UUID) -> Member:
    """Give a member of a family already fetched within sight."""
    member = (
        family.members.filter(person_id=person_id, until__isnull=True)
        .select_related("person")
        .prefetch_related("person__other_names", "person__identifiers", "person__contact_points")
        .first()
    )
    if member is None:
        raise Http404
    return member


def households_of(family: Family, members: Iterable[Member]) -> list[Household]:
    """Give the family's homes, each with those of these members who live in it now, in two queries."""
    known = {member.person_id: member.person for member in members}
    living = Residence.objects.filter(person__in=list(known), until__isnull=True)
    found = family.households.prefetch_related(Prefetch("residences", queryset=living)).order_by("name")
    homes = list(found)
    for residence in (one for home in homes for one in home.residences.all()):
        residence.person = known[residence.person_id]
    return homes


def addresses_of(person: Person) -> list[Address]:
    """Give the addresses that are not secret, newest first."""
    return list(person.addresses.order_by("-since", "-pk"))


def protected_addresses(who: Practitioner, person: Person) -> Sequence[ProtectedAddress] | None:
    """Give secret addresses to those with that permission; None says there may be one but not for you."""
    if not who.may(Permission.ADDRESS_SEE_PROTECTED):
        return None
    return list(person.protected_addresses.filter(until__isnull=True).order_by("-since", "-pk"))


def joins_of(person: Person) -> list[Merge]:
    """Give the records joined into this one, newest first."""
    return list(person.merges.select_related("gone", "by", "undone_by").order_by("-at"))


def join_or_404(person: Person, merge_id: UUID) -> Merge:
    """Give one of the joins of a person already fetched."""
    merge = person.merges.filter(pk=merge_id).select_related("kept", "gone").first()
    if merge is None:
        raise Http404
    return merge
