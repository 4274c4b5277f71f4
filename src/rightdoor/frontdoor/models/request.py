"""A request for help: the draft while it is being written, and the request once sent."""

import uuid

from django.db import models

from rightdoor.access.models import Agency, Practitioner
from rightdoor.engines.story import Story
from rightdoor.families.models import Family, Part, Person
from rightdoor.frontdoor.states import STATES, State


class Asker(models.TextChoices):
    """Who asks."""

    PARENT = "parent", "A parent or carer"
    YOUNG_PERSON = "young_person", "A child or young person"
    PUBLIC = "public", "Somebody who knows the family"
    PRACTITIONER = "practitioner", "Somebody who works with the family"


class RequestDraft(models.Model):
    """Answers so far. Whoever holds the code may go on writing; nobody else can find it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    code = models.CharField(max_length=24, unique=True)
    practitioner = models.ForeignKey(
        Practitioner, null=True, on_delete=models.CASCADE, related_name="request_drafts"
    )
    answers = models.JSONField(default=dict, help_text="Step name to its cleaned answers.")
    version = models.PositiveIntegerField(default=1)
    begun_at = models.DateTimeField()
    saved_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"Request begun {self.begun_at:%d %B %Y}"


class HelpRequest(models.Model):
    """A request for help, kept as it was told and never altered; what is learnt later is kept beside it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    reference = models.CharField(
        max_length=12, unique=True, help_text="Said over the telephone: no look-alikes."
    )
    draft_code = models.CharField(
        max_length=24, unique=True, null=True, help_text="The draft it was sent from, once."
    )
    asker = models.CharField(max_length=20, choices=Asker)
    asker_name = models.CharField(max_length=200, blank=True)
    asker_email = models.CharField(max_length=320, blank=True)
    asker_telephone = models.CharField(max_length=40, blank=True)
    asker_agency = models.ForeignKey(
        Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    asker_job = models.CharField(
        max_length=200, blank=True, help_text="Their job, or how they know the family."
    )
    practitioner = models.ForeignKey(
        Practitioner, null=True, on_delete=models.PROTECT, related_name="requests_sent"
    )
    language = models.CharField(
        max_length=3, default="en", help_text="The language the form was in: what the asker is told is too."
    )
    agreed = models.CharField(
        max_length=10, choices=[("yes", "Agreed"), ("no", "Not agreed"), ("not_asked", "Not asked")]
    )
    agreed_by = models.CharField(max_length=200, blank=True)
    not_agreed_reason = models.TextField(blank=True)
    not_agreed_basis = models.CharField(max_length=200, blank=True)
    story = models.JSONField(help_text="engines.story.Story as sent.")
    pack_version = models.CharField(max_length=40)
    area = models.CharField(max_length=12, blank=True)
    flags = models.JSONField(
        default=list, help_text="Why it stands out: danger-now, several-vulnerabilities ..."
    )
    urgency = models.PositiveSmallIntegerField(
        default=1, help_text="0 when somebody is in danger now, else 1: the first key of the queue."
    )
    state = models.CharField(
        max_length=12,
        choices=[(state.value, row.words) for state, row in STATES.items()],
        default=State.RECEIVED,
    )
    family = models.ForeignKey(
        Family, null=True, blank=True, on_delete=models.PROTECT, related_name="requests"
    )
    taken_by = models.ForeignKey(Practitioner, null=True, on_delete=models.PROTECT, related_name="+")
    received_at = models.DateTimeField()
    clock = models.CharField(max_length=40, help_text="Id of the pack's clock that runs now.")
    clock_from = models.DateField(help_text="From when the version of the clock holds that it started under.")
    clock_started_at = models.DateTimeField()
    due_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [
            models.Index(
                fields=["urgency", "due_at", "id"],
                name="request_queue",
                condition=models.Q(state__in=["received", "screening", "at_panel", "allocating"]),
            ),
            models.Index(fields=["state", "urgency", "due_at"], name="request_state_due"),
            models.Index(fields=["state", "-received_at", "area"], name="request_state_newest"),
            models.Index(fields=["practitioner", "-received_at"], name="request_sent_by"),
            models.Index(fields=["area", "received_at"], name="request_area_received"),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def because(self) -> str:
        """How other records name this request as their reason."""
        return f"{self._meta.label_lower}:{self.pk}"

    @property
    def told(self) -> Story:
        """The story as sent."""
        return Story.model_validate(self.story)


class PersonNamed(models.Model):
    """Somebody named in a request, findable before any record of them is made or matched."""

    request = models.ForeignKey(HelpRequest, on_delete=models.CASCADE, related_name="people")
    key = models.CharField(max_length=20)
    part = models.CharField(max_length=12, choices=Part)
    known_as = models.CharField(max_length=200, blank=True)
    family_name = models.CharField(max_length=200, blank=True)
    search_key = models.CharField(max_length=200, blank=True, db_index=True)
    birth_date = models.DateField(null=True, blank=True, db_index=True)
    postcode = models.CharField(max_length=10, blank=True, db_index=True)
    person = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="named_in"
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["request", "key"], name="named_once_per_request")]

    def __str__(self) -> str:
        return f"{self.known_as} {self.family_name}".strip() or "Name not told"


class ClockPause(models.Model):
    """Time that does not count, for a reason the pack allows."""

    request = models.ForeignKey(HelpRequest, on_delete=models.CASCADE, related_name="pauses")
    reason = models.CharField(max_length=60)
    note = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(Practitioner, on_delete=models.PROTECT, related_name="+")
    since = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["request"], condition=models.Q(until__isnull=True), name="one_pause_at_a_time"
            )
        ]

    def __str__(self) -> str:
        return self.reason
