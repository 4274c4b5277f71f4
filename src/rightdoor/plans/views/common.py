"""What the views of this room share: fetching in sight, and a form that is drawn, refused, or acted on."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone

from rightdoor.access import editing
from rightdoor.access.editing import Conflict, put_back, typed_in
from rightdoor.access.models import Practitioner
from rightdoor.access.policy import Refused, Ruling
from rightdoor.families import actions as families
from rightdoor.families.models import Family
from rightdoor.plans import queries
from rightdoor.plans.models import Plan
from rightdoor.plans.presenters.page import link, plan_page
from rightdoor.ui.forms import BaseForm
from rightdoor.ui.words import date_time_words

CLASH = 409


@dataclass(frozen=True)
class Page:
    """Where somebody is: who, which plan, when."""

    who: Practitioner
    plan: Plan
    now: datetime

    @property
    def family(self) -> Family:
        """The plan's family."""
        return self.plan.family

    def link(self, page: str, **more: object) -> str:
        """Give the address of another of this family's pages."""
        return link(page, self.family, **more)


@dataclass(frozen=True)
class Ask:
    """A form's page: its title, where it belongs, where it leads back to, the name of its draft."""

    title: str
    current: str
    back: str
    draft: str = ""
    submit: str = "Save"
    intro: str = ""


def worker(request: HttpRequest) -> Practitioner:
    """Give the practitioner signed in; the middleware has made sure there is one."""
    return cast(Practitioner, request.user)


def sent(request: HttpRequest) -> QueryDict | None:
    """Give what was sent, be it nothing at all; None where a page is only being read."""
    return request.POST if request.method == "POST" else None


def opened(request: HttpRequest, family_id: UUID, page: str) -> Page:
    """Fetch the plan of a family within sight, and record that its page was read."""
    who, now = worker(request), timezone.now()
    plan = queries.plan_or_404(who, family_id)
    looked(request, plan.family, page, now)
    return Page(who, plan, now)


def looked(request: HttpRequest, family: Family, page: str, now: datetime) -> None:
    """Record that somebody read a page about a family."""
    if request.method == "GET":
        families.look(family=family, page=page, by=worker(request), now=now)


def refused(request: HttpRequest, page: Page, ask: Ask, ruling: Ruling) -> HttpResponse:
    """Say why something may not be done, and where to go."""
    context = plan_page(page.who, page.plan, current=ask.current, title=ask.title)
    return render(
        request, "plans/refused.html", context | {"reason": ruling.reason, "back": ask.back}, status=403
    )


def answer(
    request: HttpRequest,
    page: Page,
    form: BaseForm,
    ask: Ask,
    act: Callable[[], str],
    *,
    template: str = "plans/form.html",
    **more: Any,
) -> HttpResponse:
    """Draw a form, or act on it and go back. `act` says what was done.

    Faults come back beside their fields (422); a refusal as a message; a clash shows both texts (409).
    """
    if request.method == "POST" and form.is_valid():
        try:
            done = act()
        except Refused as refusal:
            form.add_error(None, str(refusal))
        except Conflict as clash:
            return _both(request, page, form, ask, clash, template=template, **more)
        else:
            _forget(page, ask)
            messages.success(request, done)
            return redirect(ask.back if queries.is_seen(page.who, page.family) else "plans:mine")
    return draw(request, page, form, ask, template=template, **more)


def draw(
    request: HttpRequest,
    page: Page,
    form: BaseForm,
    ask: Ask,
    *,
    template: str = "plans/form.html",
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    """Show a form, with what was typed and not saved the last time."""
    draft = editing.draft_of(draft_name(page.family, ask.draft), page.who) if ask.draft else None
    saved = put_back(form, draft) if draft and not form.is_bound else ""
    context = plan_page(page.who, page.plan, current=ask.current, title=ask.title)
    context |= {"form": form, "back_href": ask.back, "cancel_href": ask.back, "intro": ask.intro}
    context |= {"submit_text": ask.submit, "saved": saved, "autosave": _draft_address(page, ask), **more}
    faulty = form.is_bound and bool(form.errors)
    return render(request, template, context, status=422 if faulty and status == 200 else status)  # noqa: PLR2004


def _draft_address(page: Page, ask: Ask) -> str:
    return page.link("plans:draft-keep", form=ask.draft) if ask.draft else ""


def draft_name(family: Family, form: str) -> str:
    """Give the name under which a half-written form is kept. It names no person."""
    return f"plans:{family.pk}:{form}"[:120]


def _forget(page: Page, ask: Ask) -> None:
    if ask.draft:
        editing.drop_draft(page=draft_name(page.family, ask.draft), by=page.who)


def _both(
    request: HttpRequest, page: Page, form: BaseForm, ask: Ask, clash: Conflict, *, template: str, **more: Any
) -> HttpResponse:
    """Show both texts; the second is kept as a draft, and can be changed and sent again."""
    if ask.draft:
        name, typed = draft_name(page.family, ask.draft), typed_in(request.POST)
        editing.keep_draft(page=name, fields=typed, version=0, by=page.who, now=page.now)
    version: int = clash.record.version  # type: ignore[attr-defined]
    again = request.POST.copy()
    again[form.add_prefix("version")] = str(version)
    form.data = again
    last = next(iter(queries.wordings_of([cast(Any, clash.record)])), None)
    more |= {
        "rows": [
            {"label": _label(form, name), "yours": _said(clash.yours[name]), "theirs": _said(theirs)}
            for name, theirs in clash.theirs.items()
            if theirs != clash.yours[name]
        ],
        "theirs_by": last.replaced_by if last else "Somebody else",
        "theirs_at": f"on {date_time_words(last.replaced_at)}" if last else "",
    }
    return draw(request, page, form, ask, template=template, status=CLASH, **more)


def _label(form: BaseForm, name: str) -> str:
    field = form.fields.get(name.removesuffix("_id"))
    return str(field.label) if field else ""


def _said(value: object) -> str:
    return "Nothing" if value in (None, "") else str(value)
