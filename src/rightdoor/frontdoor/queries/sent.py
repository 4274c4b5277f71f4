"""What somebody has begun and what they have sent."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import Http404

from rightdoor.access.models import Practitioner
from rightdoor.access.prepared import Prepared, prepared, several
from rightdoor.frontdoor.models import Decision, HelpRequest, RequestDraft
from rightdoor.frontdoor.queries.queue import PER_PAGE, Page, of_page, page_of


@dataclass(frozen=True)
class Sent:
    """A request somebody sent, and the last decision about it."""

    request: HelpRequest
    latest: Decision | None


def sent_by(who: Practitioner, page: int = 1, per_page: int = PER_PAGE) -> Page[Sent]:
    """Give the requests a practitioner has sent, newest first, each with its last decision."""
    found = page_of(_sent(page, per_page)(who=who.pk), page, per_page)
    decided = _decided(requests=[request.pk for request in found.rows])
    latest = {decision.request_id: decision for decision in decided}
    return Page([Sent(one, latest.get(one.pk)) for one in found.rows], page, found.more)


def last_sent(who: Practitioner, number: int) -> list[HelpRequest]:
    """Give the newest requests a practitioner has sent, and where each stands."""
    return _sent(1, number)(who=who.pk)[:number]


@lru_cache(maxsize=64)
def _sent(page: int, per_page: int) -> Prepared[HelpRequest]:
    """Make the question for one page, whoever asks."""

    def question(who: Any) -> QuerySet[HelpRequest]:
        rows = HelpRequest.objects.filter(practitioner=who).order_by("-received_at", "pk")
        return of_page(rows.only("reference", "received_at", "state", "due_at"), page, per_page)

    return Prepared(question)


@prepared
def _decided(requests: Any) -> QuerySet[Decision]:
    made = Decision.objects.filter(request__in=several(requests, PER_PAGE)).order_by("at")
    return made.only("request", "choice")


def sent_or_404(who: Practitioner, request_id: UUID) -> HelpRequest:
    """Give a request this practitioner sent; for anybody else it does not exist."""
    found = HelpRequest.objects.filter(practitioner=who, pk=request_id).first()
    if found is None:
        raise Http404
    return found


def drafts_of(who: Practitioner) -> list[RequestDraft]:
    """Give the requests a practitioner has begun and not sent, newest first."""
    return list(RequestDraft.objects.filter(practitioner=who).order_by("-saved_at")[:PER_PAGE])


def own_draft_or_404(who: Practitioner, draft_id: UUID) -> RequestDraft:
    """Give a request this practitioner began; for anybody else it does not exist."""
    found = RequestDraft.objects.filter(practitioner=who, pk=draft_id).first()
    if found is None:
        raise Http404
    return found


def draft_by_code(code: str, who: Practitioner | None) -> RequestDraft | None:
    """Give the draft with this code; one that a practitioner began only to them."""
    mine = Q(practitioner__isnull=True) | Q(practitioner=who) if who else Q(practitioner__isnull=True)
    return RequestDraft.objects.filter(mine, code=code).first()


def sent_from(code: str) -> HelpRequest | None:
    """Give the request a draft became, if it was sent."""
    return HelpRequest.objects.filter(draft_code=code).first()
