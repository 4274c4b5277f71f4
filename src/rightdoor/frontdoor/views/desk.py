"""Beginning, leaving and coming back to a request."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from rightdoor.access.middleware import open_to_all, signed_in
from rightdoor.directory.queries import public
from rightdoor.frontdoor import actions, queries
from rightdoor.frontdoor.asking.answers import Answers
from rightdoor.frontdoor.asking.steps import first_unanswered
from rightdoor.frontdoor.forms.resume import ResumeForm
from rightdoor.frontdoor.models import RequestDraft
from rightdoor.frontdoor.presenters.asking import address
from rightdoor.frontdoor.views.frame import gone, numbered, open_draft, page, the_writer
from rightdoor.ui.speaking import gettext


@open_to_all
@never_cache
def start(request: HttpRequest) -> HttpResponse:
    """Say what will be asked; a press of the button begins."""
    who = the_writer(request)
    wanted = _service_wanted(request)
    if request.method == "POST":
        wish = gettext("I would like: %(service)s") % {"service": wanted} if wanted else ""
        draft = actions.begin_draft(by=who, now=timezone.now(), wish=wish)
        first = "danger" if who else "who"
        return redirect("ask:question", number=numbered(request, draft.code), step=first)
    drafts = queries.drafts_of(who) if who else []
    context = {"title": gettext("Ask for help"), "drafts": drafts, "who": who, "wanted": wanted}
    return page(request, "start", context)


def _service_wanted(request: HttpRequest) -> str:
    """Give the name of the service whose page led here; empty when none did, or it is told of no more."""
    found = public().filter(slug=request.GET.get("service", "")[:80]).values_list("name", flat=True)
    return found.first() or ""


@open_to_all
@never_cache
def later(request: HttpRequest, number: int) -> HttpResponse:
    """Show the code with which to come back."""
    draft = open_draft(request, number)
    if draft is None:
        return gone(request, number)
    answers = Answers(draft.answers, signed_in=draft.practitioner_id is not None)
    context = {
        "title": gettext("What you wrote is saved"),
        "reference": draft.code,
        "reference_label": gettext("Your code"),
        "on_href": address(number, first_unanswered(answers)),
        "kept_until": draft.saved_at + actions.KEPT_FOR,
        "who": the_writer(request),
    }
    return page(request, "later", context)


@open_to_all
@never_cache
def resume(request: HttpRequest) -> HttpResponse:
    """Come back with the code."""
    form = ResumeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        draft = queries.draft_by_code(form.cleaned_data["code"], the_writer(request))
        if draft:
            return _go_on(request, draft)
        form.add_error("code", gettext("There is no request with this code. Check it, or start a new one"))
    status = 422 if form.is_bound else 200
    context = {"title": gettext("Go on with what you began"), "form": form, "submit_text": gettext("Go on")}
    return page(request, "resume", context, status)


def _go_on(request: HttpRequest, draft: RequestDraft) -> HttpResponse:
    answers = Answers(draft.answers, signed_in=draft.practitioner_id is not None)
    return redirect(address(numbered(request, draft.code), first_unanswered(answers)))


@require_POST
def go_on(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """Go on with a request a practitioner began under their own name."""
    return _go_on(request, queries.own_draft_or_404(signed_in(request), draft_id))
