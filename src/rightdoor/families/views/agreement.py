"""Agreement to receive help, and decisions to share."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST, require_safe

from rightdoor.access.permissions import Permission
from rightdoor.access.policy import check_may
from rightdoor.families import actions, queries
from rightdoor.families.forms import AgreementForm, SharingForm
from rightdoor.families.presenters import family_page
from rightdoor.families.views.common import form_page, opened, others, sent
from rightdoor.ui.addresses import reverse


@require_safe
def sharing(request: HttpRequest, family_id: UUID) -> HttpResponse:
    """Show what was agreed and what was shared: two different things."""
    who, family, _ = opened(request, family_id, "sharing")
    context = family_page(family, current="families:sharing", title="Agreement and sharing") | {
        "agreements": queries.agreements_of(family),
        "decisions": queries.sharing_decisions_of(family),
        "may_write": who.may(Permission.FAMILY_WRITE),
    }
    return render(request, "families/sharing.html", context)


def record(request: HttpRequest, family_id: UUID) -> HttpResponse:
    """Record that somebody agreed to receive help, or did not."""
    who, family, now = opened(request, family_id, "agreement")
    check_may(who, Permission.FAMILY_WRITE)
    members = queries.people_of(family)
    form = AgreementForm(sent(request), people=others(members))
    form.not_after("given_on", localdate(now))
    back = reverse("families:sharing", kwargs={"family_id": family.pk})
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        said_by = queries.member_or_404(family, UUID(told["person"])).person
        actions.do_once(
            family=family,
            token=form.once,
            change=lambda: actions.record_agreement(
                family=family,
                given=told["given"],
                how=told["how"],
                given_on=told["given_on"],
                to_what=told["to_what"],
                person=said_by,
                by=who,
                now=now,
            ),
            by=who,
            now=now,
        )
        messages.success(request, "The agreement has been recorded.")
        return redirect(back)
    return form_page(
        request, family, form, title="Record what was agreed", current="families:sharing", back=back
    )


@require_POST
def withdraw(request: HttpRequest, family_id: UUID, agreement_id: int) -> HttpResponse:
    """Record that the agreement was taken back today."""
    who, family, now = opened(request, family_id, "agreement-end")
    check_may(who, Permission.FAMILY_WRITE)
    agreement = queries.agreement_or_404(family, agreement_id)
    actions.withdraw_agreement(agreement=agreement, on=localdate(now), by=who, now=now)
    messages.success(request, "It is recorded that the agreement was taken back today.")
    return redirect("families:sharing", family_id=family.pk)


def share(request: HttpRequest, family_id: UUID) -> HttpResponse:
    """Record a decision to share, or not to."""
    who, family, now = opened(request, family_id, "sharing-decide")
    check_may(who, Permission.FAMILY_WRITE)
    form = SharingForm(sent(request))
    back = reverse("families:sharing", kwargs={"family_id": family.pk})
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        words = ("shared", "what", "function", "lawful_basis", "why")
        actions.do_once(
            family=family,
            token=form.once,
            change=lambda: actions.record_sharing(
                family=family,
                by=who,
                now=now,
                to_agency=queries.agency_named(told["to_agency"]),
                **{name: told[name] for name in words},
            ),
            by=who,
            now=now,
        )
        messages.success(request, "The decision has been recorded.")
        return redirect(back)
    return form_page(
        request, family, form, title="Share, or decide not to", current="families:sharing", back=back
    )
