"""The family's plan: its page, its print, its own words, and the family's agreement."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from rightdoor.families.presenters import family_page
from rightdoor.families.queries import family_or_404
from rightdoor.plans import actions, queries
from rightdoor.plans.forms.plan import AgreeForm, PlanForm, latest, plan_initial
from rightdoor.plans.policy import may_agree, may_withdraw_lead_offer, may_write
from rightdoor.plans.presenters.page import plan_page
from rightdoor.plans.presenters.plan import own_words, phases, too_many
from rightdoor.plans.views.common import Ask, answer, looked, opened, refused, sent, worker

CURRENT = "plans:plan"


@require_safe
def plan(request: HttpRequest, family_id: UUID) -> HttpResponse:
    """Goals, who does what by when, hopes, contingency; or that there is no plan yet."""
    who, now = worker(request), timezone.now()
    family = family_or_404(who, family_id)
    looked(request, family, "plan", now)
    held = queries.plan_of(family)
    if held is None:
        offer = queries.lead_offer_waiting(family)
        may_withdraw = bool(offer and may_withdraw_lead_offer(offer, who))
        context = family_page(family, current=CURRENT, title="Plan")
        return render(request, "plans/none.html", context | {"offer": offer, "may_withdraw": may_withdraw})
    goals = queries.goals_of(held)
    assessed = held.assessments.filter(completed_at__isnull=False).exists()
    context = plan_page(who, held, current=CURRENT, title="Plan") | {
        "phases": phases(goals, localdate(now), queries.pages_named(goals)),
        "too_many": too_many(goals),
        "own_words": own_words(held),
        "may_agree": may_agree(held, who, assessed=assessed, goals=len(goals)),
        "earlier_plans": queries.earlier_plans(held),
    }
    return render(request, "plans/plan.html", context)


@require_safe
def print_plan(request: HttpRequest, family_id: UUID) -> HttpResponse:
    """The plan in plain words, for the family to keep."""
    page = opened(request, family_id, "plan-print")
    goals = [goal for goal in queries.goals_of(page.plan) if goal.is_open]
    context = plan_page(page.who, page.plan, current=CURRENT, title="Our plan") | {
        "phases": phases(goals, localdate(page.now), {}),
        "team": queries.team_of(page.plan),
        "back_href": page.link(CURRENT),
        "today": page.now,
    }
    return render(request, "plans/print.html", context)


def write(request: HttpRequest, family_id: UUID) -> HttpResponse:
    """Change the plan's own words."""
    page = opened(request, family_id, "plan-write")
    form = PlanForm(sent(request), initial=plan_initial(page.plan))
    ask = Ask("The plan in words", CURRENT, page.link(CURRENT), draft="plan")
    if not may_write(page.plan, page.who):
        return refused(request, page, ask, may_write(page.plan, page.who))

    def act() -> str:
        actions.write_plan(
            plan=page.plan, changes=form.changes, version=form.typed_over, by=page.who, now=page.now
        )
        return "The plan has been saved."

    return answer(request, page, form, ask, act, earlier=queries.wordings_of([page.plan]))


def agree(request: HttpRequest, family_id: UUID) -> HttpResponse:
    """Record that the family agreed its plan."""
    page = opened(request, family_id, "plan-agree")
    form = AgreeForm(sent(request))
    latest(form, "on", localdate(page.now))
    ask = Ask("The family agrees its plan", CURRENT, page.link(CURRENT), submit="Record the agreement")
    assessed = page.plan.assessments.filter(completed_at__isnull=False).exists()
    ruling = may_agree(page.plan, page.who, assessed=assessed, goals=page.plan.goals.count())
    if not ruling:
        return refused(request, page, ask, ruling)

    def act() -> str:
        told = form.cleaned_data
        actions.agree_plan(
            plan=page.plan, on=told["on"], with_whom=told["with_whom"], by=page.who, now=page.now
        )
        return "The family has agreed its plan. The first review is booked."

    return answer(request, page, form, ask, act)
