"""One person of a family: where they live, in what order, and which records were joined."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404

from rightdoor.access.models import Practitioner
from rightdoor.access.permissions import Permission
from rightdoor.access.prepared import keep, prepared
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
    living = defaultdict(list)
    for residence in _living(family=family.pk):
        if residence.person_id in known:
            residence.person = known[residence.person_id]
            living[residence.household_id].append(residence)
    homes = _homes(family=family.pk)
    for home in homes:
        keep(home, "residences", living[home.pk])
    return homes


@prepared
def _homes(family: Any) -> QuerySet[Household]:
    return Household.objects.filter(family=family).order_by("name")


@prepared
def _living(family: Any) -> QuerySet[Residence]:
    return Residence.objects.filter(household__family=family, until__isnull=True).order_by("pk")


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
