"""The team around the family, its meetings, and who came."""

import uuid

from django.db import models

from rightdoor.access.models import Practitioner
from rightdoor.families.models import Person
from rightdoor.plans.models.plan import Plan
from rightdoor.ui.words import date_words


class TeamMember(models.Model):
    """Somebody in the team: a practitioner who signs in, one of the family, or somebody from outside."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="team")
    practitioner = models.ForeignKey(
        Practitioner, null=True, blank=True, on_delete=models.PROTECT, related_name="teams"
    )
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200, blank=True)
    role = models.CharField(max_length=200, blank=True)
    email = models.CharField(max_length=320, blank=True)
    joined_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True, blank=True)
    left_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(practitioner__isnull=False)
                | models.Q(person__isnull=False)
                | ~models.Q(name=""),
                name="team_member_is_somebody",
            ),
            models.UniqueConstraint(
                fields=["plan", "practitioner"],
                condition=models.Q(left_at__isnull=True, practitioner__isnull=False),
                name="in_the_team_once",
            ),
            models.UniqueConstraint(
                fields=["plan", "person"],
                condition=models.Q(left_at__isnull=True, person__isnull=False),
                name="person_in_the_team_once",
            ),
        ]

    def __str__(self) -> str:
        return str(self.practitioner or self.person or self.name)


class Meeting(models.Model):
    """A meeting of the team, planned and then held."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="meetings")
    planned_for = models.DateTimeField()
    place = models.CharField(max_length=200, blank=True)
    agenda = models.TextField(blank=True)
    held_at = models.DateTimeField(null=True, blank=True)
    minutes = models.TextField(blank=True)
    cancelled_reason = models.TextField(blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    called_by = models.ForeignKey(Practitioner, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["planned_for"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(held_at__isnull=True) | models.Q(cancelled_at__isnull=True),
                name="meeting_held_or_cancelled_never_both",
            )
        ]

    def __str__(self) -> str:
        return f"Team meeting on {date_words(self.planned_for)}"

    @property
    def is_open(self) -> bool:
        """Whether it is still to be held."""
        return self.held_at is None and self.cancelled_at is None


class Attendance(models.Model):
    """Whether an invited member came."""

    class Came(models.TextChoices):
        """What happened."""

        INVITED = "invited", "Invited"
        CAME = "came", "Came"
        SENT = "sent", "Sent a report"
        AWAY = "away", "Did not come"

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="attendance")
    member = models.ForeignKey(TeamMember, on_delete=models.CASCADE, related_name="attendance")
    came = models.CharField(max_length=8, choices=Came, default=Came.INVITED)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["meeting", "member"], name="attends_once")]

    def __str__(self) -> str:
        return f"{self.member}: {self.get_came_display()}"
