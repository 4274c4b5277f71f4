"""The request form in words: headings, the list of people, and the answers to check."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django import forms
from django.forms import BoundField

from rightdoor.frontdoor.asking.answers import OTHER_PARENT, PRACTITIONER, YOU, Answers
from rightdoor.frontdoor.asking.steps import CHECK, Place, must_still_answer, path
from rightdoor.frontdoor.asking.words import title
from rightdoor.frontdoor.clocks import by_when
from rightdoor.frontdoor.forms.ask import AskForm
from rightdoor.frontdoor.forms.ask_story import ScreeningForm
from rightdoor.frontdoor.forms.asking import form_for
from rightdoor.frontdoor.models import HelpRequest
from rightdoor.ui.addresses import reverse
from rightdoor.ui.dates import PartialDate
from rightdoor.ui.speaking import gettext
from rightdoor.ui.speaking import lazy as _
from rightdoor.ui.words import date_words, nl2br

PART_WORDS = {
    "child": _("Child or young person"),
    "parent": _("Parent or carer"),
    "other_adult": _("Another adult"),
    "unknown": _("Part not known"),
}
# Kept for reckoning, not said by anybody.
_NOT_SAID = frozenset({"told_on", "area", "elsewhere"})
_LONG = 60


def address(number: int, place: Place) -> str:
    """Give the address of one page of a form; `number` says which of this browser's forms it is."""
    step, key = place
    if place == CHECK:
        return reverse("ask:check", kwargs={"number": number})
    if key:
        return reverse("ask:question-of", kwargs={"number": number, "step": step, "key": key})
    return reverse("ask:question", kwargs={"number": number, "step": step})


def heading(step: str, key: str, answers: Answers) -> str:
    """Give the heading of a page with several questions; empty where its one question is the heading."""
    if step == "screening":
        return "Short screen of each parent" if not key else _more_about(key, answers)
    if step == "equality":
        return _background_of(key, answers)
    if step == "birth":
        return gettext("About you") if key == YOU else gettext("About %(name)s") % _named_in(key, answers)
    if step == "person":
        return _person_heading(key, answers)
    return title(step, answers.asker)


def _named_in(key: str, answers: Answers) -> dict[str, str]:
    return {"name": answers.name(key)}


def _more_about(key: str, answers: Answers) -> str:
    if key == YOU:
        return gettext("More about you")
    return gettext("More about %(name)s") % _named_in(key, answers)


def _background_of(key: str, answers: Answers) -> str:
    if key == YOU:
        return gettext("Your background")
    return gettext("Background of %(name)s") % _named_in(key, answers)


def _person_heading(key: str, answers: Answers) -> str:
    if key == YOU:
        return gettext("What is your name?")
    if key == OTHER_PARENT:
        return gettext("Who is the other parent or carer?")
    return gettext("Who else is there?") if answers.listed else gettext("Who is the first person?")


def people_rows(answers: Answers) -> list[dict[str, Any]]:
    """Give one row for each person on the list."""
    return [
        {
            "key": key,
            "name": answers.name(key).capitalize() if not answers.of("person", key).get("known_as") else
            answers.name(key),
            "about": PART_WORDS[answers.part(key)],
        }
        for key in answers.listed
    ]  # fmt: skip


def summaries(answers: Answers, number: int, today: date) -> list[dict[str, Any]]:
    """Give the answers to check: one list for each page, with a link to change each."""
    found = []
    for step, key in _places(answers):
        rows = list(_rows(step, key, answers, number, today))
        if rows:
            found.append({"title": _section(step, key, answers), "rows": rows})
    return found


def _places(answers: Answers) -> Iterator[Place]:
    """Give every page answered or to be answered, people of the list where the list stands."""
    for place in path(answers):
        if place[0] != "people":
            yield place
            continue
        for key in answers.listed:
            yield ("person", key)
            if answers.asker != PRACTITIONER:
                yield ("birth", key)


def _section(step: str, key: str, answers: Answers) -> str:
    if key and step in {"person", "birth"}:
        name = answers.name(key)
        shown = f"{name[0].upper()}{name[1:]}"
        return gettext("%(name)s: age") % {"name": shown} if step == "birth" else shown
    return heading(step, key, answers)


