"""“Is this for my family?” One question at a time; what is answered goes with the page, kept nowhere."""

from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from rightdoor.access.middleware import open_to_all
from rightdoor.access.partnership import pack
from rightdoor.directory.forms.fit import FitForm, question_form, whom_form
from rightdoor.directory.presenters.fit import result
from rightdoor.directory.views.services import the_entry
from rightdoor.engines.facts import fact
from rightdoor.engines.fit_check import WHO, Answers, Checked, check, whom
from rightdoor.engines.listings import Listing
from rightdoor.engines.rules import Rule
from rightdoor.ui.leaving import LEAVE_FOR
from rightdoor.ui.speaking import gettext

WRONG: Final = 422
# More answers than any rule has questions come from no page of ours.
MOST: Final = 200
LONGEST: Final = 20


@open_to_all
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def fit(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask the next question, or say whether the service fits and why."""
    entry = the_entry(slug)
    rules = rules_of(entry)
    if not rules:
        raise Http404
    if request.method != "POST":
        return _next(request, entry, rules, {})
    told = _told(request)
    asked = _check(rules, told)
    if asked.fit is not None and asked.asks is None:
        return _next(request, entry, rules, told)
    form = _form(rules, asked, request.POST)
    if request.POST.get("question") != (asked.name or WHO):
        # A page of ours from before the pack changed, or no page of ours.
        form.add_error(None, gettext("Answer this question to go on"))
    if form.errors:
        return _show(request, entry, form, asked, told, status=WRONG)
    return _next(request, entry, rules, {**told, asked.name or WHO: form.text()})


def rules_of(entry: Listing) -> tuple[Rule, ...]:
    """Give the rules of eligibility of a service; none when nobody has said who it is for."""
    own = pack()
    named = next((rule for rule in own.rules if rule.id == entry.rule), None)
    return own.rules_for(named.service) if named else ()


def _told(request: HttpRequest) -> dict[str, str]:
    """Read the answers that came with the page; what is no question of ours is left."""
    pairs = (text.partition("=") for text in request.POST.getlist("told")[:MOST])
    return {name: text[:LONGEST] for name, _, text in pairs if name == WHO or fact(*_parts(name))}


def _parts(name: str) -> tuple[str, str]:
    who, _, code = name.partition(".")
    return who, code


def _check(rules: tuple[Rule, ...], told: Answers) -> Checked:
    return check(rules, told, localdate(), pack().scheme())


def _form(rules: tuple[Rule, ...], asked: Checked, data: Any = None) -> FitForm:
    return question_form(asked.asks, data) if asked.asks else whom_form(whom(rules), data)


def _next(request: HttpRequest, entry: Listing, rules: tuple[Rule, ...], told: Answers) -> HttpResponse:
    asked = _check(rules, told)
    if asked.fit is not None and asked.asks is None:
        context = {**result(asked.fit, entry), "quick_exit": LEAVE_FOR}
        return render(request, "directory/fit_result.html", context)
    return _show(request, entry, _form(rules, asked), asked, told)


def _show(
    request: HttpRequest, entry: Listing, form: FitForm, asked: Checked, told: Answers, *, status: int = 200
) -> HttpResponse:
    context = {
        "entry": entry,
        "form": form,
        "question": asked.name or WHO,
        "told": [f"{name}={text}" for name, text in told.items()],
        "step": len(told) + 1,
        "title": "",
        "quick_exit": LEAVE_FOR,
    }
    return render(request, "directory/fit.html", context, status=status)
