"""The directory as open data: Open Referral UK 3.0, read by anybody, changed by nobody."""

import json
from typing import Annotated, Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe
from ninja import NinjaAPI, Path, Query
from ninja.errors import ValidationError
from pydantic import WithJsonSchema

from rightdoor.access.middleware import open_to_all
from rightdoor.access.partnership import pack
from rightdoor.directory.forms.open_data import (
    MOST_OF_IDS,
    OneOrganization,
    Organizations,
    Paged,
    ServiceFilter,
    Services,
    Terms,
    moment_of,
)
from rightdoor.directory.models import Service
from rightdoor.directory.presenters import open_data as present
from rightdoor.directory.queries import open_data as asked_of
from rightdoor.directory.views.answering import paged, refuse, say
from rightdoor.engines.openreferral.shapes import (
    Organization,
    ServiceAtLocationOut,
    ServiceOut,
    Taxonomy,
    TaxonomyTerm,
)

api = NinjaAPI(title="Open data", version="3.0", docs_url=None, openapi_url=None, urls_namespace="open-data")
REQUIRED, OPTIONAL = ["required"], ["optional"]
WRONG = {400: present.Problem, 422: present.Problem}
MISSING = {404: present.Problem, 422: present.Problem}
Id = Path[Annotated[str, WithJsonSchema({"type": "string", "format": "uuid"})]]


class Unclear(Exception):
    """What is asked cannot be answered as it is asked."""


@api.exception_handler(ValidationError)
def _invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    problems = [{"field": str(one["loc"][-1]), "reason": str(one["msg"])} for one in error.errors]
    return refuse(422, "What is asked cannot be right.", problems)


@api.exception_handler(Unclear)
def _unclear(request: HttpRequest, error: Unclear) -> HttpResponse:
    return refuse(400, str(error))


@api.exception_handler(Http404)
def _missing(request: HttpRequest, error: Http404) -> HttpResponse:
    return refuse(404, "There is nothing here by that name.")


def _uuid(told: str) -> UUID:
    try:
        return UUID(told)
    except ValueError:
        raise Http404 from None


@api.get("/", url_name="root", tags=REQUIRED, response={200: present.Details})
def root(request: HttpRequest) -> HttpResponse:
    """Say what this is, which version, and where it is described."""
    return say(request, present.details())


def _chosen(asked: ServiceFilter) -> tuple[QuerySet[Service], set[UUID] | None]:
    near, area = _position(asked)
    by_word = asked.taxonomy_id or asked.taxonomy_term_id
    terms = present.term_codes(present.taxonomies(asked_of.words_in_use())) if by_word else {}
    found = asked_of.chosen(asked, near, area, terms)
    within = set(asked_of.places_near(near, int(asked.proximity))) if near and asked.proximity else None
    return found, within


def _position(asked: ServiceFilter) -> tuple[asked_of.Point | None, str | None]:
    if not asked.postcode:
        if asked.proximity:
            raise Unclear("A proximity is measured from a postcode. Send one too.")
        return None, None
    place = pack().position(asked.postcode)
    if place is None:
        raise Unclear("This postcode is not known here. Send a whole postcode of this area.")
    return (place.lat, place.lon), place.area


def _with_gone(found: QuerySet[Service], asked: ServiceFilter) -> QuerySet[Service]:
    if not asked.modified_after:
        return found
    narrowed = asked.model_dump(exclude_defaults=True).keys() - {
        "modified_after", "page", "per_page", "perPage", "format", "full", "minimal",
    }  # fmt: skip
    return asked_of.with_gone(found, moment_of(asked.modified_after), timezone.now(), narrowed=bool(narrowed))


@api.get("/services", url_name="services", tags=REQUIRED, response={200: present.ServicePage, **WRONG})
def services(request: HttpRequest, asked: Query[Services]) -> HttpResponse | StreamingHttpResponse:
    """Give services, a page at a time."""
    rows = _with_gone(_chosen(asked)[0], asked)
    if asked.minimal and asked.format == "json":
        return say(
            request,
            present.page(
                asked.page, asked.size(MOST_OF_IDS), rows.count(), lambda a, b: present.minimal(rows[a:b])
            ),
        )
    return paged(request, asked, rows, lambda some: present.services(some, full=asked.full))


@api.get("/services/{id}", url_name="service", tags=REQUIRED, response={200: ServiceOut, **MISSING})
def service(request: HttpRequest, id: Id) -> HttpResponse:
    """Give one service whole; one that is gone says so for a while."""
    held = asked_of.told_or_gone(_uuid(id), timezone.now())
    if held is None:
        raise Http404
    return say(request, present.services([held], full=True)[0], held.changed_at)


