"""What those who asked are told, in which words. A letter never names the family or says what was told.

A practitioner hears the outcome. Somebody of the family hears what happens next, on the address they called
safe, and less where abuse was told: another may read it. Anybody else hears that it was read, no more.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from rightdoor.access.models import Agency, Practitioner
from rightdoor.access.partnership import pack
from rightdoor.frontdoor.clocks import by_when
from rightdoor.frontdoor.flags import DANGER_NOW
from rightdoor.frontdoor.models import Choice, Decision, HelpRequest
from rightdoor.post import actions as post
from rightdoor.ui.speaking import ENGLISH, gettext, language, speaking
from rightdoor.ui.speaking import lazy as _
from rightdoor.ui.words import date_words

_FAMILY = frozenset({"parent", "young_person"})
_SAFE_WORDS = _("We have what you sent us. We will be in touch.")
_PUBLIC_WORDS = _(
    "Thank you. Somebody at the front door has read what you sent us and has decided what to do. "
    "We keep each family's business private, so we cannot tell you more. "
    "If you see that somebody is in danger, call 999."
)
TO_FAMILY: dict[str, str] = {
    Choice.ADVISE: _("We have read what you sent us and know who may help. A worker will tell you more."),
    Choice.SINGLE_AGENCY: _(
        "We have read what you sent us. One service can help you. They will get in touch."
    ),
    Choice.TEAM: _("We have read what you sent us. We are now finding one worker to help your whole family."),
    Choice.PANEL: _(
        "We have read what you sent us. Some workers will meet and choose who can help you best."
    ),
    Choice.STATUTORY: _("We have read what you sent us. A social worker will get in touch with you."),
    Choice.DECLINE: _("We have read what you sent us. We cannot help in this way. We will tell you who can."),
}
TO_PRACTITIONER: dict[str, str] = {
    Choice.ADVISE: "Outcome: advice, and pointing to services. The reasons are on the page of your request.",
    Choice.SINGLE_AGENCY: "Outcome: one agency will help. Agency: {agency}.",
    Choice.TEAM: "Outcome: a team around the family. We are asking a lead professional to take it on.",
    Choice.PANEL: "Outcome: a panel decides. Panel: {panel}, on {meeting}.",
    Choice.STATUTORY: "Outcome: passed to children's social care.",
    Choice.MARAC: "Outcome so far: referred to MARAC. A decision about help for the family follows.",
    Choice.DECLINE: "Outcome: no help through this door. The reason is on the page of your request.",
}
HELPING_FAMILY = _("One worker will now help your whole family. They will get in touch soon to say hello.")
HELPING_PRACTITIONER = "A lead professional has taken the family on."
BACK_PRACTITIONER = "The panel has sent the request back to the front door, which decides again."
ELSEWHERE_FAMILY = _("We think another service can help you best. They will get in touch.")
ELSEWHERE_PRACTITIONER = "Outcome: the panel gave the request to another agency. Agency: {agency}."


@dataclass(frozen=True)
class Sent:
    """What was said, and whether anybody could be told; kept with the decision."""

    words: str
    told: bool


def received(request: HelpRequest, *, now: datetime) -> Sent:
    """Say that a request has come and by when it will be decided."""
    return _write(request, _("We have your request"), lambda: _received(request), now=now)


def _received(request: HelpRequest) -> str:
    if request.asker in _FAMILY and _abuse_told(request):
        return str(_SAFE_WORDS)
    return gettext("We have your request for help. Its reference is %(reference)s. We decide by %(day)s.") % {
        "reference": request.reference,
        "day": by_when(request.due_at),
    }


def decided(request: HelpRequest, decision: Decision, *, meeting: datetime | None, now: datetime) -> Sent:
    """Tell whoever asked what was decided; nobody but a practitioner hears of a MARAC."""
    if not outcome_words(request, decision, meeting=meeting):
        return Sent("", told=False)
    return _write(
        request,
        _("About your request"),
        lambda: outcome_words(request, decision, meeting=meeting),
        now=now,
    )


def outcome_words(request: HelpRequest, decision: Decision, *, meeting: datetime | None = None) -> str:
    """Give what the asker is told of a decision; empty where telling could put somebody at risk."""
    if request.asker == "practitioner":
        words = TO_PRACTITIONER[decision.choice].format(
            agency=decision.agency or "",
            panel=_panel_name(decision.panel),
            meeting=date_words(meeting),
        )
        return " ".join(filter(None, [words, _pointed_to(decision), _about_children(request)]))
    if decision.choice == Choice.MARAC:
        return ""
    if request.asker == "public":
        return str(_PUBLIC_WORDS)
    return str(_SAFE_WORDS if _abuse_told(request) else TO_FAMILY[decision.choice])


def moved_on(request: HelpRequest, *, family: str, practitioner: str, now: datetime) -> Sent:
    """Tell those who may know what happened after the decision; somebody outside hears nothing more."""
    if request.asker == "public":
        return Sent("", told=False)
    words = practitioner if request.asker == "practitioner" else family
    if request.asker in _FAMILY and _abuse_told(request):
        words = _SAFE_WORDS
    return _write(request, _("About your request"), lambda: str(words), now=now)


def _write(request: HelpRequest, subject: str, words: Callable[[], str], *, now: datetime) -> Sent:
    """Write in the language the request was sent in; what is kept for the front door is in English."""
    address = request.asker_email
    if address:
        with speaking(request.language):
            post.write(
                to_name=request.asker_name,
                to_address=address,
                subject=f"{subject}, {request.reference}",
                body=f"{words()}\n\n{gettext('Reference:')} {request.reference}\n{_signed()}\n",
                about=request.because,
                now=now,
            )
    with speaking(ENGLISH):
        return Sent(words() + _in_which_language(request), told=bool(address))


def _in_which_language(request: HelpRequest) -> str:
    if request.language == ENGLISH or not request.asker_email:
        return ""
    return f" (Sent in {language(request.language).locale.get_language_name('en')}.)"


def _signed() -> str:
    partnership = pack().partnership
    return partnership.contact.front_door or partnership.partnership


def _abuse_told(request: HelpRequest) -> bool:
    story = request.told
    abused = any(person.facts.get("domestic_abuse") == "yes" for person in story.people)
    return abused or DANGER_NOW in request.flags or story.address_secret == "yes"


def _pointed_to(decision: Decision) -> str:
    names = [service.name for service in pack().services if service.id in decision.services]
    return f"Services: {', '.join(names)}." if names else ""


def _about_children(request: HelpRequest) -> str:
    """Ask those who work with adults to go on asking about the children."""
    asks = "Please ask about the children each time you see the parent, and tell us if you are worried."
    return asks if "adult-service" in request.flags else ""


def _panel_name(panel: str) -> str:
    try:
        return pack().panel(panel).name
    except KeyError:
        return ""


def to_agency(
    request: HelpRequest, agency: Agency, address: str, *, about_children: bool, now: datetime
) -> None:
    """Tell an agency that it is asked to help. It learns who the family is from us, not by e-mail."""
    asks = (
        "The family includes children. Please ask about them each time, and tell us if you are worried."
        if about_children
        else ""
    )
    words = (
        f"The front door asks {agency.name} to help a family. Please contact us within one working day and "
        f"give the reference. For the family's safety this message does not name them. {asks}"
    )
    post.write(
        to_name=agency.name,
        to_address=address,
        subject=f"A family needs your help, {request.reference}",
        body=f"{words.strip()}\n\nReference: {request.reference}\n{_signed()}\n",
        about=request.because,
        now=now,
    )


def to_lead(lead: Practitioner, request: HelpRequest, *, now: datetime) -> None:
    """Tell a lead that another request about a family they lead has come."""
    post.write(
        to_name=lead.name,
        to_address=lead.email,
        subject="Another request about a family you lead",
        body=f"Hello {lead.name},\n\nA request for help, {request.reference}, is about a family whose plan "
        "you hold. The front door passes it to you. Sign in to Rightdoor to read it.\n",
        about=request.because,
        now=now,
    )
