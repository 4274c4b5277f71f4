"""Reviews: this time beside the last, and how far each goal has come."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from rightdoor.plans import actions, queries
from rightdoor.plans.actions import Scored, Told
from rightdoor.plans.forms.plan import latest
from rightdoor.plans.forms.reviews import ReviewForm, score_name, words_name
from rightdoor.plans.policy import may_review
from rightdoor.plans.presenters.clocks import review_clock
from rightdoor.plans.presenters.page import plan_page
from rightdoor.plans.presenters.reviews import goal_rows, picture, review_title, side_by_side
from rightdoor.plans.views.common import Ask, answer, opened, refused, sent

CURRENT = "plans:reviews"


@require_safe
def reviews(request: HttpRequest, family_id: UUID) -> HttpResponse:
    """Every review, the last two side by side."""
    page = opened(request, family_id, "reviews")
    goals, held = queries.goals_of(page.plan), queries.reviews_of(page.plan)
    last, before = (held[-1] if held else None), (held[-2] if held[1:] else None)
    context = plan_page(page.who, page.plan, current=CURRENT, title="Reviews") | {
        "clock": review_clock(page.plan, page.now),
        "may_review": may_review(page.plan, page.who),
        "picture": picture(page.plan, goals),
        "goal_rows": goal_rows(goals),
        "reviews": list(reversed(held)),
        "last_title": review_title(last) if last else "",
        "before_title": review_title(before) if before else "At the start",
        "sides": side_by_side(last, before, goals) if last else [],
    }
    return render(request, "plans/reviews.html", context)


def hold(request: HttpRequest, family_id: UUID) -> HttpResponse:
    """Review the plan with the family, with the last review in view."""
    page = opened(request, family_id, "review-hold")
    goals, held = queries.goals_of(page.plan), queries.reviews_of(page.plan)
    open_goals = [goal for goal in goals if goal.is_open]
    today = localdate(page.now)
    initial = {"on": today, "level": page.plan.level}
    form = ReviewForm(sent(request), initial=initial, goals=open_goals)
    latest(form, "on", today)
    ask = Ask("Review the plan", CURRENT, page.link(CURRENT), draft="review", submit="Save the review")
    if not may_review(page.plan, page.who):
        return refused(request, page, ask, may_review(page.plan, page.who))

    def act() -> str:
        told = form.cleaned_data
        names = ("with_whom", "went_well", "still_hard", "child_words", "next_steps")
        actions.hold_review(
            plan=page.plan,
            on=told["on"],
            told=Told(**{name: told[name] for name in names}),
            scores={goal.pk: Scored(told[score_name(goal)], told[words_name(goal)]) for goal in open_goals},
            level=told["level"],
            token=form.once,
            by=page.who,
            now=page.now,
        )
        return "The review has been saved and the next one is booked."

    last = held[-1] if held else None
    return answer(
        request,
        page,
        form,
        ask,
        act,
        template="plans/review.html",
        last=last,
        goal_rows=goal_rows(open_goals),
    )
