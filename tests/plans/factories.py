"""Plans at every stage, for tests: one cast, who holds, who helps, who must never get in."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from rightdoor.access.models import Practitioner
from rightdoor.engines.rules import Band, LevelResult
from rightdoor.engines.story import PersonTold, Story
from rightdoor.families import actions as families
from rightdoor.families.models import Family, Person
from rightdoor.plans import actions
from rightdoor.plans.models import Goal, LeadOffer, Plan
from rightdoor.plans.states import State
from tests.factories import NOW, practitioner

BECAUSE = "families.family:6c1c2f0e-9d0c-4f43-9f43-7a2a7b1c0001"


def story(**more: Any) -> Story:
    """Give a telling of a mother and her small son."""
    told: dict[str, Any] = {
        "people": [
            PersonTold(
                key="mum", part="parent", known_as="Ines", family_name="Quill", sex="F", relation="parent"
            ),
            PersonTold(key="son", part="child", known_as="Teo", family_name="Quill", sex="M"),
        ],
        "worries": "He does not sleep.",
        "strengths": "He loves his nan.",
        "hopes": "Quiet nights.",
        "child_words": "I like the park.",
        "how_things_are": 3,
    }
    return Story(**{**told, **more})


@dataclass
class Cast:
    """Who plays: an officer who shares out work, a supervisor, two leads of theirs, a stranger."""

    officer: Practitioner = field(default_factory=lambda: practitioner("front_door", name="Olu Desk"))
    supervisor: Practitioner = field(default_factory=lambda: practitioner("supervisor", name="Sam Oversee"))
    stranger: Practitioner = field(default_factory=lambda: practitioner("lead", name="Kit Stranger"))

    def __post_init__(self) -> None:
        """Make the two leads that the supervisor supervises."""
        self.lead = practitioner("lead", name="Lena Holder", supervisor=self.supervisor)
        self.other = practitioner("lead", name="Omar Next", supervisor=self.supervisor)


@dataclass
class Scene:
    """A family, its people by key of the story, and its plan."""

    cast: Cast
    family: Family
    people: dict[str, Person]
    plan: Plan

    @property
    def assessment(self) -> Any:
        """The plan's assessment."""
        return self.plan.assessments.get()


def offered(cast: Cast, told: Story | None = None, **more: Any) -> tuple[LeadOffer, dict[str, Person]]:
    """Take a story in and ask the lead to hold the family."""
    told = told or story()
    admitted = families.admit(
        story=told, matches={}, family=None, told_by="The request", because=BECAUSE, by=cast.officer, now=NOW
    )
    ids: dict[str, UUID] = admitted.ids
    offer = actions.offer_lead(
        family=admitted.family,
        to=more.pop("to", cast.lead),
        story=told,
        people=ids,
        because=BECAUSE,
        note="Please ring before you visit.",
        by=cast.officer,
        now=NOW,
        **more,
    )
    return offer, admitted.people


def opened(told: Story | None = None, cast: Cast | None = None) -> Scene:
    """Open a plan: the lead has said yes."""
    cast = cast or Cast()
    offer, people = offered(cast, told)
    plan = actions.answer_lead_offer(offer=offer, accept=True, reason="", by=cast.lead, now=NOW)
    assert plan is not None
    return Scene(cast, plan.family, people, plan)


def advice(code: str = "3") -> LevelResult:
    """Give what the rules advise, without asking them."""
    band = Band(
        code=code, order=int(code), name=f"Level {code}", means="", response="", default=False, ways=()
    )
    return LevelResult((), "levels", band, ())


def agreed(told: Story | None = None, now: datetime = NOW) -> tuple[Scene, Goal]:
    """Give a plan that has been assessed, has one goal and is agreed."""
    scene = opened(told)
    lead = scene.cast.lead
    actions.complete_assessment(
        assessment=scene.assessment, level="3", took_part="Ines", advice=advice(), by=lead, now=now
    )
    goal = actions.add_goal(plan=scene.plan, words="We all sleep", start_score=2, by=lead, now=now)
    actions.agree_plan(plan=scene.plan, on=now.date(), with_whom="Ines Quill", by=lead, now=now)
    assert scene.plan.state == State.ACTIVE
    return scene, goal


def later(days: int) -> datetime:
    """Give the same time of day, so many days on."""
    return NOW + timedelta(days=days)
