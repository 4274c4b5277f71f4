"""Services of a practitioner's own list, put on the plan of a family they may write to."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from rightdoor.directory.queries.shortlist import told_in_order
from rightdoor.directory.shortlist import kept_in
from rightdoor.engines.listings import Listing
from rightdoor.families.queries import people_of
from rightdoor.plans import actions, queries
from rightdoor.plans.forms.choosing import person_chosen
from rightdoor.plans.forms.plan import ListedServicesForm
from rightdoor.plans.policy import may_write
from rightdoor.plans.views.common import Ask, answer, opened, refused, sent, worker
from rightdoor.ui.words import plural

CURRENT = "plans:plan"
EMPTY = "Nothing on your list can be put on a plan. Find services first, and keep them on your list."
NO_GOAL = "Write at least one goal in the family's words first: what a service is to help with."


@require_safe
def choose_plan(request: HttpRequest) -> HttpResponse:
    """Choose the plan that what is on the list goes on."""
    who = worker(request)
    context = {
        "title": "Put these on a plan",
        "services": _listed(request),
        "held": queries.held_by(who),
        "helped": queries.helped_by(who),
    }
    return render(request, "plans/kept.html", context)


def add(request: HttpRequest, family_id: UUID) -> HttpResponse:
    """Choose which services, for which goal, and who gets in touch with them."""
    page = opened(request, family_id, "kept-add")
    listed, members = _listed(request), people_of(page.family)
    people, goals = queries.owners_to_choose(page.plan), [g for g in queries.goals_of(page.plan) if g.is_open]
    planned = {action.service for action in queries.open_actions_of(page.plan)}
    form = ListedServicesForm(
        sent(request),
        members=members,
        practitioners=people,
        services=[(one.slug, _label(one, planned)) for one in listed],
        goals=[(str(goal.pk), goal.words) for goal in goals],
        initial={"services": [one.slug for one in listed if one.slug not in planned]},
    )
    ask = Ask("Put services on the plan", CURRENT, page.link(CURRENT), submit="Put them on the plan")
    if not may_write(page.plan, page.who):
        return refused(request, page, ask, may_write(page.plan, page.who))
    if not (listed and goals):
        messages.info(request, NO_GOAL if listed else EMPTY)
        return redirect(page.link("plans:goal-add") if listed else "plans:kept")

    def act() -> str:
        told = form.cleaned_data
        added = actions.add_services(
            goal=next(goal for goal in goals if str(goal.pk) == told["goal"]),
            services=[(one.slug, one.name) for one in listed if one.slug in told["services"]],
            owner=next((person for person in people if str(person.pk) == told["owner"]), None),
            owner_person=person_chosen(members, told["owner_person"]),
            owner_words=told["owner_words"],
            due_on=told["due_on"],
            token=form.once,
            by=page.who,
            now=page.now,
        )
        return f"{plural(len(added), 'service')} put on the plan."

    return answer(request, page, form, ask, act)


def _listed(request: HttpRequest) -> list[Listing]:
    return [entry for _, entry in told_in_order(kept_in(request.COOKIES)) if entry]


def _label(entry: Listing, planned: set[str]) -> str:
    return f"{entry.name} (on the plan already)" if entry.slug in planned else entry.name
