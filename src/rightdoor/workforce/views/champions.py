"""Champions: for parents who want to meet or be one, for those who look after them, and in counts."""

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET, require_http_methods, require_POST, require_safe

from rightdoor.access.editing import Conflict
from rightdoor.access.middleware import open_to_all, signed_in
from rightdoor.access.partnership import due_by, pack
from rightdoor.access.permissions import Permission
from rightdoor.access.policy import Refused, check_may
from rightdoor.ui.forms import BaseForm
from rightdoor.ui.leaving import LEAVE_FOR
from rightdoor.ui.speaking import gettext
from rightdoor.ui.words import date_words
from rightdoor.workforce import actions, queries
from rightdoor.workforce.forms.champions import (
    ActivityForm,
    ChampionForm,
    EndForm,
    FindChampion,
    NearForm,
    TrainingForm,
    WishForm,
    champion_initial,
    no_later_than,
)
from rightdoor.workforce.models import Champion
from rightdoor.workforce.presenters import champions as present

A_PAGE = 25
OK, CHANGED_MEANWHILE, WRONG = 200, 409, 422
F = TypeVar("F", bound=BaseForm)
EVERYWHERE, NOWHERE = "Everywhere", "Not said"


@open_to_all
@require_safe
def near(request: HttpRequest) -> HttpResponse:
    """Show parents where they can meet a champion; no name is ever fetched."""
    own, form = pack(), NearForm(request.GET, pack=pack())
    area = form.cleaned_data["area"] if form.is_valid() else ""
    context = {
        "filters": form,
        "groups": present.met_groups(queries.to_meet(), own, area),
        "quick_exit": LEAVE_FOR,
    }
    return render(request, "workforce/near.html", context)


@open_to_all
@require_http_methods(["GET", "POST"])
def join(request: HttpRequest) -> HttpResponse:
    """Ask to help other parents."""
    form, now = (
        WishForm(_sent(request), pack=pack(), everywhere=gettext("I would rather not say")),
        timezone.now(),
    )
    if form.is_valid():
        try:
            actions.ask_to_join(told=form.told(), now=now, token=form.once)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("champions:joined")
    context = {"form": form, "quick_exit": LEAVE_FOR}
    return render(request, "workforce/join.html", context, status=WRONG if form.errors else OK)


@open_to_all
@require_safe
def joined(request: HttpRequest) -> HttpResponse:
    """Say what happens now."""
    by = date_words(localdate(due_by("champion-answered", timezone.now())))
    return render(request, "workforce/joined.html", {"by": by, "quick_exit": LEAVE_FOR})


@require_GET
def champions(request: HttpRequest) -> HttpResponse:
    """List champions by name; those who may see counts only are shown the counts."""
    who, form = signed_in(request), FindChampion(request.GET)
    if not who.may(Permission.WORKFORCE_KEEP) and who.may(Permission.WORKFORCE_READ):
        return redirect("workforce:counts")
    clean = form.cleaned_data if form.is_valid() else {}
    found = queries.champions(who, words=clean.get("words", ""), ended=bool(clean.get("ended")))
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    context = {
        "filters": form,
        "page": page,
        "rows": present.champion_rows(page.object_list, pack(), localdate()),
        "query": {key: value for key, value in request.GET.items() if key != "page"},
        "sections": present.desk_parts(who, "champions"),
    }
    return render(request, "workforce/champions.html", context)


@require_GET
def champion(request: HttpRequest, champion_id: UUID) -> HttpResponse:
    """Show one champion: what is kept, what they learnt, what they did."""
    found, today = queries.champion_or_404(signed_in(request), champion_id), localdate()
    context = {
        "champion": found,
        "title": found.name,
        "rows": present.summary_rows(found, pack()),
        "trainings": present.training_rows(found, today),
        "activities": present.activity_rows(found, pack()),
    }
    return render(request, "workforce/champion.html", context)


@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """Put somebody on the list."""
    who = signed_in(request)
    check_may(who, Permission.WORKFORCE_KEEP)
    form = _dated(ChampionForm(_sent(request), pack=pack(), everywhere=EVERYWHERE))
    if not form.is_valid():
        return _form(request, form, "Add a champion")
    made = actions.add_champion(told=form.told(), by=who, now=timezone.now(), token=form.once)
    messages.success(request, f"{made.name} is on the list.")
    return redirect("workforce:champion", made.pk)


