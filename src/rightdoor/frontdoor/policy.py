"""What may be decided about a request, and why not: pure rules over how the request stands."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from rightdoor.access.models import Practitioner
from rightdoor.access.permissions import Permission
from rightdoor.access.policy import YES, Ruling, no
from rightdoor.families.models import Service
from rightdoor.frontdoor.models import Choice, HelpRequest, PanelMeeting
from rightdoor.frontdoor.states import OPEN, State

UNSCREENED = "Screen the request first. A decision rests on what was asked and answered."
NOT_LINKED = "First say who is already known: link the people named to records, or make new ones."
NO_AGREEMENT = (
    "Early help needs the family's agreement, and there is none on record. "
    "Ask them and record it, or choose advice, social care or MARAC."
)
EDGE_OF_CARE = (
    "The family is in Edge of Care. A family is never in Edge of Care and Early Help at once. "
    "Edge of Care has to end first."
)
HAS_LEAD = (
    "{lead} already holds this family's plan. Choose the team around the family: the request goes to them."
)
NO_PANEL = "This partnership has no panel in its pack."
NO_ABUSE = "MARAC is for domestic abuse, and none has been told or found. Screen for it first."
DECIDED = "This request has already been decided."
MOVED = "Somebody has changed this request since you opened it. Look at it again; nothing has been lost."
_EARLY_HELP = frozenset({Choice.SINGLE_AGENCY, Choice.TEAM, Choice.PANEL})
_NEEDS_RECORD = frozenset({*_EARLY_HELP, Choice.STATUTORY, Choice.MARAC})
# Nothing may hold up a referral for significant harm: in danger these do not wait for the screen.
_IN_DANGER = frozenset({Choice.STATUTORY, Choice.MARAC})


@dataclass(frozen=True)
class Standing:
    """How a request stands when somebody is about to decide."""

    screened: bool = False
    linked: bool = False
    agreed: bool = False
    danger_now: bool = False
    domestic_abuse: bool = False
    service: str = Service.NONE
    lead: str = ""
    panels: int = 1


@dataclass(frozen=True)
class Option:
    """One choice: whether it is open and, when not, why not."""

    choice: Choice
    open: bool
    why_not: str = ""
    note: str = ""

    @property
    def words(self) -> str:
        """The choice in words."""
        return str(self.choice.label)


def options(standing: Standing) -> list[Option]:
    """Give every choice, in order, with whether it is open now."""
    return [_option(choice, standing) for choice in Choice]


def as_kept(offered: Iterable[Option]) -> list[dict[str, Any]]:
    """Give the options as they are kept with a decision."""
    return [{**asdict(option), "choice": option.choice.value, "words": option.words} for option in offered]


def may_choose(choice: Choice, standing: Standing) -> Ruling:
    """Say whether a choice is open, with the first reason against it."""
    closed = next((why for applies, why in _against(choice, standing) if applies), "")
    return no(closed) if closed else YES


def _option(choice: Choice, standing: Standing) -> Option:
    ruling = may_choose(choice, standing)
    note = ""
    if ruling and choice is Choice.TEAM and standing.lead:
        note = f"{standing.lead} already holds this family's plan and will be told."
    return Option(choice, bool(ruling), ruling.reason, note)


def _against(choice: Choice, standing: Standing) -> list[tuple[bool, str]]:
    urgent = standing.danger_now and choice in _IN_DANGER
    early = choice in _EARLY_HELP
    return [
        (not standing.screened and not urgent, UNSCREENED),
        (choice in _NEEDS_RECORD and not standing.linked and not urgent, NOT_LINKED),
        (early and standing.service == Service.EDGE_OF_CARE, EDGE_OF_CARE),
        (early and not standing.agreed, NO_AGREEMENT),
        (choice is Choice.PANEL and not standing.panels, NO_PANEL),
        (choice is Choice.PANEL and bool(standing.lead), HAS_LEAD.format(lead=standing.lead)),
        (choice is Choice.MARAC and not standing.domestic_abuse, NO_ABUSE),
    ]


def may_work_on(request: HelpRequest, who: Practitioner) -> Ruling:
    """Whether somebody may screen, link or pause a request: the front door, while it is open there."""
    if not who.may(Permission.REQUEST_TRIAGE):
        return no("Only the front door works on requests.")
    if State(request.state) not in {State.RECEIVED, State.SCREENING}:
        return no(DECIDED)
    return YES


def may_tend(request: HelpRequest, who: Practitioner) -> Ruling:
    """Whether somebody may record agreement, or stop and start the clock: the front door, while open."""
    if not who.may(Permission.REQUEST_TRIAGE):
        return no("Only the front door works on requests.")
    return YES if is_open(request) else no(DECIDED)


def may_decide(request: HelpRequest, who: Practitioner) -> Ruling:
    """Whether somebody may decide about a request now."""
    if not who.may(Permission.REQUEST_DECIDE):
        return no("Your role reads requests but does not decide them.")
    if State(request.state) not in {State.RECEIVED, State.SCREENING}:
        return no(DECIDED)
    return YES


def may_offer_again(request: HelpRequest, who: Practitioner) -> Ruling:
    """Whether somebody else may be asked to lead."""
    if request.state != State.ALLOCATING:
        return no("Nobody has to be found for this request.")
    if not who.may(Permission.PLAN_ALLOCATE):
        return no("Only the front door, a panel or a supervisor can ask somebody to lead.")
    return YES


def may_plan_meeting(who: Practitioner) -> Ruling:
    """Whether somebody may plan a meeting of a panel."""
    if who.may(Permission.PANEL_CHAIR) or who.may(Permission.REQUEST_DECIDE):
        return YES
    return no("Only a panel chair or the front door plans meetings.")


def may_chair(meeting: PanelMeeting, who: Practitioner) -> Ruling:
    """Whether somebody may decide items, write minutes and close a meeting."""
    if not who.may(Permission.PANEL_CHAIR):
        return no("Only a panel chair can do this.")
    if meeting.closed_at:
        return no("This meeting is closed. Its minutes can be read but not changed.")
    return YES


def may_add_to(meeting: PanelMeeting, on_agenda: int) -> Ruling:
    """Whether one more request fits on an agenda."""
    if meeting.closed_at:
        return no("That meeting is closed. Choose a later one.")
    if on_agenda >= meeting.capacity:
        return no(f"That meeting is full: {on_agenda} of {meeting.capacity}. Choose a later one.")
    return YES


def is_open(request: HelpRequest) -> bool:
    """Say whether the front door or a panel still has the request in hand."""
    return State(request.state) in OPEN