def _rows(step: str, key: str, answers: Answers, number: int, today: date) -> Iterator[dict[str, Any]]:
    href = f"{address(number, (step, key))}?from=check"
    kept = answers.of(step, key)
    if not answers.has(step, key):
        needed = (step, key) in must_still_answer(answers)
        yield {
            "key": heading(step, key, answers) or _only_label(step, key, answers, today),
            "value": gettext("You still need to answer this") if needed else gettext("Not answered"),
            "action": {"href": href, "text": gettext("Answer"), "hidden": _hidden(step, key, answers)},
        }
        return
    form = form_for(step, key, answers.asker)(answers=answers, today=today, key=key, initial=kept)
    named = _named(form) if not key else {}
    for bound in form:
        words = said(bound, kept.get(bound.name))
        label = f"{named[bound.name]}: {bound.label}" if bound.name in named else str(bound.label)
        if words:
            yield {
                "key": label,
                "value": words,
                "action": {
                    "href": href,
                    "text": gettext("Change"),
                    "hidden": f"{label} {_whose(key, answers)}",
                },
            }
    if not any(said(bound, kept.get(bound.name)) for bound in form):
        yield {
            "key": heading(step, key, answers) or _only_label(step, key, answers, today),
            "value": gettext("Left empty"),
            "action": {"href": href, "text": gettext("Change"), "hidden": _hidden(step, key, answers)},
        }


def _named(form: AskForm) -> dict[str, str]:
    """Give, for questions asked of several people on one page, whom each is about."""
    groups = form.groups() if isinstance(form, ScreeningForm) else []
    return {bound.name: name[0].upper() + name[1:] for name, bounds in groups for bound in bounds}


def _hidden(step: str, key: str, answers: Answers) -> str:
    return f"{step.replace('-', ' ')} {_whose(key, answers)}".strip()


def _whose(key: str, answers: Answers) -> str:
    return f"({answers.name(key)})" if key else ""


def _only_label(step: str, key: str, answers: Answers, today: date) -> str:
    form: AskForm = form_for(step, key, answers.asker)(answers=answers, today=today, key=key)
    asked = form.asked()
    return str(asked[0].label) if asked else step


def said(bound: BoundField, value: Any) -> Any:
    """Give an answer as words; empty when nothing was said."""
    if value in (None, "", []) or bound.name in _NOT_SAID:
        return ""
    field: Any = bound.field
    chosen: dict[Any, Any] = dict(field.choices) if hasattr(field, "choices") else {}
    if isinstance(field, forms.MultipleChoiceField):
        return ", ".join(str(chosen.get(one, one)) for one in value)
    if isinstance(field, forms.ChoiceField):
        return str(chosen.get(str(value), value))
    if hasattr(field, "called"):
        return date_words(_partial(str(value)))
    return nl2br(value) if len(str(value)) > _LONG else str(value)


def _partial(text: str) -> Any:
    try:
        found = PartialDate.parse(text)
    except ValueError:
        return text
    return found.exact or found


def what_is_missing(number: int, answers: Answers, missing: list[Place]) -> dict[str, Any]:
    """Give the summary of pages that must still be answered, each with the way to it."""
    listed = [
        {
            "text": gettext("Answer: %(question)s") % {"question": _called(place, answers)},
            "href": f"{address(number, place)}?from=check",
        }
        for place in missing
    ]
    return {"titleText": gettext("There is a problem"), "errorList": listed}


def _called(place: Place, answers: Answers) -> str:
    here = heading(*place, answers)
    return here or _only_label(*place, answers, date.max) or place[0]


def next_steps(request: HelpRequest) -> list[str]:
    """Say what happens next with a request that has come, and by when."""
    return [
        gettext("Somebody at the front door reads what you wrote."),
        gettext("They decide who can help, by %(day)s.") % {"day": by_when(request.due_at)},
        _how_we_tell(request.asker, told=bool(request.asker_email)),
    ]


def _how_we_tell(asker: str, *, told: bool) -> str:
    if asker == "practitioner":
        return "We write to you with the outcome. You also find it under Requests I sent."
    if asker == "public":
        return gettext("We keep each family's business private, so we may not be able to tell you more.")
    if told:
        return gettext("We write to you.")
    return gettext("We get in touch in the way you told us is safe.")
