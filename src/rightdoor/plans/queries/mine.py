"""What one practitioner holds, has been asked to hold, and must do by when."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import chain
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Exists, F, OuterRef, QuerySet, Value
from django.utils.timezone import get_default_timezone, localdate

from rightdoor.access.models import Practitioner
from rightdoor.access.permissions import Permission
from rightdoor.access.prepared import Prepared, knowing, prepared
from rightdoor.families.models import Family
from rightdoor.families.sight import desks_of, sights_at
from rightdoor.plans.models import Handover, LeadOffer, Meeting, Plan, PlanAction, TeamMember
from rightdoor.plans.states import State
from rightdoor.ui.addresses import reverse

SOON = timedelta(days=14)
# What a line of a list says of a plan: a whole plan is many times that.
LINE = ("state", "level", "opened_at", "assess_by", "team_by", "review_by", "lead", "family__name")
# A list longer than this is not a list of work any more.
MOST = 100


@dataclass(frozen=True)
class Due:
    """Something somebody must do: what, for which family, by when, and where to do it."""

    kind: str
    words: str
    family: Family
    due_at: datetime
    overdue: bool
    href: str


@dataclass(frozen=True)
class Waiting:
    """An offer that waits for an answer: to become lead, or to take a plan over."""

    family: Family
    words: str
    due_at: datetime
    overdue: bool
    href: str


def held_by(who: Practitioner) -> list[Plan]:
    """Give the open plans a practitioner leads, those with the nearest review first."""
    return knowing(_leads(lead=who.pk), lead=who)


@prepared
def _leads(lead: Any) -> QuerySet[Plan]:
    return _held_by(lead)


def _held_by(lead: Any) -> QuerySet[Plan]:
    held = Plan.objects.filter(lead=lead).exclude(state=State.CLOSED).select_related("family")
    return held.only(*LINE).order_by(F("review_by").asc(nulls_last=True), "assess_by", "pk")


def helped_by(who: Practitioner) -> list[Plan]:
    """Give the open plans in whose team a practitioner is without leading them; the newest hundred."""
    return _helped(who=who.pk)


class Helping(NamedTuple):
    """A family in whose team somebody is, and who leads."""

    family_id: UUID
    family: str
    lead: str


def teams_of(who: Practitioner) -> list[Helping]:
    """Give the same plans by the names of family and lead alone."""
    return [Helping(*row) for row in _teams(who=who.pk)]


def _helping(who: Any) -> QuerySet[Plan]:
    # Asked from the practitioner's side: the other way round every plan there ever was is looked at.
    mine = TeamMember.objects.filter(practitioner=who, left_at__isnull=True).values("plan")
    found = Plan.objects.filter(pk__in=mine).exclude(state=State.CLOSED).exclude(lead=who)
    return found.order_by("-opened_at", "pk")


@prepared
def _helped(who: Any) -> QuerySet[Plan]:
    return _helping(who).select_related("family", "lead").only(*LINE, "lead__name")[:MOST]


@prepared
def _teams(who: Any) -> QuerySet[Plan, tuple[UUID, str, str]]:
    return _helping(who).values_list("family", "family__name", "lead__name")[:MOST]


def offers_waiting(who: Practitioner, now: datetime) -> list[Waiting]:
    """Give what a practitioner has been asked to take on and has not answered, oldest first."""
    return [
        Waiting(
            family=Family(pk=family, name=name),
            words=_OFFERED[kind].words.format(asker),
            due_at=due_at,
            overdue=now > due_at,
            href=reverse(_OFFERED[kind].page, kwargs={"offer_id": offer}),
        )
        for kind, offer, due_at, family, name, asker in _offered(to=who.pk)
    ]


class _Offer(NamedTuple):
    """How an offer is told, and where it is answered."""

    words: str
    page: str


_OFFERED = {
    "lead": _Offer("{} asks you to become lead professional", "plans:offer"),
    "turn": _Offer("{} asks you to take over the plan", "plans:handover"),
}


@prepared
def _offered(to: Any) -> QuerySet[Any, tuple[str, UUID, datetime, UUID, str, str]]:
    # No more is fetched than is said: an offer carries the whole story that its request told.
    leads = LeadOffer.objects.filter(to=to, answer="").annotate(kind=Value("lead")).order_by()
    turns = Handover.objects.filter(to=to, answer="").annotate(kind=Value("turn")).order_by()
    found = leads.values_list("kind", "pk", "due_at", "family", "family__name", "offered_by__name")
    others = turns.values_list("kind", "pk", "due_at", "plan__family", "plan__family__name", "giver__name")
    return found.union(others, all=True).order_by("due_at")


def due(who: Practitioner, now: datetime, held: Iterable[Plan] | None = None) -> list[Due]:
    """Give what a practitioner must do, soonest first, in four queries however much it is; offers apart.

    `held` may be given where the plans held have been fetched already, by `held_with_dates`.
    """
    found = chain(
        chain.from_iterable(_of_plan(plan, now) for plan in (held_with_dates(who) if held is None else held)),
        _follow_ups(who, now),
        _actions(who, now),
    )
    return sorted(found, key=lambda item: (item.due_at, item.kind))


def held_with_dates(who: Practitioner) -> list[Plan]:
    """Give the open plans a practitioner leads: whether `assessed` and `met`, and the meetings `ahead`."""
    held = knowing(_held(lead=who.pk), lead=who)
    ahead: dict[UUID, list[datetime]] = defaultdict(list)
    for plan_id, planned_for in _meetings(lead=who.pk) if held else ():
        ahead[plan_id].append(planned_for)
    for plan in held:
        plan.ahead = ahead[plan.pk]  # type: ignore[attr-defined]
    return held


@prepared
def _held(lead: Any) -> QuerySet[Plan]:
    met = Meeting.objects.filter(plan=OuterRef("pk"), cancelled_at__isnull=True, held_at__isnull=False)
    told = _held_by(lead).only("state", "assess_by", "team_by", "review_by", "lead", "family__name")
    return told.annotate(assessed=Exists(_finished()), met=Exists(met))


@prepared
def _meetings(lead: Any) -> QuerySet[Meeting, tuple[UUID, datetime]]:
    ahead = Meeting.objects.filter(plan__lead=lead, cancelled_at__isnull=True, held_at__isnull=True)
    told = ahead.exclude(plan__state=State.CLOSED).order_by("planned_for")
    return told.values_list("plan", "planned_for")


def _finished() -> QuerySet[Plan]:
    return Plan.objects.filter(pk=OuterRef("pk"), assessments__completed_at__isnull=False)


def _due(kind: str, words: str, family: Family, *, due_at: datetime, now: datetime, page: str) -> Due:
    href = reverse(page, kwargs={"family_id": family.pk})
    return Due(kind, words, family, due_at, now > due_at, href)


def _of_plan(plan: Plan, now: datetime) -> Iterator[Due]:
    family = plan.family
    if not plan.assessed:  # type: ignore[attr-defined]  # annotated above
        yield _due(
            "assessment",
            "Finish the assessment",
            family,
            due_at=plan.assess_by,
            now=now,
            page="plans:assessment",
        )
    if not plan.met:  # type: ignore[attr-defined]  # annotated above
        yield _due(
            "team", "Hold the first team meeting", family, due_at=plan.team_by, now=now, page="plans:team"
        )
    for planned_for in plan.ahead:  # type: ignore[attr-defined]  # added above
        if planned_for <= now + SOON:
            words = "Write up the team meeting" if planned_for < now else "Team meeting"
            yield _due("meeting", words, family, due_at=planned_for, now=now, page="plans:team")
    if plan.review_by:
        yield _due("review", "Review the plan", family, due_at=plan.review_by, now=now, page="plans:reviews")


def _follow_ups(who: Practitioner, now: datetime) -> Iterator[Due]:
    for plan in _to_follow_up(lead=who.pk):
        if plan.followup_on:
            due_at = end_of_day(plan.followup_on)
            words = "Ask how things are since the plan closed"
            yield _due("follow-up", words, plan.family, due_at=due_at, now=now, page="plans:close")


@prepared
def _to_follow_up(lead: Any) -> QuerySet[Plan]:
    found = Plan.objects.filter(lead=lead, followup_on__isnull=False, followed_up_on__isnull=True)
    return found.select_related("family").only("followup_on", "family__name")


def _actions(who: Practitioner, now: datetime) -> Iterator[Due]:
    if not who.may(Permission.PERSON_SEARCH):
        return
    owned = _owned(tuple(desks_of(who)), who.may(Permission.PLAN_SUPERVISE))
    for words, due_on, family, name in owned(owner=who.pk, until=localdate(now) + SOON):
        if due_on:
            about = Family(pk=family, name=name)
            yield _due("action", words, about, due_at=end_of_day(due_on), now=now, page="plans:plan")


@lru_cache(maxsize=256)
def _owned(desks: tuple[str, ...], supervises: bool) -> Prepared[tuple[str, date | None, UUID, str]]:
    """Make the question for those who sit at the same desks."""

    def question(owner: Any, until: Any) -> QuerySet[PlanAction, tuple[str, date | None, UUID, str]]:
        to_do = PlanAction.objects.filter(
            owner=owner, done_on__isnull=True, not_done_reason="", due_on__lte=until
        )
        # Somebody who left the team still owns the action, and no longer sees the family it is about.
        seen = sights_at(owner, desks, supervises=supervises).filter(family=OuterRef("goal__plan__family"))
        found = to_do.filter(Exists(seen)).exclude(goal__plan__state=State.CLOSED)
        return found.values_list("words", "due_on", "goal__plan__family", "goal__plan__family__name")

    return Prepared(question)


def end_of_day(day: date) -> datetime:
    """Give the last moment of a day in London."""
    return datetime.combine(day, time(23, 59, 59), get_default_timezone())
