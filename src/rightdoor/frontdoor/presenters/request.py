"""One request in words: its sections, what was told, who is named, what happened."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from rightdoor.access.models import Practitioner
from rightdoor.access.permissions import Permission
from rightdoor.engines.codes import languages
from rightdoor.engines.facts import fact
from rightdoor.engines.story import PersonTold, Story
from rightdoor.frontdoor.flags import shown
from rightdoor.frontdoor.forms.ask_people import RELATIONS
from rightdoor.frontdoor.forms.ask_start import LAWFUL_BASES
from rightdoor.frontdoor.models import AgendaItem, Decision, HelpRequest
from rightdoor.frontdoor.policy import Standing
from rightdoor.frontdoor.presenters.asking import PART_WORDS
from rightdoor.frontdoor.presenters.queue import area_name, asker_words, clock
from rightdoor.frontdoor.states import STATES, State
from rightdoor.plans.models import LeadOffer
from rightdoor.ui.addresses import reverse
from rightdoor.ui.speaking import ENGLISH
from rightdoor.ui.words import age_words, date_words

SECTIONS = (
    ("request", "What was told"),
    ("known", "Are they known?"),
    ("screening", "Screening"),
    ("level", "Level of need"),
    ("services", "Services that fit"),
    ("decide", "Decide"),
    ("history", "What happened"),
)
_FOR_THE_FRONT_DOOR = frozenset({"known", "screening", "decide"})
_SEX = {"F": "female", "M": "male"}
_LIVES = {
    "yes": "lives with the children",
    "no": "does not live with the children",
    "sometimes": "lives with the children some of the time",
}
_OTHER_PARENT = {
    "not_known": "Asked about another parent or carer: not known.",
    "prefer_not": "Asked about another parent or carer: would rather not say.",
    "none": "Asked about another parent or carer: nobody else.",
}
_YES_NO = {"yes": "Yes", "no": "No", "unknown": "Not known"}


def request_page(
    who: Practitioner, request: HelpRequest, now: datetime, *, current: str, title: str
) -> dict[str, Any]:
    """Give what every page about a request needs."""
    return {
        "help_request": request,
        "title": title,
        "caption": f"Request {request.reference}",
        "sections": [
            {
                "text": words,
                "href": reverse(f"frontdoor:{name}", kwargs={"request_id": request.pk}),
                "current": name == current,
            }
            for name, words in SECTIONS
            if name not in _FOR_THE_FRONT_DOOR or who.may(Permission.REQUEST_TRIAGE)
        ],
        "flags": shown(request.flags),
        "state_words": STATES[State(request.state)].words,
        "clock": clock(request, now, request.pauses.all()) if request.decided_at is None else None,
        "may_triage": who.may(Permission.REQUEST_TRIAGE)
        and State(request.state) in {State.RECEIVED, State.SCREENING},
        "taken_by": request.taken_by,
        "wide": True,
    }


def told_page(who: Practitioner, request: HelpRequest, today: date) -> dict[str, Any]:
    """Give what was told: in words, and in rows of facts."""
    story = request.told
    return {
        "danger": story.in_danger_now == "yes",
        "danger_words": story.danger_words,
        "words": [
            {"title": title, "text": text, "by": asker_words(request)}
            for title, text in _spoken(story)
            if text
        ],
        "how_things_are": story.how_things_are,
        "people": [person_row(told, today) for told in story.people],
        "other_parent": _OTHER_PARENT.get(story.other_parent, ""),
        "asker_rows": _asker_rows(request),
        "home_rows": _home_rows(who, request, story),
        "agreement_rows": _agreement_rows(request),
    }


def _spoken(story: Story) -> list[tuple[str, str]]:
    return [
        ("Worries", story.worries),
        ("Going well", story.strengths),
        ("What would help", story.hopes),
        ("The children's words", story.child_words),
        ("Who already helps", story.others_helping),
    ]


def person_row(told: PersonTold, today: date) -> dict[str, Any]:
    """Give one person as `ui.people` wants them."""
    parts = [PART_WORDS[told.part], _relation(told), born_words(told, today), _SEX.get(told.sex, "")]
    lives = _LIVES.get(told.lives_with_children, "")
    tags = [
        {"text": fact_words(told, code), "tone": "people"}
        for code, value in told.facts.items()
        if value == "yes" and code != "lives_with_children"
    ]
    return {
        "name": told.full_name,
        "about": _sentences(parts),
        "note": _sentences([lives, _language(told)]),
        "tags": tags,
    }


def _sentences(parts: Iterable[str]) -> str:
    return ". ".join(f"{part[0].upper()}{part[1:]}" for part in parts if part)


def fact_words(told: PersonTold, code: str) -> str:
    """Give a fact's name in plain words."""
    return code.replace("_", " ").capitalize()


def _relation(told: PersonTold) -> str:
    return dict(RELATIONS).get(told.relation, "")


