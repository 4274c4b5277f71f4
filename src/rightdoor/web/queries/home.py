"""Everything the home page of a practitioner shows, by what they may do."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from rightdoor.access.models import Practitioner
from rightdoor.access.permissions import Permission as P
from rightdoor.frontdoor.models import HelpRequest, PanelMeeting
from rightdoor.plans import queries as plans
from rightdoor.plans.models import Plan
from rightdoor.web.queries import desk


@dataclass
class Home:
    """One practitioner's day. What they have no part in stays empty."""

    due: Sequence[plans.Due] = ()
    offers: Sequence[plans.Waiting] = ()
    held: Sequence[Plan] = ()
    helped: Sequence[plans.Helping] = ()
    load: plans.Caseload | None = None
    team: Sequence[plans.LeadLine] = ()
    queue: desk.Queue | None = None
    meetings: Sequence[PanelMeeting] = ()
    sent: Sequence[HelpRequest] = ()

    @property
    def busy(self) -> bool:
        """Whether there is anything to show."""
        parts = (
            self.due,
            self.offers,
            self.held,
            self.helped,
            self.team,
            self.queue,
            self.meetings,
            self.sent,
        )
        return any(parts)


def home_of(who: Practitioner, now: datetime) -> Home:
    """Gather the day of a practitioner, in a number of queries that depends on their roles alone."""
    home = Home()
    held = plans.held_with_dates(who) if who.may(P.FAMILY_WRITE) else []
    if who.may(P.FAMILY_WRITE):
        home.due, home.offers = plans.due(who, now, held), plans.offers_waiting(who, now)
        home.helped = plans.teams_of(who)
    if who.may(P.PLAN_LEAD):
        home.held, home.load = held, plans.caseload(who, len(held))
    if who.may(P.PLAN_SUPERVISE):
        home.team = plans.team_lines(who, now)
    if who.may(P.REQUEST_TRIAGE):
        home.queue = desk.queue_counts(now)
    if who.may(P.PANEL_READ):
        home.meetings = desk.meetings_ahead(who, now)
    if who.may(P.REQUEST_SEND):
        home.sent = desk.last_sent(who)
    return home
