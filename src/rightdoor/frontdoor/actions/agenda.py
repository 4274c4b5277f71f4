"""Putting a request on a panel's agenda, in order, and taking it off again."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import Max

from rightdoor.access import audit
from rightdoor.access.models import Practitioner
from rightdoor.access.policy import Refused, insist
from rightdoor.families import actions as families
from rightdoor.families.models import Sight
from rightdoor.frontdoor.actions.moving import move
from rightdoor.frontdoor.locking import because_of, held, held_meeting
from rightdoor.frontdoor.models import AgendaItem, HelpRequest, PanelMeeting
from rightdoor.frontdoor.policy import may_add_to, may_chair
from rightdoor.frontdoor.states import State

_ALREADY_ON = "This request is already on an agenda."


@transaction.atomic
def plan_meeting(
    *, panel: str, at: datetime, place: str, capacity: int, by: Practitioner, now: datetime
) -> PanelMeeting:
    """Plan a meeting of a panel. The same panel at the same time is the same meeting."""
    meeting, made = PanelMeeting.objects.get_or_create(
        panel=panel, at=at, defaults={"place": place, "capacity": capacity}
    )
    if made:
        audit.record("meeting_planned", meeting, by=by, now=now, panel=panel)
    return meeting


@transaction.atomic
def add_to_agenda(
    *, meeting: PanelMeeting, request: HelpRequest, by: Practitioner, now: datetime
) -> AgendaItem:
    """Put a request last on an agenda, so that the panel sees the family. Refused when it is full."""
    current = held_meeting(meeting)
    insist(may_add_to(current, current.items.count()))
    last = current.items.aggregate(last=Max("position"))["last"] or 0
    try:
        with transaction.atomic():
            item = AgendaItem.objects.create(meeting=current, request=request, position=last + 1)
    except IntegrityError:
        raise Refused(_ALREADY_ON) from None
    if request.family is not None:
        families.give_sight(
            family=request.family,
            reason=Sight.Reason.PANEL,
            because=because_of(item),
            desk=f"panel:{current.panel}",
            by=by,
            now=now,
        )
    audit.record("agenda_added", item, by=by, now=now, family_id=request.family_id, panel=current.panel)
    return item


@transaction.atomic
def remove_from_agenda(*, item: AgendaItem, by: Practitioner, now: datetime) -> HelpRequest:
    """Take a request off an agenda before the panel has decided; the front door has it again."""
    insist(may_chair(held_meeting(item.meeting), by))
    current = AgendaItem.objects.select_for_update(no_key=True).get(pk=item.pk)
    if current.outcome:
        raise Refused("The panel has already decided this one.")
    request = held(current.request_id)
    families.end_sight(because=because_of(current), by=by, now=now)
    audit.record("agenda_removed", current, by=by, now=now, family_id=request.family_id)
    current.delete()
    return move(request=request, to=State.SCREENING, by=by, now=now)


@transaction.atomic
def move_up(*, item: AgendaItem, by: Practitioner, now: datetime) -> AgendaItem:
    """Hear an item before the one that stood above it; the first stays first."""
    meeting = held_meeting(item.meeting)
    insist(may_chair(meeting, by))
    current = meeting.items.get(pk=item.pk)
    above = meeting.items.filter(position__lt=current.position).order_by("-position").first()
    if above is None:
        return current
    AgendaItem.objects.filter(pk=above.pk).update(position=current.position)
    AgendaItem.objects.filter(pk=current.pk).update(position=above.position)
    audit.record("agenda_reordered", current, by=by, now=now)
    current.refresh_from_db()
    return current
