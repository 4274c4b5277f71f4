"""Facts that the rules still ask for, and the level agreed at the end of the assessment."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.timezone import localdate

from rightdoor.engines.facts.vocabulary import Fact, vocabulary
from rightdoor.engines.rules import LevelResult
from rightdoor.families import actions as families
from rightdoor.families.queries import latest_circumstances, people_of
from rightdoor.plans import actions, queries
from rightdoor.plans.advising import advice_on
from rightdoor.plans.forms.assessment import CompleteForm, FactsForm
from rightdoor.plans.policy import may_complete, may_write
from rightdoor.plans.presenters.advice import advice_view
from rightdoor.plans.views.common import Ask, answer, opened, refused, sent

CURRENT = "plans:assessment"


def family_facts(request: HttpRequest, family_id: UUID) -> HttpResponse:
    """Answer what the rules ask about the family as a whole."""
    return _facts(request, family_id, None)


def person_facts(request: HttpRequest, family_id: UUID, person_id: UUID) -> HttpResponse:
    """Answer what the rules ask about one person."""
    return _facts(request, family_id, person_id)


def _facts(request: HttpRequest, family_id: UUID, person_id: UUID | None) -> HttpResponse:
    page = opened(request, family_id, "facts")
    member = next((m for m in people_of(page.family) if m.person_id == person_id), None)
    if person_id and member is None:
        raise Http404
    person, part = (member.person, str(member.part)) if member else (None, "family")
    known = {
        code: row.value
        for (whose, code), row in latest_circumstances(page.family).items()
        if whose == person_id
    }
    asked = _asked(part, person_id, known.keys(), advice_on(page.family, localdate(page.now)))
    form = FactsForm(sent(request), facts=asked, known=known)
    whom = person.full_name if person else "the family"
    ask = Ask(f"Things to know about {whom}", CURRENT, f"{page.link(CURRENT)}#facts")
    if not may_write(page.plan, page.who):
        return refused(request, page, ask, may_write(page.plan, page.who))

    def act() -> str:
        changes, told_by = form.changes, form.cleaned_data["told_by"]
        families.record_circumstances(
            family=page.family, person=person, facts=changes, told_by=told_by, by=page.who, now=page.now
        )
        return "The answers have been saved."

    return answer(request, page, form, ask, act)


def _asked(part: str, person_id: UUID | None, known: object, advice: LevelResult) -> list[Fact]:
    """Give the facts worth asking: what the rules wait for, the short screen, what was already told."""
    wanted = {q.code for q in advice.questions if q.person == (str(person_id) if person_id else None)}
    recorded = set(known)  # type: ignore[call-overload]
    return [
        fact
        for (who, code), fact in vocabulary().items()
        if who == part and not fact.derived and (code in wanted or code in recorded or fact.screening)
    ]


def complete(request: HttpRequest, family_id: UUID) -> HttpResponse:
    """Finish the assessment with the level agreed; what the rules advise stands beside it."""
    page = opened(request, family_id, "assessment-complete")
    held, members = queries.assessment_of(page.plan), people_of(page.family)
    advice = advice_on(page.family, localdate(page.now))
    form = CompleteForm(sent(request))
    ask = Ask(
        "Finish the assessment", CURRENT, page.link(CURRENT), draft="complete", submit="Finish the assessment"
    )
    held.plan = page.plan
    if not may_complete(held, page.who):
        return refused(request, page, ask, may_complete(held, page.who))

    def act() -> str:
        actions.complete_assessment(
            assessment=held, advice=advice, by=page.who, now=page.now, **form.cleaned_data
        )
        return "The assessment is finished."

    view = advice_view(advice, members)
    return answer(request, page, form, ask, act, template="plans/complete.html", advice=view)
