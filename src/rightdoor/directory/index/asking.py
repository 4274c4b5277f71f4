"""Which services are worth ranking: a few hundred at most, by words, by place, or as they come to you."""

import json
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
    """Give the services worth ranking for a query, in one or two questions to the database."""
    query = reading.query
    if reading.terms() or _issues(reading):
        with connection.cursor() as cursor:
            cursor.execute(*statement(reading))
            return [unpacked(json.loads(ready)) for (ready,) in cursor.fetchall()]
    if query.position is not None:
        nearest = _nearest(query.position, around(query.position, REACH_KM))
        return [*nearest, *_ready(SearchEntry.objects.filter(placed=False), WITHOUT_PLACE)]
    return _ready(SearchEntry.objects.all(), BY_WORDS)


def statement(reading: Reading) -> tuple[str, list[str | int | float]]:
    """Give the one question that a query with words is, and its values."""
    how, position = words(), reading.query.position
    asked = how.terms([*reading.terms(), *_issues(reading)])
    if position is None:
        return how.anywhere, [asked, BY_WORDS]
    return how.both, [asked, BY_WORDS, asked, *around(position, REACH_KM), BY_PLACE]


def _issues(reading: Reading) -> list[str]:
    return [issue_token(issue) for issue, weight in reading.issues if weight >= 1]


def around(position: tuple[float, float], km: float) -> Box:
    """Give a box that holds everything within so many kilometres: south, north, west, east."""
    lat, lon = position
    high = km / KM_PER_DEGREE
    wide = high / max(0.1, cos(radians(lat)))
    return lat - high, lat + high, lon - wide, lon + wide


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
