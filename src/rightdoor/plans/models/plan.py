"""One plan for one family, held by exactly one named person at every moment."""

import uuid

from django.db import models

from rightdoor.access.models import Practitioner
from rightdoor.engines.story import Story
from rightdoor.families.models import Family
from rightdoor.plans.states import STATES, State
from rightdoor.ui.words import date_words


class LeadOffer(models.Model):
    """A practitioner asked to become lead of a family that has none yet."""

    class Answer(models.TextChoices):
        """What they said."""

        WAITING = "", "Waiting for an answer"
        ACCEPTED = "accepted", "Accepted"
        DECLINED = "declined", "Declined"
        WITHDRAWN = "withdrawn", "Withdrawn"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="lead_offers")
    to = models.ForeignKey(Practitioner, on_delete=models.PROTECT, related_name="lead_offers")
    because = models.CharField(max_length=80, help_text="The request it comes from, as kind:id.")
    story = models.JSONField(help_text="What the request told, for the assessment to open with.")
    people = models.JSONField(default=dict, help_text="Key of each person in the story to the record's id.")
    note = models.TextField(blank=True)
    over_limit_reason = models.TextField(blank=True, help_text="Why it was offered to somebody who is full.")
    offered_by = models.ForeignKey(Practitioner, on_delete=models.PROTECT, related_name="+")
    offered_at = models.DateTimeField()
    due_at = models.DateTimeField()
    answer = models.CharField(max_length=10, choices=Answer, blank=True, default="")
    answer_reason = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["to"], name="lead_offer_waiting", condition=models.Q(answer=""))]
        constraints = [
            models.UniqueConstraint(
                fields=["family"], condition=models.Q(answer=""), name="one_lead_offer_at_a_time"
            ),
            models.CheckConstraint(
                condition=models.Q(answer="", answered_at__isnull=True)
                | (~models.Q(answer="") & models.Q(answered_at__isnull=False)),
                name="lead_offer_answered_at",
            ),
        ]

    def __str__(self) -> str:
        return f"Lead offered to {self.to}"

    @property
    def told(self) -> Story:
        """What the request told."""
        return Story.model_validate(self.story)


class Plan(models.Model):
    """A family's plan. `lead` can never be empty, so an open plan always has exactly one holder."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="plans")
    lead = models.ForeignKey(Practitioner, on_delete=models.PROTECT, related_name="plans_held")
    offer = models.OneToOneField(
        LeadOffer, null=True, blank=True, on_delete=models.PROTECT, related_name="plan"
    )
    overseer = models.ForeignKey(
        Practitioner, null=True, blank=True, on_delete=models.PROTECT, related_name="plans_overseen"
    )
    state = models.CharField(
        max_length=16,
        choices=[(state.value, row.words) for state, row in STATES.items()],
        default=State.ASSESSING,
    )
    level = models.CharField(max_length=20, blank=True)
    shape = models.CharField(
        max_length=60, blank=True, help_text="Intervention shape of the pack, if one is followed."
    )
    hopes = models.TextField(blank=True, help_text="What the family wants, in their words.")
    contingency = models.TextField(blank=True, help_text="What we do if things get worse.")
    family_contract = models.TextField(blank=True, help_text="What each side promises, and what follows.")
    opened_at = models.DateTimeField()
    agreed_on = models.DateField(null=True, blank=True)
    agreed_with = models.CharField(max_length=300, blank=True)
    assess_by = models.DateTimeField()
    team_by = models.DateTimeField()
    review_by = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(
        Practitioner, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    closed_planned = models.BooleanField(null=True, blank=True)
    close_reason = models.TextField(blank=True)
    close_level = models.CharField(max_length=20, blank=True)
    followup_on = models.DateField(null=True, blank=True)
    followed_up_on = models.DateField(null=True, blank=True)
    followup_note = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["family"], condition=~models.Q(state="closed"), name="one_open_plan"
            ),
            models.CheckConstraint(
                condition=(
                    ~models.Q(state="closed") & models.Q(closed_at__isnull=True, closed_by__isnull=True)
                )
                | (
                    models.Q(
                        state="closed",
                        closed_at__isnull=False,
                        closed_by__isnull=False,
                        closed_planned__isnull=False,
                    )
                    & ~models.Q(close_reason="")
                ),
                name="closed_with_all_it_needs",
            ),
            models.CheckConstraint(
                condition=~models.Q(overseer=models.F("lead")), name="nobody_oversees_themselves"
            ),
        ]
        indexes = [
            models.Index(fields=["lead"], name="plan_open_by_lead", condition=~models.Q(state="closed")),
            models.Index(fields=["family", "-opened_at"], name="plan_newest"),
            models.Index(
                fields=["lead", "followup_on"],
                name="plan_follow_up",
                condition=models.Q(followup_on__isnull=False, followed_up_on__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"Plan of {self.family}"

    @property
    def is_open(self) -> bool:
        """Whether help is still going on."""
        return self.state != State.CLOSED


class LeadTurn(models.Model):
    """A lead's turn at holding the plan: the history behind `Plan.lead`."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="turns")
    lead = models.ForeignKey(Practitioner, on_delete=models.PROTECT, related_name="+")
    since = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["plan"], condition=models.Q(until__isnull=True), name="one_lead_turn"
            ),
            models.CheckConstraint(
                condition=models.Q(until__isnull=True) | models.Q(until__gte=models.F("since")),
                name="turn_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.lead} since {date_words(self.since)}"


class Handover(models.Model):
    """The baton on its way: offered by one lead, held by them until the other accepts."""

    class Answer(models.TextChoices):
        """What the receiver said."""

        WAITING = "", "Waiting for an answer"
        ACCEPTED = "accepted", "Accepted"
        DECLINED = "declined", "Declined"
        WITHDRAWN = "withdrawn", "Withdrawn"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="handovers")
    giver = models.ForeignKey(Practitioner, on_delete=models.PROTECT, related_name="+")
    to = models.ForeignKey(Practitioner, on_delete=models.PROTECT, related_name="handovers")
    reason = models.TextField()
    note = models.TextField(blank=True, help_text="What the next lead must know first.")
    giver_stays = models.BooleanField(default=False, help_text="Whether the giver stays in the team.")
    over_limit_reason = models.TextField(blank=True, help_text="Why it was offered to somebody who is full.")
    offered_by = models.ForeignKey(Practitioner, on_delete=models.PROTECT, related_name="+")
    offered_at = models.DateTimeField()
    due_at = models.DateTimeField()
    answer = models.CharField(max_length=10, choices=Answer, blank=True, default="")
    answer_reason = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["plan"], condition=models.Q(answer=""), name="one_handover_at_a_time"
            ),
            models.CheckConstraint(
                condition=models.Q(answer="", answered_at__isnull=True)
                | (~models.Q(answer="") & models.Q(answered_at__isnull=False)),
                name="handover_answered_at",
            ),
        ]
        indexes = [models.Index(fields=["to"], name="handover_waiting", condition=models.Q(answer=""))]

    def __str__(self) -> str:
        return f"Hand-over to {self.to}"


class Step(models.Model):
    """A move of the plan from one state to another: who, when, why, at which level of need."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="steps")
    before = models.CharField(max_length=16)
    after = models.CharField(max_length=16)
    level = models.CharField(max_length=20, blank=True)
    reason = models.TextField()
    by = models.ForeignKey(Practitioner, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["at"]

    def __str__(self) -> str:
        return f"{self.before} to {self.after}"
