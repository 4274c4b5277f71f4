"""Writing the assessment, the plan and its reviews: nothing lost, nothing twice."""

import uuid
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from rightdoor.access.editing import Conflict
from rightdoor.access.policy import Refused
from rightdoor.plans import actions
from rightdoor.plans.actions import Scored, Told
from rightdoor.plans.models import Entry, GoalScore, PlanAction, Wording
from rightdoor.plans.queries import entries_of, reviews_of, wordings_of
from rightdoor.plans.states import State
from tests.factories import NOW
from tests.plans.factories import Scene, advice, agreed, later, opened

pytestmark = pytest.mark.django_db
TOKEN = uuid.UUID("0b8f1f5e-95f9-4f57-9a1b-5d6b6f0a0002")


def entry(scene: Scene, text: str = "She is kind", **more: object) -> Entry:
    return actions.add_entry(
        assessment=scene.assessment,
        kind=Entry.Kind.STRENGTH,
        text=text,
        person=scene.people["mum"],
        said_by="Her mother",
        by=scene.cast.lead,
        now=NOW,
        **more,
    )


def change(written: Entry, text: str, version: int, by: object) -> Entry:
    return actions.change_entry(
        entry=written, text=text, said_by="", person=None, version=version, by=by, now=later(1)
    )


def test_an_entry_sent_twice_is_written_once():
    scene = opened()
    assert entry(scene, token=TOKEN) == entry(scene, token=TOKEN)


def test_the_second_of_two_editors_is_shown_both_texts_and_the_first_stays():
    scene = opened()
    written = entry(scene)
    change(written, "First", 1, scene.cast.lead)
    with pytest.raises(Conflict) as clash:
        change(written, "Second", 1, scene.cast.supervisor)
    assert (clash.value.theirs["text"], clash.value.yours["text"]) == ("First", "Second")
    assert Entry.objects.get(pk=written.pk).text == "First"


def test_every_wording_an_entry_ever_had_is_kept():
    scene = opened()
    written = entry(scene)
    change(written, "First", 1, scene.cast.lead)
    change(written, "Second", 2, scene.cast.lead)
    assert [w.fields["text"] for w in wordings_of([written])] == ["First", "She is kind"]


def test_an_entry_taken_out_is_kept_and_can_be_put_back():
    scene = opened()
    written = entry(scene)
    actions.remove_entry(entry=written, version=1, by=scene.cast.lead, now=NOW)
    assert written in entries_of(scene.assessment, removed=True)
    actions.restore_entry(entry=written, by=scene.cast.lead, now=NOW)
    assert written in entries_of(scene.assessment)


def test_a_stranger_cannot_write():
    scene = opened()
    scene.cast.lead = scene.cast.stranger
    with pytest.raises(Refused, match="Only the lead professional and the team"):
        entry(scene)


def test_ratings_are_added_and_never_written_over():
    scene = opened()
    for score in (2, 9):
        actions.rate(
            assessment=scene.assessment,
            scale="safety",
            score=score,
            said_by="Ines",
            by=scene.cast.lead,
            now=NOW,
        )
    assert [r.score for r in scene.assessment.ratings.filter(scale="safety")] == [2, 9]


def test_a_level_other_than_the_one_advised_needs_a_reason():
    scene = opened()
    told = {"assessment": scene.assessment, "took_part": "All", "by": scene.cast.lead, "now": NOW}
    with pytest.raises(Refused, match="Say why the level"):
        actions.complete_assessment(level="2", advice=advice("3"), **told)
    done = actions.complete_assessment(level="2", level_why="Nan helps", advice=advice("3"), **told)
    assert (done.level, done.level_advised) == ("2", "3")


def test_an_assessment_is_finished_once():
    scene, _ = agreed()
    with pytest.raises(Refused, match="already finished"):
        actions.complete_assessment(
            assessment=scene.assessment,
            level="3",
            took_part="",
            advice=advice(),
            by=scene.cast.lead,
            now=NOW,
        )


def test_a_plan_is_agreed_only_once_assessed_and_with_a_goal():
    scene = opened()
    told = {"plan": scene.plan, "on": NOW.date(), "with_whom": "Ines", "by": scene.cast.lead, "now": NOW}
    with pytest.raises(Refused, match="Finish the assessment first"):
        actions.agree_plan(**told)
    actions.complete_assessment(
        assessment=scene.assessment,
        level="3",
        took_part="Ines",
        advice=advice(),
        by=scene.cast.lead,
        now=NOW,
    )
    with pytest.raises(Refused, match="at least one goal"):
        actions.agree_plan(**told)


