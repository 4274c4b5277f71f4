"""An entry of the directory as finding help sees it."""

from datetime import time

from rightdoor.engines.finding.shape import Document, Opening, Spot
from rightdoor.engines.listings import Listing

_MINUTES = 60


def document_of(entry: Listing) -> Document:
    """Give what is looked through. The entry must be one that the public may be told of."""
    places = [row.place for row in entry.places]
    other = [entry.commissioner, entry.how_in_note, entry.when, *(term.name for term in entry.terms)]
    where = [entry.where, *(f"{place.name} {place.address} {place.city}" for place in places)]
    return Document(
        id=str(entry.id),
        name=entry.name,
        slug=entry.slug,
        provider=entry.provider.name,
        about=entry.about,
        who_for=entry.who_for,
        where=" ".join(where).strip(),
        other=" ".join(filter(None, other)),
        issues=entry.issues,
        audience=entry.audience,
        age_from=entry.age_from_months,
        age_to=entry.age_to_months,
        pregnancy=entry.for_pregnancy,
        levels=entry.levels,
        how_in=entry.how_in,
        delivery=entry.delivery,
        coverage=entry.coverage.kind,
        coverage_km=entry.coverage.km,
        areas=entry.coverage.areas,
        cost=entry.cost.kind,
        creche=entry.creche,
        languages=entry.languages,
        features=tuple(dict.fromkeys(one for place in places for one in place.features)),
        openings=tuple(
            Opening(row.weekday, _minutes(row.opens), _minutes(row.closes)) for row in entry.hours
        ),
        spots=tuple(
            Spot(place.lat, place.lon, place.area)
            for place in places
            if place.lat is not None and place.lon is not None
        ),
        checked_day=entry.checked_on.toordinal() if entry.checked_on else None,
        paused=entry.status == "paused",
    )


def _minutes(clock: time | None) -> int | None:
    return None if clock is None else clock.hour * _MINUTES + clock.minute
