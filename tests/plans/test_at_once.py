"""Two people at once: who changes a plan holds it, and nobody is given what another made."""

from collections.abc import Callable
from uuid import UUID

import pytest
from django.db import connection
from django.db.models import Model
from django.test.utils import CaptureQueriesContext

from rightdoor.access.models import Practitioner
from rightdoor.access.policy import Refused
from rightdoor.plans import actions
from rightdoor.plans.actions import Scored, Told
from rightdoor.plans.models import Entry, Goal
from tests.factories import NOW
from tests.plans.factories import BECAUSE, Cast, Scene, agreed, later, offered, story

pytestmark = pytest.mark.django_db
TOKEN = UUID("0b8f1f5e-95f9-4f57-9a1b-5d6b6f0a0101")
Doing = Callable[[Scene, Goal, Practitioner], Model]


def close(scene: Scene) -> None:
    told = {"planned": True, "reason": "Done", "level": "1", "followup_on": None}
    actions.close_plan(plan=scene.plan, by=scene.cast.lead, now=NOW, **told)


LOCKING: dict[str, Callable[[Scene], object]] = {
    "invite": lambda s: actions.invite(plan=s.plan, name="Nan", by=s.cast.lead, now=NOW),
    "meet": lambda s: actions.plan_meeting(plan=s.plan, planned_for=later(2), by=s.cast.lead, now=NOW),
    "hand over": lambda s: actions.offer_handover(
        plan=s.plan, to=s.cast.other, reason="Leave", by=s.cast.lead, now=NOW
    ),
    "step up": lambda s: actions.step_up(
        plan=s.plan, overseer=s.cast.supervisor, level="4", reason="Worse", by=s.cast.lead, now=NOW
    ),
    "close": close,
}


def held_rows(doing: Callable[[], object]) -> list[str]:
    with CaptureQueriesContext(connection) as made:
        doing()
    return [query["sql"] for query in made if "FOR NO KEY UPDATE" in query["sql"]]


@pytest.mark.parametrize("name", LOCKING)
def test_whoever_changes_who_sees_a_plan_holds_the_plan_first(name: str):
    if not connection.features.has_select_for_no_key_update:
        pytest.skip("SQLite has one writer at a time, and so no rows to hold")
    scene, _ = agreed()
    assert any("plans_plan" in sql for sql in held_rows(lambda: LOCKING[name](scene)))


def test_whoever_asks_for_a_lead_holds_the_family_first():
    if not connection.features.has_select_for_no_key_update:
        pytest.skip("SQLite has one writer at a time, and so no rows to hold")
    cast = Cast()
    offer, _ = offered(cast)
    actions.withdraw_lead_offer(offer=offer, reason="", by=cast.officer, now=NOW)
    told = {"family": offer.family, "to": cast.other, "story": story(), "because": BECAUSE, "note": ""}
    rows = held_rows(lambda: actions.offer_lead(by=cast.officer, now=NOW, **told))
    assert any("families_family" in sql for sql in rows)


MAKING: dict[str, Doing] = {
    "goal": lambda s, g, by: actions.add_goal(plan=s.plan, words="G", by=by, now=NOW, token=TOKEN),
    "action": lambda s, g, by: actions.add_action(
        goal=g, words="A", owner_words="Nan", by=by, now=NOW, token=TOKEN
    ),
    "entry": lambda s, g, by: actions.add_entry(
        assessment=s.assessment, kind=Entry.Kind.WORRY, text="W", by=by, now=NOW, token=TOKEN
    ),
    "rating": lambda s, g, by: actions.rate(
        assessment=s.assessment, scale="safety", score=3, said_by="Ines", by=by, now=NOW, token=TOKEN
    ),
    "member": lambda s, g, by: actions.invite(plan=s.plan, name="Nan", by=by, now=NOW, token=TOKEN),
    "meeting": lambda s, g, by: actions.plan_meeting(
        plan=s.plan, planned_for=later(2), by=by, now=NOW, token=TOKEN
    ),
    "review": lambda s, g, by: actions.hold_review(
        plan=s.plan,
        on=NOW.date(),
        told=Told(with_whom="All"),
        scores={g.pk: Scored(3)},
        level="2",
        by=by,
        now=NOW,
        token=TOKEN,
    ),
}


@pytest.mark.parametrize("name", MAKING)
def test_a_form_sent_by_another_makes_their_own_and_sent_again_makes_nothing(name: str):
    scene, goal = agreed()
    make, cast = MAKING[name], scene.cast
    first, again = make(scene, goal, cast.lead), make(scene, goal, cast.lead)
    assert again.pk == first.pk
    assert make(scene, goal, cast.supervisor).pk != first.pk


def test_an_offer_is_not_given_to_another_who_sends_the_same_form():
    scene, _ = agreed()
    told = {"plan": scene.plan, "to": scene.cast.other, "reason": "Leave", "now": NOW, "token": TOKEN}
    actions.offer_handover(by=scene.cast.lead, **told)
    with pytest.raises(Refused):
        actions.offer_handover(by=scene.cast.stranger, **told)
