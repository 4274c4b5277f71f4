"""The whole-family assessment on one page, and the forms that change it."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from rightdoor.access import editing
from rightdoor.access.editing import put_back
from rightdoor.access.policy import Refused
from rightdoor.families.models import Member
from rightdoor.families.queries import latest_circumstances, people_of
from rightdoor.plans import actions, queries
from rightdoor.plans.advising import advice_on
from rightdoor.plans.forms.assessment import EntryChangeForm, EntryForm, RatingForm, SummaryForm
from rightdoor.plans.forms.choosing import level_name, person_chosen
from rightdoor.plans.models import Assessment
from rightdoor.plans.policy import may_write
from rightdoor.plans.presenters.advice import advice_view
from rightdoor.plans.presenters.assessment import (
    fact_rows,
    parts,
    person_answers,
    record_questions,
    scales,
)
from rightdoor.plans.presenters.clocks import clock
from rightdoor.plans.presenters.page import plan_page
from rightdoor.plans.questions import Section
from rightdoor.plans.views.common import Ask, Page, answer, draft_name, opened, refused, sent

CURRENT = "plans:assessment"
RATING = "RATING"
WRITTEN = [section for section in Section if section not in {Section.SCALES, Section.FACTS}]


def assessment(request: HttpRequest, family_id: UUID) -> HttpResponse:
    """Everything that is known, part by part, with room to write under each; a part is sent by itself."""
    page = opened(request, family_id, "assessment")
    held, members = queries.assessment_of(page.plan), people_of(page.family)
    sent = _sent(request)
    forms = {
        part.name: EntryForm(request.POST if sent == part.name else None, part=part, members=members)
        for part in WRITTEN
    }
    rating = RatingForm(request.POST if sent == RATING else None, members=members)
    form = rating if sent == RATING else forms.get(sent)
    if form is not None and form.is_valid():
        try:
            _add(page, held, form, members)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "It has been added.")
            editing.drop_draft(page=draft_name(page.family, _draft(sent)), by=page.who)
            return redirect(f"{page.link(CURRENT)}#{sent.lower()}")
    saved = _put_back(page, {**forms, RATING: rating})
    context = _context(page, held, members) | {"forms": forms, "rating": rating, "form": form, "saved": saved}
    faulty = form is not None and bool(form.errors)
    return render(request, "plans/assessment.html", context, status=422 if faulty else 200)


def _draft(part: str) -> str:
    return f"part-{part.lower()}"


def _put_back(page: Page, forms: Mapping[str, EntryForm | RatingForm]) -> dict[str, str]:
    """Put back, part by part, what was typed and not added; give the words that say so."""
    drafts = queries.drafts_of(page.who, draft_name(page.family, ""))
    return {
        part: put_back(form, drafts[_draft(part)])
        for part, form in forms.items()
        if _draft(part) in drafts and not form.is_bound
    }


def _sent(request: HttpRequest) -> str:
    if request.method != "POST":
        return ""
    names = [part.name for part in WRITTEN if f"{part.name.lower()}-text" in request.POST]
    return names[0] if names else RATING


def _add(page: Page, held: Assessment, form: EntryForm | RatingForm, members: list[Member]) -> None:
    told = form.cleaned_data
    person = person_chosen(members, told["person"])
    if isinstance(form, RatingForm):
        actions.rate(
            assessment=held,
            scale=told["scale"],
            score=told["score"],
            said_by=told["said_by"],
            why=told["why"],
            person=person,
            token=form.once,
            by=page.who,
            now=page.now,
        )
        return
    question = form.answers
    actions.add_entry(
        assessment=held,
        kind=question.kind,
        question=question.code,
        text=told["text"],
        person=person,
        said_by=told["said_by"],
        token=form.once,
        by=page.who,
        now=page.now,
    )


def _context(page: Page, held: Assessment, members: list[Member]) -> dict[str, Any]:
    today = localdate(page.now)
    address, protected = queries.home_is_recorded(page.family)
    return plan_page(page.who, page.plan, current=CURRENT, title="Assessment") | {
        "assessment": held,
        "clock": clock("Assessment", page.plan.assess_by, page.now, held.completed_at),
        "parts": parts(queries.entries_of(held), members),
        "removed": queries.entries_of(held, removed=True),
        "people": [{"member": member, "rows": person_answers(member, today)} for member in members],
        "record_questions": [{"code": q.code, "text": q.words} for q in record_questions()],
        "address_recorded": address,
        "address_protected": protected,
        "scales": scales(held.ratings.all()),
        "facts": fact_rows(latest_circumstances(page.family), members),
        "advice": advice_view(advice_on(page.family, today), members),
        "level_agreed": level_name(held.level),
        "level_advised": level_name(held.level_advised),
    }


def change_entry(request: HttpRequest, family_id: UUID, entry_id: UUID) -> HttpResponse:
    """Change the words of an entry."""
    page = opened(request, family_id, "entry")
    entry, members = queries.entry_or_404(page.plan, entry_id), people_of(page.family)
    initial = {
        "text": entry.text,
        "said_by": entry.said_by,
        "person": entry.person_id,
        "version": entry.version,
    }
    form = EntryChangeForm(sent(request), initial=initial, members=members)
    ask = Ask(
        f"Change: {entry.get_kind_display()}", CURRENT, page.link(CURRENT), draft=f"entry-{entry.pk.hex}"
    )
    if not may_write(page.plan, page.who):
        return refused(request, page, ask, may_write(page.plan, page.who))

    def act() -> str:
        told = form.cleaned_data
        actions.change_entry(
            entry=entry,
            text=told["text"],
            said_by=told["said_by"],
            person=person_chosen(members, told["person"]),
            version=form.typed_over,
            by=page.who,
            now=page.now,
        )
        return "It has been changed. The earlier wording is kept."

    earlier, out = queries.wordings_of([entry]), page.link("plans:entry-remove", entry_id=entry.pk)
    return answer(request, page, form, ask, act, earlier=earlier, take_out=out)


@require_POST
def remove_entry(request: HttpRequest, family_id: UUID, entry_id: UUID) -> HttpResponse:
    """Take an entry out; it can be put back from the foot of the page."""
    page = opened(request, family_id, "entry")
    entry = queries.entry_or_404(page.plan, entry_id)
    try:
        actions.remove_entry(entry=entry, version=entry.version, by=page.who, now=page.now)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "It has been taken out. You can put it back from the foot of this page.")
    return redirect(page.link(CURRENT))


@require_POST
def restore_entry(request: HttpRequest, family_id: UUID, entry_id: UUID) -> HttpResponse:
    """Put an entry back."""
    page = opened(request, family_id, "entry")
    entry = queries.entry_or_404(page.plan, entry_id)
    try:
        actions.restore_entry(entry=entry, by=page.who, now=page.now)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "It has been put back.")
    return redirect(page.link(CURRENT))


def change_summary(request: HttpRequest, family_id: UUID) -> HttpResponse:
    """Write what it all means."""
    page = opened(request, family_id, "summary")
    held = queries.assessment_of(page.plan)
    form = SummaryForm(sent(request), initial={"summary": held.summary, "version": held.version})
    ask = Ask("What it all means", CURRENT, page.link(CURRENT), draft="summary")
    if not may_write(page.plan, page.who):
        return refused(request, page, ask, may_write(page.plan, page.who))

    def act() -> str:
        actions.write_summary(
            assessment=held,
            summary=form.cleaned_data["summary"],
            version=form.typed_over,
            by=page.who,
            now=page.now,
        )
        return "The summary has been saved."

    return answer(request, page, form, ask, act, earlier=queries.wordings_of([held]))