@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, champion_id: UUID) -> HttpResponse:
    """Change what is kept; if somebody saved first, nothing is lost."""
    who = signed_in(request)
    held = queries.champion_or_404(who, champion_id)
    title = f"Change what is kept of {held.name}"
    form = _dated(
        ChampionForm(_sent(request), pack=pack(), everywhere=EVERYWHERE, initial=champion_initial(held))
    )
    if not form.is_valid():
        return _form(request, form, title, held)
    try:
        actions.change_champion(
            champion=held, changes=form.told(), version=form.typed_over, by=who, now=timezone.now()
        )
    except Conflict as conflict:
        again = request.POST.copy()
        again["version"] = str(queries.champion_or_404(who, champion_id).version)
        form = _dated(ChampionForm(again, pack=pack(), everywhere=EVERYWHERE))
        form.add_error(None, f"{conflict} Look at their words in another window, then save again.")
        return _form(request, form, title, held, CHANGED_MEANWHILE)
    messages.success(request, "Saved.")
    return redirect("workforce:champion", champion_id)


@require_http_methods(["GET", "POST"])
def train(request: HttpRequest, champion_id: UUID) -> HttpResponse:
    """Write down a course."""
    who = signed_in(request)
    held, form = queries.champion_or_404(who, champion_id), _dated(TrainingForm(_sent(request)))
    return _about(
        request,
        held,
        form,
        f"Training of {held.name}",
        lambda: actions.add_training(
            champion=held,
            course=form.cleaned_data["course"],
            done_on=form.cleaned_data["done_on"],
            expires_on=form.cleaned_data["expires_on"],
            by=who,
            now=timezone.now(),
            token=form.once,
        ),
    )


@require_http_methods(["GET", "POST"])
def log(request: HttpRequest, champion_id: UUID) -> HttpResponse:
    """Write down what a champion did."""
    who = signed_in(request)
    held = queries.champion_or_404(who, champion_id)
    form = _dated(ActivityForm(_sent(request), pack=pack(), everywhere=NOWHERE, initial={"area": held.area}))
    return _about(
        request,
        held,
        form,
        f"What {held.name} did",
        lambda: actions.log_activity(
            champion=held, **form.done(), by=who, now=timezone.now(), token=form.once
        ),
    )


@require_http_methods(["GET", "POST"])
def end(request: HttpRequest, champion_id: UUID) -> HttpResponse:
    """Note that somebody has stopped."""
    who = signed_in(request)
    held, form = queries.champion_or_404(who, champion_id), _dated(EndForm(_sent(request)))
    return _about(
        request,
        held,
        form,
        f"{held.name} has stopped",
        lambda: actions.end_champion(champion=held, on=form.cleaned_data["on"], by=who, now=timezone.now()),
    )


@require_GET
def wishes(request: HttpRequest) -> HttpResponse:
    """Show those who asked to help."""
    who = signed_in(request)
    page = Paginator(queries.wishes(who), A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "cards": present.wish_cards(page.object_list, pack(), timezone.now()),
        "query": {},
        "sections": present.desk_parts(who, "wishes"),
    }
    return render(request, "workforce/wishes.html", context)


@require_POST
def wish_answered(request: HttpRequest, wish_id: UUID) -> HttpResponse:
    """Note that somebody has spoken with them."""
    who = signed_in(request)
    actions.answer_wish(wish=queries.wish_or_404(who, wish_id), by=who, now=timezone.now())
    messages.success(request, "Noted: somebody has spoken with them.")
    return redirect("workforce:wishes")


@require_GET
def counts(request: HttpRequest) -> HttpResponse:
    """Show hours and reach by month and area, without names."""
    who, today = signed_in(request), localdate()
    since = _months_back(today, present.SHOWN - 1)
    context = {
        "standing": present.standing_words(queries.standing(who, today)),
        "months": present.month_rows(queries.by_month(who, since)),
        "areas": present.area_rows(queries.by_area(who, since), pack()),
        "since": date_words(since),
        "sections": present.desk_parts(who, "counts"),
    }
    return render(request, "workforce/counts.html", context)


def _months_back(day: date, months: int) -> date:
    """Give the first day of the month so many months before."""
    number = day.year * 12 + day.month - 1 - months
    return date(number // 12, number % 12 + 1, 1)


def _about(
    request: HttpRequest, held: Champion, form: BaseForm, title: str, act: Callable[[], Any]
) -> HttpResponse:
    """Do what a form about one champion asks, or show it with what is wrong."""
    if not form.is_valid():
        return _form(request, form, title, held)
    try:
        act()
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return _form(request, form, title, held)
    messages.success(request, "Saved.")
    return redirect("workforce:champion", held.pk)


def _form(
    request: HttpRequest, form: BaseForm, title: str, held: Champion | None = None, status: int = OK
) -> HttpResponse:
    context = {"form": form, "title": title, "champion": held}
    wrong = WRONG if form.errors and status == OK else status
    return render(request, "workforce/form.html", context, status=wrong)


def _dated(form: F) -> F:
    no_later_than(form, localdate())
    return form


def _sent(request: HttpRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None
