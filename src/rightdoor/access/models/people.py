"""Agencies and the practitioners who work in them."""

import uuid
from functools import cached_property
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from rightdoor.access.permissions import Permission
from rightdoor.access.prepared import prepared
from rightdoor.access.roles import ROLES, permissions_of


class Agency(models.Model):
    """An agency of the partnership, as its pack describes it."""

    code = models.SlugField(max_length=60, primary_key=True)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=20)

    class Meta:
        verbose_name_plural = "agencies"

    def __str__(self) -> str:
        return self.name


class PractitionerManager(BaseUserManager["Practitioner"]):
    """Finds practitioners by the address they sign in with."""

    def get_by_natural_key(self, username: str | None) -> "Practitioner":
        """Give the practitioner with this e-mail address, however it is capitalised."""
        return self.get(email__iexact=username)


class Practitioner(AbstractBaseUser):
    """Somebody who works in an agency and signs in. Closed accounts stay, so that history keeps its names."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=200)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="practitioners")
    job = models.CharField(max_length=60, help_text="A role id of the pack; decides the caseload limit.")
    telephone = models.CharField(max_length=40, blank=True)
    supervisor = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="supervises"
    )
    is_active = models.BooleanField(default=True)
    away_until = models.DateField(null=True, blank=True)
    date_joined = models.DateTimeField()
    session_turn = models.CharField(
        max_length=32,
        blank=True,
        editable=False,
        help_text="The one sign-in that counts; a newer one ends it.",
    )

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]
    objects: ClassVar[PractitionerManager] = PractitionerManager()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @cached_property
    def role_codes(self) -> frozenset[str]:
        """The codes of the roles held now."""
        fetched = getattr(self, "_prefetched_objects_cache", {})
        if "grants" in fetched:
            return frozenset(grant.role for grant in self.grants.all() if grant.ended_at is None)
        return frozenset(_roles_held(practitioner=self.pk))

    @cached_property
    def permissions(self) -> frozenset[Permission]:
        """Everything this practitioner may do."""
        return permissions_of(set(self.role_codes)) if self.is_active else frozenset()

    def may(self, permission: Permission) -> bool:
        """Say whether this practitioner holds a permission."""
        return permission in self.permissions


class RoleGrant(models.Model):
    """A role given to a practitioner, by whom and when, and when it ended."""

    practitioner = models.ForeignKey(Practitioner, on_delete=models.PROTECT, related_name="grants")
    role = models.CharField(max_length=30, choices=[(role.code, role.name) for role in ROLES.values()])
    given_by = models.ForeignKey(Practitioner, null=True, on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["practitioner", "role"],
                condition=models.Q(ended_at__isnull=True),
                name="one_grant_per_role",
            )
        ]

    def __str__(self) -> str:
        return f"{self.practitioner}: {self.get_role_display()}"


@prepared
def _roles_held(practitioner: Any) -> "models.QuerySet[RoleGrant, str]":
    # Every page of everybody begins with this question.
    held = RoleGrant.objects.filter(practitioner=practitioner, ended_at__isnull=True)
    return held.values_list("role", flat=True)
