"""The queue of the front door, and what somebody has sent: a fixed number of queries, however long."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, time
from functools import lru_cache
from typing import Any, Generic, NamedTuple, TypeVar
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404
from django.utils import timezone

from rightdoor.access.models import Practitioner
from rightdoor.access.permissions import Permission
from rightdoor.access.prepared import Prepared, prepared, several
from rightdoor.families.sight import desks_of, seats_of, sights_at
from rightdoor.frontdoor.models import (
    AgendaItem,
    ClockPause,
    HelpRequest,
    PersonNamed,
)
from rightdoor.frontdoor.states import OPEN, State

Row = TypeVar("Row")
Told = TypeVar("Told", PersonNamed, ClockPause)
PER_PAGE = 25
AT_THE_FRONT_DOOR = (State.RECEIVED, State.SCREENING)
# What a line of the queue shows of a request: twenty-five whole stories would be read for nothing.
_SHOWN = (
    "reference",
    "asker",
    "asker_job",
    "received_at",
    "area",
    "flags",
    "state",
    "clock",
    "clock_from",
    "clock_started_at",
    "due_at",
)
_IN_HAND = tuple(sorted(OPEN))
# A filter of the queue gives the states it shows.
SHOWS: dict[str, tuple[State, ...]] = {
    "": AT_THE_FRONT_DOOR,
    "received": (State.RECEIVED,),
    "screening": (State.SCREENING,),
    "at_panel": (State.AT_PANEL,),
    "allocating": (State.ALLOCATING,),
    "open": _IN_HAND,
}


@dataclass(frozen=True)
class Filter:
    """What the queue is narrowed to. Empty means everything."""

    state: str = ""
    asker: str = ""
    area: str = ""
    flag: str = ""
    clock: str = ""
    mine: bool = False


@dataclass(frozen=True)
class Page(Generic[Row]):
    """One page of a list. Whether there is another is known without counting them all."""

    rows: list[Row]
    number: int = 1
    more: bool = False


@dataclass(frozen=True)
class Line:
    """One line of the queue with all it shows."""

    request: HelpRequest
    people: list[PersonNamed] = field(default_factory=list)
    pauses: list[ClockPause] = field(default_factory=list)


def queue(who: Practitioner, now: datetime, wanted: Filter | None = None, page: int = 1) -> Page[Line]:
    """Give one page of open requests: danger first, then by when they are due. Nothing for strangers."""
    wanted = wanted or Filter()
    if not who.may(Permission.REQUEST_TRIAGE):
        return Page([], page)
    tonight = timezone.make_aware(datetime.combine(timezone.localdate(now), time.max))
    found = page_of(_queued(wanted, page)(who=who.pk, now=now, tonight=tonight), page, PER_PAGE)
    ids = [request.pk for request in found.rows]
    people, pauses = _sorted(_people_of(requests=ids)), _sorted(_pauses_of(requests=ids))
    lines = [Line(request, people[request.pk], pauses[request.pk]) for request in found.rows]
    return Page(lines, page, found.more)


@lru_cache(maxsize=64)
def _queued(wanted: Filter, page: int) -> Prepared[HelpRequest]:
    """Make the question for one filter and page, whoever asks and when."""

    def question(who: Any, now: Any, tonight: Any) -> QuerySet[HelpRequest]:
        rows = HelpRequest.objects.filter(state__in=SHOWS.get(wanted.state, AT_THE_FRONT_DOOR))
        rows = rows.filter(_narrowed(wanted, who, now, tonight)).order_by("urgency", "due_at", "pk")
        told = rows.select_related("taken_by", "asker_agency")
        return of_page(told.only(*_SHOWN, "taken_by__name", "asker_agency__name"), page, PER_PAGE)

    return Prepared(question)


@prepared
def _people_of(requests: Any) -> QuerySet[PersonNamed]:
    named = PersonNamed.objects.filter(request__in=several(requests, PER_PAGE))
    return named.only("request", "known_as", "family_name").order_by("pk")


@prepared
def _pauses_of(requests: Any) -> QuerySet[ClockPause]:
    return ClockPause.objects.filter(request__in=several(requests, PER_PAGE))


def _sorted(rows: Iterable[Told]) -> dict[UUID, list[Told]]:
    """Share rows out among the requests they belong to."""
    shares: dict[UUID, list[Told]] = defaultdict(list)
    for row in rows:
        shares[row.request_id].append(row)
    return shares


def _narrowed(wanted: Filter, who: Any, now: Any, tonight: Any) -> Q:
    narrowed = Q()
    if wanted.asker:
        narrowed &= Q(asker=wanted.asker)
    if wanted.area:
        narrowed &= Q(area=wanted.area)
    if wanted.flag:
        # The codes are ours and hold no wildcard; a list is searched as the text it is kept as.
        narrowed &= Q(flags__icontains=f'"{wanted.flag}"')
    if wanted.mine:
        narrowed &= Q(taken_by=who)
    if wanted.clock == "overdue":
        narrowed &= Q(due_at__lt=now)
    if wanted.clock == "today":
        narrowed &= Q(due_at__gte=now, due_at__lte=tonight)
    return narrowed


def of_page(rows: QuerySet[HelpRequest], page: int, per_page: int) -> QuerySet[HelpRequest]:
    """Ask for one page, and one row more to see whether there is another."""
    start = (page - 1) * per_page
    return rows[start : start + per_page + 1]


def page_of(found: list[HelpRequest], page: int, per_page: int) -> Page[HelpRequest]:
    """Give what was found as a page, without the one row more."""
    return Page(found[:per_page], page, len(found) > per_page)


def requests_for(who: Practitioner) -> QuerySet[HelpRequest]:
    """Give the requests a practitioner may read, each for a reason that can be named and that ends.

    The front door reads those in hand; a panel those on its open agendas; and whoever sees a family reads the
    requests that were made about it. To have taken or decided one is no reason once it is closed.
    """
    if not who.may(Permission.PERSON_SEARCH):
        return HelpRequest.objects.none()
    return HelpRequest.objects.filter(_readable(who.pk, _reading(who)))


class Reading(NamedTuple):
    """What decides which requests somebody may read, besides who they are."""

    desks: tuple[str, ...]
    seats: tuple[str, ...]
    supervises: bool
    triages: bool


def _reading(who: Practitioner) -> Reading:
    supervises, triages = who.may(Permission.PLAN_SUPERVISE), who.may(Permission.REQUEST_TRIAGE)
    return Reading(tuple(desks_of(who)), tuple(seats_of(who)), supervises, triages)


def _readable(who: Any, reading: Reading) -> Q:
    # Each reason is asked of one request at a time, so that fetching one never reads them all.
    sights = sights_at(who, reading.desks, supervises=reading.supervises)
    reasons = Q(Exists(sights.filter(family=OuterRef("family"))))
    if reading.triages:
        reasons |= Q(state__in=_IN_HAND)
    if reading.seats:
        waiting = AgendaItem.objects.filter(
            request=OuterRef("pk"), outcome="", meeting__panel__in=reading.seats
        )
        reasons |= Q(Exists(waiting), state=State.AT_PANEL)
    return reasons


def readable_among(who: Practitioner, requests: list[UUID]) -> set[UUID]:
    """Give those of a page of requests that a practitioner may read."""
    if not who.may(Permission.PERSON_SEARCH):
        return set()
    return set(_among(_reading(who))(who=who.pk, requests=requests))


@lru_cache(maxsize=256)
def _among(reading: Reading) -> Prepared[UUID]:
    def question(who: Any, requests: Any) -> QuerySet[HelpRequest, UUID]:
        asked = HelpRequest.objects.filter(_readable(who, reading), pk__in=several(requests, PER_PAGE))
        return asked.values_list("pk", flat=True)

    return Prepared(question)


def readable_on(who: Practitioner, meeting: UUID) -> list[UUID]:
    """Give those of the requests on a meeting's agenda that a practitioner may read."""
    if not who.may(Permission.PERSON_SEARCH):
        return []
    return _on_agenda(_reading(who))(who=who.pk, meeting=meeting)


@lru_cache(maxsize=256)
def _on_agenda(reading: Reading) -> Prepared[UUID]:
    def question(who: Any, meeting: Any) -> QuerySet[HelpRequest, UUID]:
        on_it = AgendaItem.objects.filter(meeting=meeting).values("request")
        return HelpRequest.objects.filter(_readable(who, reading), pk__in=on_it).values_list("pk", flat=True)

    return Prepared(question)


def request_or_404(who: Practitioner, request_id: UUID) -> HelpRequest:
    """Give a request this practitioner may read; for anybody else it does not exist."""
    if not who.may(Permission.PERSON_SEARCH):
        raise Http404
    found = _request(_reading(who)).first(who=who.pk, request=request_id)
    if found is None:
        raise Http404
    return found


@lru_cache(maxsize=256)
def _request(reading: Reading) -> Prepared[HelpRequest]:
    """Make the question for those who read requests for the same reasons."""

    def question(who: Any, request: Any) -> QuerySet[HelpRequest]:
        found = HelpRequest.objects.filter(_readable(who, reading), pk=request)
        return found.select_related("family", "taken_by", "asker_agency", "practitioner__agency")

    return Prepared(question)
