"""Accounts of practitioners: list, open, change, close, and the roles they hold."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rightdoor.access import actions, queries
from rightdoor.access.forms.accounts import ChangeAccount, FindAccount, OpenAccount, RoleOf, roles_to_give
from rightdoor.access.invitations import link_for
from rightdoor.access.middleware import signed_in
from rightdoor.access.models import Practitioner
from rightdoor.access.partnership import pack
from rightdoor.access.policy import Refused
from rightdoor.access.presenters import account_rows, account_summary, held_roles


@require_GET
def account_own(request: HttpRequest) -> HttpResponse:
    """What is kept about me, and where I change my password and second step."""
    who = signed_in(request)
    return render(
        request, "access/own.html", {"rows": account_summary(who, pack()), "roles": held_roles(who, set())}
    )


@require_GET
def account_list(request: HttpRequest) -> HttpResponse:
    """The accounts that I may manage."""
    form = FindAccount(request.GET)
    clean = form.cleaned_data if form.is_valid() else {}
    found = queries.accounts_for(
        signed_in(request), words=clean.get("words", ""), closed=bool(clean.get("closed"))
    )
    page = Paginator(found, queries.A_PAGE).get_page(request.GET.get("page"))
    query = {key: value for key, value in request.GET.items() if key != "page"}
    return render(
        request,
        "access/list.html",
        {
            "filters": form,
            "page": page,
            "rows": account_rows(queries.with_roles(page.object_list), pack()),
            "query": query,
        },
    )


@require_http_methods(["GET", "POST"])
def account_open(request: HttpRequest) -> HttpResponse:
    """Open an account and send its owner a link to choose a password."""
    agencies = queries.agencies_for(signed_in(request))
    queries.accounts_for(signed_in(request))
    form = OpenAccount(_sent(request), who=signed_in(request), pack=pack())
    if not form.is_valid():
        return _form(request, "access/open.html", form)
    clean, now = form.cleaned_data, timezone.now()
    try:
        opened = actions.add_practitioner(
            email=clean["email"],
            name=clean["name"],
            agency=agencies.get(pk=clean["agency"]),
            job=clean["job"],
            telephone=clean["telephone"],
            roles=clean["roles"],
            by=signed_in(request),
            now=now,
        )
    except IntegrityError:
        form.add_error("email", "There is an account with this e-mail address already")
        return _form(request, "access/open.html", form)
    _invite(request, opened)
    messages.success(
        request, f"{opened.name} has an account. A link to choose a password is on its way to them."
    )
    return redirect("access:account-see", opened.pk)


@require_GET
def account_see(request: HttpRequest, practitioner_id: UUID) -> HttpResponse:
    """One account: what is kept, roles, what can be done."""
    account = queries.account_or_404(signed_in(request), practitioner_id)
    give = dict(roles_to_give(signed_in(request)))
    context = {
        "account": account,
        "rows": account_summary(account, pack()),
        "roles": held_roles(account, set(give)),
        "to_give": [(code, name) for code, name in give.items() if code not in account.role_codes],
        "own": account == signed_in(request),
    }
    return render(request, "access/see.html", context)


@require_http_methods(["GET", "POST"])
def account_change(request: HttpRequest, practitioner_id: UUID) -> HttpResponse:
    """Change name, job, telephone, supervisor or leave."""
    account = queries.account_or_404(signed_in(request), practitioner_id)
    initial = {
        "name": account.name,
        "job": account.job,
        "telephone": account.telephone,
        "supervisor": str(account.supervisor_id or ""),
        "away_until": account.away_until,
    }
    form = ChangeAccount(_sent(request), practitioner=account, pack=pack(), initial=initial)
    if not form.is_valid():
        return _form(request, "access/change.html", form, account=account)
    clean = form.cleaned_data
    clean["supervisor"] = form.supervisors.get(clean["supervisor"])
    try:
        actions.change_practitioner(practitioner=account, **clean, by=signed_in(request), now=timezone.now())
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return _form(request, "access/change.html", form, account=account)
    messages.success(request, f"The account of {account.name} has been changed.")
    return redirect("access:account-see", account.pk)


@require_POST
def role_give(request: HttpRequest, practitioner_id: UUID) -> HttpResponse:
    """Give a role."""
    account = queries.account_or_404(signed_in(request), practitioner_id)
    form = RoleOf(request.POST)
    if not form.is_valid():
        return _back(request, account, "Select a role to give.")
    try:
        actions.give_role(
            practitioner=account, role=form.cleaned_data["role"], by=signed_in(request), now=timezone.now()
        )
    except Refused as refusal:
        return _back(request, account, str(refusal))
    messages.success(request, "The role has been given.")
    return redirect("access:account-see", account.pk)


@require_POST
def role_end(request: HttpRequest, practitioner_id: UUID) -> HttpResponse:
    """Take a role back."""
    account = queries.account_or_404(signed_in(request), practitioner_id)
    form = RoleOf(request.POST)
    if not form.is_valid():
        return _back(request, account, "Select a role to end.")
    try:
        actions.end_role(
            practitioner=account, role=form.cleaned_data["role"], by=signed_in(request), now=timezone.now()
        )
    except Refused as refusal:
        return _back(request, account, str(refusal))
    messages.success(request, "The role has ended.")
    return redirect("access:account-see", account.pk)


@require_http_methods(["GET", "POST"])
def account_end(request: HttpRequest, practitioner_id: UUID) -> HttpResponse:
    """Close an account, after asking once."""
    account = queries.account_or_404(signed_in(request), practitioner_id)
    if request.method == "GET":
        return render(request, "access/end.html", {"account": account})
    try:
        actions.end_practitioner(practitioner=account, by=signed_in(request), now=timezone.now())
    except Refused as refusal:
        return _back(request, account, str(refusal))
    messages.success(request, f"The account of {account.name} is closed.")
    return redirect("access:account-list")


@require_POST
def account_reopen(request: HttpRequest, practitioner_id: UUID) -> HttpResponse:
    """Open a closed account again and send a new link."""
    account = queries.account_or_404(signed_in(request), practitioner_id)
    try:
        actions.reopen_practitioner(practitioner=account, by=signed_in(request), now=timezone.now())
    except Refused as refusal:
        return _back(request, account, str(refusal))
    _invite(request, account)
    messages.success(request, f"The account of {account.name} is open again. Give the roles it needs.")
    return redirect("access:account-see", account.pk)


def _invite(request: HttpRequest, account: Practitioner) -> None:
    name = pack().partnership.partnership
    link = settings.ADDRESS + link_for(account)
    actions.invite(
        practitioner=account, link=link, partnership=name, by=signed_in(request), now=timezone.now()
    )


def _sent(request: HttpRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def _form(request: HttpRequest, page: str, form: object, **more: object) -> HttpResponse:
    return render(request, page, {"form": form, **more}, status=422 if request.method == "POST" else 200)


def _back(request: HttpRequest, account: Practitioner, why: str) -> HttpResponseRedirect:
    messages.error(request, why)
    return redirect("access:account-see", account.pk)
