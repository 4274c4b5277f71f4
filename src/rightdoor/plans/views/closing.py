"""Closing the plan, and the follow-up after."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from rightdoor.access.partnership import due_by
from rightdoor.plans import actions, queries
from rightdoor.plans.forms.choosing import level_name
from rightdoor.plans.forms.lead import CloseForm, FollowUpForm
from rightdoor.plans.forms.plan import latest
from rightdoor.plans.policy import may_follow_up, may_move
from rightdoor.plans.presenters.page import plan_page
from rightdoor.plans.states import State
from rightdoor.plans.views.common import Ask, Page, answer, opened, refused, sent

CURRENT = "plans:lead"


def close(request: HttpRequest, family_id: UUID) -> HttpResponse:
    """Close the plan; or, once it is closed, how it closed and what was heard since."""
    page = opened(request, family_id, "closing")
    if not page.plan.is_open:
        return _closed(request, page)
    day = localdate(due_by("closing-follow-up", page.now))
    form = CloseForm(sent(request), initial={"level": page.plan.level, "followup_on": day})
    ask = Ask("Close the plan", CURRENT, page.link("plans:close"), draft="close", submit="Close the plan")
    if not may_move(page.plan, State.CLOSED, page.who):
        return refused(request, page, ask, may_move(page.plan, State.CLOSED, page.who))

    def act() -> str:
        told = form.cleaned_data
        actions.close_plan(
            plan=page.plan,
            planned=bool(told["planned"]),
            reason=told["reason"],
            level=told["level"],
            followup_on=told["followup_on"] if told["followup"] else None,
            by=page.who,
            now=page.now,
        )
        return "The plan is closed."

    left = queries.open_actions_of(page.plan)
    back = page.link("plans:plan")
    more = {"open_actions": left, "cancel_href": back, "back_href": back}
    return answer(request, page, form, ask, act, template="plans/close.html", **more)


def _closed(request: HttpRequest, page: Page) -> HttpResponse:
    context = plan_page(page.who, page.plan, current=CURRENT, title="How the plan closed") | {
        "may_follow_up": may_follow_up(page.plan, page.who),
        "close_level": level_name(page.plan.close_level),
    }
    return render(request, "plans/closed.html", context)


def follow_up(request: HttpRequest, family_id: UUID) -> HttpResponse:
    """Write down how the family was after closing."""
    page = opened(request, family_id, "follow-up")
    today = localdate(page.now)
    form = FollowUpForm(sent(request), initial={"on": today})
    latest(form, "on", today)
    ask = Ask("How things are since the plan closed", CURRENT, page.link("plans:close"), draft="follow-up")
    if not may_follow_up(page.plan, page.who):
        return refused(request, page, ask, may_follow_up(page.plan, page.who))

    def act() -> str:
        told = form.cleaned_data
        actions.record_followup(plan=page.plan, on=told["on"], note=told["note"], by=page.who, now=page.now)
        return "It is written down. You no longer see this family's record."

    return answer(request, page, form, ask, act)
