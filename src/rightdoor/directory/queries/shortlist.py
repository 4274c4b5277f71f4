"""The services of a list that may be told now, and the pages of those that other rooms name."""

from collections.abc import Iterable
from uuid import UUID

from rightdoor.directory.queries.listings import public, told_of
from rightdoor.engines.listings import Listing


def told_in_order(keys: Iterable[UUID]) -> list[tuple[UUID, Listing | None]]:
    """Give each service of a list in its order; None for one that is no longer told, and no word of it."""
    wanted = list(keys)
    told = {entry.id: entry for entry in told_of(public().filter(pk__in=wanted))} if wanted else {}
    return [(key, told.get(key)) for key in wanted]


def still_told(keys: Iterable[UUID]) -> tuple[UUID, ...]:
    """Give those of a list that may be told now, in its order."""
    wanted = list(keys)
    told = set(public().filter(pk__in=wanted).values_list("pk", flat=True))
    return tuple(key for key in wanted if key in told)


def pages_of(slugs: Iterable[str]) -> dict[str, str]:
    """Give the names of services that have a page, by the words in its address; in one question, or none."""
    wanted = sorted({slug for slug in slugs if slug})
    return dict(public().filter(slug__in=wanted).values_list("slug", "name")) if wanted else {}


def all_pages() -> dict[str, str]:
    """Give the names of all services that have a page, by the words in its address."""
    return dict(public().values_list("slug", "name"))
