"""How a request stands when somebody is about to decide: gathered once, in a fixed number of queries."""

from datetime import timedelta
from typing import Any

from django.db.models import Q, QuerySet

from rightdoor.access.partnership import pack
from rightdoor.access.prepared import prepared
from rightdoor.families.queries import agreement_now
from rightdoor.frontdoor.circumstances import facts_in
from rightdoor.frontdoor.flags import DANGER_NOW
from rightdoor.frontdoor.models import Choice, Decision, HelpRequest, LevelFound, PersonNamed, Screening
from rightdoor.frontdoor.policy import Standing
from rightdoor.plans.queries import open_plan

REPEAT_WITHIN = timedelta(days=365)
LEVELS = "levels"
_ABUSE = ("domestic_abuse", "high_risk_domestic_abuse", "domestic_abuse_current")


def latest_screening(request: HelpRequest) -> Screening | None:
    """Give the newest screening, with who made it."""
    return _last_screening.first(request=request.pk)


@prepared
def _last_screening(request: Any) -> QuerySet[Screening]:
    found = Screening.objects.filter(request=request).select_related("by")
    return found.order_by("-at", "-pk")[:1]


def level_now(screening: Screening | None, scheme: str = LEVELS) -> LevelFound | None:
    """Give the level that counts: the newest row, so a judgement comes before what the rules gave."""
    if screening is None:
        return None
    return _last_level.first(screening=screening.pk, scheme=scheme)


@prepared
def _last_level(screening: Any, scheme: Any) -> QuerySet[LevelFound]:
    found = LevelFound.objects.filter(screening=screening, scheme=scheme).select_related("by")
    return found.order_by("-at", "-pk")[:1]


def standing_of(request: HelpRequest) -> Standing:
    """Gather what the choices depend on."""
    screening = latest_screening(request)
    family = request.family
    plan = open_plan(family) if family else None
    return Standing(
        screened=screening is not None,
        linked=family is not None,
        agreed=_agreed(request),
        danger_now=DANGER_NOW in request.flags,
        domestic_abuse=_abuse(request, screening),
        service=family.service if family else "none",
        lead=plan.lead.name if plan else "",
        panels=len(pack().panels),
    )


def _agreed(request: HelpRequest) -> bool:
    """Say whether the family agrees today: by its record once there is one, else by the request."""
    if request.family is None:
        return request.agreed == "yes"
    agreement = agreement_now(request.family)
    return bool(agreement and agreement.given and agreement.withdrawn_on is None)


def _abuse(request: HelpRequest, screening: Screening | None) -> bool:
    told = any(person.facts.get("domestic_abuse") == "yes" for person in request.told.people)
    if screening is None:
        return told
    found = facts_in(screening.facts).values()
    return told or any(facts.get(code) == "yes" for facts in found for code in _ABUSE)


def earlier_marac(request: HelpRequest) -> Decision | None:
    """Give the newest referral to MARAC of the same people in the twelve months before this request."""
    since = request.received_at - REPEAT_WITHIN
    if request.family_id is None:
        return _marac_of_people.first(request=request.pk, since=since)
    return _marac_of_family.first(request=request.pk, since=since, family=request.family_id)


@prepared
def _marac_of_people(request: Any, since: Any) -> QuerySet[Decision]:
    return _marac(_about_them(request), request, since)


@prepared
def _marac_of_family(request: Any, since: Any, family: Any) -> QuerySet[Decision]:
    # Two ways to the same column, so that each is looked up by its own index.
    of_family = Q(request__in=HelpRequest.objects.filter(family=family).values("pk"))
    return _marac(_about_them(request) | of_family, request, since)


def _about_them(request: Any) -> Q:
    people = PersonNamed.objects.filter(request=request, person__isnull=False).values("person")
    return Q(request__in=PersonNamed.objects.filter(person__in=people).values("request"))


def _marac(same: Q, request: Any, since: Any) -> QuerySet[Decision]:
    found = Decision.objects.filter(same, choice=Choice.MARAC, at__gte=since).exclude(request=request)
    return found.select_related("request").order_by("-at")[:1]
