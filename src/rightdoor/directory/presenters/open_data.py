"""Documents of the open data: pages, entries as the public is told them, and what is gone."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse
from ninja import Schema

from rightdoor.access.partnership import pack
from rightdoor.directory import queries
from rightdoor.directory.models import Organisation, Service, ServiceAtLocation
from rightdoor.directory.queries.open_data import chunks
from rightdoor.engines.listings import Listing, Term
from rightdoor.engines.openreferral import Publisher, lists, placing, writing
from rightdoor.engines.openreferral.own import Moment, Uuid
from rightdoor.engines.openreferral.shapes import (
    Organization,
    Reference,
    ServiceAtLocationOut,
    ServiceOut,
    Taxonomy,
    TaxonomyTerm,
)
from rightdoor.engines.openreferral.words import moment, web_address

Row = TypeVar("Row")
VERSION, PROFILE = "HSDS-UK-3.0", "https://openreferraluk.org/specifications/3.0"
NO_LONGER_LISTED = "No longer listed"
A_CHUNK = 500
Document = dict[str, Any]


class Details(Schema):
    """What this is, and where it is described."""

    version: str
    profile: str
    openapi_url: str


class Problem(Schema):
    """What was wrong."""

    detail: str
    problems: list[dict[str, str]] = []


class Page(Schema):
    """One page of a list."""

    total_items: int
    total_pages: int
    page_number: int
    size: int
    first_page: bool
    last_page: bool
    empty: bool


class Minimal(Schema):
    """Only which service, and when it changed."""

    id: Uuid
    last_modified: Moment
    modified_date: Moment


class ServicePage(Page):
    """A page of services."""

    contents: list[ServiceOut | Minimal]


class PlacePage(Page):
    """A page of services at places."""

    contents: list[ServiceAtLocationOut]


class OrganizationPage(Page):
    """A page of organisations."""

    contents: list[Organization]


class TaxonomyPage(Page):
    """A page of lists of words."""

    contents: list[Taxonomy]


class TermPage(Page):
    """A page of words."""

    contents: list[TaxonomyTerm]


def details() -> Document:
    """Say what this is."""
    return {
        "version": VERSION,
        "profile": PROFILE,
        "openapi_url": f"{settings.ADDRESS}{reverse('open:openapi')}",
    }


def page(number: int, size: int, total: int, fetch: Callable[[int, int], Sequence[Document]]) -> Document:
    """Give one page of a list with all that says where in it one is."""
    pages = -(-total // size)
    contents = list(fetch((number - 1) * size, number * size)) if number <= pages else []
    return {
        "total_items": total,
        "total_pages": pages,
        "page_number": number,
        "size": len(contents),
        "first_page": number == 1,
        "last_page": number == max(pages, 1),
        "empty": not contents,
        "contents": contents,
    }


def publisher() -> Publisher:
    """Say who publishes, in the words of the pack."""
    own = pack()
    bands = {
        band.code: band.name for scheme in own.schemes if scheme.id == "ithrive" for band in scheme.bands
    }
    return Publisher(own.partnership.partnership, bands)


def services(rows: Iterable[Service], *, full: bool) -> list[Document]:
    """Give services of a page in its order; what is gone as gone, and nothing more of it."""
    told = list(rows)
    by, known = publisher(), {entry.id: entry for entry in _told(row.pk for row in told if _is_public(row))}
    return [
        (writing.service(known[row.pk], by) if full else writing.listed(known[row.pk])).sent()
        if row.pk in known
        else gone(row)
        for row in told
    ]


def _told(ids: Iterable[Any]) -> list[Listing]:
    return queries.told_of(queries.public().filter(pk__in=list(ids)).order_by("name", "pk"))


def _is_public(row: Service) -> bool:
    return row.standing == "public" and row.status != "closed" and row.hidden_since is None


def gone(row: Service) -> Document:
    """Say that a service is told no longer, and nothing else of it."""
    over = row.standing != "public" or row.status == "closed"
    return {
        "id": str(row.pk),
        "name": NO_LONGER_LISTED,
        "status": "defunct" if over else "inactive",
        "last_modified": moment(row.changed_at),
    }


def minimal(rows: QuerySet[Service]) -> list[Document]:
    """Give ids and when each changed."""
    return [
        {"id": str(pk), "last_modified": moment(changed), "modified_date": moment(changed)}
        for pk, changed in rows.values_list("pk", "changed_at")
    ]


def at_places(rows: Iterable[ServiceAtLocation], *, full: bool) -> list[Document]:
    """Give services at places as the public is told of them."""
    wanted = list(rows)
    known = {entry.id: entry for entry in _told(row.service_id for row in wanted)}
    found = []
    for row in wanted:
        entry = known.get(row.service_id)
        there = next((place for place in entry.places if place.id == row.pk), None) if entry else None
        if entry and there:
            found.append(at_place(entry, there, full=full))
    return found


def at_place(entry: Listing, there: Any, *, full: bool) -> Document:
    """Give one service at a place."""
    if not full:
        return writing.listed_at(entry, there).sent()
    whole = placing.at_location(entry, there)
    return whole.model_copy(update={"service": writing.listed(entry)}).sent()


def organizations(rows: Iterable[Organisation], *, whole: bool, with_ids: bool, full: bool) -> list[Document]:
    """Give organisations, with what they run if that is asked."""
    by, found = publisher(), [row.pk for row in rows]
    runs: dict[Any, list[Listing]] = {}
    for entry in queries.told_of(queries.public().filter(organisation_id__in=found).order_by("name", "pk")):
        runs.setdefault(entry.provider.id, []).append(entry)
    documents = []
    for key in found:
        made = writing.organization(runs[key][0].provider, whole=whole)
        run: list[Any] = []
        if full:
            run = [writing.service(entry, by) for entry in runs[key]]
        elif with_ids:
            run = [Reference(id=str(entry.id), name=entry.name) for entry in runs[key]]
        documents.append(made.model_copy(update={"services": run or None}).sent())
    return documents


def taxonomies(words: Iterable[tuple[str, str, str]]) -> list[Taxonomy]:
    """Give every list of words: ours, and those that public services carry."""
    others = [
        lists.other_term(Term(taxonomy=taxonomy, name=name), web_address(uri))
        for taxonomy, name, uri in words
    ]
    return lists.taxonomies(others, publisher().ithrive)


def term_codes(known: Iterable[Taxonomy]) -> dict[str, tuple[str, str]]:
    """Give what each word is called inside: its list and its code."""
    ours = {lists.taxonomy_id(field): field for field in lists.FIELDS}
    return {
        term.id: (ours.get(one.id, f"other/{one.name}"), term.code or term.name)
        for one in known
        for term in one.taxonomy_terms or ()
    }


def export() -> Iterator[str]:
    """Give every public service as one document, a service a line, so that two exports can be compared."""
    by, rows = publisher(), queries.public().order_by("name", "pk")
    total = rows.count()
    head = page(1, max(total, 1), total, lambda _, __: [])
    head |= {"size": total, "empty": total == 0}
    del head["contents"]
    yield json.dumps(head, ensure_ascii=False)[:-1] + ', "contents": ['
    before = "\n"
    for some in chunks(rows, A_CHUNK):
        for entry in queries.told_of(some):
            yield before + json.dumps(writing.service(entry, by).sent(), ensure_ascii=False)
            before = ",\n"
    yield "\n]}\n"
