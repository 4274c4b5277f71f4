"""Noting who read what: one entry each time a page about a request, a meeting or an item is opened."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from rightdoor.access import audit
from rightdoor.access.models import Practitioner
from rightdoor.frontdoor.models import AgendaItem, HelpRequest, PanelMeeting


@transaction.atomic
def look(*, request: HelpRequest, page: str, by: Practitioner, now: datetime) -> None:
    """Record that a page about a request was read."""
    audit.record("request_read", request, by=by, now=now, family_id=request.family_id, page=page)


@transaction.atomic
def look_at(
    *,
    record: PanelMeeting | AgendaItem,
    page: str,
    named: Iterable[HelpRequest],
    by: Practitioner,
    now: datetime,
) -> None:
    """Record that a meeting, or an item of its agenda, was read, and which requests were told by name."""
    told = list(named)
    families = {request.family_id for request in told if request.family_id}
    audit.record(
        f"{record._meta.model_name}_read",
        record,
        by=by,
        now=now,
        family_id=families.pop() if len(families) == 1 else None,
        page=page,
        requests=[str(request.pk) for request in told],
        families=sorted(map(str, families)),
    )
