"""Who holds the plan, who held it before, and handing it on; stepping help up and down."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST, require_safe

from rightdoor.access.policy import Refused
from rightdoor.families.queries import family_or_404
from rightdoor.plans import actions, queries
from rightdoor.plans.forms.choosing import level_name
from rightdoor.plans.forms.lead import HandoverForm, ResumeForm, StepDownForm, StepUpForm
from rightdoor.plans.forms.plan import latest
from rightdoor.plans.policy import may_hand_over, may_move, may_steer, may_withdraw
from rightdoor.plans.presenters.page import plan_page
from rightdoor.plans.states import STATES, State, may_become
from rightdoor.plans.views.common import Ask, answer, opened, refused, sent, worker

CURRENT = "plans:lead"


@require_safe
def lead(request: HttpRequest, family_id: UUID) -> HttpResponse:
    """Who holds the plan now, who did before, and every step it took."""
    page = opened(request, family_id, "lead")
    offers = queries.handovers_of(page.plan)
    waiting = next((offer for offer in offers if not offer.answer), None)
    state = State(page.plan.state)
    context = plan_page(page.who, page.plan, current=CURRENT, title="Lead and steps") | {
        "load": queries.caseload(page.plan.lead),
        "own": page.plan.lead_id == page.who.pk,
        "turns": queries.turns_of(page.plan),
        "offers": [offer for offer in offers if offer.answer],
        "waiting": waiting,
        "may_withdraw": bool(waiting and may_withdraw(waiting, page.who)),
        "may_hand_over": may_hand_over(page.plan, page.who, localdate(page.now)),
        "steps": [
            {"step": step, "words": STATES[State(step.after)].words, "level": level_name(step.level)}
            for step in reversed(queries.steps_of(page.plan))
        ],
        "may_step_up": may_become(state, State.STEPPED_UP),
        "may_step_down": may_become(state, State.STEPPING_DOWN),
        "may_resume": state is State.STEPPING_DOWN,
    }
    return render(request, "plans/lead.html", context)


def hand_over(request: HttpRequest, family_id: UUID) -> HttpResponse:
    """Offer the plan to another lead."""
    page = opened(request, family_id, "handover-offer")
    leads = queries.leads_to_choose(
        page.plan.lead, words=request.POST.get("to_words", "")[:100], chosen=request.POST.get("to", "")
    )
    loads = queries.caseloads(leads)
    form = HandoverForm(sent(request), leads=[(to, loads[to.pk].words) for to in leads])
    ask = Ask("Hand the plan over", CURRENT, page.link(CURRENT), draft="handover", submit="Offer the plan")
    ruling = may_hand_over(page.plan, page.who, localdate(page.now))
    if not ruling:
        return refused(request, page, ask, ruling)

    def act() -> str:
        told = form.cleaned_data
        to = next(lead for lead in leads if str(lead.pk) == told["to"])
        actions.offer_handover(
            plan=page.plan,
            to=to,
            reason=told["reason"],
            note=told["note"],
            giver_stays=told["giver_stays"],
            over_limit_reason=told["over_limit_reason"],
            token=form.once,
            by=page.who,
            now=page.now,
        )
        return f"The plan has been offered to {to}. {page.plan.lead} holds it until they say yes."

    return answer(request, page, form, ask, act)


@require_POST
def withdraw(request: HttpRequest, family_id: UUID, offer_id: UUID) -> HttpResponse:
    """Take an offer back before it is answered."""
    page = opened(request, family_id, "handover-withdraw")
    offer = next((offer for offer in queries.handovers_of(page.plan) if offer.pk == offer_id), None)
    if offer is None:
        raise Http404
    offer.plan = page.plan
    try:
        actions.withdraw_handover(offer=offer, reason="", by=page.who, now=page.now)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "The offer has been taken back.")
    return redirect(page.link(CURRENT))


@require_POST
def withdraw_lead_offer(request: HttpRequest, family_id: UUID) -> HttpResponse:
    """Take back the offer to become lead, so that somebody else can be asked."""
    who, now = worker(request), timezone.now()
    family = family_or_404(who, family_id)
    offer = queries.lead_offer_waiting(family)
    if offer is None:
        raise Http404
    try:
        actions.withdraw_lead_offer(offer=offer, reason="", by=who, now=now)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, f"{offer.to} is no longer asked to lead. Somebody else can be asked.")
    return redirect("plans:plan", family_id=family.pk)


def step_up(request: HttpRequest, family_id: UUID) -> HttpResponse:
    """Add oversight; plan and lead stay."""
    page = opened(request, family_id, "step-up")
    overseers = queries.supervisors_to_choose()
    form = StepUpForm(sent(request), initial={"level": page.plan.level}, overseers=overseers)
    intro = "The plan, its goals and its lead professional stay. A supervisor's oversight is added."
    ask = Ask("Step help up", CURRENT, page.link(CURRENT), draft="step-up", submit="Step up", intro=intro)
    if not may_move(page.plan, State.STEPPED_UP, page.who):
        return refused(request, page, ask, may_move(page.plan, State.STEPPED_UP, page.who))

    def act() -> str:
        told = form.cleaned_data
        overseer = next(person for person in overseers if str(person.pk) == told["overseer"])
        actions.step_up(
            plan=page.plan,
            overseer=overseer,
            level=told["level"],
            reason=told["reason"],
            by=page.who,
            now=page.now,
        )
        return f"Help has stepped up. {overseer} oversees the plan."

    return answer(request, page, form, ask, act)


def step_down(request: HttpRequest, family_id: UUID) -> HttpResponse:
    """Step help down, once the family has agreed again."""
    page = opened(request, family_id, "step-down")
    today = localdate(page.now)
    form = StepDownForm(sent(request), initial={"level": page.plan.level, "agreed_on": today})
    latest(form, "agreed_on", today)
    intro = "The family is asked again whether it agrees to the help."
    ask = Ask(
        "Step help down", CURRENT, page.link(CURRENT), draft="step-down", submit="Step down", intro=intro
    )
    if not may_move(page.plan, State.STEPPING_DOWN, page.who):
        return refused(request, page, ask, may_move(page.plan, State.STEPPING_DOWN, page.who))

    def act() -> str:
        told = form.cleaned_data
        names = ("level", "reason", "agreed_with", "how", "agreed_on")
        actions.step_down(
            plan=page.plan,
            after=State(told["after"]),
            agreed=bool(told["agreed"]),
            by=page.who,
            now=page.now,
            **{name: told[name] for name in names},
        )
        return "Help has stepped down."

    return answer(request, page, form, ask, act)


def resume(request: HttpRequest, family_id: UUID) -> HttpResponse:
    """Go back to the full plan."""
    page = opened(request, family_id, "resume")
    form = ResumeForm(sent(request), initial={"level": page.plan.level})
    ask = Ask("Back to the full plan", CURRENT, page.link(CURRENT), submit="Back to the full plan")
    if not may_steer(page.plan, page.who):
        return refused(request, page, ask, may_steer(page.plan, page.who))

    def act() -> str:
        told = form.cleaned_data
        actions.resume(plan=page.plan, level=told["level"], reason=told["reason"], by=page.who, now=page.now)
        return "Help is back to the full plan."

    return answer(request, page, form, ask, act)
