"""A family, its members, its households, and who may see it and why."""

import uuid

from django.db import models

from rightdoor.access.models import Practitioner
from rightdoor.families.models.people import Person


class Service(models.TextChoices):
    """Which kind of help a family is in. One field, so it can never be in two."""

    NONE = "none", "No open help"
    EARLY_HELP = "early_help", "Early help"
    EDGE_OF_CARE = "edge_of_care", "Edge of care"
    STATUTORY = "statutory", "Children's social care"


class Family(models.Model):
    """The people who matter to one another, worked with as a whole."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(
        max_length=200, help_text="What practitioners call the family, such as 'Adeyemi and Cole'."
    )
    service = models.CharField(max_length=20, choices=Service, default=Service.NONE)
    service_since = models.DateField(null=True, blank=True)
    area = models.CharField(max_length=12, blank=True, db_index=True, help_text="Ward or district code.")
    level = models.CharField(max_length=20, blank=True, help_text="Level of need last decided.")
    created_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)
    # Not kept: why the practitioner who fetched it sees it, in words.
    seen_because: tuple[str, ...] = ()

    class Meta:
        verbose_name_plural = "families"
        indexes = [models.Index(fields=["service", "area"], name="family_service_area")]

    def __str__(self) -> str:
        return self.name


class Part(models.TextChoices):
    """The part somebody plays in the family."""

    PARENT = "parent", "Parent or carer"
    CHILD = "child", "Child or young person"
    OTHER = "other_adult", "Other adult"
    UNKNOWN = "unknown", "Part not known yet"


class Member(models.Model):
    """A person's place in a family."""

    family = models.ForeignKey(Family, on_delete=models.CASCADE, related_name="members")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="memberships")
    part = models.CharField(max_length=12, choices=Part, default=Part.UNKNOWN)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["family", "person"], condition=models.Q(until__isnull=True), name="member_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person} ({self.get_part_display()})"


class Household(models.Model):
    """A home in which some of the family live."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    family = models.ForeignKey(Family, on_delete=models.CASCADE, related_name="households")
    name = models.CharField(max_length=120, help_text="Such as 'Mum's home' or 'Dad's home'.")

    def __str__(self) -> str:
        return self.name


class Residence(models.Model):
    """Somebody living in a household, from when until when; a child may live in two."""

    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="residences")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="residences")
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["household", "person"],
                condition=models.Q(until__isnull=True),
                name="lives_there_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person} at {self.household}"


class Sight(models.Model):
    """A reason for which somebody may see a family. No open row, no sight.

    Held by one practitioner, or by a desk (the front door, one panel) whose members share it.
    """

    class Reason(models.TextChoices):
        """Why the family may be seen."""

        LEAD = "lead", "Lead professional"
        TEAM = "team", "Member of the team around the family"
        OFFERED = "offered", "Asked to become lead"
        FRONT_DOOR = "front_door", "Request open at the front door"
        PANEL = "panel", "On the agenda of a panel"

    family = models.ForeignKey(Family, on_delete=models.CASCADE, related_name="sights")
    reason = models.CharField(max_length=12, choices=Reason)
    practitioner = models.ForeignKey(Practitioner, null=True, on_delete=models.PROTECT, related_name="sights")
    desk = models.CharField(
        max_length=60, blank=True, help_text="'front-door', or 'panel:' and the panel's id."
    )
    because = models.CharField(max_length=80, help_text="The record that gives the reason, as kind:id.")
    since = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(practitioner__isnull=False, desk="")
                | (models.Q(practitioner__isnull=True) & ~models.Q(desk="")),
                name="sight_of_a_person_or_a_desk",
            ),
            models.UniqueConstraint(
                fields=["family", "reason", "practitioner", "because"],
                condition=models.Q(until__isnull=True, practitioner__isnull=False),
                name="one_open_sight_per_practitioner",
            ),
        ]
        indexes = [
            models.Index(
                fields=["practitioner", "family"],
                name="sight_practitioner",
                condition=models.Q(until__isnull=True),
            ),
            models.Index(
                fields=["desk", "family"], name="sight_desk", condition=models.Q(until__isnull=True)
            ),
        ]

    def __str__(self) -> str:
        return self.get_reason_display()
