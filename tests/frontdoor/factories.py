"""Requests for tests, in the words of the house."""

from datetime import date, datetime, timedelta
from typing import Any

from rightdoor.access.models import Practitioner
from rightdoor.engines.story import Contact, PersonTold, Story
from rightdoor.families.models import Family
from rightdoor.frontdoor import actions
from rightdoor.frontdoor.actions import Asking, Chosen
from rightdoor.frontdoor.circumstances import document_of, with_answers
from rightdoor.frontdoor.models import Choice, HelpRequest, PanelMeeting, Screening
from tests import factories

MUM = PersonTold(
    key="mum",
    part="parent",
    known_as="Marta",
    family_name="Vale",
    birth_date=date(1996, 3, 1),
    sex="F",
    relation="parent",
    lives_with_children="yes",
    facts={"mental_health": "yes"},
)
CHILD = PersonTold(
    key="c1", part="child", known_as="Noor", family_name="Vale", birth_date=date(2023, 5, 1), sex="F"
)
DAD = PersonTold(key="dad", part="parent", known_as="Owen", family_name="Reed", relation="parent")


def story(**changes: Any) -> Story:
    """Give what a health visitor tells of a mother and her child."""
    told: dict[str, Any] = {
        "people": [MUM, CHILD],
        "other_parent": "not_known",
        "address": "4 Elm Road",
        "postcode": "SE13 6LY",
        "contact": Contact(name="Marta Vale", telephone="020 7946 0001", safe_to_call="yes"),
        "worries": "Marta is very low and does not leave the flat.",
        "strengths": "She reads to Noor each night.",
        "in_danger_now": "no",
    }
    return Story(**{**told, **changes})


def asking(**changes: Any) -> Asking:
    """Give a practitioner with the family's agreement."""
    told: dict[str, Any] = {"asker": "practitioner", "job": "Health visitor", "agreed": "yes"}
    return Asking(**{**told, "agreed_by": "Marta Vale", **changes})


def officer(**rest: Any) -> Practitioner:
    """Give a front-door officer."""
    return factories.practitioner("front_door", name=rest.pop("name", "Fran Doorley"), **rest)


def lead(**rest: Any) -> Practitioner:
    """Give somebody who may hold plans."""
    return factories.practitioner("lead", name=rest.pop("name", "Lee Holder"), **rest)


def chair(**rest: Any) -> Practitioner:
    """Give somebody who runs panels."""
    return factories.practitioner("panel_chair", name=rest.pop("name", "Pat Chair"), **rest)


def request(now: datetime, *, by: Practitioner | None = None, **story_changes: Any) -> HelpRequest:
    """Give a request sent by a health visitor."""
    sender = by or factories.practitioner("practitioner", name="Hanna Visitor")
    return actions.send_request(story=story(**story_changes), asking=asking(), by=sender, now=now)


def screened(
    sent: HelpRequest, by: Practitioner, now: datetime, answers: dict[str, dict[str, Any]] | None = None
) -> Screening:
    """Screen a request with what it told and these answers more."""
    document = with_answers(document_of(sent.told, now.date()), answers or {})
    return actions.screen(request=sent, document=document, by=by, now=now)


def linked(sent: HelpRequest, by: Practitioner, now: datetime) -> Family:
    """Make new records for everybody named."""
    return actions.link_people(request=sent, matches={}, family=None, by=by, now=now)


def ready(now: datetime, *, by: Practitioner | None = None, **story_changes: Any) -> HelpRequest:
    """Give a request that has been screened and linked, so that everything may be decided."""
    who = by or officer()
    sent = request(now, **story_changes)
    screened(sent, who, now)
    linked(sent, who, now)
    sent.refresh_from_db()
    return sent


def meeting(
    now: datetime, *, days: int = 2, capacity: int = 5, by: Practitioner | None = None
) -> PanelMeeting:
    """Give a meeting of the early help panel some days from now."""
    return actions.plan_meeting(
        panel="early-help-panel",
        at=now + timedelta(days=days),
        place="Room 2",
        capacity=capacity,
        by=by or chair(),
        now=now,
    )


def at_panel(now: datetime, held: PanelMeeting, *, by: Practitioner | None = None) -> HelpRequest:
    """Give a request on the agenda of a meeting."""
    who = by or officer()
    sent = ready(now, by=who)
    chosen = Chosen(choice=Choice.PANEL, reason="Several services may fit.", meeting=held)
    actions.decide(request=sent, chosen=chosen, by=who, now=now)
    sent.refresh_from_db()
    return sent
