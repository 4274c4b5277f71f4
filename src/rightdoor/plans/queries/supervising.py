"""What a supervisor's leads hold: how much against their limit, what is overdue, what waits."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from rightdoor.access.models import Practitioner, RoleGrant
from rightdoor.access.permissions import Permission
from rightdoor.access.prepared import Prepared, prepared
from rightdoor.access.roles import ROLES
from rightdoor.families.sight import desks_of, sights_at
from rightdoor.plans.models import Assessment, Handover, LeadOffer, Meeting, Plan
from rightdoor.plans.queries.caseload import Caseload, caseloads
from rightdoor.plans.queries.mine import LINE
from rightdoor.plans.states import State

# Nobody reads a longer list to choose from: who is not in it is looked for by name.
MOST_LEADS = 25
# A list longer than this is not a list of work any more.
MOST = 100


@dataclass(frozen=True)
class LeadLine:
    """One lead: what they hold, how many of those plans are overdue for something, what waits for them."""

    lead: Practitioner
    load: Caseload
    overdue: int
    waiting: int


def supervised_by(who: Practitioner) -> list[Practitioner]:
    """Give the practitioners somebody supervises, by name."""
    people = _supervised(who=who.pk)
    roles: dict[UUID, set[str]] = defaultdict(set)
    for holder, role in _grants_of(who=who.pk):
        roles[holder].add(role)
    for person in people:
        person.role_codes = frozenset(roles[person.pk])
    return people


@prepared
def _supervised(who: Any) -> QuerySet[Practitioner]:
    found = Practitioner.objects.filter(supervisor=who, is_active=True)
    return found.select_related("agency").order_by("name", "pk")


@prepared
def _grants_of(who: Any) -> QuerySet[RoleGrant, tuple[UUID, str]]:
    held = RoleGrant.objects.filter(practitioner__supervisor=who, ended_at__isnull=True)
    return held.values_list("practitioner", "role")


def team_lines(who: Practitioner, now: datetime) -> list[LeadLine]:
    """Give one line for each supervised lead, in a fixed number of queries."""
    leads = [person for person in supervised_by(who) if person.may(Permission.PLAN_LEAD)]
    loads, late, waiting = caseloads(leads), Counter(_late_plans(who=who.pk, now=now)), _waiting(who)
    return [LeadLine(lead, loads[lead.pk], late[lead.pk], waiting[lead.pk]) for lead in leads]


def overdue_plans(who: Practitioner, now: datetime) -> list[Plan]:
    """Give the open plans of supervised leads that are late for assessment, first meeting or review."""
    return _overdue(who=who.pk, now=now)


@prepared
def _overdue(who: Any, now: Any) -> QuerySet[Plan]:
    late = Plan.objects.filter(_late(now), lead__supervisor=who).exclude(state=State.CLOSED)
    told = late.select_related("family", "lead").only(*LINE, "lead__name")
    return told.order_by("opened_at")[:MOST]


def closed_plans(who: Practitioner) -> list[Plan]:
    """Give the closed plans of supervised leads whose families are still in sight, the last closed first."""
    if not who.may(Permission.PERSON_SEARCH):
        return []
    return _closed(tuple(desks_of(who)), who.may(Permission.PLAN_SUPERVISE))(who=who.pk)


@lru_cache(maxsize=256)
def _closed(desks: tuple[str, ...], supervises: bool) -> Prepared[Plan]:
    """Make the question for those who sit at the same desks."""

    def question(who: Any) -> QuerySet[Plan]:
        seen = sights_at(who, desks, supervises=supervises).filter(family=OuterRef("family"))
        closed = Plan.objects.filter(Exists(seen), lead__supervisor=who, state=State.CLOSED)
        told = closed.select_related("family", "lead")
        told = told.only("closed_at", "followup_on", "family__name", "lead__name")
        return told.order_by("-closed_at", "pk")[:MOST]

    return Prepared(question)


def _late(now: Any) -> Q:
    assessed = Assessment.objects.filter(plan=OuterRef("pk"), completed_at__isnull=False)
    met = Meeting.objects.filter(plan=OuterRef("pk"), held_at__isnull=False)
    return Q(~Exists(assessed), assess_by__lt=now) | Q(~Exists(met), team_by__lt=now) | Q(review_by__lt=now)


@prepared
def _late_plans(who: Any, now: Any) -> QuerySet[Plan, UUID]:
    late = Plan.objects.filter(_late(now), lead__supervisor=who).exclude(state=State.CLOSED)
    return late.values_list("lead", flat=True)


def _waiting(who: Practitioner) -> Counter[UUID]:
    return Counter(_asked(who=who.pk))


@prepared
def _asked(who: Any) -> QuerySet[Any, UUID]:
    turns = Handover.objects.filter(to__supervisor=who, answer="").order_by().values_list("to", flat=True)
    offers = LeadOffer.objects.filter(to__supervisor=who, answer="").order_by().values_list("to", flat=True)
    return offers.union(turns, all=True)


def leads_to_choose(who: Practitioner, *, words: str = "", chosen: str = "") -> list[Practitioner]:
    """Give those who may hold a plan, the fewest families first and 25 at most, the one who asks left out.

    `words` are parts of names or agencies; `chosen` is the key of somebody given whatever the words are, so
    that who was chosen from one list can still be chosen when the page is shown again.
    """
    leads = _holders_of(Permission.PLAN_LEAD).exclude(pk=who.pk)
    held = Plan.objects.filter(lead=OuterRef("pk")).exclude(state=State.CLOSED).order_by()
    counted = Coalesce(Subquery(held.values("lead").annotate(number=Count("pk")).values("number")), 0)
    asked = leads.annotate(held=counted).order_by("held", "name", "pk")
    for word in words.replace("\0", " ").split():  # which PostgreSQL refuses to look for
        asked = asked.filter(Q(name__icontains=word) | Q(agency__name__icontains=word))
    found = list(asked[:MOST_LEADS])
    missing = _key(chosen) if chosen not in {str(lead.pk) for lead in found} else None
    return found + (list(leads.filter(pk=missing)) if missing else [])


def _key(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def supervisors_to_choose() -> list[Practitioner]:
    """Give everybody who may oversee a plan, by name."""
    return list(_holders_of(Permission.PLAN_SUPERVISE))


def practitioners_to_choose() -> list[Practitioner]:
    """Give everybody who works with named families, by name, for inviting into a team."""
    return list(_holders_of(Permission.PERSON_SEARCH))


def owners_to_choose(plan: Plan, beside: Practitioner | None = None) -> list[Practitioner]:
    """Give the practitioners in the team, by name: who may be given an action, for they see the family.

    `beside` is whoever has the action now: they stay a choice though they have left.
    """
    team = {member.practitioner for member in plan.team.all() if member.practitioner and not member.left_at}
    return sorted(team | ({beside} if beside else set()), key=lambda who: (who.name, who.pk))


def _holders_of(permission: Permission) -> QuerySet[Practitioner]:
    """Give everybody one of whose roles holds a permission now, by name."""
    roles = [role.code for role in ROLES.values() if permission in role.permissions]
    return (
        Practitioner.objects.filter(is_active=True, grants__role__in=roles, grants__ended_at__isnull=True)
        .select_related("agency")
        .distinct()
        .order_by("name")
    )
