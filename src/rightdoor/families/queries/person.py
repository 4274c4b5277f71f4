"""One person of a family: where they live, in what order, and which records were joined."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404

from rightdoor.access.models import Practitioner
from rightdoor.access.permissions import Permission
from rightdoor.access.prepared import keep, keep_each, knowing, prepared
from rightdoor.families.models import (
    Address,
    ContactPoint,
    Family,
    Household,
    Identifier,
    Member,
    Merge,
    Person,
    PersonName,
    ProtectedAddress,
    Residence,
)


def member_or_404(family: Family, person_id: UUID) -> Member:
    """Give a member of a family already fetched within sight."""
    member = _member.first(family=family.pk, person=person_id)
    if member is None:
        raise Http404
    member.family = family
    keep(member.person, "other_names", _other_names(person=person_id))
    keep(member.person, "identifiers", _identifiers(person=person_id))
    keep(member.person, "contact_points", _contact_points(person=person_id))
    return member


@prepared
def _member(family: Any, person: Any) -> QuerySet[Member]:
    return Member.objects.filter(family=family, person=person, until__isnull=True).select_related("person")


@prepared
def _other_names(person: Any) -> QuerySet[PersonName]:
    return PersonName.objects.filter(person=person)


@prepared
def _identifiers(person: Any) -> QuerySet[Identifier]:
    return Identifier.objects.filter(person=person)


@prepared
def _contact_points(person: Any) -> QuerySet[ContactPoint]:
    return ContactPoint.objects.filter(person=person)


def households_of(family: Family, members: Iterable[Member]) -> list[Household]:
    """Give the family's homes, each with those of these members who live in it now, in two queries."""
    known = {member.person_id: member.person for member in members}
    living = [residence for residence in _living(family=family.pk) if residence.person_id in known]
    for residence in living:
        residence.person = known[residence.person_id]
    homes = _homes(family=family.pk)
    keep_each(homes, "residences", living, by="household")
    return homes


@prepared
def _homes(family: Any) -> QuerySet[Household]:
    return Household.objects.filter(family=family).order_by("name")


@prepared
def _living(family: Any) -> QuerySet[Residence]:
    return Residence.objects.filter(household__family=family, until__isnull=True).order_by("pk")


def addresses_of(person: Person) -> list[Address]:
    """Give the addresses that are not secret, newest first."""
    return _addresses(person=person.pk)


@prepared
def _addresses(person: Any) -> QuerySet[Address]:
    return Address.objects.filter(person=person).order_by("-since", "-pk")


def protected_addresses(who: Practitioner, person: Person) -> Sequence[ProtectedAddress] | None:
    """Give secret addresses to those with that permission; None says there may be one but not for you."""
    if not who.may(Permission.ADDRESS_SEE_PROTECTED):
        return None
    return _protected(person=person.pk)


@prepared
def _protected(person: Any) -> QuerySet[ProtectedAddress]:
    found = ProtectedAddress.objects.filter(person=person, until__isnull=True)
    return found.order_by("-since", "-pk")


def joins_of(person: Person) -> list[Merge]:
    """Give the records joined into this one, newest first."""
    return knowing(_joins(kept=person.pk), kept=person)


@prepared
def _joins(kept: Any) -> QuerySet[Merge]:
    return Merge.objects.filter(kept=kept).select_related("gone", "by", "undone_by").order_by("-at")


def join_or_404(person: Person, merge_id: UUID) -> Merge:
    """Give one of the joins of a person already fetched."""
    merge = person.merges.filter(pk=merge_id).select_related("kept", "gone").first()
    if merge is None:
        raise Http404
    return merge
