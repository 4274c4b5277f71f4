"""Moving a request from one state to the next: locked, checked against the table, audited under its event."""

from datetime import datetime
from typing import Any

from django.db import transaction

from rightdoor.access import audit
from rightdoor.access.models import Practitioner
from rightdoor.access.policy import Refused
from rightdoor.families import actions as families
from rightdoor.families.models import Sight
from rightdoor.frontdoor import clocks
from rightdoor.frontdoor.locking import touched
from rightdoor.frontdoor.models import HelpRequest
from rightdoor.frontdoor.policy import is_open
from rightdoor.frontdoor.states import STATES, State, may_become

_CLOCK_OF = {State.AT_PANEL: clocks.PANEL, State.ALLOCATING: clocks.ANSWER, State.SCREENING: clocks.DECIDE}


@transaction.atomic
def move(*, request: HelpRequest, to: State, by: Practitioner, now: datetime, **detail: Any) -> HelpRequest:
    """Move a locked request on; its clock becomes the new state's. Raises Refused where the table says no."""
    before = State(request.state)
    if not may_become(before, to):
        raise Refused(f"A request that is “{STATES[before].words}” cannot become “{STATES[to].words}”.")
    request.state = to
    clock = _CLOCK_OF.get(to)
    # The first clock goes on from receipt to decision; later ones start when the request arrives there.
    if clock and before != State.RECEIVED:
        for field, value in clocks.started(clock, now).items():
            setattr(request, field, value)
    touched(request)
    audit.record(
        STATES[to].audit, request, by=by, now=now, family_id=request.family_id, before=before.value, **detail
    )
    if not is_open(request):
        families.end_sight(because=request.because, by=by, now=now, reason=Sight.Reason.FRONT_DOOR)
    return request


@transaction.atomic
def reopen_sight(*, request: HelpRequest, by: Practitioner, now: datetime) -> None:
    """Let the front door see the family for as long as the request is open."""
    if request.family is not None:
        families.give_sight(
            family=request.family,
            reason=Sight.Reason.FRONT_DOOR,
            because=request.because,
            desk="front-door",
            by=by,
            now=now,
        )
