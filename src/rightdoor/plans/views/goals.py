"""Goals in the family's words, and what is done towards them."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.timezone import localdate

from rightdoor.families.queries import people_of
from rightdoor.plans import actions, queries
from rightdoor.plans.forms.choosing import person_chosen
from rightdoor.plans.forms.plan import (
    ActionChangeForm,
    ActionForm,
    ActionSettleForm,
    GoalChangeForm,
    GoalEndForm,
    GoalForm,
    action_initial,
    latest,
)
from rightdoor.plans.models import PlanAction
from rightdoor.plans.policy import may_write
from rightdoor.plans.views.common import Ask, answer, opened, refused, sent

CURRENT = "plans:plan"


def add_goal(request: HttpRequest, family_id: UUID) -> HttpResponse:
    """Add what the family wants to be different."""
    page = opened(request, family_id, "goal-add")
    members = people_of(page.family)
    form = GoalForm(sent(request), members=members)
    ask = Ask("Add a goal", CURRENT, page.link(CURRENT), draft="goal", submit="Add the goal")
    if not may_write(page.plan, page.who):
        return refused(request, page, ask, may_write(page.plan, page.who))

    def act() -> str:
        told = form.cleaned_data
        actions.add_goal(
            plan=page.plan,
            words=told["words"],
            whose=person_chosen(members, told["whose"]),
            phase=told["phase"],
            start_score=told["start_score"],
            token=form.once,
            by=page.who,
            now=page.now,
        )
        return "The goal has been added."

    return answer(request, page, form, ask, act)


def change_goal(request: HttpRequest, family_id: UUID, goal_id: UUID) -> HttpResponse:
    """Change a goal."""
    page = opened(request, family_id, "goal-change")
    goal = queries.goal_or_404(page.plan, goal_id)
    initial = {"words": goal.words, "whose": goal.whose_id, "phase": goal.phase, "version": goal.version}
    initial |= {"start_score": goal.start_score}
    form = GoalChangeForm(sent(request), initial=initial, members=people_of(page.family))
    ask = Ask("Change a goal", CURRENT, page.link(CURRENT), draft=f"goal-{goal.pk.hex}")
    if not may_write(page.plan, page.who):
        return refused(request, page, ask, may_write(page.plan, page.who))

    def act() -> str:
        actions.change_goal(
            goal=goal, changes=form.changes, version=form.typed_over, by=page.who, now=page.now
        )
        return "The goal has been changed. The earlier wording is kept."

    return answer(request, page, form, ask, act, earlier=queries.wordings_of([goal]))


def end_goal(request: HttpRequest, family_id: UUID, goal_id: UUID) -> HttpResponse:
    """Say that a goal was reached, or left."""
    page = opened(request, family_id, "goal-end")
    goal = queries.goal_or_404(page.plan, goal_id)
    today = localdate(page.now)
    form = GoalEndForm(sent(request), initial={"on": today})
    latest(form, "on", today)
    ask = Ask("Reached, or left", CURRENT, page.link(CURRENT), intro=goal.words)
    if not may_write(page.plan, page.who):
        return refused(request, page, ask, may_write(page.plan, page.who))

    def act() -> str:
        told = form.cleaned_data
        reached = told["how"] == "reached"
        actions.end_goal(
            goal=goal, reached=reached, on=told["on"], reason=told["reason"], by=page.who, now=page.now
        )
        return "The goal is reached." if reached else "The goal has been left."

    return answer(request, page, form, ask, act)


def add_action(request: HttpRequest, family_id: UUID, goal_id: UUID) -> HttpResponse:
    """Add something to be done towards a goal."""
    page = opened(request, family_id, "action-add")
    goal, members = queries.goal_or_404(page.plan, goal_id), people_of(page.family)
    people = queries.owners_to_choose(page.plan)
    form = ActionForm(
        sent(request), members=members, practitioners=people, services=queries.services_to_choose()
    )
    draft = f"action-for-{goal.pk.hex}"
    ask = Ask(
        "Add an action", CURRENT, page.link(CURRENT), draft=draft, submit="Add the action", intro=goal.words
    )
    if not may_write(page.plan, page.who):
        return refused(request, page, ask, may_write(page.plan, page.who))

    def act() -> str:
        told = form.cleaned_data
        actions.add_action(
            goal=goal,
            words=told["words"],
            kind=PlanAction.Kind(told["kind"]),
            service=told["service"],
            owner=next((person for person in people if str(person.pk) == told["owner"]), None),
            owner_person=person_chosen(members, told["owner_person"]),
            owner_words=told["owner_words"],
            due_on=told["due_on"],
            token=form.once,
            by=page.who,
            now=page.now,
        )
        return "The action has been added."

    return answer(request, page, form, ask, act)


def change_action(request: HttpRequest, family_id: UUID, action_id: UUID) -> HttpResponse:
    """Change what is to be done, by whom or by when."""
    page = opened(request, family_id, "action-change")
    action = queries.action_or_404(page.plan, action_id)
    form = ActionChangeForm(
        sent(request),
        initial=dict(action_initial(action)),
        members=people_of(page.family),
        practitioners=queries.owners_to_choose(page.plan, beside=action.owner),
        services=queries.services_to_choose(beside=action.service),
    )
    ask = Ask("Change an action", CURRENT, page.link(CURRENT), draft=f"action-{action.pk.hex}")
    if not may_write(page.plan, page.who):
        return refused(request, page, ask, may_write(page.plan, page.who))

    def act() -> str:
        actions.change_action(
            action=action, changes=form.changes, version=form.typed_over, by=page.who, now=page.now
        )
        return "The action has been changed. The earlier wording is kept."

    return answer(request, page, form, ask, act, earlier=queries.wordings_of([action]))


def settle_action(request: HttpRequest, family_id: UUID, action_id: UUID) -> HttpResponse:
    """Say that an action was done, or why it was not."""
    page = opened(request, family_id, "action-settle")
    action = queries.action_or_404(page.plan, action_id)
    today = localdate(page.now)
    form = ActionSettleForm(sent(request), initial={"on": today})
    latest(form, "on", today)
    ask = Ask("Done, or not done", CURRENT, page.link(CURRENT), intro=action.words)
    if not may_write(page.plan, page.who):
        return refused(request, page, ask, may_write(page.plan, page.who))

    def act() -> str:
        told = form.cleaned_data
        done = told["how"] == "done"
        actions.settle_action(
            action=action, done=done, on=told["on"], reason=told["reason"], by=page.who, now=page.now
        )
        return "The action is done." if done else "It is written down that this was not done."

    return answer(request, page, form, ask, act)
