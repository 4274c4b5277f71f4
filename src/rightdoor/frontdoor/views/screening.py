"""Screening, the level of need with its reasons, and the services that fit."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from rightdoor.access.partnership import pack, packs_to_compare
from rightdoor.access.permissions import Permission
from rightdoor.access.policy import check_may
from rightdoor.engines.facts import FactsError
from rightdoor.frontdoor import actions
from rightdoor.frontdoor.circumstances import circumstances_of, document_of, with_answers
from rightdoor.frontdoor.forms.screening import ScreenForm, facts_to_ask
from rightdoor.frontdoor.forms.triage import JudgeForm
from rightdoor.frontdoor.models import HelpRequest, LevelFound, Screening
from rightdoor.frontdoor.presenters.levels import LEVELS, cards, fits, level_words, names_of
from rightdoor.frontdoor.queries.standing import latest_screening, level_now
from rightdoor.frontdoor.views.common import opened, show, tried
from rightdoor.ui.tokens import new_token, token_of


def _document(found: HelpRequest, screening: Screening | None, today: Any) -> dict[str, Any]:
    """Give what is known: from the last screen where there is one, else from what was told."""
    return dict(screening.facts) if screening else document_of(found.told, today)


def screen(request: HttpRequest, request_id: UUID) -> HttpResponse:
    """Ask what is missing; everything told is filled in already."""
    about = opened(request, request_id, "screening")
    who, found, now = about
    check_may(who, Permission.REQUEST_TRIAGE)
    screening, own = latest_screening(found), pack()
    document = _document(found, screening, localdate(now))
    asked_for = request.GET.get("for", "")
    rules = [rule for rule in own.rules if rule.service == asked_for]
    form = ScreenForm(
        request.POST or None,
        document=document,
        names=names_of(found.told),
        facts=facts_to_ask(own, rules),
        initial={"token": new_token()},
    )
    if request.method == "POST" and form.is_valid() and _screened(form, about, document):
        messages.success(request, "Screened. This is the level of need it gives.")
        return redirect("frontdoor:level", request_id=found.pk)
    service = next((one.name for one in own.services if one.id == asked_for), "") if rules else ""
    return show(
        request, "screening", about, current="screening", title="Screening", form=form, screening=screening,
        service=service,
    )  # fmt: skip


def _screened(form: ScreenForm, about: Any, document: dict[str, Any]) -> bool:
    who, found, now = about
    try:
        return tried(
            form,
            lambda: actions.screen(
                request=found,
                document=with_answers({**document, "as_of": localdate(now).isoformat()}, form.answers()),
                by=who,
                now=now,
                token=token_of(form.cleaned_data["token"]),
            ),
        )
    except FactsError as wrong:
        form.add_error(None, " ".join(problem.reason for problem in wrong.problems))
        return False


def level(request: HttpRequest, request_id: UUID) -> HttpResponse:
    """Show the level with every reason, under our pack and under others; take a judgement that differs."""
    about = opened(request, request_id, "level")
    who, found, now = about
    screening, own = latest_screening(found), pack()
    document = _document(found, screening, localdate(now))
    current = level_now(screening)
    form = _judge_form(request, current)
    if request.method == "POST":
        check_may(who, Permission.REQUEST_TRIAGE)
        if screening and form and form.is_valid() and _judged(form, screening, about):
            messages.success(request, "Your judgement is kept beside the rules' own answer.")
            return redirect("frontdoor:level", request_id=found.pk)
    return show(
        request,
        "level",
        about,
        current="level",
        title="Level of need",
        form=form,
        cards=cards(own, packs_to_compare(), circumstances_of(document), names_of(found.told)),
        screening=screening,
        found=current,
        found_words=level_words(own, current),
        rules_words=_rules_words(current),
    )


def _judge_form(request: HttpRequest, current: LevelFound | None) -> JudgeForm | None:
    if current is None:
        return None
    bands = [(b.code, f"{b.name}: {b.means}") for b in pack().scheme(LEVELS).bands if b.code != current.level]
    return JudgeForm(request.POST or None, bands=bands, initial={"token": new_token()})


def _judged(form: JudgeForm, screening: Screening, about: Any) -> bool:
    who, _, now = about
    said = form.cleaned_data
    return tried(
        form,
        lambda: actions.override_level(
            screening=screening,
            band=said["band"],
            reason=said["reason"],
            by=who,
            now=now,
            token=token_of(said["token"]),
        ),
    )


def _rules_words(current: LevelFound | None) -> str:
    """Give what the rules said, where somebody has judged otherwise."""
    if current is None or not current.override:
        return ""
    return pack().scheme(current.scheme).band(current.band).name


@require_safe
def services(request: HttpRequest, request_id: UUID) -> HttpResponse:
    """Show which services fit, which need something asked first, and which do not, with the reasons."""
    about = opened(request, request_id, "services")
    _, found, now = about
    document = _document(found, latest_screening(found), localdate(now))
    return show(
        request,
        "services",
        about,
        current="services",
        title="Services that fit",
        groups=fits(pack(), circumstances_of(document), names_of(found.told)),
    )
