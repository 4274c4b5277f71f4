"""What the plan asks."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, ClassVar
from uuid import UUID

from rightdoor.access.models import Practitioner
from rightdoor.access.partnership import pack
from rightdoor.families.models import Member
from rightdoor.plans.forms.choosing import (
    Choices,
    OnceForm,
    VersionForm,
    offer_choices,
    people_choices,
    practitioner_choices,
    whole_family,
)
from rightdoor.plans.models import Plan, PlanAction
from rightdoor.ui.fields import Checkboxes, Day, LongText, Number, Radios, Scale, Select, Text
from rightdoor.ui.forms import BaseForm, Condition, given

OWNER_KINDS = (
    ("practitioner", "Somebody who signs in here"),
    ("person", "Somebody in the family"),
    ("outside", "Somebody else"),
)
MOST_PHASES = 9


class PlanForm(VersionForm):
    """The plan's own words."""

    hopes = LongText(label="What the family hopes for, in their words", rows=4, required=False)
    contingency = LongText(label="What we do if things get worse", rows=4, required=False)
    family_contract = LongText(
        label="What each side promises, and what follows if it is not kept",
        hint="Only where the family has agreed to such a contract.",
        rows=4,
        required=False,
    )
    shape = Select(label="Shape of help", choices=[], empty="No set shape", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the shapes of the partnership's pack."""
        super().__init__(*args, **kwargs)
        offer_choices(self, "shape", [(shape.id, shape.name) for shape in pack().shapes])

    @property
    def changes(self) -> dict[str, str]:
        """The cleaned words as fields of the plan."""
        return {
            name: self.cleaned_data[name] for name in ("hopes", "contingency", "family_contract", "shape")
        }


class _Goal(BaseForm):
    words = LongText(
        label="What should be different?",
        hint="In the family's own words.",
        rows=3,
        missing="Write what should be different",
    )
    whose = whole_family("Whose goal is this?")
    phase = Number(
        label="Phase",
        hint="1 is now. Later phases wait, so that there is not too much at once.",
        lowest=1,
        highest=MOST_PHASES,
        initial=1,
        missing="Write which phase this goal belongs to",
    )
    start_score = Scale(
        label="Where is it today?", low="not at all there", high="all the way there", required=False
    )

    def __init__(self, *args: Any, members: Iterable[Member], **kwargs: Any) -> None:
        """Offer the family's people."""
        super().__init__(*args, **kwargs)
        offer_choices(self, "whose", people_choices(members))

    @property
    def changes(self) -> dict[str, Any]:
        """The cleaned answers as fields of a goal."""
        told = self.cleaned_data
        return {
            "words": told["words"],
            "whose_id": UUID(told["whose"]) if told["whose"] else None,
            "phase": told["phase"],
            "start_score": told["start_score"],
        }


class GoalForm(_Goal, OnceForm):
    """A new goal."""


class GoalChangeForm(_Goal, VersionForm):
    """A goal, changed."""


class GoalEndForm(BaseForm):
    """A goal reached, or left."""

    how = Radios(
        label="What happened to this goal?",
        choices=[("reached", "The family reached it"), ("dropped", "The family no longer wants it")],
        missing="Choose what happened",
    )
    on = Day(label="When?", missing="Write when")
    reason = LongText(label="Why is the family leaving it?", rows=3, missing="Write why")
    conditions: ClassVar[tuple[Condition, ...]] = (given("how", "dropped").require("reason"),)


class _Owned(BaseForm):
    owner_kind = Radios(label="Who will do it?", choices=OWNER_KINDS, missing="Choose who will do it")
    owner = Select(
        label="Name",
        choices=[],
        hint="Somebody in the team. Invite others into the team first, so that they see what to do.",
        missing="Choose who will do it",
    )
    owner_person = Select(
        label="Who in the family?", choices=[], missing="Choose who in the family will do it"
    )
    owner_words = Text(label="Who, and from where?", missing="Write who will do it")
    due_on = Day(label="By when?", hint="For example, 14 1 2027", required=False)
    conditions: ClassVar[tuple[Condition, ...]] = (
        given("owner_kind", "practitioner").require("owner"),
        given("owner_kind", "person").require("owner_person"),
        given("owner_kind", "outside").require("owner_words"),
    )

    def __init__(
        self, *args: Any, members: Iterable[Member], practitioners: Iterable[Practitioner], **kwargs: Any
    ) -> None:
        """Offer the family's people, and those in its team."""
        super().__init__(*args, **kwargs)
        offer_choices(self, "owner_person", people_choices(members))
        offer_choices(self, "owner", practitioner_choices(practitioners))


class _Action(_Owned):
    words = LongText(label="What will be done?", rows=3, missing="Write what will be done")
    kind = Radios(label="What kind of step is it?", choices=PlanAction.Kind.choices, initial="action")
    service = Select(label="Which service?", choices=[], empty="Choose a service", required=False)
    conditions: ClassVar[tuple[Condition, ...]] = (
        given("kind", "service").require("service"),
        *_Owned.conditions,
    )

    def __init__(self, *args: Any, services: Choices, **kwargs: Any) -> None:
        """Offer the services there are, too; what is done comes before who does it."""
        super().__init__(*args, **kwargs)
        offer_choices(self, "service", services)
        self.order_fields(["words", "kind", "service"])

    @property
    def changes(self) -> dict[str, Any]:
        """The cleaned answers as fields of an action."""
        told = self.cleaned_data
        return {
            "words": told["words"],
            "kind": told["kind"],
            "service": told["service"],
            "owner_id": UUID(told["owner"]) if told["owner"] else None,
            "owner_person_id": UUID(told["owner_person"]) if told["owner_person"] else None,
            "owner_words": told["owner_words"],
            "due_on": told["due_on"],
        }


class ActionForm(_Action, OnceForm):
    """A new action."""


class ListedServicesForm(_Owned, OnceForm):
    """Services of somebody's list, to be put on a plan as actions of one person."""

    services = Checkboxes(label="Which services?", choices=[], missing="Choose at least one service")
    goal = Radios(label="For which goal?", choices=[], missing="Choose the goal they are for")

    def __init__(self, *args: Any, services: Choices, goals: Choices, **kwargs: Any) -> None:
        """Offer what is on the list, and the goals the family is working towards."""
        super().__init__(*args, **kwargs)
        self.order_fields(["services", "goal"])
        self.offer("services", services)
        self.offer("goal", goals)


class ActionChangeForm(_Action, VersionForm):
    """An action, changed."""


def action_initial(action: PlanAction) -> Mapping[str, Any]:
    """Give an action's fields as the form asks for them."""
    kind = "practitioner" if action.owner_id else "person" if action.owner_person_id else "outside"
    return {
        "words": action.words,
        "kind": action.kind,
        "service": action.service,
        "owner_kind": kind,
        "owner": str(action.owner_id or ""),
        "owner_person": str(action.owner_person_id or ""),
        "owner_words": action.owner_words,
        "due_on": action.due_on,
        "version": action.version,
    }


class ActionSettleForm(BaseForm):
    """Done, or not done and why."""

    how = Radios(
        label="Was it done?",
        choices=[("done", "Yes"), ("not", "No, and it will not be")],
        missing="Choose yes or no",
    )
    on = Day(label="When was it done?", missing="Write when it was done")
    reason = LongText(label="Why not?", rows=3, missing="Write why it was not done")
    conditions: ClassVar[tuple[Condition, ...]] = (
        given("how", "done").require("on"),
        given("how", "not").require("reason"),
    )


class AgreeForm(BaseForm):
    """When the family agreed its plan, and who."""

    on = Day(label="When did the family agree?", missing="Write when the family agreed")
    with_whom = Text(
        label="Who agreed?",
        hint="Everybody who said yes, children too.",
        max_length=300,
        missing="Write who agreed",
    )


def plan_initial(plan: Plan) -> dict[str, Any]:
    """Give the plan's own words as the form asks for them."""
    names = ("hopes", "contingency", "family_contract", "shape", "version")
    return {name: getattr(plan, name) for name in names}


def latest(form: BaseForm, name: str, day: date) -> None:
    """Let a date be no later than a day."""
    field: Any = form.fields[name]
    field.latest = day