def test_agreeing_makes_the_plan_active_and_books_the_first_review():
    scene, _ = agreed()
    assert scene.plan.state == State.ACTIVE
    assert scene.plan.review_by.date() == NOW.date() + timedelta(weeks=6)


def test_a_plan_that_follows_a_shape_is_reviewed_as_often_as_the_shape_says():
    scene = opened()
    lead = scene.cast.lead
    actions.write_plan(
        plan=scene.plan, changes={"shape": "safer-stronger-families"}, version=1, by=lead, now=NOW
    )
    actions.complete_assessment(
        assessment=scene.assessment, level="3", took_part="", advice=advice(), by=lead, now=NOW
    )
    actions.add_goal(plan=scene.plan, words="Sleep", by=lead, now=NOW)
    plan = actions.agree_plan(plan=scene.plan, on=NOW.date(), with_whom="Ines", by=lead, now=NOW)
    assert plan.review_by.date() == NOW.date() + timedelta(weeks=4)


def test_an_action_needs_somebody_to_do_it():
    scene, goal = agreed()
    with pytest.raises(Refused, match="who will do this"):
        actions.add_action(goal=goal, words="Ring", by=scene.cast.lead, now=NOW)
    with pytest.raises(IntegrityError), transaction.atomic():
        PlanAction.objects.create(goal=goal, words="Ring")


def test_an_action_not_done_needs_a_reason_and_then_waits_no_more():
    scene, goal = agreed()
    ring = actions.add_action(goal=goal, words="Ring", owner_words="Nan", by=scene.cast.lead, now=NOW)
    with pytest.raises(Refused, match="Say why"):
        actions.settle_action(action=ring, done=False, by=scene.cast.lead, now=NOW)
    actions.settle_action(action=ring, done=False, reason="No answer", by=scene.cast.lead, now=NOW)
    assert not ring.is_open


def test_marking_an_action_done_twice_changes_once():
    scene, goal = agreed()
    ring = actions.add_action(goal=goal, words="Ring", owner_words="Nan", by=scene.cast.lead, now=NOW)
    actions.settle_action(action=ring, done=True, on=date(2026, 11, 24), by=scene.cast.lead, now=later(1))
    actions.settle_action(action=ring, done=True, on=date(2026, 11, 30), by=scene.cast.lead, now=later(7))
    assert (ring.done_on, ring.version) == (date(2026, 11, 24), 2)


def test_a_goal_the_family_leaves_needs_a_reason():
    scene, goal = agreed()
    with pytest.raises(Refused, match="leaving this goal"):
        actions.end_goal(goal=goal, reached=False, on=NOW.date(), by=scene.cast.lead, now=NOW)


def test_two_editors_of_the_plan_lose_no_word():
    scene = opened()
    told = {"plan": scene.plan, "version": 1, "now": NOW}
    actions.write_plan(changes={"hopes": "Hers"}, by=scene.cast.lead, **told)
    with pytest.raises(Conflict):
        actions.write_plan(changes={"hopes": "His"}, by=scene.cast.supervisor, **told)
    assert Wording.objects.get().fields == {"hopes": "Quiet nights."}


def review(scene: Scene, goal: object, score: int, days: int, **more: object):
    return actions.hold_review(
        plan=scene.plan,
        on=later(days).date(),
        told=Told(with_whom="Ines", child_words="I sleep now"),
        scores={goal.pk: Scored(score, "Better")},
        level="2",
        by=scene.cast.lead,
        now=later(days),
        **more,
    )


def test_a_review_scores_each_goal_and_books_the_next():
    scene, goal = agreed()
    review(scene, goal, 5, 40)
    assert scene.plan.review_by.date() == later(40).date() + timedelta(weeks=6)
    assert (scene.plan.level, GoalScore.objects.get().score) == ("2", 5)


def test_a_review_sent_twice_is_kept_once():
    scene, goal = agreed()
    review(scene, goal, 5, 40, token=TOKEN)
    review(scene, goal, 5, 40, token=TOKEN)
    assert len(reviews_of(scene.plan)) == 1


def test_a_goal_of_another_plan_cannot_be_scored():
    scene, _ = agreed()
    _, other = agreed()
    with pytest.raises(Refused, match="another plan"):
        review(scene, other, 5, 40)


def test_there_is_nothing_to_review_before_the_plan_is_agreed():
    scene = opened()
    goal = actions.add_goal(plan=scene.plan, words="Sleep", by=scene.cast.lead, now=NOW)
    with pytest.raises(Refused, match="nothing to review"):
        review(scene, goal, 5, 40)


def test_the_database_refuses_a_score_above_ten():
    scene, goal = agreed()
    kept = review(scene, goal, 5, 40)
    with pytest.raises(IntegrityError), transaction.atomic():
        GoalScore.objects.filter(review=kept).update(score=11)