def _language(told: PersonTold) -> str:
    spoken = languages().get(told.first_language)
    needs = "needs an interpreter" if told.needs_interpreter == "yes" else ""
    return ", ".join(filter(None, [f"speaks {spoken.label}" if spoken else "", needs]))


def _language_of(request: HelpRequest) -> str:
    """Name the language the form was filled in in; nothing where that was English."""
    spoken = languages().get(request.language)
    return spoken.label if spoken and request.language != ENGLISH else ""


def born_words(told: PersonTold, today: date) -> str:
    """Say how old somebody is, as far as it was told."""
    if told.due_date:
        return f"expected {date_words(told.due_date)}"
    if told.birth_date is None:
        return "age not known"
    if told.birth_date > today:
        return f"born {date_words(told.birth_date)}"
    age = age_words(told.birth_date, today)
    return f"born {date_words(told.birth_date)}, {age}" if told.birth_date_exact else f"about {age}"


def what_to_do_first(request: HelpRequest, standing: Standing) -> dict[str, str] | None:
    """Give the link to what opens the choices that are closed; None when that is for nobody to do."""
    where = {"request_id": request.pk}
    if not standing.screened:
        return {"text": "Screen the request", "href": reverse("frontdoor:screening", kwargs=where)}
    if not standing.linked:
        return {"text": "Link the people named", "href": reverse("frontdoor:known", kwargs=where)}
    if not standing.agreed:
        return {"text": "Record agreement to help", "href": reverse("frontdoor:agree", kwargs=where)}
    return None


def _asker_rows(request: HelpRequest) -> list[dict[str, Any]]:
    rows = [
        ("Asked by", asker_words(request)),
        ("Language of the form", _language_of(request)),
        ("Name", request.asker_name),
        ("Job, or how they know the family", request.asker_job),
        ("Telephone", request.asker_telephone),
        ("E-mail", request.asker_email),
    ]
    return [{"key": key, "value": value} for key, value in rows if value]


def _home_rows(who: Practitioner, request: HelpRequest, story: Story) -> list[dict[str, Any]]:
    secret = story.address_secret == "yes"
    hidden = secret and not who.may(Permission.ADDRESS_SEE_PROTECTED)
    where = ", ".join(filter(None, [story.address, story.postcode]))
    contact = story.contact
    rows = [
        ("Address", "Kept secret" if hidden else where),
        ("Must the address stay secret?", _YES_NO[story.address_secret]),
        ("Area", "Kept secret" if hidden else area_name(request.area)),
        ("Speak first to", contact.name),
        ("Telephone of the family", contact.telephone),
        ("Safe to call?", _YES_NO[contact.safe_to_call]),
        ("E-mail of the family", contact.email),
        ("How to reach them safely", contact.safe_note),
    ]
    return [{"key": key, "value": value} for key, value in rows]


def _agreement_rows(request: HelpRequest) -> list[dict[str, Any]]:
    rows = [("Agreement", request.get_agreed_display()), ("Who agreed", request.agreed_by)]
    if request.agreed != "yes":
        basis = dict(LAWFUL_BASES).get(request.not_agreed_basis, request.not_agreed_basis)
        rows += [("Why without agreement", request.not_agreed_reason), ("Lawful basis", basis)]
    return [{"key": key, "value": value} for key, value in rows if value]


def entries(
    request: HelpRequest,
    decisions: Iterable[Decision],
    items: Iterable[AgendaItem],
    offers: Iterable[LeadOffer],
) -> list[dict[str, Any]]:
    """Give what happened to a request, newest first, as `ui.timeline` wants it."""
    found: list[tuple[datetime, dict[str, Any]]] = [
        (request.received_at, {"title": "Request received", "text": "", "by": asker_words(request)})
    ]
    found += [(d.at, _decided(d)) for d in decisions]
    found += [(i.decided_at, _ruled(i)) for i in items if i.decided_at]
    found += [(o.offered_at, _offered(o)) for o in offers]
    return [{"when": when, **entry} for when, entry in sorted(found, key=lambda one: one[0], reverse=True)]


def _decided(decision: Decision) -> dict[str, Any]:
    late = "" if decision.within_clock else " Later than the clock."
    told = f"\nTold to the one who asked: {decision.told_words}" if decision.told_words else ""
    return {
        "title": f"Decided: {decision.get_choice_display()}",
        "text": f"{decision.reason}{late}{told}",
        "by": decision.by.name,
    }


def _ruled(item: AgendaItem) -> dict[str, Any]:
    to = item.worker or item.agency
    return {
        "title": f"Panel: {item.get_outcome_display().lower()}" + (f", {to}" if to else ""),
        "text": item.reason,
        "by": item.decided_by.name if item.decided_by else "",
    }


def _offered(offer: LeadOffer) -> dict[str, Any]:
    said = f"{offer.get_answer_display()}. {offer.answer_reason}".strip()
    return {"title": f"Asked to lead: {offer.to.name}", "text": said, "by": ""}


def question_words(who: str, code: str) -> str:
    """Give the question a practitioner asks for a fact."""
    found = fact(who, code)
    return found.question_practitioner if found else code
