"""Which services are worth ranking: a few hundred at most, by words, by place, or as they come to you."""

import json
from collections.abc import Sequence
from math import cos, radians
from typing import Any, Final

from django.db import connection
from django.db.models import F

from rightdoor.directory.index.keeping import issue_token
from rightdoor.directory.index.packing import unpacked
from rightdoor.directory.index.sql import words
from rightdoor.directory.models import SearchEntry, SearchSpot
from rightdoor.directory.queries.listings import public
from rightdoor.engines.finding import Prepared, Reading

BY_WORDS, BY_PLACE, WITHOUT_PLACE = 140, 60, 60
KM_PER_DEGREE: Final = 111.2
REACH_KM: Final = 16.0
Box = tuple[float, float, float, float]


def candidates(reading: Reading) -> list[Prepared]:
    """Give the services worth ranking for a query, in two or three questions to the database."""
    query = reading.query
    terms = [*reading.terms(), *_issues(reading)]
    box = around(query.position, REACH_KM) if query.position else None
    if terms:
        return _by_words(terms, box)
    if box is not None and query.position is not None:
        return [
            *_nearest(query.position, box),
            *_ready(SearchEntry.objects.filter(placed=False), WITHOUT_PLACE),
        ]
    return _ready(SearchEntry.objects.all(), BY_WORDS)


def _issues(reading: Reading) -> list[str]:
    return [issue_token(issue) for issue, weight in reading.issues if weight >= 1]


def around(position: tuple[float, float], km: float) -> Box:
    """Give a box that holds everything within so many kilometres: south, north, west, east."""
    lat, lon = position
    high = km / KM_PER_DEGREE
    wide = high / max(0.1, cos(radians(lat)))
    return lat - high, lat + high, lon - wide, lon + wide


def _by_words(terms: Sequence[str], box: Box | None) -> list[Prepared]:
    how = words()
    asked = how.terms(terms)
    with connection.cursor() as cursor:
        if box is None:
            cursor.execute(how.anywhere, [asked, BY_WORDS])
        else:
            cursor.execute(how.both, [asked, BY_WORDS, asked, *box, BY_PLACE])
        return [unpacked(json.loads(ready)) for (ready,) in cursor.fetchall()]


def _nearest(position: tuple[float, float], box: Box) -> list[Prepared]:
    lat, lon = position
    south, north, west, east = box
    narrow = cos(radians(lat))
    within = SearchSpot.objects.filter(lat__range=(south, north), lon__range=(west, east))
    distance = (F("lat") - lat) * (F("lat") - lat) + (F("lon") - lon) * (F("lon") - lon) * narrow * narrow
    ids = list(within.order_by(distance, "pk").values_list("entry_id", flat=True)[:BY_WORDS])
    return _ready(SearchEntry.objects.filter(pk__in=set(ids)), BY_WORDS)


def _ready(entries: Any, most: int) -> list[Prepared]:
    shown = entries.filter(service__in=public()).order_by("pk").values_list("ready", flat=True)[:most]
    return [unpacked(kept) for kept in shown]
