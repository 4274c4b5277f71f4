"""Asking for help, a page at a time. Open to everybody; whoever is signed in writes under their own name."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from rightdoor.access.middleware import open_to_all
from rightdoor.access.partnership import pack, packs_to_compare
from rightdoor.access.policy import Refused
from rightdoor.frontdoor import actions, queries
from rightdoor.frontdoor.actions import AnswerChanged
from rightdoor.frontdoor.asking import steps
from rightdoor.frontdoor.asking.answers import Answers, digest, slot
from rightdoor.frontdoor.asking.steps import Place
from rightdoor.frontdoor.forms.ask import AskForm
from rightdoor.frontdoor.forms.asking import form_for
from rightdoor.frontdoor.models import RequestDraft
from rightdoor.frontdoor.presenters.asking import (
    address,
    heading,
    next_steps,
    people_rows,
    said,
    summaries,
    what_is_missing,
)
from rightdoor.frontdoor.views.frame import code_at, gone, open_draft, pack_words, page, the_writer
from rightdoor.ui.addresses import reverse
from rightdoor.ui.forms import writable
from rightdoor.ui.speaking import gettext, reading
from rightdoor.ui.words import time_words

_PAGES = {
    "danger": "danger",
    "sharing": "sharing",
    "people": "people",
    "elsewhere": "elsewhere",
    "screening": "screening",
}


# Pages on which somebody may write for long; what is typed there is kept while it is typed.
TYPED_ON = frozenset({"danger", "worries", "strengths", "hopes", "child-words", "helping", "story"})
LONGEST_TYPED = 20_000


@dataclass(frozen=True)
class Turn:
    """One page being asked: of which form of this browser, and whether its writer came to change it."""

    number: int
    draft: RequestDraft
    place: Place
    form: AskForm
    checking: bool


def _asked(draft: RequestDraft) -> Answers:
    return Answers(draft.answers, signed_in=draft.practitioner_id is not None)


@open_to_all
@never_cache
def question(request: HttpRequest, number: int, step: str, key: str = "") -> HttpResponse:
    """Ask one question, and keep the answer."""
    now = timezone.now()
    draft = open_draft(request, number)
    if draft is None:
        return gone(request, number)
    answers, place = _asked(draft), (step, key)
    if step not in {one.name for one in steps.STEPS}:
        raise Http404
    if not steps.may_open(answers, place):
        messages.info(request, gettext("That question is not asked any more. Go on from here."))
        return redirect(address(number, steps.first_unanswered(answers)))
    form = _form(request, answers, place, localdate(now))
    turn = Turn(number, draft, place, form, checking=request.GET.get("from") == "check")
    if request.method == "POST" and form.is_valid():
        return _keep(request, turn, now)
    return _show(request, turn, answers, status=422 if form.is_bound else 200)


def _form(request: HttpRequest, answers: Answers, place: Place, today: date) -> AskForm:
    step, key = place
    made = form_for(step, key, answers.asker)
    # Whether to add another is asked anew each time: the last answer was about the person just added.
    kept = {} if step == "people" else answers.of(step, key) or _known_of(request, step)
    if step in TYPED_ON:
        kept = {**kept, **answers.typed(step)}
    return made(request.POST or None, answers=answers, today=today, key=key, initial=kept)


def _known_of(request: HttpRequest, step: str) -> dict[str, Any]:
    """Give what an account says already, for the first look at the page about the asker."""
    who = the_writer(request)
    if who is None or step != "asker":
        return {}
    role = next((role.name for role in pack().roles if role.id == who.job), "")
    return {"telephone": who.telephone, "job": role}


def _keep(request: HttpRequest, turn: Turn, now: datetime) -> HttpResponse:
    step, key = turn.place
    kept = turn.form.kept()
    try:
        saved = actions.save_answers(
            draft=turn.draft,
            step=step,
            key=key,
            kept=kept,
            seen=request.POST.get("seen", ""),
            by=the_writer(request),
            now=now,
        )
    except AnswerChanged as changed:
        return _both(request, turn, changed)
    answers = _asked(saved)
    if step == "people" and kept["more"] == "yes":
        return redirect(address(turn.number, ("person", answers.next_key)))
    if steps.stopped_by(answers) and step in {"sharing", "elsewhere"}:
        return redirect("ask:stopped", number=turn.number)
    after = steps.after(answers, turn.place, checking=turn.checking)
    still = "?from=check" if turn.checking and after != steps.CHECK else ""
    return redirect(address(turn.number, after) + still)


def _both(request: HttpRequest, turn: Turn, changed: AnswerChanged) -> HttpResponse:
    """Show the answer given in another window beside this one, and let them choose."""
    turn.draft.answers = {**turn.draft.answers, slot(*turn.place): changed.theirs}
    rows = [
        {"label": str(bound.label), "yours": yours, "theirs": theirs}
        for bound in turn.form
        for yours in [said(bound, changed.yours.get(bound.name))]
        for theirs in [said(bound, changed.theirs.get(bound.name))]
        if yours != theirs
    ]
    return _show(request, turn, _asked(turn.draft), status=409, both=rows)


def _show(
    request: HttpRequest,
    turn: Turn,
    answers: Answers,
    *,
    status: int,
    both: list[dict[str, Any]] | None = None,
) -> HttpResponse:
    step, key = turn.place
    back = steps.CHECK if turn.checking else steps.before(answers, turn.place)
    context: dict[str, Any] = {
        "form": turn.form,
        "number": turn.number,
        "step_name": step,
        "title": heading(step, key, answers),
        "seen": digest(answers.kept.get(slot(*turn.place))),
        "back_href": address(turn.number, back) if back else "",
        "asker": answers.asker,
        "both": both,
        "autosave": reverse("ask:keep", kwargs={"number": turn.number, "step": step})
        if step in TYPED_ON
        else "",
        "people": people_rows(answers),
        **_extra(step, answers),
    }
    return page(request, _PAGES.get(step, "question"), context, status)


def _extra(step: str, answers: Answers) -> dict[str, Any]:
    """Give what single pages show besides their question."""
    own = pack()
    if step == "sharing":
        return {
            "agreement": pack_words("agreement"),
            "sharing": pack_words("sharing"),
        }
    if step == "elsewhere":
        code = str(answers.of("home").get("postcode", ""))
        other = next((other for other in packs_to_compare() if other.position(code)), None)
        return {"postcode": code, "own": own.partnership, "other": other.partnership if other else None}
    return {}


@open_to_all
@require_POST
def keep(request: HttpRequest, number: int, step: str) -> JsonResponse:
    """Keep what is being typed, every few seconds."""
    draft, now = open_draft(request, number), timezone.now()
    if draft is None or step not in TYPED_ON:
        return JsonResponse({"saved": ""}, status=403)
    made = form_for(step, "", _asked(draft).asker)
    fields = made(answers=_asked(draft), today=localdate(now)).fields
    sent = writable(request.POST)
    typed = {name: str(sent[name])[:LONGEST_TYPED] for name in fields if name in sent}
    actions.keep_typed(draft=draft, step=step, typed=typed, by=the_writer(request), now=now)
    return JsonResponse({"saved": gettext("Saved at %(time)s") % {"time": time_words(now)}})


@open_to_all
@never_cache
def check(request: HttpRequest, number: int) -> HttpResponse:
    """Show every answer; sending it, even twice, sends one request."""
    now, who = timezone.now(), the_writer(request)
    draft = open_draft(request, number)
    if draft is None:
        return gone(request, number)
    answers = _asked(draft)
    if steps.stopped_by(answers):
        return redirect("ask:stopped", number=number)
    missing = steps.must_still_answer(answers)
    if request.method == "POST" and not missing:
        return _send(request, number, draft, now)
    errors = what_is_missing(number, answers, missing) if request.method == "POST" else None
    context = {
        "title": gettext("Check your answers"),
        "number": number,
        "lists": summaries(answers, number, localdate(now)),
        "missing": missing,
        "errors": errors,
        "asker": answers.asker,
        "back_href": address(number, steps.before(answers, steps.CHECK) or steps.CHECK),
        "who": who,
    }
    return page(request, "check", context, 422 if errors else 200)


def _send(request: HttpRequest, number: int, draft: RequestDraft, now: datetime) -> HttpResponse:
    try:
        actions.send_draft(code=draft.code, by=the_writer(request), now=now, language=reading().code)
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect("ask:check", number=number)
    return redirect("ask:sent", number=number)


@open_to_all
@never_cache
def sent(request: HttpRequest, number: int) -> HttpResponse:
    """Say that it has come, its reference, and what happens next, by when."""
    found = queries.sent_from(code_at(request, number))
    if found is None:
        return gone(request, number)
    context = {
        "title": gettext("We have your request"),
        "reference": found.reference,
        "next_steps": next_steps(found),
        "asker": found.asker,
    }
    return page(request, "sent", context)


@open_to_all
@never_cache
def stopped(request: HttpRequest, number: int) -> HttpResponse:
    """Say what can be done instead, where the form cannot go on."""
    draft = open_draft(request, number)
    if draft is None:
        return gone(request, number)
    answers = _asked(draft)
    why = steps.stopped_by(answers)
    if not why:
        return redirect(address(number, steps.first_unanswered(answers)))
    place = ("sharing", "") if why == "no-agreement" else ("elsewhere", "")
    context = {**_extra("elsewhere", answers), "why": why, "change_href": address(number, place)}
    titles = {"no-agreement": gettext("You choose"), "own-council": gettext("Ask the other council")}
    return page(request, "stopped", {**context, "title": titles[why], "back_href": address(number, place)})


@open_to_all
@require_POST
def remove(request: HttpRequest, number: int, key: str) -> HttpResponse:
    """Take somebody off the list of people."""
    draft = open_draft(request, number)
    if draft is None:
        return gone(request, number)
    actions.remove_person(draft=draft, key=key, by=the_writer(request), now=timezone.now())
    return redirect(address(number, ("people", "")))