@api.get(
    "/service_at_locations", url_name="places", tags=OPTIONAL, response={200: present.PlacePage, **WRONG}
)
def places(request: HttpRequest, asked: Query[ServiceFilter]) -> HttpResponse | StreamingHttpResponse:
    """Give services at places, a page at a time."""
    found, within = _chosen(asked)
    if asked.modified_after:
        found = asked_of.changed_since(found, moment_of(asked.modified_after))
    rows = asked_of.at_places(found, within)
    return paged(request, asked, rows, lambda some: present.at_places(some, full=asked.full))


@api.get(
    "/service_at_locations/{id}",
    url_name="place",
    tags=OPTIONAL,
    response={200: ServiceAtLocationOut, **MISSING},
)
def place(request: HttpRequest, id: Id) -> HttpResponse:
    """Give one service at a place."""
    found = present.at_places(asked_of.at_place(_uuid(id)), full=True)
    if not found:
        raise Http404
    return say(request, found[0])


@api.get(
    "/organizations",
    url_name="organizations",
    tags=OPTIONAL,
    response={200: present.OrganizationPage, **WRONG},
)
def organizations(request: HttpRequest, asked: Query[Organizations]) -> HttpResponse | StreamingHttpResponse:
    """Give organisations that run something, a page at a time."""
    rows = asked_of.organisations(asked.search)
    whole = asked.full or asked.full_service

    def tell(some: Any) -> list[dict[str, Any]]:
        return present.organizations(some, whole=whole, with_ids=asked.full, full=asked.full_service)

    return paged(request, asked, rows, tell)


@api.get(
    "/organizations/{id}", url_name="organization", tags=OPTIONAL, response={200: Organization, **MISSING}
)
def organization(request: HttpRequest, id: Id, asked: Query[OneOrganization]) -> HttpResponse:
    """Give one organisation with what it runs."""
    rows = asked_of.organisations(None).filter(pk=_uuid(id))
    found = present.organizations(rows, whole=True, with_ids=True, full=asked.full_service)
    if not found:
        raise Http404
    return say(request, found[0])


def _listed(
    request: HttpRequest, asked: Paged, rows: list[dict[str, Any]]
) -> HttpResponse | StreamingHttpResponse:
    words = (asked.search or "").casefold().split()
    found = [
        row for row in rows if all(word in f"{row['name']} {row['description']}".casefold() for word in words)
    ]
    if asked.format == "ndjson":
        lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in found)
        return StreamingHttpResponse(lines, content_type="application/x-ndjson")
    return say(request, present.page(asked.page, asked.size(), len(found), lambda a, b: found[a:b]))


def _all() -> list[Taxonomy]:
    return present.taxonomies(asked_of.words_in_use())


@api.get("/taxonomies", url_name="taxonomies", tags=OPTIONAL, response={200: present.TaxonomyPage, **WRONG})
def taxonomies(request: HttpRequest, asked: Query[Paged]) -> HttpResponse | StreamingHttpResponse:
    """Give lists of words, a page at a time."""
    return _listed(request, asked, [one.model_copy(update={"taxonomy_terms": None}).sent() for one in _all()])


@api.get("/taxonomies/{id}", url_name="taxonomy", tags=OPTIONAL, response={200: Taxonomy, **MISSING})
def taxonomy(request: HttpRequest, id: Id) -> HttpResponse:
    """Give one list with its words."""
    key = str(_uuid(id))
    for one in _all():
        if one.id == key:
            return say(request, one.sent())
    raise Http404


@api.get("/taxonomy_terms", url_name="terms", tags=OPTIONAL, response={200: present.TermPage, **WRONG})
def terms(request: HttpRequest, asked: Query[Terms]) -> HttpResponse | StreamingHttpResponse:
    """Give words of lists, a page at a time."""
    wanted = str(asked.taxonomy_id) if asked.taxonomy_id else None
    found = [
        term.sent()
        for one in _all()
        for term in one.taxonomy_terms or ()
        if wanted in (None, one.id) and not asked.parent_id
    ]
    return _listed(request, asked, found)


@api.get("/taxonomy_terms/{id}", url_name="term", tags=OPTIONAL, response={200: TaxonomyTerm, **MISSING})
def term(request: HttpRequest, id: Id) -> HttpResponse:
    """Give one word of a list."""
    key = str(_uuid(id))
    for one in _all():
        for found in one.taxonomy_terms or ():
            if found.id == key:
                return say(request, found.sent())
    raise Http404


@open_to_all
@require_safe
def openapi(request: HttpRequest) -> HttpResponse:
    """Describe this API, as it answers."""
    from rightdoor.directory.presenters.openapi import description

    return say(request, description(api))


@open_to_all
@require_safe
def nothing(request: HttpRequest, rest: str) -> HttpResponse:
    """Say to a program that there is nothing here."""
    return refuse(404, "There is nothing here by that name.")
