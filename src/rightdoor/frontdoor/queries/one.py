"""One request: who is named, whether they are known, what was found and decided."""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import Http404

from rightdoor.access.models import Agency, Practitioner
from rightdoor.access.prepared import Prepared, keep_each, knowing, prepared, several
from rightdoor.engines.known import Asked
from rightdoor.engines.names import fold
from rightdoor.families.models import Family
from rightdoor.families.queries import Known, already_known_each
from rightdoor.frontdoor.models import AgendaItem, Decision, HelpRequest, LevelFound, PersonNamed, Screening
from rightdoor.frontdoor.queries.standing import latest_screening, level_now
from rightdoor.plans.models import LeadOffer
from rightdoor.plans.queries import Caseload, caseloads, leads_to_choose

MOST_EARLIER = 20


@dataclass(frozen=True)
class Matched:
    """One person named, with those on record who may be the same."""

    named: PersonNamed
    known: list[Known]


@dataclass(frozen=True)
class Worker:
    """Somebody who could be asked to lead, and how much they hold."""

    practitioner: Practitioner
    load: Caseload


def people_named(request: HelpRequest) -> list[PersonNamed]:
    """Give everybody named, in the order told, with the record each was joined to."""
    return knowing(_named(request=request.pk), request=request)


@prepared
def _named(request: Any) -> QuerySet[PersonNamed]:
    return PersonNamed.objects.filter(request=request).select_related("person").order_by("pk")


def who_is_known(request: HelpRequest, now: datetime) -> list[Matched]:
    """Give, for everybody named, who on record may be the same person and whom to ask about them."""
    named = people_named(request)
    known = already_known_each([_asked(one, request) for one in named])
    return [Matched(one, found) for one, found in zip(named, known, strict=True)]


def _asked(named: PersonNamed, request: HelpRequest) -> Asked:
    told = request.told.person(named.key)
    return Asked(
        known_as=named.known_as,
        family_name=named.family_name,
        birth_date=told.birth_date if told else named.birth_date,
        birth_date_exact=told.birth_date_exact if told else True,
        postcode=named.postcode,
    )


def families_among(matched: list[Matched]) -> dict[UUID, Family]:
    """Give the families that the people found belong to: the request may join one of them."""
    return {family.pk: family for one in matched for known in one.known for family in known.families}


def earlier_requests(request: HelpRequest) -> list[HelpRequest]:
    """Give other requests that name somebody of the same name, born the same day or living at the same place.

    Two of the three must agree, or the same record; an officer sees that they were made, not what they told.
    """
    told = [_told(named) for named in request.people.all()]
    values = {f"{key}_{place}": value for place, one in enumerate(told) for key, value in one.items()}
    if not values:
        return []
    found = _earlier(tuple(frozenset(one) for one in told))(request=request.pk, **values)
    keep_each(found, "decisions", _decisions(requests=[one.pk for one in found]), by="request")
    return found


def _told(named: PersonNamed) -> dict[str, Any]:
    """Give what two of three must agree on; what is not known is left out."""
    told = {
        "person": named.person_id,
        "key": named.search_key,
        "called": named.known_as if fold(named.known_as) else "",
        "born": named.birth_date,
    }
    return {name: value for name, value in told.items() if value}


@lru_cache(maxsize=256)
def _earlier(told: tuple[frozenset[str], ...]) -> Prepared[HelpRequest]:
    """Make the question for requests of whose people the same is known."""
    names = [f"{name}_{place}" for place, known in enumerate(told) for name in sorted(known)]

    def question(request: Any, **given: Any) -> QuerySet[HelpRequest]:
        alike = Q(pk__in=[])
        for place, known in enumerate(told):
            alike |= _alike({name: given[f"{name}_{place}"] for name in known})
        others = PersonNamed.objects.filter(alike).exclude(request=request).values("request")
        found = HelpRequest.objects.filter(pk__in=others).only("reference", "received_at", "state")
        return found.order_by("-received_at", "pk")[:MOST_EARLIER]

    return Prepared(question, names=["request", *names])


def _alike(told: dict[str, Any]) -> Q:
    """Give the condition for one person; nobody at all when too little was told."""
    alike = Q(pk__in=[])
    if "person" in told:
        alike |= Q(person=told["person"])
    for one, other in (("key", "called"), ("born", "called"), ("born", "key")):
        if one in told and other in told:
            alike |= Q(**{_COLUMNS[one]: told[one], _COLUMNS[other]: told[other]})
    return alike


_COLUMNS = {"key": "search_key", "called": "known_as__iexact", "born": "birth_date"}


@prepared
def _decisions(requests: Any) -> QuerySet[Decision]:
    made = Decision.objects.filter(request__in=several(requests, MOST_EARLIER)).order_by("-at")
    return made.only("request", "choice", "at")


def levels_now(screening: Screening | None) -> dict[str, LevelFound]:
    """Give the level that counts in every scheme of the pack, newest first."""
    if screening is None:
        return {}
    rows = screening.levels.select_related("by").order_by("at", "pk")
    return {row.scheme: row for row in rows}


def decisions_of(request: HelpRequest) -> list[Decision]:
    """Give what was decided, newest first."""
    return list(request.decisions.select_related("by", "agency").order_by("-at"))


def agenda_items_of(request: HelpRequest) -> list[AgendaItem]:
    """Give the agendas the request has been on, newest first."""
    return list(
        request.agenda_items.select_related("meeting", "agency", "worker", "decided_by").order_by(
            "-meeting__at"
        )
    )


def offers_of(request: HelpRequest) -> list[LeadOffer]:
    """Give who was asked to lead because of this request, newest first."""
    # The family is asked for as well, because it has an index and the reason has none.
    offers = LeadOffer.objects.filter(family=request.family_id, because=request.because)
    return list(offers.select_related("to").order_by("-offered_at"))


def workers_to_choose(who: Practitioner, *, words: str = "", chosen: str = "") -> list[Worker]:
    """Give those who may lead with what they hold, the emptiest first; as many as `leads_to_choose` gives."""
    leads = leads_to_choose(who, words=words, chosen=chosen)
    loads = caseloads(leads)
    return [
        Worker(lead, loads[lead.pk])
        for lead in sorted(leads, key=lambda lead: (loads[lead.pk].held, lead.name))
    ]


def agencies_to_choose() -> list[Agency]:
    """Give the agencies of the partnership by name."""
    return list(Agency.objects.order_by("name"))


def family_to_join_or_404(request: HelpRequest, family_id: UUID, now: datetime) -> Family:
    """Give a family that somebody named in the request may belong to; no other can be reached this way."""
    found = families_among(who_is_known(request, now)).get(family_id)
    if found is None:
        raise Http404
    return found


__all__ = [
    "Matched",
    "Worker",
    "agencies_to_choose",
    "agenda_items_of",
    "decisions_of",
    "earlier_requests",
    "families_among",
    "family_to_join_or_404",
    "latest_screening",
    "level_now",
    "levels_now",
    "offers_of",
    "people_named",
    "who_is_known",
    "workers_to_choose",
]
