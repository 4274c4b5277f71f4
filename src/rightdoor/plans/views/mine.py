"""My families, what I have been asked to take on, and the leads I supervise."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from rightdoor.access.permissions import Permission
from rightdoor.access.policy import Refused, check_may
from rightdoor.plans import actions, queries
from rightdoor.plans.forms.choosing import level_name
from rightdoor.plans.forms.lead import AnswerForm
from rightdoor.plans.models import Handover, LeadOffer
from rightdoor.plans.presenters.mine import closed_rows, family_lines, told_rows
from rightdoor.plans.views.common import looked, sent, worker


@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """The families I lead, and those whose team I am in."""
    who, now = worker(request), timezone.now()
    context = {
        "title": "My families",
        "load": queries.caseload(who),
        "held": family_lines(queries.held_by(who), now),
        "helped": family_lines(queries.helped_by(who), now),
        "offers": queries.offers_waiting(who, now),
        "supervises": who.may(Permission.PLAN_SUPERVISE),
        "wide": True,
    }
    return render(request, "plans/mine.html", context)


@require_safe
def offers(request: HttpRequest) -> HttpResponse:
    """What I have been asked to take on."""
    waiting = queries.offers_waiting(worker(request), timezone.now())
    return render(request, "plans/offers.html", {"title": "Waiting for your answer", "offers": waiting})


def offer(request: HttpRequest, offer_id: UUID) -> HttpResponse:
    """Read what the request told, and say yes or no to becoming lead."""
    who, now = worker(request), timezone.now()
    held = queries.lead_offer_or_404(who, offer_id)
    looked(request, held.family, "offer", now)
    form = AnswerForm(sent(request))
    if request.method == "POST" and form.is_valid():
        yes = form.cleaned_data["answer"] == "yes"
        try:
            actions.answer_lead_offer(
                offer=held, accept=yes, reason=form.cleaned_data["reason"], by=who, now=now
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return _answered(request, held, yes=yes)
    return _offer_page(request, held, form, told=told_rows(held))


def handover(request: HttpRequest, offer_id: UUID) -> HttpResponse:
    """Say yes or no to taking a plan over."""
    who, now = worker(request), timezone.now()
    held = queries.handover_or_404(who, offer_id)
    looked(request, held.plan.family, "handover", now)
    form = AnswerForm(sent(request))
    if request.method == "POST" and form.is_valid():
        yes = form.cleaned_data["answer"] == "yes"
        try:
            actions.answer_handover(
                offer=held, accept=yes, reason=form.cleaned_data["reason"], by=who, now=now
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return _answered(request, held, yes=yes)
    return _offer_page(request, held, form, level=level_name(held.plan.level))


def _answered(request: HttpRequest, held: LeadOffer | Handover, *, yes: bool) -> HttpResponse:
    family = held.family if isinstance(held, LeadOffer) else held.plan.family
    if yes:
        messages.success(request, f"You are now lead professional for {family}.")
        return redirect(
            "plans:assessment" if isinstance(held, LeadOffer) else "plans:plan", family_id=family.pk
        )
    messages.success(request, "Your answer has been passed on.")
    return redirect("plans:mine")


def _offer_page(
    request: HttpRequest, held: LeadOffer | Handover, form: AnswerForm, **more: object
) -> HttpResponse:
    family = held.family if isinstance(held, LeadOffer) else held.plan.family
    context = {
        "title": "Become lead professional" if isinstance(held, LeadOffer) else "Take over a plan",
        "caption": family.name,
        "offer": held,
        "family": family,
        "form": form,
        "load": queries.caseload(held.to),
        **more,
    }
    return render(request, "plans/offer.html", context, status=422 if form.is_bound and form.errors else 200)


@require_safe
def supervision(request: HttpRequest) -> HttpResponse:
    """The leads I supervise: what each holds against their limit, and what is late."""
    who, now = worker(request), timezone.now()
    check_may(who, Permission.PLAN_SUPERVISE)
    context = {
        "title": "My team",
        "lines": queries.team_lines(who, now),
        "overdue": family_lines(queries.overdue_plans(who, now), now),
        "closed": closed_rows(queries.closed_plans(who)),
        "wide": True,
    }
    return render(request, "plans/supervision.html", context)
